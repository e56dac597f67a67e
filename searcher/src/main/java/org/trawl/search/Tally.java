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

  /// Counts the first `length` of some ordinals.
  ///
  /// Without a branch on whether a counter was touched: counters of a large archive lie in slow
  /// memory, and a processor that need not guess waits for several of them at once.
  void add(int[] ordinals, int length) {
    if (touched.length - touchedCount < length) {
      touched = Arrays.copyOf(touched, Math.max(touched.length * 2, touchedCount + length));
    }
    var end = touchedCount;
    for (var i = 0; i < length; i++) {
      var ordinal = ordinals[i];
      var before = counts[ordinal];
      counts[ordinal] = before + 1;
      touched[end] = ordinal;
      // 1 if it was 0 before, else 0.
      end += (before - 1) >>> 31;
    }
    touchedCount = end;
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
      touched = Arrays.copyOf(touched, Math.max(1, touched.length) * 2);
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
