package org.trawl.lucene.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;
import org.trawl.schema.TweetFields;

/// The ids of tweets, for documents that ascend. Not thread-safe.
final class TweetIds {
  private final IndexReader reader;
  private int leaf = -1;
  private int base;
  private int end;
  private @Nullable NumericDocValues ids;

  TweetIds(IndexReader reader) {
    this.reader = reader;
  }

  /// @param doc above that of the call before
  long of(int doc) {
    try {
      while (doc >= end || ids == null) {
        var next = reader.leaves().get(++leaf);
        base = next.docBase;
        end = base + next.reader().maxDoc();
        ids = DocValues.getNumeric(next.reader(), TweetFields.ID);
      }
      ids.advanceExact(doc - base);
      return ids.longValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
