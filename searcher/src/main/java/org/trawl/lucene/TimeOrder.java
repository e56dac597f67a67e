package org.trawl.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;
import org.trawl.columns.Columns;
import org.trawl.schema.TweetFields;
import org.trawl.search.SearchRequest;
import org.trawl.tweet.Snowflake;

/// Cuts a page out of hits by time or by id: reads them off the segments' own order, which is that
/// of time, and merges.
final class TimeOrder {
  private final IndexReader reader;
  private final int[] times;
  private final Columns.OddIds odd;

  TimeOrder(IndexReader reader, Columns columns) {
    this.reader = reader;
    this.times = columns.times();
    this.odd = columns.oddIds();
  }

  /// The newest or the oldest hits.
  List<TopHits.Ranked> byTime(HitSet hits, boolean newest, int size, @Nullable Cursor after)
      throws IOException {
    var queue = walks(hits, newest, after);
    var sort = newest ? SearchRequest.Sort.NEWEST : SearchRequest.Sort.OLDEST;
    var page = new ArrayList<TopHits.Ranked>(size);
    while (page.size() < size) {
      var best = queue.poll();
      if (best == null) {
        break;
      }
      page.add(
          new TopHits.Ranked(best.doc + best.hits.base(), new Cursor(sort, best.time(), best.id)));
      if (best.step()) {
        queue.add(best);
      }
    }
    return page;
  }

  /// The time of the first hit; empty if there is none.
  Optional<Instant> first(HitSet hits) throws IOException {
    return time(byTime(hits, false, 1, null));
  }

  /// The time of the last hit; empty if there is none.
  Optional<Instant> last(HitSet hits) throws IOException {
    return time(byTime(hits, true, 1, null));
  }

  private Optional<Instant> time(List<TopHits.Ranked> page) {
    return page.stream().findFirst().map(hit -> Instant.ofEpochSecond(times[hit.doc()]));
  }

  private PriorityQueue<Walk> walks(HitSet hits, boolean newest, @Nullable Cursor after)
      throws IOException {
    Comparator<Walk> order =
        newest
            ? Comparator.<Walk>comparingInt(w -> -w.time()).thenComparingLong(w -> -w.id)
            : Comparator.<Walk>comparingInt(Walk::time).thenComparingLong(w -> w.id);
    var queue = new PriorityQueue<>(Math.max(1, hits.segments().size()), order);
    for (var i = 0; i < hits.segments().size(); i++) {
      var walk = new Walk(hits.segments().get(i), i, newest);
      if (walk.start(after)) {
        queue.add(walk);
      }
    }
    return queue;
  }

  /// Whether [#byId] goes through fewer tweets than there are hits.
  boolean isById(HitSet hits) {
    return odd.ids().length <= hits.total();
  }

  /// The hits with the highest ids. An id that holds its tweet's second stands where that second
  /// does; the others are looked for one by one.
  ///
  /// @param after only its id counts
  List<TopHits.Ranked> byId(HitSet hits, int size, @Nullable Cursor after) throws IOException {
    var below = after == null ? Long.MAX_VALUE : after.id();
    var page = new ArrayList<>(timed(hits, size, below));
    var found = 0;
    for (var i = odd.ids().length - 1; i >= 0 && found < size; i--) {
      if (odd.ids()[i] < below && hits.contains(odd.docs()[i])) {
        page.add(ranked(odd.docs()[i], odd.ids()[i]));
        found++;
      }
    }
    page.sort(Comparator.comparingLong(hit -> -hit.cursor().id()));
    return List.copyOf(page.subList(0, Math.min(size, page.size())));
  }

  /// Of the hits whose id holds their second, the highest ids below one.
  private List<TopHits.Ranked> timed(HitSet hits, int size, long below) throws IOException {
    var bound = new Snowflake(below);
    if (!bound.made() && !bound.timed()) {
      return List.of();
    }
    var start =
        bound.made()
            ? null
            : new Cursor(SearchRequest.Sort.NEWEST, bound.createdAt().getEpochSecond(), below);
    // Among these the newest has the highest id.
    var queue = walks(hits, true, start);
    var page = new ArrayList<TopHits.Ranked>(size);
    for (var best = queue.poll(); best != null && page.size() < size; best = queue.poll()) {
      if (best.holdsItsSecond()) {
        page.add(ranked(best.doc + best.hits.base(), best.id));
      }
      if (best.step()) {
        queue.add(best);
      }
    }
    return page;
  }

  private static TopHits.Ranked ranked(int doc, long id) {
    return new TopHits.Ranked(doc, new Cursor(SearchRequest.Sort.RELEVANCE, 0, id));
  }

  /// Goes through the hits of one segment in the order of time.
  private final class Walk {
    private final SegmentHits hits;
    private final int leaf;
    private final boolean newest;
    private NumericDocValues ids;
    private int doc;
    private long id;

    Walk(SegmentHits hits, int leaf, boolean newest) throws IOException {
      this.hits = hits;
      this.leaf = leaf;
      this.newest = newest;
      this.ids = openIds();
    }

    private NumericDocValues openIds() throws IOException {
      return DocValues.getNumeric(reader.leaves().get(leaf).reader(), TweetFields.ID);
    }

    int time() {
      return times[hits.base() + doc];
    }

    boolean holdsItsSecond() {
      var snowflake = new Snowflake(id);
      return snowflake.timed() && snowflake.createdAt().getEpochSecond() == time();
    }

    /// Moves to the first hit after a place; says whether there is one.
    boolean start(@Nullable Cursor after) throws IOException {
      if (after == null) {
        return moveTo(newest ? hits.next(0) : hits.previous(hits.size() - 1));
      }
      // Documents of the cursor's very second may stand before or after it: their ids decide.
      var until = after.key() + (newest ? 1 : 0);
      var edge = TimelineCounter.firstBefore(times, hits.base(), hits.size(), until);
      if (!moveTo(newest ? hits.next(edge) : hits.previous(edge - 1))) {
        return false;
      }
      while (time() == after.key() && (newest ? id >= after.id() : id <= after.id())) {
        if (!step()) {
          return false;
        }
      }
      return true;
    }

    boolean step() throws IOException {
      return moveTo(newest ? hits.next(doc + 1) : hits.previous(doc - 1));
    }

    private boolean moveTo(int next) throws IOException {
      if (next < 0 || next >= hits.size()) {
        return false;
      }
      if (next < ids.docID()) {
        ids = openIds(); // Doc values only go forward.
      }
      ids.advanceExact(next);
      doc = next;
      id = ids.longValue();
      return true;
    }
  }
}
