package org.trawl.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntPredicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;
import org.trawl.columns.Columns;
import org.trawl.schema.TweetFields;
import org.trawl.search.Deadline;
import org.trawl.search.SearchRequest.Sort;

/// The scores of all hits, from which the best are taken: whole numbers, so that how many have each
/// is counted in one pass, and no hit is compared with another that cannot be taken.
public final class HitScores {
  /// So many hits of one score have their ids read; of more, the highest ids are read off the order
  /// of time.
  private static final int TIED = 4_096;

  /// Hits looked at at a time.
  private static final int BLOCK = 1024;

  private final IndexReader reader;
  private final TimeOrder time;
  private final List<SegmentScores> segments;

  private HitScores(IndexReader reader, TimeOrder time, List<SegmentScores> segments) {
    this.reader = reader;
    this.time = time;
    this.segments = segments;
  }

  /// A hit with its score.
  public record Scored(int doc, int points, long id) {
    /// The higher score first, then the higher id.
    public static int compare(Scored one, Scored other) {
      return one.points != other.points
          ? Integer.compare(other.points, one.points)
          : Long.compare(other.id, one.id);
    }
  }

  /// @param threads how many may score, this one among them
  static HitScores of(
      IndexReader reader,
      Columns columns,
      HitSet hits,
      WordPoints words,
      byte[] priors,
      Deadline deadline,
      int threads)
      throws IOException {
    var searcher = Processors.searcher(reader, 1);
    var clauses = new ArrayList<SegmentScores.Weighed>();
    for (var clause : words.clauses()) {
      var query = searcher.rewrite(clause.query());
      var weight = searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
      clauses.add(new SegmentScores.Weighed(weight, clause.points()));
    }
    var scored = new SegmentScores[hits.segments().size()];
    var left = new ConcurrentLinkedQueue<Integer>();
    for (var i = 0; i < scored.length; i++) {
      left.add(i);
    }
    Processors.together(
        threads,
        () -> {
          for (var next = left.poll(); next != null; next = left.poll()) {
            var leaf = reader.leaves().get(next);
            var segment = hits.segments().get(next);
            scored[next] = SegmentScores.of(leaf, segment, clauses, priors, deadline);
          }
          return true;
        });
    return new HitScores(reader, new TimeOrder(reader, columns), List.of(scored));
  }

  boolean complete() {
    return segments.stream().allMatch(SegmentScores::complete);
  }

  /// The hits with the highest scores, of equal ones those with the highest ids.
  ///
  /// @param after the hit that they come after; null for the first
  List<Scored> best(int count, @Nullable Scored after) throws IOException {
    var most = after == null ? SegmentScores.MOST : after.points;
    // Of those that tie with the hit before, ids say which come after.
    var best = new ArrayList<Scored>();
    if (after != null) {
      best.addAll(tied(after.points, count, after));
    }
    var below = after == null ? most + 1 : most;
    if (best.size() < count) {
      var edge = edge(count - best.size(), below, doc -> true);
      var above = between(edge + 1, below, doc -> true);
      above.sort(Scored::compare);
      best.addAll(above);
      best.addAll(tied(edge, count - best.size(), null));
    }
    return best;
  }

  /// The same of those hits alone whose document is wanted.
  List<Scored> bestOf(int count, IntPredicate wanted) throws IOException {
    var below = SegmentScores.MOST + 1;
    var best = between(edge(count, below, wanted), below, wanted);
    best.sort(Scored::compare);
    return best.subList(0, Math.min(count, best.size()));
  }

  /// The score of the last of so many hits below a score; 0 if there are fewer.
  private int edge(int count, int below, IntPredicate wanted) {
    var histogram = new int[below];
    var block = new int[BLOCK];
    for (var segment : segments) {
      var hits = segment.hits();
      var at = 0;
      for (var n = hits.fill(0, block); n > 0; n = hits.fill(block[n - 1] + 1, block)) {
        for (var k = 0; k < n; k++) {
          var score = segment.scores()[at++];
          if (score < below && wanted.test(hits.base() + block[k])) {
            histogram[score]++;
          }
        }
      }
    }
    var enough = 0L;
    for (var score = below - 1; score > 0; score--) {
      enough += histogram[score];
      if (enough >= count) {
        return score;
      }
    }
    return 0;
  }

  /// All hits with scores from one (inclusive) to another (exclusive).
  private List<Scored> between(int least, int below, IntPredicate wanted) throws IOException {
    var found = new ArrayList<Scored>();
    for (var i = 0; i < segments.size(); i++) {
      var segment = segments.get(i);
      var docs = docs(segment, least, below, wanted);
      var ids = DocValues.getNumeric(reader.leaves().get(i).reader(), TweetFields.ID);
      for (var at = 0; at < docs.docs.length; at++) {
        var doc = docs.docs[at];
        var id = ids.advanceExact(doc) ? ids.longValue() : 0;
        found.add(new Scored(segment.hits().base() + doc, docs.scores[at], id));
      }
    }
    return found;
  }

  @SuppressWarnings("ArrayRecordComponent") // Only to hand them on.
  private record Docs(int[] docs, char[] scores) {}

  private static Docs docs(SegmentScores segment, int least, int below, IntPredicate wanted) {
    var docs = new int[16];
    var scores = new char[16];
    var count = 0;
    var block = new int[BLOCK];
    var hits = segment.hits();
    var at = 0;
    for (var n = hits.fill(0, block); n > 0; n = hits.fill(block[n - 1] + 1, block)) {
      for (var k = 0; k < n; k++) {
        var score = segment.scores()[at++];
        if (score < least || score >= below || !wanted.test(hits.base() + block[k])) {
          continue;
        }
        if (count == docs.length) {
          docs = Arrays.copyOf(docs, count * 2);
          scores = Arrays.copyOf(scores, count * 2);
        }
        docs[count] = block[k];
        scores[count++] = score;
      }
    }
    return new Docs(Arrays.copyOf(docs, count), Arrays.copyOf(scores, count));
  }

  /// The hits of one score with the highest ids.
  private List<Scored> tied(int score, int count, @Nullable Scored after) throws IOException {
    var alike = new ArrayList<SegmentHits>();
    var total = 0;
    for (var segment : segments) {
      var docs = docs(segment, score, score + 1, doc -> true).docs;
      total += docs.length;
      alike.add(SegmentHits.of(segment.hits().base(), segment.hits().size(), docs, docs.length));
    }
    var hits = new HitSet(alike, true);
    if (total > TIED && time.isById(hits)) {
      var cursor = after == null ? null : new Cursor(Sort.RELEVANCE, 0, after.id);
      return time.byId(hits, count, cursor).stream()
          .map(hit -> new Scored(hit.doc(), score, hit.cursor().id()))
          .toList();
    }
    var all = between(score, score + 1, doc -> true);
    all.removeIf(hit -> after != null && hit.id >= after.id);
    all.sort(Scored::compare);
    return all.subList(0, Math.min(count, all.size()));
  }
}
