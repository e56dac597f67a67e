package org.trawl.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalInt;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.trawl.columns.Columns;
import org.trawl.schema.TweetFields;
import org.trawl.tweet.Snowflake;

/// Finds a tweet by its id. Most ids hold the second they were made in, and segments are sorted by
/// time: the few tweets of that second are looked at. The others have a list of their own.
final class IdLookup {
  private final IndexReader reader;
  private final Columns columns;

  IdLookup(IndexReader reader, Columns columns) {
    this.reader = reader;
    this.columns = columns;
  }

  /// The document of an id in the whole reader; empty if the archive lacks it.
  OptionalInt find(long id) throws IOException {
    if (id <= 0) {
      return OptionalInt.empty();
    }
    var odd = Arrays.binarySearch(columns.oddIds().ids(), id);
    if (odd >= 0) {
      return OptionalInt.of(columns.oddIds().docs()[odd]);
    }
    var snowflake = new Snowflake(id);
    return snowflake.timed()
        ? inSecond(id, snowflake.createdAt().getEpochSecond())
        : OptionalInt.empty();
  }

  private OptionalInt inSecond(long id, long second) throws IOException {
    for (var leaf : reader.leaves()) {
      var size = leaf.reader().maxDoc();
      var from = TimelineCounter.firstBefore(columns.times(), leaf.docBase, size, second + 1);
      var to = TimelineCounter.firstBefore(columns.times(), leaf.docBase, size, second);
      var ids = DocValues.getNumeric(leaf.reader(), TweetFields.ID);
      for (var doc = from; doc < to; doc++) {
        if (ids.advanceExact(doc) && ids.longValue() == id) {
          return OptionalInt.of(leaf.docBase + doc);
        }
      }
    }
    return OptionalInt.empty();
  }
}
