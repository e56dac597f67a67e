package org.trawl.language;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// A map from a key that is not 0 to a count, 0 where there is none. Keys and counts stand in two
/// plain arrays, so that a million n-grams take 25 MB. Not thread-safe.
final class LongCounts {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long[] keys;
  private double[] values;
  private int size;

  LongCounts() {
    this(16);
  }

  /// @param bits room for 2 to the power of this many slots, of which three in five can be taken
  ///   before all are copied to a larger place
  LongCounts(int bits) {
    keys = new long[1 << bits];
    values = new double[1 << bits];
  }

  interface Each {
    void accept(long key, double count);
  }

  double get(long key) {
    return values[slot(key)];
  }

  void add(long key, double count) {
    int slot = slot(key);
    if (keys[slot] == 0) {
      if (size * 5L > keys.length * 3L) {
        grow();
        slot = slot(key);
      }
      keys[slot] = key;
      size++;
    }
    values[slot] += count;
  }

  int size() {
    return size;
  }

  /// Calls `each` with every key, in no order. It may not add keys to this map.
  void forEach(Each each) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        each.accept(keys[i], values[i]);
      }
    }
  }

  /// Puts what `change` makes of it in the place of every count.
  void replaceAll(DoubleUnaryOperator change) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        values[i] = change.applyAsDouble(values[i]);
      }
    }
  }

  /// The keys in ascending order.
  long[] sortedKeys() {
    long[] sorted = Arrays.stream(keys).filter(key -> key != 0).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private int slot(long key) {
    if (key == 0) {
      throw new IllegalArgumentException("a key must not be 0");
    }
    int mask = keys.length - 1;
    int slot = (int) ((key * GOLDEN) >>> 32) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    double[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new double[oldValues.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
