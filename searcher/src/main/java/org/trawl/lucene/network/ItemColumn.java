package org.trawl.lucene.network;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/// Which tweets have an item of a field in common: the link, the retweeted or the answered tweet.
/// An item of one tweet alone joins nobody and is not numbered.
///
/// @param starts where each document's items begin in `items`; one more at the end
/// @param items ordinals from 0 in byte order of the terms; -1 for one that no other tweet has
/// @param count how many ordinals there are
@SuppressWarnings("ArrayRecordComponent") // Plain arrays, as columns are; never compared.
record ItemColumn(int[] starts, int[] items, int count) {
  /// Reads a field: two passes over its terms.
  static ItemColumn read(IndexReader reader, String field) throws IOException {
    var starts = new int[reader.maxDoc() + 1];
    FieldPostings.each(
        reader,
        field,
        new FieldPostings.Terms() {
          @Override
          public boolean term(BytesRef term, int documents) {
            return true;
          }

          @Override
          public void document(int doc) {
            starts[doc]++;
          }
        });
    int total = 0;
    for (int doc = 0; doc < starts.length; doc++) {
      int own = starts[doc];
      starts[doc] = total;
      total = Math.addExact(total, own);
    }
    var filler = new Filler(starts, new int[total]);
    FieldPostings.each(reader, field, filler);
    // Each start has moved to its end, which is the next one's start.
    System.arraycopy(starts, 0, starts, 1, starts.length - 1);
    starts[0] = 0;
    return new ItemColumn(starts, filler.items, filler.count);
  }

  /// Bytes that reading takes, and keeps.
  static long bytes(IndexReader reader) {
    return 12L * reader.maxDoc();
  }

  private static final class Filler implements FieldPostings.Terms {
    private final int[] next;
    private final int[] items;
    private int count;
    private int now;

    Filler(int[] next, int[] items) {
      this.next = next;
      this.items = items;
    }

    @Override
    public boolean term(BytesRef term, int documents) {
      now = documents > 1 ? count++ : -1;
      return true;
    }

    @Override
    public void document(int doc) {
      items[next[doc]++] = now;
    }
  }

  /// Copies a document's items.
  ///
  /// @return the array, grown if it had to be; its first [#size] are the document's
  int[] fill(int doc, int[] into) {
    int size = size(doc);
    var room = ArrayUtil.grow(into, size);
    System.arraycopy(items, starts[doc], room, 0, size);
    return room;
  }

  int size(int doc) {
    return starts[doc + 1] - starts[doc];
  }
}
