package org.trawl.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.trawl.search.Deadline;

/// Scores all hits of one segment: a stretch of documents at a time, in which each clause adds its
/// points to the documents it matches.
///
/// A posting list goes into bits a block at a time, and a hit that a clause misses costs nothing;
/// so a million hits cost some milliseconds. Few hits are looked up one by one.
final class SegmentScores {
  /// Documents scored at a time: what their points take stays in the processor's cache.
  private static final int WINDOW = 1 << 13;

  /// The highest score there is; texts with dozens of the query's words reach it, and are alike.
  static final int MOST = Character.MAX_VALUE;

  private final SegmentHits hits;
  private final byte[] priors;
  private final char[] scores;
  private boolean complete = true;

  private SegmentScores(SegmentHits hits, byte[] priors) {
    this.hits = hits;
    this.priors = priors;
    this.scores = new char[hits.count()];
  }

  /// What a clause needs to be run in any segment.
  record Weighed(Weight weight, int points) {}

  private record Postings(DocIdSetIterator documents, int points) {}

  /// @param priors points of each document of the whole reader
  static SegmentScores of(
      LeafReaderContext leaf,
      SegmentHits hits,
      List<Weighed> clauses,
      byte[] priors,
      Deadline deadline)
      throws IOException {
    var scores = new SegmentScores(hits, priors);
    if (hits.count() == 0) {
      return scores;
    }
    var postings = new ArrayList<Postings>(clauses.size());
    for (var clause : clauses) {
      var scorer = clause.weight.scorer(leaf);
      if (scorer != null) {
        var documents = scorer.iterator();
        if (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          postings.add(new Postings(documents, clause.points));
        }
      }
    }
    var list = hits.list();
    if (list != null) {
      scores.ofList(list, postings, deadline);
    } else {
      scores.ofWindows(postings, deadline);
    }
    return scores;
  }

  SegmentHits hits() {
    return hits;
  }

  /// The score of each hit, in the order of hits.
  char[] scores() {
    return scores;
  }

  /// Whether there was time for all of them; those without have 0.
  boolean complete() {
    return complete;
  }

  private void ofList(int[] list, List<Postings> postings, Deadline deadline) throws IOException {
    var pace = new Pace(deadline);
    for (var from = 0; from < list.length; ) {
      var end = pace.end(from, list.length);
      for (var i = from; i < end; i++) {
        var doc = list[i];
        var sum = priors[hits.base() + doc] & 0xFF;
        for (var each : postings) {
          var documents = each.documents;
          if ((documents.docID() < doc ? documents.advance(doc) : documents.docID()) == doc) {
            sum += each.points;
          }
        }
        scores[i] = (char) Math.min(MOST, sum);
      }
      from = end;
      if (pace.over() && from < list.length) {
        complete = false;
        return;
      }
    }
  }

  private void ofWindows(List<Postings> postings, Deadline deadline) throws IOException {
    var points = new int[WINDOW];
    var found = new FixedBitSet(WINDOW);
    var block = new int[WINDOW + Long.SIZE];
    var scored = 0;
    for (var from = 0; from < hits.size(); from += WINDOW) {
      if (deadline.over()) {
        complete = false;
        return;
      }
      var end = Math.min(hits.size(), from + WINDOW);
      for (var each : postings) {
        add(each, from, end, found, points);
      }
      scored = take(from, end, points, block, scored);
    }
  }

  private static void add(Postings each, int from, int end, FixedBitSet found, int[] points)
      throws IOException {
    var documents = each.documents;
    if (documents.docID() < from) {
      documents.advance(from);
    }
    if (documents.docID() >= end) {
      return;
    }
    documents.intoBitSet(end, found, from);
    var words = found.getBits();
    for (var w = 0; w < words.length; w++) {
      for (var word = words[w]; word != 0; word &= word - 1) {
        points[(w << 6) + Long.numberOfTrailingZeros(word)] += each.points;
      }
      words[w] = 0;
    }
  }

  /// Takes the points of the hits of a window, and empties it.
  private int take(int from, int end, int[] points, int[] block, int scored) {
    var next = scored;
    for (var at = from; at < end; ) {
      var count = hits.fill(at, block);
      if (count == 0) {
        break;
      }
      var i = 0;
      for (; i < count && block[i] < end; i++) {
        var doc = block[i];
        var sum = points[doc - from] + (priors[hits.base() + doc] & 0xFF);
        scores[next++] = (char) Math.min(MOST, sum);
      }
      at = i < count ? end : block[count - 1] + 1;
    }
    java.util.Arrays.fill(points, 0);
    return next;
  }
}
