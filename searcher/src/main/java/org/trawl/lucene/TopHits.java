package org.trawl.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;
import org.trawl.columns.Columns;
import org.trawl.schema.TweetFields;
import org.trawl.search.SearchRequest;

/// Puts hits in order of a count and cuts a page out of them.
///
/// All hits pass a heap. By relevance, see [Relevance]; by time, see [TimeOrder].
final class TopHits {
  /// A hit's document in the whole reader, and its place in the order.
  record Ranked(int doc, Cursor cursor) {}

  /// Hits looked at at a time.
  private static final int BLOCK = 1024;

  private static final Comparator<Ranked> WORST_FIRST =
      Comparator.<Ranked>comparingLong(r -> r.cursor().key())
          .thenComparingLong(r -> r.cursor().id());

  private final IndexReader reader;

  TopHits(IndexReader reader) {
    this.reader = reader;
  }

  /// The hits with the highest counts, from among the archive's highest if enough are there. Else
  /// goes through their ranks twice: once to see from which rank on there are enough for a page,
  /// once to put those in order.
  List<Ranked> byCount(
      HitSet hits, CountColumns columns, SearchRequest.Sort sort, int size, @Nullable Cursor after)
      throws IOException {
    if (size == 0) {
      return List.of();
    }
    var field = sort == SearchRequest.Sort.LIKES ? TweetFields.LIKES : TweetFields.RETWEETS;
    var known = columns.highest(field).page(hits, sort, size, after);
    if (known.isPresent()) {
      return known.get();
    }
    var ranks = columns.ranks(field);
    var histogram = hits.isAll() ? columns.histogram(field) : histogram(hits, ranks);
    var highest = after == null ? CountColumns.RANKS : CountColumns.rank(after.key());
    var lowest = lowestRank(histogram, highest, size);
    var heap = new PriorityQueue<>(size, WORST_FIRST);
    var leaves = reader.leaves();
    var block = new int[BLOCK];
    for (var i = 0; i < leaves.size(); i++) {
      var segment = hits.segments().get(i);
      var counts = DocValues.getNumeric(leaves.get(i).reader(), field);
      var ids = DocValues.getNumeric(leaves.get(i).reader(), TweetFields.ID);
      for (var n = segment.fill(0, block); n > 0; n = segment.fill(block[n - 1] + 1, block)) {
        for (var k = 0; k < n; k++) {
          var doc = block[k];
          var rank = ranks[segment.base() + doc] & 0xFF;
          if (rank < lowest || rank > highest) {
            continue;
          }
          var count = counts.advanceExact(doc) ? counts.longValue() : 0;
          var id = ids.advanceExact(doc) ? ids.longValue() : 0;
          var hit = new Ranked(segment.base() + doc, new Cursor(sort, count, id));
          if (after != null
              && (count > after.key() || (count == after.key() && id >= after.id()))) {
            continue;
          }
          offer(heap, hit, size);
        }
      }
    }
    return page(heap);
  }

  private static void offer(PriorityQueue<Ranked> heap, Ranked hit, int size) {
    if (heap.size() < size) {
      heap.add(hit);
    } else if (WORST_FIRST.compare(hit, heap.element()) > 0) {
      heap.poll();
      heap.add(hit);
    }
  }

  private static List<Ranked> page(PriorityQueue<Ranked> heap) {
    var page = heap.toArray(Ranked[]::new);
    Arrays.sort(page, WORST_FIRST.reversed());
    return List.of(page);
  }

  /// The hits whose text most tweets of the archive have.
  List<Ranked> byCopies(HitSet hits, Columns columns, int size, @Nullable Cursor after)
      throws IOException {
    if (size == 0) {
      return List.of();
    }
    var heap = new PriorityQueue<>(size, WORST_FIRST);
    var block = new int[BLOCK];
    for (var i = 0; i < reader.leaves().size(); i++) {
      var segment = hits.segments().get(i);
      var ids = DocValues.getNumeric(reader.leaves().get(i).reader(), TweetFields.ID);
      for (var n = segment.fill(0, block); n > 0; n = segment.fill(block[n - 1] + 1, block)) {
        for (var k = 0; k < n; k++) {
          var copies = columns.copiesOf(segment.base() + block[k]);
          // Most hits are ruled out by their number alone.
          if ((after != null && copies > after.key())
              || (heap.size() == size && copies < heap.element().cursor().key())) {
            continue;
          }
          var id = ids.advanceExact(block[k]) ? ids.longValue() : 0;
          if (after == null || copies < after.key() || id < after.id()) {
            var cursor = new Cursor(SearchRequest.Sort.COPIES, copies, id);
            offer(heap, new Ranked(segment.base() + block[k], cursor), size);
          }
        }
      }
    }
    return page(heap);
  }

  private static int[] histogram(HitSet hits, byte[] ranks) {
    var block = new int[BLOCK];
    var histogram = new int[CountColumns.RANKS];
    for (var segment : hits.segments()) {
      for (var n = segment.fill(0, block); n > 0; n = segment.fill(block[n - 1] + 1, block)) {
        for (var k = 0; k < n; k++) {
          histogram[ranks[segment.base() + block[k]] & 0xFF]++;
        }
      }
    }
    return histogram;
  }

  /// The highest rank so that at least `size` hits have it or a higher one below `highest`; 0 if
  /// there are fewer.
  private static int lowestRank(int[] histogram, int highest, int size) {
    var enough = 0;
    for (var rank = highest - 1; rank > 0; rank--) {
      enough += histogram[rank];
      if (enough >= size) {
        return rank;
      }
    }
    return 0;
  }
}
