package org.trawl.match;

import java.util.ArrayList;
import java.util.List;

/// Cuts a wildcard into words, as a text is cut.
public final class WildcardWords {
  private WildcardWords() {}

  /// The words that a wildcard stands for, one after the other: what parts words in a text parts
  /// them here too, so `anti-immigra*` is `anti` and `immigra*`. The pattern's letters are folded.
  public static List<String> of(String wildcard) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (int at = 0; at < wildcard.length(); ) {
      int point = wildcard.codePointAt(at);
      int next = at + Character.charCount(point);
      if (point == '*' || point == '?') {
        add((char) point, word);
      } else if (point == '\\' && next < wildcard.length()) {
        // What is escaped is a star or a question mark, which are part of no word.
        next++;
        end(word, words);
      } else if (isWordPart(point)) {
        word.appendCodePoint(point);
      } else {
        end(word, words);
      }
      at = next;
    }
    end(word, words);
    return words;
  }

  /// Of stars and question marks beside each other one star is enough, behind the others: thousands
  /// of stars make an automaton of millions of arcs.
  private static void add(char sign, StringBuilder word) {
    boolean after = !word.isEmpty() && word.charAt(word.length() - 1) == '*';
    if (sign == '?' && after) {
      word.insert(word.length() - 1, sign);
    } else if (!after) {
      word.append(sign);
    }
  }

  private static void end(StringBuilder word, List<String> words) {
    boolean letters = word.codePoints().anyMatch(point -> point != '*' && point != '?');
    if (letters || (word.indexOf("?") >= 0 && words.isEmpty())) {
      words.add(word.toString());
    }
    word.setLength(0);
  }

  private static boolean isWordPart(int point) {
    return switch (Character.getType(point)) {
      case Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.SPACE_SEPARATOR ->
          false;
      case Character.OTHER_PUNCTUATION -> point == '\'' || point == 0x5f4;
      default -> true;
    };
  }
}
