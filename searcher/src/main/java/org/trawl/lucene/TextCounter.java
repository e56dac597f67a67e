package org.trawl.lucene;

import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.util.FixedBitSet;
import org.trawl.columns.Columns;

/// Counts how many different texts hits have: groups of copies are one, all others one each.
///
/// Thread-safe.
final class TextCounter {
  /// Below this many hits a second thread costs more than it saves.
  private static final int PARALLEL = 100_000;

  private static final int BLOCK = 1024;

  private final Columns columns;
  private final Processors processors;
  private final long all;

  TextCounter(Columns columns, Processors processors) {
    this.columns = columns;
    this.processors = processors;
    var copied = 0L;
    for (var size : columns.groupSizes()) {
      copied += size;
    }
    all = columns.size() - copied + Math.max(0, columns.groupSizes().length - 1);
  }

  private record Counted(FixedBitSet groups, long alone) {}

  long count(HitSet hits) throws IOException {
    if (hits.isAll()) {
      return all;
    }
    var left = new ConcurrentLinkedQueue<>(hits.segments());
    var threads = hits.total() < PARALLEL ? 1 : processors.share();
    var parts =
        Processors.together(
            threads,
            () -> {
              var groups = new FixedBitSet(columns.groupSizes().length + 1);
              var alone = 0L;
              for (var next = left.poll(); next != null; next = left.poll()) {
                alone += count(next, groups);
              }
              return new Counted(groups, alone);
            });
    var groups = parts.getFirst().groups;
    var alone = parts.stream().mapToLong(Counted::alone).sum();
    parts.stream().skip(1).forEach(part -> groups.or(part.groups));
    return alone + groups.cardinality();
  }

  /// Notes the groups of a segment's hits.
  ///
  /// @return how many hits have no copy
  private long count(SegmentHits hits, FixedBitSet groups) {
    var copies = columns.copies();
    var block = new int[BLOCK];
    var alone = 0L;
    for (var n = hits.fill(0, block); n > 0; n = hits.fill(block[n - 1] + 1, block)) {
      for (var k = 0; k < n; k++) {
        var group = copies[hits.base() + block[k]];
        if (group == 0) {
          alone++;
        } else {
          groups.set(group);
        }
      }
    }
    return alone;
  }
}
