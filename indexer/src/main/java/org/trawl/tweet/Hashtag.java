package org.trawl.tweet;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;

/// What a hashtag is, in every script, and which hashtags are the same.
///
/// One rule for the words of a text, the reading of queries, the facet, suggestions and marks. It
/// is Twitter's: letters, digits and marks, the underscore, and the signs that join words in
/// Hebrew, Persian, Japanese, Catalan and Tibetan. Two things are wider than Twitter: a hashtag may
/// be a number, as the archive's own column has such, and may follow a letter.
public final class Hashtag {
  private static final int SOFT_HYPHEN = 0xAD;
  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;
  private static final int GERESH = 0x5F3;
  private static final int GERSHAYIM = 0x5F4;
  private static final int WIDE_TILDE = 0xFF5E;

  private Hashtag() {}

  /// Whether a hashtag begins with this sign.
  public static boolean isSign(char c) {
    return c == '#' || c == '＃';
  }

  /// Where the hashtag ends whose sign stands before `start`; `start` if there is none.
  public static int end(CharSequence text, int start) {
    int end = start;
    int last = start;
    boolean word = false;
    while (end < text.length()) {
      int point = Character.codePointAt(text, end);
      if (!isPart(point) || !standsWell(text, end, point)) {
        break;
      }
      end += Character.charCount(point);
      word |= Character.isLetterOrDigit(point);
      // What joins words ends none.
      last = isJoiner(point) ? last : end;
    }
    return word ? last : start;
  }

  /// Whether all of a text can stand behind `#`.
  public static boolean isWhole(String tag) {
    return !tag.isEmpty() && end(tag, 0) == tag.length();
  }

  /// Whether a character can be part of a hashtag.
  public static boolean isPart(int point) {
    return switch (Character.getType(point)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.COMBINING_SPACING_MARK ->
          true;
      // A style of an emoji is none of a letter.
      case Character.NON_SPACING_MARK -> point < 0xFE00 || point > 0xFE0F;
      default -> point == '_' || isJoiner(point) || isKanaSign(point);
    };
  }

  private static boolean isJoiner(int point) {
    return switch (point) {
      case SOFT_HYPHEN,
          NON_JOINER,
          JOINER,
          GERESH,
          GERSHAYIM,
          0xB7,
          0x5BE,
          0xF0B,
          0xF0C,
          0x30A0,
          0x30FB ->
          true;
      default -> false;
    };
  }

  private static boolean isKanaSign(int point) {
    return point == 0x3003
        || point == 0x301C
        || point == 0x309B
        || point == 0x309C
        || point == WIDE_TILDE
        || point == 0xA67E;
  }

  /// Whether a sign that is part of some scripts' words stands where it is.
  private static boolean standsWell(CharSequence text, int at, int point) {
    return switch (point) {
      case GERESH, GERSHAYIM -> inHebrew(text, at);
      case WIDE_TILDE -> at > 0 && isJapanese(Character.codePointBefore(text, at));
      default -> true;
    };
  }

  private static boolean isJapanese(int point) {
    return switch (UnicodeScript.of(point)) {
      case HIRAGANA, KATAKANA, HAN -> true;
      default -> false;
    };
  }

  /// Between Hebrew letters these are part of an acronym; elsewhere they are quotes.
  private static boolean inHebrew(CharSequence text, int at) {
    return at > 0
        && at + 1 < text.length()
        && isHebrew(text.charAt(at - 1))
        && isHebrew(text.charAt(at + 1));
  }

  private static boolean isHebrew(char c) {
    return c >= '\u0591' && c <= '\u05EA';
  }

  /// One spelling of a hashtag for all that are the same: any case, composed or not, in wide or
  /// narrow letters; the four letters i of Turkish are one. It is a hashtag itself, and its own
  /// key.
  ///
  /// @param tag without its sign
  public static String key(String tag) {
    String composed = Normalizer.normalize(tag, Form.NFC);
    StringBuilder key = new StringBuilder(composed.length());
    for (int at = 0; at < composed.length(); ) {
      int point = composed.codePointAt(at);
      int size = Character.charCount(point);
      if (!isUnseen(composed, at, point, key)) {
        append(point, key);
      }
      at += size;
    }
    int end = key.length();
    while (end > 1 && isJoiner(key.charAt(end - 1))) {
      end--;
    }
    key.setLength(end);
    if (end > 1 && key.charAt(end - 1) == 'σ') {
      key.setCharAt(end - 1, 'ς');
    }
    return Normalizer.normalize(key, Form.NFC);
  }

  private static void append(int point, StringBuilder key) {
    boolean width = point >= 0xFF10 && point <= 0xFFDC && Character.isLetterOrDigit(point);
    if (width) {
      Normalizer.normalize(Character.toString(point), Form.NFKC)
          .codePoints()
          .forEach(plain -> key.appendCodePoint(lower(plain)));
    } else {
      key.appendCodePoint(lower(point));
    }
  }

  private static int lower(int point) {
    return Character.toLowerCase(Character.toUpperCase(point));
  }

  /// What is not seen: soft hyphens, joiners that join nothing, and the dot that lower case leaves
  /// of a Turkish İ.
  private static boolean isUnseen(String tag, int at, int point, StringBuilder key) {
    return switch (point) {
      case SOFT_HYPHEN -> true;
      case 0x307 -> !key.isEmpty() && key.charAt(key.length() - 1) == 'i';
      case NON_JOINER, JOINER -> !joins(tag, at);
      default -> false;
    };
  }

  private static boolean joins(String tag, int at) {
    int before = at;
    int letter = 0;
    while (before > 0) {
      letter = tag.codePointBefore(before);
      before -= Character.charCount(letter);
      if (Character.getType(letter) != Character.NON_SPACING_MARK) {
        break;
      }
    }
    return isJoined(letter) && at + 1 < tag.length() && isJoined(tag.codePointAt(at + 1));
  }

  /// Letters of scripts that a joiner shapes.
  private static boolean isJoined(int point) {
    return point > 0x2FF
        && switch (Character.getType(point)) {
          case Character.OTHER_LETTER, Character.COMBINING_SPACING_MARK -> true;
          case Character.NON_SPACING_MARK -> UnicodeScript.of(point) != UnicodeScript.INHERITED;
          default -> false;
        };
  }
}
