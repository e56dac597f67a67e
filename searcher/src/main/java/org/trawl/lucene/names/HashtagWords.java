package org.trawl.lucene.names;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.trawl.language.Folding;
import org.trawl.schema.TweetFields;

/// The words that a hashtag is made of: at its capitals, underscores and numbers where it has such,
/// else those of the index that are together the most likely.
public final class HashtagWords {
  /// A longer hashtag is not looked through.
  private static final int LONGEST = 40;

  private static final int LONGEST_WORD = 16;

  /// Tweets that have a word at least, as one in so many; what is rarer is a slip or another
  /// hashtag.
  private static final int RAREST = 200_000;

  /// What a word costs besides its rarity, so that few long words go before many short ones.
  private static final double WORD = 2;

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

  /// The cheapest way to cut it into words of the index.
  private List<String> likely(String tag) throws IOException {
    var text = Folding.fold(tag);
    var costs = new double[text.length() + 1];
    var starts = new int[text.length() + 1];
    java.util.Arrays.fill(costs, Double.POSITIVE_INFINITY);
    costs[0] = 0;
    for (int end = 1; end <= text.length(); end++) {
      for (int start = Math.max(0, end - LONGEST_WORD); start < end; start++) {
        boolean all = start == 0 && end == text.length();
        if (all || costs[start] == Double.POSITIVE_INFINITY) {
          continue;
        }
        double cost = costs[start] + cost(text.substring(start, end));
        if (cost < costs[end]) {
          costs[end] = cost;
          starts[end] = start;
        }
      }
    }
    var words = new ArrayList<String>();
    if (costs[text.length()] < Double.POSITIVE_INFINITY) {
      for (int end = text.length(); end > 0; end = starts[end]) {
        words.addFirst(text.substring(starts[end], end));
      }
    }
    return words.size() > 1 ? words : List.of();
  }

  private double cost(String word) throws IOException {
    double tweets = Math.max(1, reader.maxDoc());
    int having = reader.docFreq(new Term(TweetFields.TEXT, word));
    return having == 0 || having * (double) RAREST < tweets
        ? Double.POSITIVE_INFINITY
        : WORD + Math.log(tweets / having);
  }
}
