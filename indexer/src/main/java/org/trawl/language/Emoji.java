package org.trawl.language;

/// Where emoji begin and end in a text, and which of them are the same.
final class Emoji {
  private static final char JOINER = '\u200D';
  private static final char TEXT_STYLE = '\uFE0E';
  private static final char PICTURE_STYLE = '\uFE0F';
  private static final char KEYCAP = '\u20E3';

  private Emoji() {}

  /// Whether a digit, `#` or `*` begins a key of a keyboard.
  static boolean isKeycap(char[] text, int at, int length) {
    int next = at + 1;
    if (next < length && text[next] == PICTURE_STYLE) {
      next++;
    }
    return next < length && text[next] == KEYCAP;
  }

  /// The place after the emoji that begins here, with its joined parts, skin tone and style; `at`
  /// when none does.
  static int end(char[] text, int at, int length) {
    if (text[at] < 128) {
      return text[at + 1] == KEYCAP ? at + 2 : at + 3;
    }
    int end = part(text, at, length);
    while (end > at && end + 1 < length && text[end] == JOINER) {
      int joined = part(text, end + 1, length);
      if (joined == end + 1) {
        break;
      }
      end = joined;
    }
    return end;
  }

  /// An emoji without its skin tone and its style, which say nothing to one who searches.
  static String fold(String emoji) {
    StringBuilder folded = new StringBuilder(emoji.length());
    emoji
        .codePoints()
        .filter(c -> c != TEXT_STYLE && c != PICTURE_STYLE && !Character.isEmojiModifier(c))
        .forEach(folded::appendCodePoint);
    return folded.isEmpty() ? emoji : folded.toString();
  }

  private static int part(char[] text, int at, int length) {
    if (at >= length) {
      return at;
    }
    int codePoint = Character.codePointAt(text, at, length);
    int end = at + Character.charCount(codePoint);
    if (Letters.isRegional(codePoint)) {
      boolean flag = end < length && Letters.isRegional(Character.codePointAt(text, end, length));
      return flag ? end + 2 : end;
    }
    if (!Character.isExtendedPictographic(codePoint)) {
      return at;
    }
    while (end < length) {
      int next = Character.codePointAt(text, end, length);
      boolean more =
          next == TEXT_STYLE
              || next == PICTURE_STYLE
              || next == KEYCAP
              || Character.isEmojiModifier(next)
              || isTag(next);
      if (!more) {
        break;
      }
      end += Character.charCount(next);
    }
    return end;
  }

  /// Letters that nobody sees, which make the flags of England, Scotland and Wales.
  private static boolean isTag(int codePoint) {
    return codePoint >= 0xE0020 && codePoint <= 0xE007F;
  }
}
