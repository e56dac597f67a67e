package org.trawl.schema;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.util.BytesRef;
import org.trawl.tweet.Row;
import org.trawl.tweet.Tweet;
import org.trawl.tweet.TweetReader;
import org.trawl.tweet.UnusableRow;

/// Reads tweets back from what [TweetDocuments] stored. Thread-safe.
public final class TweetReading {
  private final RowCodec codec;
  private final Map<List<String>, TweetReader> readers = new ConcurrentHashMap<>();

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
    var row = row(stored);
    var reader = readers.computeIfAbsent(row.columns(), TweetReader::of);
    try {
      return reader.read(row, operation);
    } catch (UnusableRow e) {
      throw new IllegalStateException("a row that was indexed cannot be read", e);
    }
  }
}
