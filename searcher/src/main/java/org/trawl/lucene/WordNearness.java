package org.trawl.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.trawl.lucene.HitScores.Scored;
import org.trawl.schema.TweetFields;
import org.trawl.search.SearchResult.ScorePart;

/// What the places of words in a text change in its score: words that follow each other as typed
/// gain, those that are near each other gain less; and a name that only begins the text counts
/// half, as any word begins with a capital there. Where several words are searched, a long text
/// loses a little, as it has them by chance more often.
public final class WordNearness {
  /// For two words that follow each other; one word between them halves it.
  static final int FOLLOWS = 60;

  /// For each word beyond a sentence's, where several are searched.
  static final int LONG = 6;

  /// A text of so many words and more is as long as any.
  private static final int LONGEST = 32;

  private final IndexReader reader;
  private final List<List<WordPoints.Word>> runs;

  WordNearness(IndexReader reader, WordPoints words) {
    this.reader = reader;
    this.runs = words.words();
  }

  /// Whether it changes any score.
  boolean counts() {
    return counts(runs);
  }

  /// Whether the places of words change any score.
  ///
  /// @param runs see [WordPoints#words]
  public static boolean counts(List<List<WordPoints.Word>> runs) {
    return runs.stream()
        .anyMatch(run ->
            runs.size() > 1
                || run.size() > 1
                || run.stream().anyMatch(w -> !w.capital().isEmpty()));
  }

  /// Where the words of a query stand in one text. Words are named by their run, and their place in
  /// it.
  public interface Places {
    /// The positions of a word, ascending.
    int[] of(int run, int word) throws IOException;

    /// Whether a word is written as a name at the beginning of the text, and nowhere else.
    boolean beginsOnly(int run, int word) throws IOException;

    /// The words, hashtags and mentions of the text.
    int length() throws IOException;
  }

  /// What the places of words change in the score of a text.
  ///
  /// @param runs see [WordPoints#words]
  public static List<ScorePart> parts(List<List<WordPoints.Word>> runs, Places places)
      throws IOException {
    var parts = new ArrayList<ScorePart>();
    for (var r = 0; r < runs.size(); r++) {
      var run = runs.get(r);
      var before = new int[0];
      for (var w = 0; w < run.size(); w++) {
        var name = run.get(w).text();
        if (places.beginsOnly(r, w)) {
          parts.add(new ScorePart("begins the text", name, -WordPoints.NAME / 2));
        }
        if (run.size() > 1) {
          var here = places.of(r, w);
          var distance = w == 0 ? Integer.MAX_VALUE : distance(before, here);
          if (distance <= FOLLOWS) {
            var both = run.get(w - 1).text() + " " + name;
            parts.add(new ScorePart("nearness", both, FOLLOWS / distance));
          }
          before = here;
        }
      }
    }
    var several = runs.stream().mapToInt(List::size).sum() > 1;
    var words = several ? Math.min(LONGEST, places.length()) : 0;
    if (words > TweetPriors.WORDS) {
      parts.add(new ScorePart("long text", words + " words", -LONG * (words - TweetPriors.WORDS)));
    }
    return parts;
  }

  /// The same hits with their scores changed, in any order.
  List<Scored> adjust(List<Scored> hits) throws IOException {
    var byPlace = new ArrayList<>(hits);
    byPlace.sort(Comparator.comparingInt(Scored::doc));
    var adjusted = new ArrayList<Scored>(hits.size());
    var next = 0;
    for (var leaf : reader.leaves()) {
      var end = leaf.docBase + leaf.reader().maxDoc();
      if (next == byPlace.size() || byPlace.get(next).doc() >= end) {
        continue;
      }
      var postings = new SegmentPostings(leaf.reader());
      for (; next < byPlace.size() && byPlace.get(next).doc() < end; next++) {
        var hit = byPlace.get(next);
        var sum = hit.points();
        for (var part : postings.parts(hit.doc() - leaf.docBase)) {
          sum += part.points();
        }
        adjusted.add(new Scored(hit.doc(), Math.max(0, sum), hit.id()));
      }
    }
    return adjusted;
  }

  /// What it changes for one hit.
  List<ScorePart> parts(int doc) throws IOException {
    for (var leaf : reader.leaves()) {
      if (doc < leaf.docBase + leaf.reader().maxDoc()) {
        return new SegmentPostings(leaf.reader()).parts(doc - leaf.docBase);
      }
    }
    throw new IllegalArgumentException("no document " + doc);
  }

  /// The places of the words in the documents of a segment, asked for in rising order.
  private final class SegmentPostings {
    private final List<List<WordPostings>> words = new ArrayList<>();
    private final List<List<List<PostingsEnum>>> capitals = new ArrayList<>();
    private final @Nullable NumericDocValues norms;

    SegmentPostings(LeafReader segment) throws IOException {
      norms = segment.getNormValues(TweetFields.TEXT);
      for (var run : runs) {
        var postings = new ArrayList<WordPostings>();
        var capital = new ArrayList<List<PostingsEnum>>();
        for (var word : run) {
          if (run.size() > 1) {
            postings.add(new WordPostings(segment, word.set()));
          }
          capital.add(postings(segment, word.capital()));
        }
        words.add(postings);
        capitals.add(capital);
      }
    }

    List<ScorePart> parts(int doc) throws IOException {
      return WordNearness.parts(
          runs,
          new Places() {
            @Override
            public int[] of(int run, int word) throws IOException {
              return words.get(run).get(word).positions(doc);
            }

            @Override
            public boolean beginsOnly(int run, int word) throws IOException {
              return WordNearness.beginsOnly(capitals.get(run).get(word), doc);
            }

            @Override
            public int length() throws IOException {
              return TweetPriors.words(norms, doc);
            }
          });
    }
  }

  private static List<PostingsEnum> postings(LeafReader segment, List<String> written)
      throws IOException {
    var found = new ArrayList<PostingsEnum>();
    var terms = written.isEmpty() ? null : segment.terms(TweetFields.WRITTEN);
    if (terms == null) {
      return found;
    }
    TermsEnum seek = terms.iterator();
    for (var term : written) {
      if (seek.seekExact(new BytesRef(term))) {
        found.add(seek.postings(null, PostingsEnum.POSITIONS));
      }
    }
    return found;
  }

  /// Whether a document has one of some terms, and only at the beginning.
  private static boolean beginsOnly(List<PostingsEnum> terms, int doc) throws IOException {
    var begins = false;
    for (var term : terms) {
      if (term.docID() < doc) {
        term.advance(doc);
      }
      if (term.docID() == DocIdSetIterator.NO_MORE_DOCS || term.docID() != doc) {
        continue;
      }
      if (term.freq() > 1 || term.nextPosition() > 0) {
        return false;
      }
      begins = true;
    }
    return begins;
  }

  /// How far the second of two words stands behind the first, where they are nearest: 1 if it
  /// follows, one more if it stands before it.
  private static int distance(int[] first, int[] second) {
    var least = Integer.MAX_VALUE;
    for (var a : first) {
      for (var b : second) {
        if (a != b) {
          least = Math.min(least, b > a ? b - a : a - b + 1);
        }
      }
    }
    return least;
  }
}
