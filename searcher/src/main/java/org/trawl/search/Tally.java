package org.trawl.search;

import java.util.Arrays;

/// Counters by ordinal that cost what they count, not what they could: a list of the ordinals that
/// were touched says which to read and which to clear, so that ten hits do not clear a million
/// counters.
///
/// Not thread-safe.
final class Tally {
  private final int[] counts;
  private int[] touched;
  private int touchedCount;

  Tally(int ordinals) {
    counts = new int[ordinals];
    touched = new int[Math.min(ordinals, 1024)];
  }

  void add(int ordinal) {
    if (counts[ordinal]++ == 0) {
      touch(ordinal);
    }
  }

  void add(int ordinal, int count) {
    if (count > 0) {
      if (counts[ordinal] == 0) {
        touch(ordinal);
      }
      counts[ordinal] += count;
    }
  }

  private void touch(int ordinal) {
    if (touchedCount == touched.length) {
      touched = Arrays.copyOf(touched, (int) Math.min(counts.length, touched.length * 2L));
    }
    touched[touchedCount++] = ordinal;
  }

  int count(int ordinal) {
    return counts[ordinal];
  }

  /// How many ordinals have a count.
  int distinct() {
    return touchedCount;
  }

  /// The ordinals that have a count, in no order; only the first [#distinct] are.
  int[] touched() {
    return touched;
  }

  void clear() {
    for (var i = 0; i < touchedCount; i++) {
      counts[touched[i]] = 0;
    }
    touchedCount = 0;
  }

  /// Adds another's counts.
  void addAll(Tally other) {
    for (var i = 0; i < other.touchedCount; i++) {
      add(other.touched[i], other.counts[other.touched[i]]);
    }
  }

  /// Takes away another's counts; what falls to 0 is touched no longer.
  void subtract(Tally other) {
    for (var i = 0; i < other.touchedCount; i++) {
      counts[other.touched[i]] -= other.counts[other.touched[i]];
    }
    var kept = 0;
    for (var i = 0; i < touchedCount; i++) {
      if (counts[touched[i]] > 0) {
        touched[kept++] = touched[i];
      }
    }
    touchedCount = kept;
  }
}
