package org.trawl.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.trawl.index.PublishedIndex;
import org.trawl.schema.StoredTweet;
import org.trawl.schema.TweetFields;
import org.trawl.schema.TweetReading;

/// What a published index stores, to compare indexes.
final class StoredRows {
  private StoredRows() {}

  /// Every tweet's row by the tweet's id.
  static Map<Long, String> of(Path folder) throws IOException {
    return of(folder, row -> row);
  }

  /// A hash of every tweet's row, for indexes whose rows are many.
  static Map<Long, String> hashes(Path folder) throws IOException {
    return of(folder, row -> Long.toString(row.hashCode() * 31L + row.length()));
  }

  private static Map<Long, String> of(Path folder, UnaryOperator<String> shown) throws IOException {
    var rows = new TreeMap<Long, String>();
    try (var index = PublishedIndex.open(folder)) {
      var reading = new TweetReading(index.cells());
      for (var leaf : index.reader().leaves()) {
        var ids = leaf.reader().getNumericDocValues(TweetFields.ID);
        var stored = leaf.reader().storedFields();
        for (var doc = 0; doc < leaf.reader().maxDoc(); doc++) {
          if (!ids.advanceExact(doc)) {
            throw new AssertionError("a tweet without id");
          }
          var tweet = new StoredTweet();
          stored.document(doc, tweet);
          if (rows.put(ids.longValue(), shown.apply(reading.row(tweet.row()).toString())) != null) {
            throw new AssertionError("the tweet " + ids.longValue() + " is there twice");
          }
        }
      }
    }
    return rows;
  }
}
