package org.trawl.language;

/// The characters of scripts that are written without spaces between words.
///
/// In the scripts of South East Asia a character is a consonant with the vowels and tones that are
/// written around it, for a vowel before a consonant belongs to the consonant: no word ends between
/// them.
final class SpacelessRun {
  private SpacelessRun() {}

  /// The place after the character that begins here; `at` when it is of another script.
  static int characterEnd(char[] text, int at, int length) {
    if (at >= length) {
      return at;
    }
    return switch (Letters.classOf(text[at])) {
      case Letters.IDEOGRAPH -> withMarks(text, at + 1, length);
      case Letters.CLUSTER -> clusterEnd(text, at, length);
      case Letters.SURROGATE -> {
        int codePoint = Character.codePointAt(text, at, length);
        yield Character.isSupplementaryCodePoint(codePoint)
                && Letters.classOfSupplementary(codePoint) == Letters.IDEOGRAPH
            ? withMarks(text, at + 2, length)
            : at;
      }
      default -> at;
    };
  }

  /// The sounds of a kana as marks of their own, and what nobody sees.
  private static int withMarks(char[] text, int at, int length) {
    int end = at;
    while (end < length) {
      byte kind = Letters.classOf(text[end]);
      if (kind != Letters.MARK && kind != Letters.INVISIBLE && !isHalfWidthSound(text[end])) {
        break;
      }
      end++;
    }
    return end;
  }

  /// The voiced and half-voiced marks after a half-width kana.
  private static boolean isHalfWidthSound(char c) {
    return c == '\uFF9E' || c == '\uFF9F';
  }

  private static int clusterEnd(char[] text, int at, int length) {
    int end = at;
    while (end < length && isLeadingVowel(text[end])) {
      end++;
    }
    if (end < length && Letters.classOf(text[end]) == Letters.CLUSTER) {
      end++;
    }
    while (end < length) {
      byte kind = Letters.classOf(text[end]);
      if (kind == Letters.INVISIBLE) {
        end++;
      } else if (kind == Letters.CLUSTER && follows(text[end], text[end - 1])) {
        end++;
      } else {
        break;
      }
    }
    return end;
  }

  /// Thai and Lao write these before the consonant that they are spoken after.
  private static boolean isLeadingVowel(char c) {
    return (c >= '\u0E40' && c <= '\u0E44') || (c >= '\u0EC0' && c <= '\u0EC4');
  }

  private static boolean follows(char c, char before) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || isTrailingVowel(c)
        || before == '\u17D2'
        || before == '\u1039';
  }

  /// Vowels that count as letters in Unicode, and stand after their consonant.
  private static boolean isTrailingVowel(char c) {
    return c == '\u0E30'
        || c == '\u0E32'
        || c == '\u0E33'
        || c == '\u0E45'
        || c == '\u0EB0'
        || c == '\u0EB2'
        || c == '\u0EB3';
  }
}
