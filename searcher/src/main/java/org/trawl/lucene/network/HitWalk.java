package org.trawl.lucene.network;

import java.util.function.IntConsumer;

/// The hits of a search. Can be walked again and again, by several threads.
public interface HitWalk {
  /// How many there are.
  long total();

  /// Gives each hit's document, once, in the same order each time.
  void each(IntConsumer document);
}
