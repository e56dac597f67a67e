package org.trawl.language;

import java.text.Normalizer;

/// The letters of a tweet that say something about its language: its words in lower case, one space
/// before, between and after them, without links, mentions, hashtags, digits, emoji and the `RT` of
/// a retweet. A letter written three times or more (`sooooo`) stands twice.
///
/// Filled by one pass over the text. Not thread-safe: made for one text and thrown away.
final class TweetLetters {
  private static final char ZERO_WIDTH_JOINER = '\u200D';
  private static final char SOFT_HYPHEN = '\u00AD';
  private static final char TATWEEL = '\u0640';

  /// Spaces and words; valid up to [#length].
  final char[] chars;

  /// How many letters each script has, by its index.
  final int[] byScript = new int[Script.COUNT];

  private int length;
  private int letters;

  private TweetLetters(int capacity) {
    chars = new char[capacity];
  }

  /// The letters of a text; with its hashtags' when `hashtags` is true.
  static TweetLetters of(CharSequence text, boolean hashtags) {
    String whole = composed(text);
    var letters = new TweetLetters(whole.length() + 2);
    letters.read(whole, hashtags);
    return letters;
  }

  /// How many of [#chars] are valid, with the first and the last space; 1 when there is no word.
  int length() {
    return length;
  }

  /// How many letters there are in all scripts.
  int letters() {
    return letters;
  }

  /// The script with the most letters, [Script#OTHER] when there are none.
  Script mainScript() {
    int best = 0;
    for (int script = 1; script < byScript.length; script++) {
      if (byScript[script] > byScript[best]) {
        best = script;
      }
    }
    return Script.at(best);
  }

  int count(Script script) {
    return byScript[script.index()];
  }

  private void read(String text, boolean hashtags) {
    chars[length++] = ' ';
    int end = text.length();
    int at = afterRetweetMark(text);
    while (at < end) {
      char c = text.charAt(at);
      int script = Script.indexOf(c);
      if (script != 0) {
        at = isLink(text, at) ? afterLink(text, at) : append(c, script, at);
      } else if ((c == '@' || c == '＠' || (c == '#' && !hashtags)) && startsName(text, at)) {
        at = afterName(text, at + 1);
      } else {
        at++;
        if (!joins(c)) {
          space();
        }
      }
    }
    space();
  }

  private int append(char c, int script, int at) {
    char lower = Character.toLowerCase(c);
    boolean third = lower == chars[length - 1] && length > 1 && lower == chars[length - 2];
    if (!third) {
      chars[length++] = lower;
      byScript[script]++;
      letters++;
    }
    return at + 1;
  }

  private void space() {
    if (chars[length - 1] != ' ') {
      chars[length++] = ' ';
    }
  }

  /// Whether a character that is no letter leaves the word around it whole.
  private static boolean joins(char c) {
    return c == TATWEEL
        || c == SOFT_HYPHEN
        || c == ZERO_WIDTH_JOINER
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static int afterRetweetMark(String text) {
    return text.startsWith("RT @") ? 3 : 0;
  }

  private static boolean isLink(String text, int at) {
    char c = text.charAt(at);
    if (at > 0 && Script.indexOf(text.charAt(at - 1)) != 0) {
      return false;
    }
    return ((c == 'h' || c == 'H')
            && (text.regionMatches(true, at, "http://", 0, 7)
                || text.regionMatches(true, at, "https://", 0, 8)))
        || ((c == 'w' || c == 'W') && text.regionMatches(true, at, "www.", 0, 4))
        || (c == 't' && text.startsWith("t.co/", at))
        || (c == 'p' && text.startsWith("pic.twitter.com/", at));
  }

  private int afterLink(String text, int at) {
    space();
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean startsName(String text, int at) {
    return at + 1 < text.length() && isNamePart(text.charAt(at + 1));
  }

  private int afterName(String text, int at) {
    space();
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isNamePart(char c) {
    return c == '_' || Script.indexOf(c) != 0 || Character.isLetterOrDigit(c);
  }

  /// A text with its combining accents joined to their letters, as the tables have them.
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
