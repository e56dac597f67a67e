package org.trawl.lucene;

import org.trawl.search.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;
import org.trawl.schema.TweetFields;

/// Puts hits in order and cuts a page out of them.
///
/// By count, all hits pass a heap; by relevance, Lucene skips the blocks of postings that cannot
/// reach the page. By time, see [TimeOrder].
final class TopHits {
  /// A hit's document in the whole reader, and its place in the order.
  record Ranked(int doc, Cursor place) {}

  /// Hits looked at at a time.
  private static final int BLOCK = 1024;

  private final IndexSearcher searcher;

  TopHits(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  private IndexReader reader() {
    return searcher.getIndexReader();
  }

  /// The best by score of those that match.
  List<Ranked> byRelevance(Query query, int size, @Nullable Cursor after) throws IOException {
    var order =
        new Sort(SortField.FIELD_SCORE, new SortField(TweetFields.ID, SortField.Type.LONG, true));
    var start =
        after == null
            ? null
            : new FieldDoc(
                Integer.MAX_VALUE,
                Float.NaN,
                new Object[] {Float.intBitsToFloat((int) after.key()), after.id()});
    var top = searcher.search(query, new TopFieldCollectorManager(order, size, start, size));
    var hits = new ArrayList<Ranked>(top.scoreDocs.length);
    for (var hit : top.scoreDocs) {
      var fields = ((FieldDoc) hit).fields;
      hits.add(
          new Ranked(
              hit.doc,
              new Cursor(
                  SearchRequest.Sort.RELEVANCE,
                  Float.floatToIntBits((Float) fields[0]),
                  (Long) fields[1])));
    }
    return hits;
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
    Comparator<Ranked> worstFirst =
        Comparator.<Ranked>comparingLong(r -> r.place().key())
            .thenComparingLong(r -> r.place().id());
    var heap = new PriorityQueue<>(size, worstFirst);
    var leaves = reader().leaves();
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
          if (heap.size() < size) {
            heap.add(hit);
          } else if (worstFirst.compare(hit, heap.element()) > 0) {
            heap.poll();
            heap.add(hit);
          }
        }
      }
    }
    var page = heap.toArray(Ranked[]::new);
    Arrays.sort(page, worstFirst.reversed());
    return List.of(page);
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
