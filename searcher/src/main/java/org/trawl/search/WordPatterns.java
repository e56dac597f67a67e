package org.trawl.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.trawl.language.Folding;

/// Wildcards, fuzzy words and regular expressions as automata over one folded word. All are
/// deterministic, and of bounded size.
final class WordPatterns {
  /// Effort allowed for making a pattern deterministic; Lucene's own bound.
  private static final int EFFORT = Operations.DEFAULT_DETERMINIZE_WORK_LIMIT;

  private WordPatterns() {}

  /// The words that a wildcard stands for, one after the other: what parts words in a text parts
  /// them here too, so `anti-immigra*` is `anti` and `immigra*`. The pattern's letters are folded.
  static List<String> words(String wildcard) {
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

  static Automaton wildcard(String word) throws TooComplexToDeterminizeException {
    var parts = new ArrayList<Automaton>();
    var letters = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char sign = word.charAt(i);
      if (sign != '*' && sign != '?') {
        letters.append(sign);
        continue;
      }
      parts.add(Automata.makeString(Folding.fold(letters.toString())));
      letters.setLength(0);
      parts.add(sign == '*' ? Automata.makeAnyString() : Automata.makeAnyChar());
    }
    parts.add(Automata.makeString(Folding.fold(letters.toString())));
    return Operations.determinize(Operations.concatenate(parts), EFFORT);
  }

  static Automaton fuzzy(String folded, int edits) throws TooComplexToDeterminizeException {
    return Operations.determinize(new LevenshteinAutomata(folded, true).toAutomaton(edits), EFFORT);
  }

  static Automaton regex(String pattern) throws TooComplexToDeterminizeException {
    return Operations.determinize(new RegExp(inLucene(pattern), RegExp.NONE).toAutomaton(), EFFORT);
  }

  /// A regular expression of our syntax in Lucene's: letters folded, the signs that mean something
  /// to Lucene alone escaped, the classes `\d` `\w` `\s` spelled out, as words have letters of
  /// every script and no spaces.
  static String inLucene(String pattern) {
    var out = new StringBuilder();
    boolean set = false;
    for (int at = 0; at < pattern.length(); ) {
      int point = pattern.codePointAt(at);
      at += Character.charCount(point);
      if (point == '\\') {
        int escaped = pattern.codePointAt(at);
        at += Character.charCount(escaped);
        out.append(
            switch (escaped) {
              case 'd' -> "[0-9]";
              case 'D' -> "[^0-9]";
              case 'w' -> "[^'.,\\-]";
              case 'W' -> "['.,\\-]";
              case 's' -> "[ ]";
              case 'S' -> "[^ ]";
              default -> "\\" + Character.toString(escaped);
            });
        continue;
      }
      set = point == '[' || (set && point != ']');
      if ("\"@#&<>~/".indexOf(point) >= 0) {
        out.append('\\').appendCodePoint(point);
      } else {
        out.append(folded(point, set));
      }
    }
    return out.toString();
  }

  private static String folded(int point, boolean set) {
    var letter = Character.toString(point);
    if (!Character.isLetterOrDigit(point)) {
      return letter;
    }
    var folded = Folding.fold(letter);
    // In a set each sign stands for one letter.
    boolean one = folded.codePointCount(0, folded.length()) == 1;
    return one || (!set && !folded.isEmpty()) ? folded : letter;
  }
}
