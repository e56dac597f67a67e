package org.trawl.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;
import org.trawl.columns.Columns;
import org.trawl.schema.TweetFields;
import org.trawl.search.SearchResult.ScorePart;

/// What a tweet scores whatever is searched: for being an original, for its length, for the people
/// who reacted to it. A byte a tweet, made when first asked for.
///
/// Thread-safe.
public final class TweetPriors {
  /// For a tweet that is no retweet.
  static final int NO_RETWEET = 20;

  /// For the first tweet of its text, a retweet being none unless the archive lacks the original.
  static final int FIRST = 10;

  /// For each word up to [#WORDS].
  static final int WORD = 5;

  /// From so many words on, a text is a sentence, and more of them make it no better.
  public static final int WORDS = 8;

  /// For each time the number of reactions doubles.
  static final int DOUBLING = 4;

  /// For five thousand likes and retweets and more.
  static final int MOST_REACTIONS = 50;

  private final IndexReader reader;
  private final Columns columns;
  private final CountColumns counts;
  private volatile byte @Nullable [] points;

  public TweetPriors(IndexReader reader, Columns columns, CountColumns counts) {
    this.reader = reader;
    this.columns = columns;
    this.counts = counts;
  }

  /// The points of each document, as unsigned bytes. Not to be changed.
  public byte[] points() throws IOException {
    var known = points;
    if (known == null) {
      synchronized (this) {
        known = points;
        if (known == null) {
          known = make();
          points = known;
        }
      }
    }
    return known;
  }

  /// What the points of a document are made of.
  List<ScorePart> parts(int doc) throws IOException {
    var retweet = isRetweet(doc);
    var first = isFirst(doc);
    var parts = new ArrayList<ScorePart>();
    var original = (retweet ? 0 : NO_RETWEET) + (first ? FIRST : 0);
    var how = retweet ? "retweet" : first ? "original" : "copy";
    parts.add(new ScorePart("origin", first && retweet ? "first known retweet" : how, original));
    for (var leaf : reader.leaves()) {
      if (doc >= leaf.docBase && doc < leaf.docBase + leaf.reader().maxDoc()) {
        var words = words(leaf.reader().getNormValues(TweetFields.TEXT), doc - leaf.docBase);
        parts.add(
            new ScorePart("length", words + (words == 1 ? " word" : " words"), length(words)));
      }
    }
    var reactions = reactions(doc);
    parts.add(
        new ScorePart(
            "reactions", reactions == 0 ? "none" : "about " + reactions, reacted(reactions)));
    return parts;
  }

  private byte[] make() throws IOException {
    var made = new byte[columns.size()];
    var first = firsts();
    for (var leaf : reader.leaves()) {
      var norms = leaf.reader().getNormValues(TweetFields.TEXT);
      for (var doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        var global = leaf.docBase + doc;
        var group = columns.copies()[global];
        var sum =
            (isRetweet(global) ? 0 : NO_RETWEET)
                + (group == 0 || first[group] == global ? FIRST : 0)
                + length(words(norms, doc))
                + reacted(reactions(global));
        made[global] = (byte) sum;
      }
    }
    return made;
  }

  private boolean isRetweet(int doc) {
    var kind = columns.traits().kind()[columns.traitSet(doc)];
    return columns.dictionaries().kinds().value(kind).equals("retweet");
  }

  private boolean isFirst(int doc) throws IOException {
    var group = columns.copies()[doc];
    return group == 0 || firsts()[group] == doc;
  }

  /// The document of each group of copies that was first: the oldest that is no retweet, or the
  /// oldest of all if all are retweets; of those of one second the lowest id.
  private int[] firsts() throws IOException {
    var first = new int[columns.groupSizes().length];
    Arrays.fill(first, -1);
    var firstIds = new long[first.length];
    for (var leaf : reader.leaves()) {
      var ids = leaf.reader().getNumericDocValues(TweetFields.ID);
      for (var doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        var global = leaf.docBase + doc;
        var group = columns.copies()[global];
        if (group == 0) {
          continue;
        }
        var id = id(ids, doc);
        if (first[group] < 0 || isBefore(global, id, first[group], firstIds[group])) {
          first[group] = global;
          firstIds[group] = id;
        }
      }
    }
    return first;
  }

  private static long id(@Nullable NumericDocValues ids, int doc) throws IOException {
    return ids != null && ids.advanceExact(doc) ? ids.longValue() : 0;
  }

  private boolean isBefore(int doc, long id, int other, long otherId) {
    var retweet = isRetweet(doc);
    if (retweet != isRetweet(other)) {
      return !retweet;
    }
    var time = columns.times()[doc];
    var otherTime = columns.times()[other];
    return time != otherTime ? time < otherTime : id < otherId;
  }

  /// The words, hashtags and mentions of a text, as Lucene notes them to norm its scores: exact for
  /// short ones.
  public static int words(@Nullable NumericDocValues norms, int doc) throws IOException {
    return norms != null && norms.advanceExact(doc)
        ? SmallFloat.byte4ToInt((byte) norms.longValue())
        : 0;
  }

  private static int length(int words) {
    return WORD * Math.min(words, WORDS);
  }

  private int reactions(int doc) throws IOException {
    return count(counts.ranks(TweetFields.LIKES)[doc])
        + count(counts.ranks(TweetFields.RETWEETS)[doc]);
  }

  private static int count(byte rank) {
    return (int) Math.min(Integer.MAX_VALUE / 4, CountColumns.least(rank & 0xFF));
  }

  private static int reacted(int reactions) {
    var doublings = Math.log(1.0 + reactions) / Math.log(2);
    return (int) Math.min(MOST_REACTIONS, Math.round(DOUBLING * doublings));
  }
}
