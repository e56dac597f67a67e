package org.trawl.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntConsumer;
import org.trawl.lucene.network.HitWalk;

/// All documents that match, segment by segment in the reader's order.
///
/// @param complete whether the search went through every document; false when its time ran out
record HitSet(List<SegmentHits> segments, boolean complete) implements HitWalk {
  /// Hits that are copied out at a time.
  private static final int BLOCK = 1024;

  HitSet {
    segments = List.copyOf(segments);
  }

  @Override
  public long total() {
    var total = 0L;
    for (var segment : segments) {
      total += segment.count();
    }
    return total;
  }

  /// Whether a document of the whole reader is a hit.
  boolean contains(int doc) {
    for (var segment : segments) {
      if (doc < segment.base() + segment.size()) {
        return segment.contains(doc - segment.base());
      }
    }
    return false;
  }

  /// Gives each hit's number in the whole reader, ascending.
  @Override
  public void each(IntConsumer document) {
    var block = new int[BLOCK];
    for (var segment : segments) {
      for (var n = segment.fill(0, block); n > 0; n = segment.fill(block[n - 1] + 1, block)) {
        for (var k = 0; k < n; k++) {
          document.accept(segment.base() + block[k]);
        }
      }
    }
  }

  /// Whether every document of the index is a hit.
  boolean isAll() {
    return segments.stream().allMatch(SegmentHits::isAll);
  }

  /// About how much memory they take.
  long bytes() {
    return segments.stream().mapToLong(SegmentHits::bytes).sum();
  }

  HitSet and(HitSet other) {
    return combine(other, SegmentHits::and);
  }

  HitSet andNot(HitSet other) {
    return combine(other, SegmentHits::andNot);
  }

  /// How many hits both have.
  long countBoth(HitSet other) {
    var count = 0L;
    for (var i = 0; i < segments.size(); i++) {
      count += segments.get(i).countBoth(other.segments.get(i));
    }
    return count;
  }

  HitSet complement() {
    return new HitSet(segments.stream().map(SegmentHits::complement).toList(), complete);
  }

  private HitSet combine(HitSet other, BinaryOperator<SegmentHits> how) {
    var combined = new ArrayList<SegmentHits>(segments.size());
    for (var i = 0; i < segments.size(); i++) {
      combined.add(how.apply(segments.get(i), other.segments.get(i)));
    }
    return new HitSet(combined, complete && other.complete);
  }
}
