package org.trawl.columns;

import java.util.Arrays;

/// The places of values when ordered by how frequent they are.
final class FrequencyRank {
  private FrequencyRank() {}

  /// Gives the place of each when ordered by falling count; ties keep their order.
  static int[] of(int[] counts, int size) {
    var order = new long[size];
    for (var i = 0; i < size; i++) {
      order[i] = ((long) (Integer.MAX_VALUE - counts[i]) << 32) | i;
    }
    Arrays.sort(order);
    var rank = new int[size];
    for (var index = 0; index < size; index++) {
      rank[(int) order[index]] = index;
    }
    return rank;
  }
}
