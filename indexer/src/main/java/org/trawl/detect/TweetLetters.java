package org.trawl.detect;

import java.text.Normalizer;

/// The letters of a tweet that say something about its language: its words in lower case, one space
/// before, between and after them, without links, mentions, digits, emoji and the `RT` of a
/// retweet. What drags on (`sooooo`, `hahahahaha`) is cut short.
///
/// Names say little of a language, or are English in all of them: hashtags, and Latin words with a
/// capital, a digit or a low line inside (`FoxNews`, `mfa_russia`), which mostly are handles that
/// lost their `@`. They are left out unless asked for.
///
/// Filled by one pass over the text. Not thread-safe: made for one text and thrown away.
final class TweetLetters {
  private static final char ZERO_WIDTH_JOINER = '\u200D';
  private static final char SOFT_HYPHEN = '\u00AD';
  private static final char TATWEEL = '\u0640';

  /// Spaces and words; valid up to [#length].
  final char[] chars;

  private final String text;
  private final boolean names;

  /// How many letters each script has, by its index; a sign that stands for a word or a syllable
  /// counts as several.
  private final int[] byScript = new int[Script.COUNT];

  private int length;
  private int letters;

  /// Where in [#chars] the word being read begins.
  private int wordStart;

  private TweetLetters(String text, boolean names) {
    this.text = text;
    this.names = names;
    chars = new char[text.length() + 2];
    read();
  }

  /// The letters of a text.
  ///
  /// @param names whether hashtags and words that look like handles are wanted as well
  static TweetLetters of(CharSequence text, boolean names) {
    return new TweetLetters(composed(text), names);
  }

  /// How many of [#chars] are valid, with the first and the last space; 1 when there is no word.
  int length() {
    return length;
  }

  /// How many letters there are in all scripts.
  int letters() {
    return letters;
  }

  int count(Script script) {
    return byScript[script.index()];
  }

  /// The script of the text, [Script#OTHER] when there is no letter. Latin needs three times the
  /// letters of another script, as every language writes foreign names in it.
  Script mainScript() {
    int best = 0;
    for (int script = 1; script < byScript.length; script++) {
      if (weight(script) > weight(best)) {
        best = script;
      }
    }
    return Script.at(best);
  }

  private int weight(int script) {
    return Script.at(script) == Script.LATIN ? byScript[script] : 3 * byScript[script];
  }

  private void read() {
    chars[length++] = ' ';
    wordStart = length;
    int at = text.startsWith("RT @") ? 3 : 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int script = Script.indexOf(c);
      if (script != 0) {
        at = readLetter(c, script, at);
      } else if (startsName(c, at)) {
        endWord();
        at = afterName(at + 1);
      } else {
        at++;
        if (!joins(c)) {
          endWord();
        }
      }
    }
    endWord();
  }

  private int readLetter(char c, int script, int at) {
    if (length == wordStart && isLink(at)) {
      return afterLink(at);
    }
    if (!names && Script.at(script) == Script.LATIN && insideName(c, at)) {
      dropWord();
      return afterName(at);
    }
    char lower = Character.toLowerCase(c);
    if (!dragsOn(lower, at)) {
      chars[length++] = lower;
      count(script, 1);
    }
    return at + 1;
  }

  private void count(int script, int times) {
    int signs = times * Script.at(script).lettersPerSign;
    byScript[script] += signs;
    letters += signs;
  }

  private void endWord() {
    if (length > wordStart) {
      chars[length++] = ' ';
      wordStart = length;
    }
  }

  private void dropWord() {
    while (length > wordStart) {
      count(Script.indexOf(chars[--length]), -1);
    }
  }

  /// Whether a Latin letter stands beside something that only names have inside: `xN`, `2n`, `_r`.
  private boolean insideName(char c, int at) {
    if (at + 1 < text.length() && text.charAt(at + 1) == '_') {
      return true;
    }
    if (at == 0) {
      return false;
    }
    char before = text.charAt(at - 1);
    return before == '_'
        || (before >= '0' && before <= '9')
        || (Character.isUpperCase(c) && Character.isLowerCase(before));
  }

  /// Whether a letter is the third of its kind in a row, or goes on with two that alternate.
  private boolean dragsOn(char lower, int at) {
    if (length - wordStart >= 2 && chars[length - 1] == lower && chars[length - 2] == lower) {
      return true;
    }
    return at >= 5
        && same(at, at - 2)
        && same(at, at - 4)
        && same(at - 1, at - 3)
        && same(at - 1, at - 5)
        && Script.indexOf(text.charAt(at - 1)) != 0;
  }

  private boolean same(int index, int other) {
    return Character.toLowerCase(text.charAt(index)) == Character.toLowerCase(text.charAt(other));
  }

  /// Whether a character that is no letter leaves the word around it whole.
  private static boolean joins(char c) {
    return c == TATWEEL
        || c == SOFT_HYPHEN
        || c == ZERO_WIDTH_JOINER
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private boolean isLink(int at) {
    return switch (text.charAt(at)) {
      case 'h', 'H' -> begins("http://", at) || begins("https://", at);
      case 'w', 'W' -> begins("www.", at);
      case 't' -> begins("t.co/", at);
      case 'p' -> begins("pic.twitter.com/", at);
      default -> false;
    };
  }

  private boolean begins(String start, int at) {
    return text.regionMatches(true, at, start, 0, start.length());
  }

  private int afterLink(int at) {
    int end = at;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private boolean startsName(char c, int at) {
    boolean mark = c == '@' || c == '＠' || (!names && (c == '#' || c == '＃'));
    return mark && at + 1 < text.length() && isNamePart(text.charAt(at + 1));
  }

  private int afterName(int at) {
    int end = at;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(char c) {
    return c == '_' || Script.indexOf(c) != 0 || Character.isLetterOrDigit(c);
  }

  /// A text with its combining accents joined to their letters, as the models have them.
  private static String composed(CharSequence text) {
    String whole = text.toString();
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      if (c >= '\u0300' && c <= '\u036F') {
        return Normalizer.normalize(whole, Normalizer.Form.NFC);
      }
    }
    return whole;
  }
}
