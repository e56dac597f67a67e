package org.trawl.lucene.names;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.trawl.language.Folding;
import org.trawl.schema.TweetFields;

/// The words that a hashtag is made of: at its capitals, underscores and numbers where it has such,
/// else those of the index that are together the most likely and that a tweet has in a row.
public final class HashtagWords {
  /// A longer hashtag is not looked through.
  private static final int LONGEST = 40;

  private static final int LONGEST_WORD = 16;

  /// Tweets that have a word at least, as one in so many; what is rarer is a slip or another
  /// hashtag.
  private static final int RAREST = 200_000;

  /// What a word costs besides its rarity, so that few long words go before many short ones.
  private static final double WORD = 2;

  /// Ways to cut a hashtag that are looked at.
  private static final int KEPT = 8;

  private final IndexReader reader;

  public HashtagWords(IndexReader reader) {
    this.reader = reader;
  }

  /// The words in their order; none if it is one word only. Of a script without spaces, all of it.
  ///
  /// @param tag as typed, without its sign
  public List<String> of(String tag) throws IOException {
    if (tag.length() > LONGEST) {
      return List.of();
    }
    if (tag.codePoints().anyMatch(HashtagWords::isWithoutSpaces)) {
      return List.of(tag.replace("_", " ").strip());
    }
    var words = atCapitals(tag);
    return words.size() > 1 ? words : likely(tag);
  }

  private static boolean isWithoutSpaces(int point) {
    return switch (Character.UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  /// `StopTheSteal`, `make_america`, `вПитере2018`, `MAGARally`.
  static List<String> atCapitals(String tag) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (int at = 0; at < tag.length(); ) {
      int point = tag.codePointAt(at);
      int next = at + Character.charCount(point);
      if (!Character.isLetterOrDigit(point) && !isMark(point)) {
        end(word, words);
      } else {
        if (!word.isEmpty() && begins(word.codePointBefore(word.length()), point, tag, next)) {
          end(word, words);
        }
        word.appendCodePoint(point);
      }
      at = next;
    }
    end(word, words);
    return words;
  }

  private static boolean begins(int before, int point, String tag, int next) {
    if (Character.isDigit(point) != Character.isDigit(before)) {
      return true;
    }
    if (!Character.isUpperCase(point)) {
      return false;
    }
    boolean lowerNext = next < tag.length() && Character.isLowerCase(tag.codePointAt(next));
    return !Character.isUpperCase(before) || lowerNext;
  }

  private static boolean isMark(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.FORMAT -> true;
      default -> false;
    };
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  /// The cheapest way to cut it into words of the index that follow each other in a tweet. (A part
  /// of the hashtag may be a hashtag of its own: `blacklives` is a frequent word, and nobody writes
  /// "blacklives matter".)
  private List<String> likely(String tag) throws IOException {
    for (var cut : cuts(Folding.fold(tag))) {
      if (cut.words.size() > 1 && isWritten(cut.words)) {
        return cut.words;
      }
    }
    return List.of();
  }

  /// A way to cut the beginning of a text into words.
  private record Cut(List<String> words, double cost) {
    Cut and(String word, double cost) {
      var more = new ArrayList<>(words);
      more.add(word);
      return new Cut(more, this.cost + cost);
    }
  }

  /// The cheapest ways to cut all of a text, the cheapest first.
  private List<Cut> cuts(String text) throws IOException {
    var upTo = new ArrayList<List<Cut>>();
    upTo.add(List.of(new Cut(List.of(), 0)));
    for (int end = 1; end <= text.length(); end++) {
      var cuts = new ArrayList<Cut>();
      for (int start = Math.max(0, end - LONGEST_WORD); start < end; start++) {
        if (upTo.get(start).isEmpty()) {
          continue;
        }
        var word = text.substring(start, end);
        double cost = cost(word);
        if (cost < Double.POSITIVE_INFINITY) {
          upTo.get(start).forEach(before -> cuts.add(before.and(word, cost)));
        }
      }
      cuts.sort(Comparator.comparingDouble(Cut::cost));
      upTo.add(List.copyOf(cuts.subList(0, Math.min(KEPT, cuts.size()))));
    }
    return upTo.getLast();
  }

  /// Whether a tweet has these words in a row.
  private boolean isWritten(List<String> words) throws IOException {
    var phrase = new PhraseQuery(TweetFields.TEXT, words.toArray(String[]::new));
    return new IndexSearcher(reader).search(phrase, 1).totalHits.value() > 0;
  }

  private double cost(String word) throws IOException {
    double tweets = Math.max(1, reader.maxDoc());
    int having = reader.docFreq(new Term(TweetFields.TEXT, word));
    return having == 0 || having * (double) RAREST < tweets
        ? Double.POSITIVE_INFINITY
        : WORD + Math.log(tweets / having);
  }
}
