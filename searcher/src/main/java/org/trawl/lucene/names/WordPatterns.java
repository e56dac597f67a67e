package org.trawl.lucene.names;

import java.util.ArrayList;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.trawl.language.Folding;
import org.trawl.match.WordPattern;

/// Wildcards, fuzzy words and regular expressions as automata over one folded word. All are
/// deterministic, and of bounded size.
public final class WordPatterns {
  /// Effort allowed for making a pattern deterministic; Lucene's own bound.
  private static final int EFFORT = Operations.DEFAULT_DETERMINIZE_WORK_LIMIT;

  private WordPatterns() {}

  /// @throws TooComplexToDeterminizeException if it would be too large
  public static Automaton of(WordPattern pattern) throws TooComplexToDeterminizeException {
    return switch (pattern) {
      case WordPattern.Wildcard(var word) -> wildcard(word);
      case WordPattern.Fuzzy(var folded, int edits) -> fuzzy(folded, edits);
      case WordPattern.Regex(var regex) -> regex(regex);
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
