package org.trawl.lucene.network;

import java.util.Comparator;

/// An edge between two nodes, as it is counted.
///
/// @param first seconds since 1970
/// @param last seconds since 1970
record Tie(
    int source,
    int target,
    long weight,
    int items,
    int sourceTweets,
    int targetTweets,
    int first,
    int last) {
  static final Comparator<Tie> HEAVIEST =
      Comparator.comparingLong(Tie::weight)
          .reversed()
          .thenComparing(Comparator.comparingInt(Tie::items).reversed())
          .thenComparingInt(Tie::source)
          .thenComparingInt(Tie::target);

  Tie withTweets(int ofSource, int ofTarget) {
    return new Tie(source, target, weight, items, ofSource, ofTarget, first, last);
  }
}
