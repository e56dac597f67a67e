package org.trawl.query;

import java.util.Arrays;

/// A typed query with the accidents of typing taken out: every keyboard's double quotes are `"`,
/// full-width and Arabic operators are the plain ones, bidi marks and zero-width characters are
/// gone, blanks of all kinds are spaces. Each character remembers where it stood.
final class TypedText {
  private static final String QUOTES =
      "\"\u00ab\u00bb\u201c\u201d\u201e\u201f\u2039\u203a\u2033\u2036\u05f4\u275d\u275e\u275f"
          + "\u276e\u276f\u2e42\u300a\u300b\u300c\u300d\u300e\u300f\u301d\u301e\u301f\uff02\uff62"
          + "\uff63";
  private static final String SINGLE_QUOTES = "'`\u2018\u2019\u201b\u2032\uff07";
  private static final int GERSHAYIM = 0x5f4;
  private static final int FULL_WIDTH_TILDE = 0xff5e;
  private static final int FULL_WIDTH_OFFSET = 0xfee0;

  private final String typed;
  private final StringBuilder plain;
  private int[] starts;
  private int[] ends;

  TypedText(String typed) {
    this.typed = typed;
    this.plain = new StringBuilder(typed.length());
    this.starts = new int[typed.length()];
    this.ends = new int[typed.length()];
    clean();
    narrowOperators();
    starts = Arrays.copyOf(starts, plain.length());
    ends = Arrays.copyOf(ends, plain.length());
  }

  /// The cleaned text.
  String plain() {
    return plain.toString();
  }

  /// Where the characters `start` to `end` of the cleaned text stood in the typed one.
  TextSpan span(int start, int end) {
    if (start >= plain.length()) {
      return new TextSpan(typed.length(), 0);
    }
    if (end <= start) {
      return new TextSpan(starts[start], 0);
    }
    return TextSpan.between(starts[start], ends[end - 1]);
  }

  private void clean() {
    int at = 0;
    while (at < typed.length()) {
      int point = typed.codePointAt(at);
      int next = at + Character.charCount(point);
      if (isSingleQuote(point) && followsSingleQuote()) {
        // Two of them are how a typewriter, or TeX, quotes.
        plain.setCharAt(plain.length() - 1, '"');
        ends[plain.length() - 1] = next;
      } else if (isJoiner(point)) {
        if (joins(at)) {
          add(point, at, next);
        }
      } else if (!isInvisible(point)) {
        add(plainOf(point, at), at, next);
      }
      at = next;
    }
  }

  /// Operators in full-width letters as plain ones, but for those in quotes.
  private void narrowOperators() {
    boolean quoted = false;
    for (int at = 0; at < plain.length(); at++) {
      char sign = plain.charAt(at);
      quoted ^= sign == '"';
      if (sign == '\\') {
        at++;
      } else if (!quoted
          && isFullWidth(sign)
          && (at == 0 || QueryChars.endsWord(plain.charAt(at - 1)))) {
        narrowOperator(at);
      }
    }
  }

  private void narrowOperator(int start) {
    int end = start;
    while (end < plain.length() && isFullWidth(plain.charAt(end)) && end - start < 5) {
      end++;
    }
    char next = end < plain.length() ? plain.charAt(end) : ' ';
    var word = narrow(plain.substring(start, end));
    boolean operator =
        switch (word) {
          case "AND", "OR", "NOT" -> QueryChars.endsWord(next);
          case "NEAR" -> next == '/';
          default -> false;
        };
    if (operator) {
      plain.replace(start, end, word);
    }
  }

  private static boolean isFullWidth(char sign) {
    return sign >= 0xff01 && sign <= 0xff5e;
  }

  /// A text with its full-width letters as plain ones.
  static String narrow(String text) {
    var narrow = new StringBuilder(text);
    for (int i = 0; i < narrow.length(); i++) {
      if (isFullWidth(narrow.charAt(i))) {
        narrow.setCharAt(i, (char) (narrow.charAt(i) - FULL_WIDTH_OFFSET));
      }
    }
    return narrow.toString();
  }

