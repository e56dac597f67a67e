package org.trawl.lucene.network;

import java.io.IOException;
import java.util.OptionalInt;

/// Finds a tweet of the archive by its id.
public interface TweetById {
  /// Its document; empty if the archive lacks it.
  OptionalInt find(long id) throws IOException;
}
