package org.trawl.schema;

import org.apache.lucene.util.BytesRef;
import org.trawl.tweet.Row;
import org.trawl.tweet.Tweet;

/// Reads tweets back from what [TweetDocuments] stored. Thread-safe.
public final class TweetReading {
  private final RowCodec codec;

  /// @param shared what the rows share, as it was saved beside the index
  public TweetReading(SharedCells shared) {
    this.codec = new RowCodec(shared);
  }

  /// The row as it stood in the archive's file.
  public Row row(BytesRef stored) {
    return codec.decode(stored);
  }

  /// The tweet of a stored row.
  ///
  /// @param operation the release it was indexed as
  public Tweet tweet(BytesRef stored, String operation) {
    return org.trawl.tweet.InterimTweets.read(row(stored), operation);
  }
}
