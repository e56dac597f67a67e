package org.trawl.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.trawl.search.Deadline;

/// What finds a part's hits in one segment.
sealed interface HitPart {
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

  static HitPart of(@Nullable ScorerSupplier supplier) {
    return supplier == null ? new Union(List.of()) : new Single(supplier);
  }

  /// What Lucene finds.
  record Single(ScorerSupplier supplier) implements HitPart {
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
  record Union(List<HitPart> parts) implements HitPart {
    public Union {
      parts = List.copyOf(parts);
    }

    @Override
    public long cost() {
      return parts.stream().mapToLong(HitPart::cost).sum();
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
  record Intersection(List<HitPart> required, List<HitPart> excluded) implements HitPart {
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
              doc + 1 < bits.length() ? bits.nextSetBit(doc + 1) : DocIdSetIterator.NO_MORE_DOCS) {
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
