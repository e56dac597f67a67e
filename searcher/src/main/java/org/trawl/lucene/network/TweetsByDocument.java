package org.trawl.lucene.network;

import java.io.IOException;
import java.util.List;
import org.trawl.search.SearchResult.Hit;

/// Loads tweets.
public interface TweetsByDocument {
  /// The tweets of documents, in their order.
  List<Hit> load(int[] docs) throws IOException;
}