  private boolean followsSingleQuote() {
    return !plain.isEmpty() && isSingleQuote(plain.charAt(plain.length() - 1));
  }

  private void add(int point, int start, int end) {
    for (int i = 0; i < Character.charCount(point); i++) {
      starts[plain.length() + i] = start;
      ends[plain.length() + i] = end;
    }
    plain.appendCodePoint(point);
  }

  private int plainOf(int point, int at) {
    if (QUOTES.indexOf(point) >= 0) {
      return betweenHebrewLetters(at) ? GERSHAYIM : '"';
    }
    if (point == FULL_WIDTH_TILDE && followsKana(at)) {
      return point;
    }
    if (point >= 0xff01 && point <= 0xff5e && !Character.isLetterOrDigit(point)) {
      return point - FULL_WIDTH_OFFSET;
    }
    return switch (point) {
      case 0x61f -> '?';
      case 0x60c, 0x3001 -> ',';
      case 0x61b -> ';';
      case 0x66d -> '*';
      case 0xfe55, 0x2236 -> ':';
      default ->
          Character.isSpaceChar(point)
                  || Character.isISOControl(point)
                  || Character.getType(point) == Character.SURROGATE
              ? ' '
              : point;
    };
  }

  /// Japanese words end in one, hashtags too.
  private boolean followsKana(int at) {
    if (at == 0) {
      return false;
    }
    return switch (Character.UnicodeScript.of(typed.codePointBefore(at))) {
      case HIRAGANA, KATAKANA, HAN -> true;
      default -> false;
    };
  }

  /// A quote between two Hebrew letters marks an acronym and is part of the word.
  private boolean betweenHebrewLetters(int at) {
    return at > 0
        && at + 1 < typed.length()
        && isHebrewLetter(typed.charAt(at - 1))
        && isHebrewLetter(typed.charAt(at + 1));
  }

  private static boolean isHebrewLetter(char letter) {
    return letter >= 0x591 && letter <= 0x5ea;
  }

  /// Two of these side by side are read as one double quote.
  static boolean isSingleQuote(int point) {
    return SINGLE_QUOTES.indexOf(point) >= 0;
  }

  static boolean isJoiner(int point) {
    return point == 0x200c || point == 0x200d;
  }

  /// Joiners shape Persian words and compose emoji; elsewhere they are as invisible as the rest.
  private boolean joins(int at) {
    return at > 0
        && at + 1 < typed.length()
        && isJoined(letterBefore(at))
        && isJoined(typed.codePointAt(at + 1));
  }

  /// The character that the marks before a place stand on, or the first of them.
  private int letterBefore(int at) {
    int span = at;
    int point;
    do {
      point = typed.codePointBefore(span);
      span -= Character.charCount(point);
    } while (span > 0 && Character.getType(point) == Character.NON_SPACING_MARK);
    return point;
  }

  private static boolean isJoined(int point) {
    return point > 0x2ff
        && switch (Character.getType(point)) {
          case Character.OTHER_LETTER,
              Character.COMBINING_SPACING_MARK,
              Character.OTHER_SYMBOL,
              Character.MODIFIER_SYMBOL ->
              true;
          case Character.NON_SPACING_MARK ->
              Character.UnicodeScript.of(point) != Character.UnicodeScript.INHERITED;
          default -> Character.isEmoji(point);
        };
  }

  private static boolean isInvisible(int point) {
    return point == 0xad
        || point == 0x61c
        || point == 0x180e
        || point == 0x200b
        || point == 0x200e
        || point == 0x200f
        || (point >= 0x202a && point <= 0x202e)
        || (point >= 0x2060 && point <= 0x206f)
        || point == 0xfeff;
  }
}
