package org.trawl.language;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/// Makes one spelling of all that people mean as the same: case, accents, points and vowel signs of
/// Arabic and Hebrew, letters that differ by keyboard (Arabic, Persian and Urdu yeh and kaf), wide
/// and narrow forms, ligatures, digits of every script, the signs between thousands, apostrophes,
/// invisible characters, traditional and simplified Chinese, and letters of another alphabet that
/// look like those around them.
///
/// Letters of their own stay: Cyrillic `й` is no `и` with an accent, `ñ` and `ä` on the other hand
/// are typed as `n` and `a` by those who lack the key. The fold is the same in every language; what
/// only one language holds for the same, like German `ae` for `ä`, is left to [WordForms].
///
/// Idempotent, and the same for NFC and NFD.
public final class Folding {
  private static final char ZERO_WIDTH_NON_JOINER = '\u200C';

  private Folding() {}

  /// A word or a part of one, folded. May be empty, when the word was nothing but accents.
  public static String fold(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= 128 || (c >= 'A' && c <= 'Z') || "'`,. ".indexOf(c) >= 0) {
        return foldAll(word);
      }
    }
    return word;
  }

  /// A text as a person sees it: composed letters (NFC), straight apostrophes, nothing invisible
  /// but the non-joiner between Arabic letters, which is spelling in Persian and Kurdish.
  public static String visible(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return visibleAll(text);
      }
    }
    return text.indexOf('`') < 0 ? text : text.replace('`', '\'');
  }

  private static String visibleAll(String text) {
    String composed = Normalizer.normalize(text, Form.NFC);
    StringBuilder visible = new StringBuilder(composed.length());
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      switch (Letters.classOf(c)) {
        case Letters.APOSTROPHE -> visible.append('\'');
        case Letters.INVISIBLE -> {
          if (c == ZERO_WIDTH_NON_JOINER && isBetweenArabic(composed, i)) {
            visible.append(c);
          }
        }
        default -> visible.append(c);
      }
    }
    return visible.toString();
  }

  private static boolean isBetweenArabic(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && isArabic(text.charAt(at - 1))
        && isArabic(text.charAt(at + 1));
  }

  private static boolean isArabic(char c) {
    return c >= '\u0600' && c <= '\u08FF';
  }

  private static String foldAll(String word) {
    String whole = Numerals.plain(withoutPossessive(Normalizer.normalize(word, Form.NFKC)));
    StringBuilder folded = new StringBuilder(whole.length() + 4);
    for (int i = 0; i < whole.length(); ) {
      int codePoint = whole.codePointAt(i);
      int size = Character.charCount(codePoint);
      if (size == 1) {
        FoldTable.append((char) codePoint, folded);
      } else {
        foldSupplementary(codePoint, folded);
      }
      i += size;
    }
    return LookAlikes.inOneScript(Normalizer.normalize(folded, Form.NFC));
  }

  /// `Trump's` is found as `trump`, in the phrase `"donald trump"` too.
  private static String withoutPossessive(String word) {
    int end = word.length() - 2;
    boolean possessive =
        end > 0
            && (word.charAt(end + 1) | 0x20) == 's'
            && Letters.classOf(word.charAt(end)) == Letters.APOSTROPHE;
    return possessive ? word.substring(0, end) : word;
  }

  private static void foldSupplementary(int codePoint, StringBuilder folded) {
    int digit = Character.digit(codePoint, 10);
    if (digit >= 0) {
      folded.append((char) ('0' + digit));
    } else if (Character.getType(codePoint) != Character.FORMAT) {
      folded.appendCodePoint(HanVariants.simplified(Character.toLowerCase(codePoint)));
    }
  }
}
