package org.trawl.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.trawl.search.Deadline;

/// How the hits of a query are put together from those of its parts.
///
/// A posting list goes into bits a block at a time, several times as fast as document by document.
/// So alternatives are added up in one set of bits, and parts that must all match are intersected
/// as bits where none of them is much longer than another. Where one is, Lucene's conjunction is
/// faster, which looks into the longer lists only where the shortest has a document.
sealed interface HitPlan {
  /// A segment's hits become bits when there may be more than one document in this many.
  int SPARSE = 64;

  /// A list this many times as long as another is skipped through rather than read.
  int LOPSIDED = 16;

  /// Below one document in this many, looking each up costs less than making bits ready.
  int FEW = 2048;

  /// A query that Lucene runs.
  record One(Weight weight) implements HitPlan {
    @Override
    public HitPart in(LeafReaderContext leaf, Deadline deadline) throws IOException {
      deadline.check();
      return HitPart.of(weight.scorerSupplier(leaf));
    }
  }

  /// Any of some.
  record Any(List<HitPlan> parts) implements HitPlan {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public HitPart in(LeafReaderContext leaf, Deadline deadline) throws IOException {
      var own = new ArrayList<HitPart>(parts.size());
      for (var part : parts) {
        var found = part.in(leaf, deadline);
        if (found.cost() > 0) {
          own.add(found);
        }
      }
      return own.size() == 1 ? own.getFirst() : new HitPart.Union(own);
    }
  }

  /// All of some and none of others.
  record All(List<HitPlan> required, List<HitPlan> excluded, Whole whole) implements HitPlan {
    public All {
      required = List.copyOf(required);
      excluded = List.copyOf(excluded);
    }

    @Override
    public HitPart in(LeafReaderContext leaf, Deadline deadline) throws IOException {
      var all = new ArrayList<HitPart>(required.size());
      for (var part : required) {
        var found = part.in(leaf, deadline);
        if (found.cost() == 0) {
          return found;
        }
        all.add(found);
      }
      all.sort(Comparator.comparingLong(HitPart::cost));
      var least = all.getFirst().cost();
      var most = all.getLast().cost();
      var none = new ArrayList<HitPart>(excluded.size());
      for (var part : excluded) {
        var found = part.in(leaf, deadline);
        if (found.cost() > 0) {
          none.add(found);
          most = Math.max(most, found.cost());
        }
      }
      return least <= leaf.reader().maxDoc() / FEW || most / LOPSIDED > least
          ? HitPart.of(whole.weight().scorerSupplier(leaf))
          : new HitPart.Intersection(all, none);
    }
  }

  /// A query as Lucene runs it, made ready when a segment needs it.
  final class Whole {
    private final Query query;
    private final IndexSearcher searcher;
    private @Nullable Weight weight;

    Whole(Query query, IndexSearcher searcher) {
      this.query = query;
      this.searcher = searcher;
    }

    Weight weight() throws IOException {
      if (weight == null) {
        weight = searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
      }
      return weight;
    }
  }

  /// What finds the hits of one segment. One thread makes these of all segments; each is then used
  /// once, by any thread.
  HitPart in(LeafReaderContext leaf, Deadline deadline) throws IOException;

  /// The plan of a query that was rewritten.
  static HitPlan of(Query query, IndexSearcher searcher, Deadline deadline) throws IOException {
    return switch (query) {
      case MatchNoDocsQuery _ -> new Any(List.of());
      case ConstantScoreQuery constant -> of(constant.getQuery(), searcher, deadline);
      case BoostQuery boosted -> of(boosted.getQuery(), searcher, deadline);
      case BooleanQuery all when all.getMinimumNumberShouldMatch() <= 1 ->
          of(all, searcher, deadline);
      default -> new One(new Whole(query, searcher).weight());
    };
  }

  private static HitPlan of(BooleanQuery all, IndexSearcher searcher, Deadline deadline)
      throws IOException {
    var required = new ArrayList<HitPlan>();
    var excluded = new ArrayList<HitPlan>();
    var any = new ArrayList<HitPlan>();
    var plain = all.clauses().stream().allMatch(c -> c.occur() == Occur.SHOULD);
    var must = all.clauses().stream().anyMatch(BooleanClause::isRequired);
    if (!plain && (!must || all.getMinimumNumberShouldMatch() > 0)) {
      return new One(new Whole(all, searcher).weight());
    }
    for (var clause : all.clauses()) {
      switch (clause.occur()) {
        case MUST, FILTER -> required.add(of(clause.query(), searcher, deadline));
        case MUST_NOT -> excluded.add(of(clause.query(), searcher, deadline));
        case SHOULD -> {
          // Beside what must match, an alternative only scores.
          if (plain) {
            any.add(of(clause.query(), searcher, deadline));
          }
        }
      }
    }
    if (plain) {
      return any.size() == 1 ? any.getFirst() : new Any(any);
    }
    return required.size() == 1 && excluded.isEmpty()
        ? required.getFirst()
        : new All(required, excluded, new Whole(all, searcher));
  }
}
