package org.trawl.lucene;

import java.util.Arrays;

/// Counters by ordinal.
///
/// Few hits cost what they count, not what they could: a list of the ordinals that were touched
/// says which counters to read and which to clear, so that ten hits do not clear a million
/// counters. Many hits are counted without it (*dense*), and the list is made in the end, in one
/// walk.
///
/// Not thread-safe.
final class Tally {
  private final int[] counts;
  private int[] touched;
  private int touchedCount;
  private boolean dense;

  Tally(int ordinals) {
    counts = new int[ordinals];
    touched = new int[Math.min(ordinals, 1024)];
  }

  int size() {
    return counts.length;
  }

  /// Counts from now on without a list of what was touched, until cleared. Nothing may be counted
  /// yet.
  void countDense() {
    dense = true;
  }

  /// The counters, for one who counts dense.
  int[] counts() {
    return counts;
  }

  /// Counts the first `length` of some ordinals.
  ///
  /// Where it lists, without a branch on whether a counter was touched: counters of a large archive
  /// lie in slow memory, and a processor that need not guess waits for several of them at once.
  void add(int[] ordinals, int length) {
    if (dense) {
      for (var i = 0; i < length; i++) {
        counts[ordinals[i]]++;
      }
      return;
    }
    grow(length);
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

  private void grow(int more) {
    if (touched.length - touchedCount < more) {
      touched = Arrays.copyOf(touched, Math.max(touched.length * 2, touchedCount + more));
    }
  }

  /// Adds counts that are known, in order of their ordinals, from one ordinal on. Only dense, and
  /// to nothing that is counted yet.
  void addKnown(int[] known, int first) {
    System.arraycopy(known, 0, counts, first, known.length);
  }

  /// Makes the list of touched ordinals, if it was not made while counting.
  void finish() {
    if (!dense) {
      return;
    }
    grow(counts.length);
    var end = 0;
    for (var ordinal = 0; ordinal < counts.length; ordinal++) {
      touched[end] = ordinal;
      // 1 if it is above 0, else 0.
      end += -counts[ordinal] >>> 31;
    }
    touchedCount = end;
  }

  int count(int ordinal) {
    return counts[ordinal];
  }

  /// How many ordinals have a count.
  int distinct() {
    return touchedCount;
  }

  /// The ordinals that have a count; only the first [#distinct] are.
  int[] touched() {
    return touched;
  }

  /// Where in [#touched] an ordinal or a higher one may first stand.
  int from(int ordinal) {
    if (!dense) {
      return 0;
    }
    var at = Arrays.binarySearch(touched, 0, touchedCount, ordinal);
    return at < 0 ? -at - 1 : at;
  }

  /// Where in [#touched] an ordinal or a higher one may last stand, and one more.
  int until(int ordinal) {
    return dense ? from(ordinal) : touchedCount;
  }

  void clear() {
    if (dense) {
      Arrays.fill(counts, 0);
    } else {
      for (var i = 0; i < touchedCount; i++) {
        counts[touched[i]] = 0;
      }
    }
    touchedCount = 0;
    dense = false;
  }

  /// Adds another's counts, which must be counted in the same way.
  void addAll(Tally other) {
    if (dense) {
      for (var i = 0; i < counts.length; i++) {
        counts[i] += other.counts[i];
      }
      return;
    }
    grow(other.touchedCount);
    for (var i = 0; i < other.touchedCount; i++) {
      var ordinal = other.touched[i];
      if (counts[ordinal] == 0) {
        touched[touchedCount++] = ordinal;
      }
      counts[ordinal] += other.counts[ordinal];
    }
  }

  /// Takes away another's counts, which must all be counted here too. Only dense.
  void subtract(Tally other) {
    if (other.dense) {
      for (var i = 0; i < counts.length; i++) {
        counts[i] -= other.counts[i];
      }
      return;
    }
    for (var i = 0; i < other.touchedCount; i++) {
      counts[other.touched[i]] -= other.counts[other.touched[i]];
    }
  }
}
