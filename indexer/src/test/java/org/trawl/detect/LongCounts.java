package org.trawl.detect;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// A map from a key that is not 0 to a count, 0 where there is none. A key and its count stand side
/// by side in one array, so that finding both is one access to memory, and a million n-grams take
/// 32 MB. Not thread-safe.
final class LongCounts {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /// At even places the keys, 0 where there is none; behind each its count, as [Double] has its
  /// bits.
  private long[] table;

  private int size;

  interface Each {
    void accept(long key, double count);
  }

  LongCounts() {
    this(16);
  }

  /// @param bits room for 2 to the power of this many keys, of which three in five can be taken
  ///   before all are copied to a larger place
  LongCounts(int bits) {
    table = new long[2 << bits];
  }

  double get(long key) {
    return Double.longBitsToDouble(table[slot(key) + 1]);
  }

  void add(long key, double count) {
    int slot = slot(key);
    if (table[slot] == 0) {
      if (size * 10L > table.length * 3L) {
        grow();
        slot = slot(key);
      }
      table[slot] = key;
      size++;
    }
    double sum = Double.longBitsToDouble(table[slot + 1]) + count;
    table[slot + 1] = Double.doubleToRawLongBits(sum);
  }

  /// Calls `each` with every key, in no order. It may not add keys to this map.
  void forEach(Each each) {
    for (int i = 0; i < table.length; i += 2) {
      if (table[i] != 0) {
        each.accept(table[i], Double.longBitsToDouble(table[i + 1]));
      }
    }
  }

  /// Puts what `change` makes of it in the place of every count.
  void replaceAll(DoubleUnaryOperator change) {
    for (int i = 0; i < table.length; i += 2) {
      if (table[i] != 0) {
        double changed = change.applyAsDouble(Double.longBitsToDouble(table[i + 1]));
        table[i + 1] = Double.doubleToRawLongBits(changed);
      }
    }
  }

  /// The keys in ascending order.
  long[] sortedKeys() {
    long[] sorted = new long[size];
    int next = 0;
    for (int i = 0; i < table.length; i += 2) {
      if (table[i] != 0) {
        sorted[next++] = table[i];
      }
    }
    Arrays.sort(sorted);
    return sorted;
  }

  private int slot(long key) {
    if (key == 0) {
      throw new IllegalArgumentException("a key must not be 0");
    }
    int mask = table.length - 2;
    long hash = key * GOLDEN;
    // The length takes part, as keys in the order of one table would crowd a shorter one that put
    // them in the same order.
    hash = (hash ^ (hash >>> 32)) * (GOLDEN + 2L * table.length);
    int slot = (int) (hash >>> 32) & mask;
    while (table[slot] != 0 && table[slot] != key) {
      slot = (slot + 2) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] old = table;
    table = new long[old.length * 2];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0) {
        int slot = slot(old[i]);
        table[slot] = old[i];
        table[slot + 1] = old[i + 1];
      }
    }
  }
}
