package org.trawl.bench;

/// Numbers other than 0, in an open-addressed table.
final class LongSet {
  private long[] table = new long[1 << 16];
  private int size;

  /// Adds a number; says whether it was new.
  boolean add(long number) {
    if (size * 2 >= table.length) {
      grow();
    }
    if (!insert(table, number)) {
      return false;
    }
    size++;
    return true;
  }

  private static boolean insert(long[] table, long number) {
    var mask = table.length - 1;
    var mixed = number * 0x9E3779B97F4A7C15L;
    var at = (int) (mixed >>> 32) & mask;
    while (table[at] != 0) {
      if (table[at] == number) {
        return false;
      }
      at = (at + 1) & mask;
    }
    table[at] = number;
    return true;
  }

  private void grow() {
    var larger = new long[table.length * 2];
    for (var number : table) {
      if (number != 0) {
        insert(larger, number);
      }
    }
    table = larger;
  }
}
