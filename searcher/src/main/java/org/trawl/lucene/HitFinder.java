package org.trawl.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.util.FixedBitSet;
import org.trawl.search.Deadline;

/// Finds every document that a query matches, without scores.
///
/// Many hits are put together from bits as [HitPlan] has it, few from lists.
///
/// Thread-safe.
final class HitFinder {
  /// Below this many documents to go through a second thread costs more than it saves.
  private static final int PARALLEL = 100_000;

  private final IndexSearcher searcher;
  private final Processors processors;

  HitFinder(IndexSearcher searcher, Processors processors) {
    this.searcher = searcher;
    this.processors = processors;
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
    var searches = new ArrayList<Segment>(leaves.size());
    var cost = 0L;
    try {
      var plan = HitPlan.of(rewritten, searcher, deadline);
      for (var leaf : leaves) {
        var search = new Segment(leaf, plan, deadline);
        searches.add(search);
        cost += search.part.cost();
      }
    } catch (Deadline.Over e) {
      return none();
    }
    var left = new ConcurrentLinkedQueue<>(searches);
    Processors.together(
        cost < PARALLEL ? 1 : processors.share(),
        () -> {
          for (var next = left.poll(); next != null; next = left.poll()) {
            next.find();
          }
          return true;
        });
    return new HitSet(
        searches.stream().map(search -> search.hits).toList(),
        searches.stream().allMatch(search -> search.complete));
  }

  /// No hits, and not all of them: what there is when time was over before.
  HitSet none() {
    return new HitSet(
        searcher.getIndexReader().leaves().stream()
            .map(leaf -> SegmentHits.of(leaf.docBase, leaf.reader().maxDoc(), new int[0], 0))
            .toList(),
        false);
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

  /// The search of one segment.
  private static final class Segment {
    private final LeafReaderContext leaf;
    private final int size;
    private final Deadline deadline;
    private final HitPart part;
    private SegmentHits hits;
    private boolean complete = true;

    Segment(LeafReaderContext leaf, HitPlan plan, Deadline deadline) throws IOException {
      this.leaf = leaf;
      this.size = leaf.reader().maxDoc();
      this.deadline = deadline;
      hits = SegmentHits.of(leaf.docBase, size, new int[0], 0);
      part = plan.in(leaf, deadline);
    }

    void find() throws IOException {
      if (deadline.over()) {
        complete = false;
      } else if (part.cost() == 0) {
        // Stays without hits.
        return;
      } else if (part.cost() <= size / HitPlan.SPARSE && part.suppliers().isPresent()) {
        hits = list((int) part.cost(), part.suppliers().get());
      } else {
        var bits = new FixedBitSet(size);
        complete = part.into(bits, deadline);
        hits = SegmentHits.of(leaf.docBase, size, bits);
      }
    }

    private SegmentHits list(int expected, List<ScorerSupplier> suppliers) throws IOException {
      var docs = new DocList(expected);
      for (var supplier : suppliers) {
        if (!collect(supplier.bulkScorer(), docs)) {
          complete = false;
          break;
        }
      }
      if (suppliers.size() > 1) {
        docs.sortDistinct();
      }
      return SegmentHits.of(leaf.docBase, size, docs.docs, docs.count);
    }

    private boolean collect(BulkScorer scorer, DocList docs) throws IOException {
      var pace = new Pace(deadline);
      for (var from = 0; from < size; ) {
        from = scorer.score(docs, null, from, pace.end(from, size));
        if (pace.over()) {
          return false;
        }
      }
      return true;
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
