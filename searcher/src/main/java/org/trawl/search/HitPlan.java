package org.trawl.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

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
    public Part in(LeafReaderContext leaf, Deadline deadline) throws IOException {
      deadline.check();
      return Part.of(weight.scorerSupplier(leaf));
    }
  }

  /// Any of some.
  record Any(List<HitPlan> parts) implements HitPlan {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public Part in(LeafReaderContext leaf, Deadline deadline) throws IOException {
      var own = new ArrayList<Part>(parts.size());
      for (var part : parts) {
        var found = part.in(leaf, deadline);
        if (found.cost() > 0) {
          own.add(found);
        }
      }
      return own.size() == 1 ? own.getFirst() : new Part.Union(own);
    }
  }

  /// All of some and none of others.
  record All(List<HitPlan> required, List<HitPlan> excluded, Whole whole) implements HitPlan {
    public All {
      required = List.copyOf(required);
      excluded = List.copyOf(excluded);
    }

    @Override
    public Part in(LeafReaderContext leaf, Deadline deadline) throws IOException {
      var all = new ArrayList<Part>(required.size());
      for (var part : required) {
        var found = part.in(leaf, deadline);
        if (found.cost() == 0) {
          return found;
        }
        all.add(found);
      }
      all.sort(Comparator.comparingLong(Part::cost));
      var least = all.getFirst().cost();
      var most = all.getLast().cost();
      var none = new ArrayList<Part>(excluded.size());
      for (var part : excluded) {
        var found = part.in(leaf, deadline);
        if (found.cost() > 0) {
          none.add(found);
          most = Math.max(most, found.cost());
        }
      }
      return least <= leaf.reader().maxDoc() / FEW || most / LOPSIDED > least
          ? Part.of(whole.weight().scorerSupplier(leaf))
          : new Part.Intersection(all, none);
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
  Part in(LeafReaderContext leaf, Deadline deadline) throws IOException;

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

  /// What finds a part's hits in one segment.
  sealed interface Part {
    /// Documents that are verified one by one between two looks at the clock.
    int LOOK = 16;

    /// How many documents it may have; 0 if it has none.
    long cost();

    /// Sets the bits of its hits.
    ///
    /// @return false if the time was over before all were found
    boolean into(FixedBitSet bits, Deadline deadline) throws IOException;

    /// What Lucene runs to find them one by one; nothing where they are put together from bits.
    Optional<List<ScorerSupplier>> suppliers();

    static Part of(@Nullable ScorerSupplier supplier) {
      return supplier == null ? new Union(List.of()) : new Single(supplier);
    }

    /// What Lucene finds.
    record Single(ScorerSupplier supplier) implements Part {
      @Override
      public long cost() {
        return Math.max(1, supplier.cost());
      }

      @Override
      public Optional<List<ScorerSupplier>> suppliers() {
        return Optional.of(List.of(supplier));
      }

      @Override
      public boolean into(FixedBitSet bits, Deadline deadline) throws IOException {
        var scorer = supplier.get(Long.MAX_VALUE);
        var verified = scorer.twoPhaseIterator();
        return verified == null
            ? into(scorer.iterator(), bits, deadline)
            : into(verified, bits, deadline);
      }

      /// Looks at each document that may match: from one that does to the next can be all of the
      /// segment.
      private static boolean into(TwoPhaseIterator verified, FixedBitSet bits, Deadline deadline)
          throws IOException {
        var documents = verified.approximation();
        var looked = 0;
        for (var doc = documents.nextDoc(); doc < bits.length(); doc = documents.nextDoc()) {
          if (verified.matches()) {
            bits.set(doc);
          }
          if (++looked % LOOK == 0 && deadline.over()) {
            return false;
          }
        }
        return true;
      }

      /// A block of a posting list at a time.
      private static boolean into(DocIdSetIterator iterator, FixedBitSet bits, Deadline deadline)
          throws IOException {
        var pace = new Pace(deadline);
        for (var from = iterator.nextDoc(); from < bits.length(); ) {
          iterator.intoBitSet(pace.end(from, bits.length()), bits, 0);
          from = iterator.docID();
          if (pace.over()) {
            return false;
          }
        }
        return true;
      }
    }

    /// Any of some.
    record Union(List<Part> parts) implements Part {
      public Union {
        parts = List.copyOf(parts);
      }

      @Override
      public long cost() {
        return parts.stream().mapToLong(Part::cost).sum();
      }

      @Override
      public Optional<List<ScorerSupplier>> suppliers() {
        var all = new ArrayList<ScorerSupplier>();
        for (var part : parts) {
          var own = part.suppliers();
          if (own.isEmpty()) {
            return own;
          }
          all.addAll(own.get());
        }
        return Optional.of(all);
      }

      @Override
      public boolean into(FixedBitSet bits, Deadline deadline) throws IOException {
        for (var part : parts) {
          if (!part.into(bits, deadline)) {
            return false;
          }
        }
        return true;
      }
    }

    /// All of some and none of others.
    record Intersection(List<Part> required, List<Part> excluded) implements Part {
      public Intersection {
        required = List.copyOf(required);
        excluded = List.copyOf(excluded);
      }

      @Override
      public long cost() {
        return required.getFirst().cost();
      }

      @Override
      public Optional<List<ScorerSupplier>> suppliers() {
        return Optional.empty();
      }

      @Override
      public boolean into(FixedBitSet bits, Deadline deadline) throws IOException {
        var left = new FixedBitSet(bits.length());
        left.set(0, left.length());
        var verified = new ArrayList<TwoPhaseIterator>();
        // What verifies does so where all else matches, and nowhere else.
        for (var part : required) {
          var own = new FixedBitSet(bits.length());
          if (part instanceof Single(var supplier)) {
            var scorer = supplier.get(Long.MAX_VALUE);
            if (scorer.twoPhaseIterator() != null) {
              verified.add(scorer.twoPhaseIterator());
              continue;
            }
            if (!Single.into(scorer.iterator(), own, deadline)) {
              return false;
            }
          } else if (!part.into(own, deadline)) {
            return false;
          }
          left.and(own);
        }
        for (var part : excluded) {
          var own = new FixedBitSet(bits.length());
          if (!part.into(own, deadline)) {
            return false;
          }
          left.andNot(own);
        }
        for (var iterator : verified) {
          if (!verify(left, iterator, deadline)) {
            return false;
          }
        }
        bits.or(left);
        return true;
      }

      private static boolean verify(FixedBitSet bits, TwoPhaseIterator verified, Deadline deadline)
          throws IOException {
        var approximation = verified.approximation();
        var looked = 0;
        for (var doc = bits.nextSetBit(0);
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc =
                doc + 1 < bits.length()
                    ? bits.nextSetBit(doc + 1)
                    : DocIdSetIterator.NO_MORE_DOCS) {
          if (approximation.docID() < doc) {
            approximation.advance(doc);
          }
          if (approximation.docID() != doc || !verified.matches()) {
            bits.clear(doc);
          }
          if (++looked % LOOK == 0 && deadline.over()) {
            return false;
          }
        }
        return true;
      }
    }
  }
}
