package org.trawl.columns;

import java.util.Arrays;

/// Groups of tweets whose text is the same.
///
/// @param groups by document, 1 or more; 0 for a text of its own
/// @param sizes by group; index 0 is unused
@SuppressWarnings("ArrayRecordComponent") // Handed on as columns; never compared.
record CopyGroups(int[] groups, int[] sizes) {

  /// Groups documents by the hash of their text; hash 0 is no text and never groups.
  ///
  /// Sorts a copy of the hashes, keeps those that occur twice, and looks each document up in them.
  static CopyGroups of(long[] hashes) {
    var sorted = hashes.clone();
    Arrays.parallelSort(sorted);
    var kept = 0;
    var sizes = new int[1024];
    for (var from = 0; from < sorted.length; ) {
      var to = from + 1;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      if (to - from > 1 && sorted[from] != 0) {
        if (kept + 1 >= sizes.length) {
          sizes = Arrays.copyOf(sizes, sizes.length * 2);
        }
        sizes[kept + 1] = to - from;
        // Never overtakes the reading: each group takes one place and read at least two.
        sorted[kept++] = sorted[from];
      }
      from = to;
    }
    var repeated = Arrays.copyOf(sorted, kept);
    var groups = new int[hashes.length];
    Arrays.parallelSetAll(
        groups,
        doc -> hashes[doc] == 0 ? 0 : Math.max(0, Arrays.binarySearch(repeated, hashes[doc]) + 1));
    return new CopyGroups(groups, Arrays.copyOf(sizes, kept + 1));
  }
}
