package org.trawl.query;

import java.text.Normalizer;

/// What single characters and raw words of a query are: escapes, wildcards, edges of punctuation. A
/// raw word is one as typed, `\` before each sign that is to be plain.
final class QueryChars {
  /// As in Unicode's stream-safe text: past so many, marks on one letter are noise that would make
  /// composing them slow.
  private static final int MAX_MARKS = 30;

  private QueryChars() {}

  /// Whether an unquoted word ends before this character.
  static boolean endsWord(char sign) {
    return sign == ' ' || sign == '(' || sign == ')' || sign == '|' || sign == '"';
  }

  /// Any dash that a word processor may write for a minus.
  static boolean isDash(int sign) {
    return sign == '-'
        || (sign >= 0x2010 && sign <= 0x2015)
        || sign == 0x2212
        || sign == 0xfe58
        || sign == 0xfe63;
  }

  /// Whether a text has anything that can be searched: a letter, a digit, an emoji.
  static boolean isSearchable(String text) {
    return text.codePoints()
        .anyMatch(point ->
            Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.OTHER_SYMBOL
                || (Character.isEmoji(point) && point > 0xff));
  }

  /// A part of a raw text without the punctuation around it, as start and end.
  static TextSpan trimmed(String text, int start, int end) {
    int from = start;
    while (from < end && isEdge(text.codePointAt(from))) {
      from += Character.charCount(text.codePointAt(from));
    }
    int to = end;
    while (to > from
        && isEdge(text.codePointBefore(to))
        && !isEscaped(text, from, to - 1)
        && !isPlusOfWord(text, from, to)) {
      to -= Character.charCount(text.codePointBefore(to));
    }
    return TextSpan.between(from, to);
  }

  /// The signs of `C++` and `18+`.
  private static boolean isPlusOfWord(String text, int from, int to) {
    int start = to;
    while (start > from && to - start < 2 && text.charAt(start - 1) == '+') {
      start--;
    }
    return start < to && start > from && Character.isLetterOrDigit(text.codePointBefore(start));
  }

  static boolean isEdge(int point) {
    if ("\\#@_&%*?~/§‰٪".indexOf(point) >= 0) {
      return false;
    }
    return switch (Character.getType(point)) {
      case Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> point == '`' || point == '=' || point == '+' || point == 0x200c || point == 0x200d;
    };
  }

  /// Whether a `\` that is not itself escaped stands before this index.
  static boolean isEscaped(String text, int start, int index) {
    int slashes = 0;
    while (index - slashes > start && text.charAt(index - slashes - 1) == '\\') {
      slashes++;
    }
    return slashes % 2 == 1;
  }

  /// The index of the first of these signs that no `\` precedes, or the text's length.
  static int indexOf(String raw, String signs) {
    int at = 0;
    while (at < raw.length() && signs.indexOf(raw.charAt(at)) < 0) {
      at += raw.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, raw.length());
  }

  static boolean hasWildcard(String raw) {
    return indexOf(raw, "*?") < raw.length();
  }

  /// The plain text of a raw word, composed.
  static String plain(String raw) {
    if (raw.indexOf('\\') < 0) {
      return composed(raw);
    }
    var text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char sign = raw.charAt(i);
      if (sign == '\\' && i + 1 < raw.length()) {
        text.append(raw.charAt(++i));
      } else if (sign != '\\') {
        text.append(sign);
      }
    }
    return composed(text.toString());
  }

  /// A raw wildcard pattern with `\` only where it is needed: before `*`, `?` and `\`.
  static String wildcard(String raw) {
    var text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char sign = raw.charAt(i);
      if (sign != '\\') {
        text.append(sign);
      } else if (i + 1 < raw.length()) {
        char plain = raw.charAt(++i);
        if (plain == '*' || plain == '?' || plain == '\\') {
          text.append('\\');
        }
        text.append(plain);
      }
    }
    return composed(text.toString());
  }

  /// The text in Unicode's composed form (NFC).
  static String composed(String text) {
    int marks = 0;
    StringBuilder safe = null;
    for (int i = 0; i < text.length(); i++) {
      marks = isMark(text.charAt(i)) ? marks + 1 : 0;
      if (marks > MAX_MARKS && safe == null) {
        safe = new StringBuilder(text.substring(0, i));
      } else if (safe != null && marks <= MAX_MARKS) {
        safe.append(text.charAt(i));
      }
    }
    return Normalizer.normalize(safe == null ? text : safe, Normalizer.Form.NFC);
  }

  private static boolean isMark(char sign) {
    int type = Character.getType(sign);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
