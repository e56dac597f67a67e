package org.trawl.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;
import org.trawl.schema.TweetFields;
import org.trawl.search.SearchRequest;

/// The tweets of the whole archive with the highest counts of one kind, in order. A page of many
/// hits by that count is mostly found among them, without a look at the other hits.
final class HighestCounts {
  /// Most tweets to keep: some two hundred kilobytes, and hits that are one tweet in a thousand
  /// still find their first page here.
  private static final int MOST = 1 << 16;

  private static final Comparator<Counted> ORDER =
      Comparator.comparingLong(Counted::count).thenComparingLong(Counted::id).reversed();

  private final List<Counted> counted;
  private final int size;

  private record Counted(int doc, int leaf, long count, long id) {}

  private HighestCounts(List<Counted> counted, int size) {
    this.counted = counted;
    this.size = size;
  }

  /// @param ranks of each document's count
  /// @param histogram how many documents have each rank
  static HighestCounts of(IndexReader reader, String field, byte[] ranks, int[] histogram)
      throws IOException {
    var lowest = histogram.length;
    for (var kept = 0; lowest > 1 && kept + histogram[lowest - 1] <= MOST; lowest--) {
      kept += histogram[lowest - 1];
    }
    var counted = new ArrayList<Counted>();
    for (var leaf : reader.leaves()) {
      var counts = DocValues.getNumeric(leaf.reader(), field);
      var ids = DocValues.getNumeric(leaf.reader(), TweetFields.ID);
      for (var doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        if ((ranks[leaf.docBase + doc] & 0xFF) >= lowest && counts.advanceExact(doc)) {
          var id = ids.advanceExact(doc) ? ids.longValue() : 0;
          counted.add(new Counted(leaf.docBase + doc, leaf.ord, counts.longValue(), id));
        }
      }
    }
    counted.sort(ORDER);
    return new HighestCounts(List.copyOf(counted), reader.maxDoc());
  }

  /// A page of hits with the highest counts.
  ///
  /// @param after what stands before the page
  /// @return nothing if the hits among these tweets are not enough for a page, or likely are not
  Optional<List<TopHits.Ranked>> page(
      HitSet hits, SearchRequest.Sort sort, int length, @Nullable Cursor after) {
    if (hits.total() * counted.size() / Math.max(1, size) < 2L * length) {
      return Optional.empty();
    }
    var page = new ArrayList<TopHits.Ranked>(length);
    for (var at = after == null ? 0 : firstAfter(after); at < counted.size(); at++) {
      var tweet = counted.get(at);
      var segment = hits.segments().get(tweet.leaf);
      if (segment.contains(tweet.doc - segment.base())) {
        page.add(new TopHits.Ranked(tweet.doc, new Cursor(sort, tweet.count, tweet.id)));
        if (page.size() == length) {
          return Optional.of(page);
        }
      }
    }
    return Optional.empty();
  }

  private int firstAfter(Cursor cursor) {
    var from = 0;
    var to = counted.size();
    while (from < to) {
      var middle = (from + to) >>> 1;
      var tweet = counted.get(middle);
      var before =
          tweet.count != cursor.key() ? tweet.count > cursor.key() : tweet.id >= cursor.id();
      if (before) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
