package org.trawl.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;

/// Finds every document that a query matches, without scores.
///
/// Alternatives are added up in one set of bits, clause by clause: a posting list goes into bits a
/// block at a time, several times as fast as document by document through a disjunction.
///
/// Thread-safe.
final class HitFinder {
  /// A segment's hits become bits when a clause may have more than one document in this many.
  private static final int SPARSE = 64;

  /// Documents between two looks at the clock.
  private static final int WINDOW = 1 << 17;

  private final IndexSearcher searcher;

  HitFinder(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  HitSet find(Query query, Deadline deadline) throws IOException {
    var rewritten = searcher.rewrite(new ConstantScoreQuery(query));
    if (rewritten instanceof ConstantScoreQuery constant) {
      rewritten = constant.getQuery();
    }
    var leaves = searcher.getIndexReader().leaves();
    if (rewritten instanceof MatchAllDocsQuery) {
      return new HitSet(
          leaves.stream().map(l -> SegmentHits.all(l.docBase, l.reader().maxDoc())).toList(), true);
    }
    var excluded = excluded(rewritten);
    if (!excluded.isEmpty()) {
      return rest(find(TextQueries.any(excluded), deadline));
    }
    var weights = new ArrayList<Weight>();
    for (var clause : alternatives(rewritten)) {
      weights.add(searcher.createWeight(clause, ScoreMode.COMPLETE_NO_SCORES, 1));
    }
    var segments = new ArrayList<SegmentHits>(leaves.size());
    var complete = true;
    for (var leaf : leaves) {
      if (complete && deadline.over()) {
        complete = false;
      }
      if (!complete) {
        segments.add(SegmentHits.of(leaf.docBase, leaf.reader().maxDoc(), new int[0], 0));
        continue;
      }
      var search = new Segment(leaf, deadline);
      segments.add(search.find(weights));
      complete = search.complete;
    }
    return new HitSet(segments, complete);
  }

  /// What is left out by a query that asks for every document but these; none for another.
  private static List<Query> excluded(Query query) {
    if (!(query instanceof BooleanQuery all)) {
      return List.of();
    }
    var excluded = new ArrayList<Query>();
    for (var clause : all.clauses()) {
      if (clause.occur() == BooleanClause.Occur.MUST_NOT) {
        excluded.add(clause.query());
      } else if (!(clause.query() instanceof MatchAllDocsQuery)) {
        return List.of();
      }
    }
    return excluded.size() < all.clauses().size() ? excluded : List.of();
  }

  /// All other documents. Before all of these were found, none is known to be another.
  private static HitSet rest(HitSet hits) {
    var rest = hits.complement();
    return hits.complete() ? rest : rest.and(hits);
  }

  /// The clauses of a pure disjunction, or the query alone.
  private static List<Query> alternatives(Query query) {
    if (query instanceof MatchNoDocsQuery) {
      return List.of();
    }
    if (query instanceof BooleanQuery all
        && all.getMinimumNumberShouldMatch() <= 1
        && all.clauses().stream().allMatch(c -> c.occur() == BooleanClause.Occur.SHOULD)) {
      return all.clauses().stream()
          .map(BooleanClause::query)
          .flatMap(q -> alternatives(q).stream())
          .toList();
    }
    if (query instanceof ConstantScoreQuery constant) {
      return alternatives(constant.getQuery());
    }
    return List.of(query);
  }

  private static final class Segment {
    private final LeafReaderContext leaf;
    private final int size;
    private final Deadline deadline;
    private boolean complete = true;

    Segment(LeafReaderContext leaf, Deadline deadline) {
      this.leaf = leaf;
      this.size = leaf.reader().maxDoc();
      this.deadline = deadline;
    }

    SegmentHits find(List<Weight> weights) throws IOException {
      var suppliers = new ArrayList<ScorerSupplier>(weights.size());
      var cost = 0L;
      for (var weight : weights) {
        var supplier = weight.scorerSupplier(leaf);
        if (supplier != null) {
          suppliers.add(supplier);
          cost += supplier.cost();
        }
      }
      if (suppliers.isEmpty()) {
        return SegmentHits.of(leaf.docBase, size, new int[0], 0);
      }
      if (cost <= size / SPARSE) {
        return list(suppliers, (int) cost);
      }
      var bits = new FixedBitSet(size);
      for (var supplier : suppliers) {
        into(bits, supplier);
      }
      return SegmentHits.of(leaf.docBase, size, bits);
    }

    private SegmentHits list(List<ScorerSupplier> suppliers, int cost) throws IOException {
      var docs = new DocList(cost);
      for (var supplier : suppliers) {
        supplier.bulkScorer().score(docs, null, 0, size);
      }
      if (suppliers.size() > 1) {
        docs.sortDistinct();
      }
      return SegmentHits.of(leaf.docBase, size, docs.docs, docs.count);
    }

    private void into(FixedBitSet bits, ScorerSupplier supplier) throws IOException {
      // Every document in turn for an iterator that verifies, a block at a time for one that
      // doesn't.
      var scorer = supplier.get(Long.MAX_VALUE);
      var iterator = scorer.iterator();
      for (var from = iterator.nextDoc(); from < size && complete; ) {
        iterator.intoBitSet((int) Math.min(size, (long) from + WINDOW), bits, 0);
        from = iterator.docID();
        complete = !deadline.over();
      }
    }
  }

  /// Collects documents into an array.
  private static final class DocList implements LeafCollector {
    private int[] docs;
    private int count;

    DocList(int expected) {
      docs = new int[Math.max(16, expected)];
    }

    @Override
    public void setScorer(Scorable scorer) {}

    @Override
    public void collect(int doc) {
      if (count == docs.length) {
        docs = Arrays.copyOf(docs, count * 2);
      }
      docs[count++] = doc;
    }

    @Override
    public void collect(DocIdStream stream) throws IOException {
      stream.forEach(this::collect);
    }

    void sortDistinct() {
      Arrays.sort(docs, 0, count);
      var kept = 0;
      for (var i = 0; i < count; i++) {
        if (kept == 0 || docs[i] != docs[kept - 1]) {
          docs[kept++] = docs[i];
        }
      }
      count = kept;
    }
  }
}
