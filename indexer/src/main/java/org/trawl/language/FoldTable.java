package org.trawl.language;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What becomes of each letter of the basic plane when it is folded. Pages of 256 letters are made
/// when a text first needs them.
final class FoldTable {
  private static final int PAGE_BITS = 8;
  private static final int PAGE_MASK = (1 << PAGE_BITS) - 1;

  /// Written by whichever thread comes first; two that come together write the same.
  private static final @Nullable String[][] PAGES =
      new String[(Character.MAX_VALUE + 1) >> PAGE_BITS][];

  /// Letters that carry a mark in Unicode and are letters of their own to those who write them.
  private static final String OWN_LETTERS = "йїўґѓќҙҫғқңҳҷәөүұһ";

  private FoldTable() {}

  /// Appends what a letter is folded to: often itself, sometimes nothing, sometimes two letters.
  static void append(char c, StringBuilder folded) {
    int page = c >> PAGE_BITS;
    @Nullable String @Nullable [] letters = PAGES[page];
    if (letters == null) {
      letters = page(page << PAGE_BITS);
      PAGES[page] = letters;
    }
    String letter = letters[c & PAGE_MASK];
    if (letter == null) {
      folded.append(c);
    } else {
      folded.append(letter);
    }
  }

  /// Null where a letter stays itself.
  private static @Nullable String[] page(int first) {
    @Nullable String[] letters = new String[1 << PAGE_BITS];
    for (int i = 0; i < letters.length; i++) {
      char c = (char) (first + i);
      String folded = fold(c);
      letters[i] = folded.length() == 1 && folded.charAt(0) == c ? null : folded;
    }
    return letters;
  }

  private static String fold(char c) {
    int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
    if (digit >= 0) {
      return String.valueOf((char) ('0' + digit));
    }
    String special = special(c);
    if (special != null) {
      return special;
    }
    if (isSilent(c)) {
      return "";
    }
    if (UnicodeScript.of(c) == UnicodeScript.HAN) {
      return Character.toString(HanVariants.simplified(c));
    }
    String lower = c == 'İ' ? "i" : String.valueOf(c).toLowerCase(Locale.ROOT);
    if (OWN_LETTERS.contains(lower)) {
      return lower;
    }
    return withoutMarks(lower);
  }

  private static String withoutMarks(String lower) {
    UnicodeScript script = UnicodeScript.of(lower.charAt(0));
    boolean accented =
        script == UnicodeScript.LATIN
            || script == UnicodeScript.GREEK
            || script == UnicodeScript.CYRILLIC
            || script == UnicodeScript.ARABIC
            || script == UnicodeScript.HEBREW;
    if (!accented) {
      return lower;
    }
    String parts = Normalizer.normalize(lower, Form.NFD);
    StringBuilder letters = new StringBuilder(parts.length());
    for (int i = 0; i < parts.length(); i++) {
      char part = parts.charAt(i);
      if (Character.getType(part) != Character.NON_SPACING_MARK) {
        String special = special(part);
        letters.append(special == null ? String.valueOf(part) : special);
      }
    }
    return letters.toString();
  }

  /// Apostrophes, invisible characters, and marks that are no letters to those who search: accents,
  /// and the points of Arabic, Hebrew and the Indic dot below. Vowel signs of the Indic and South
  /// East Asian scripts are letters.
  private static boolean isSilent(char c) {
    byte kind = Letters.classOf(c);
    if (kind == Letters.INVISIBLE || kind == Letters.APOSTROPHE) {
      return true;
    }
    if (Character.getType(c) != Character.NON_SPACING_MARK) {
      return c == '\u0640'
          || c == ','
          || c == '٬'
          || c == '"'
          || c == '\u05BE'
          || c == '״'
          || c == '·'
          || c == '‧'
          || c == '”';
    }
    UnicodeScript script = UnicodeScript.of(c);
    return (script == UnicodeScript.INHERITED && !isKanaSound(c))
        || script == UnicodeScript.ARABIC
        || script == UnicodeScript.HEBREW
        || script == UnicodeScript.CYRILLIC
        || isNukta(c);
  }

  private static boolean isKanaSound(char c) {
    return c == '\u3099' || c == '\u309A';
  }

  /// The dot below an Indic letter that makes a borrowed sound of it, often left out.
  private static boolean isNukta(char c) {
    return c == '\u093C' || c == '\u09BC' || c == '\u0A3C' || c == '\u0ABC' || c == '\u0B3C';
  }

  private static @Nullable String special(char c) {
    return switch (c) {
      case 'ß', 'ẞ' -> "ss";
      case 'æ', 'Æ', 'ǽ', 'Ǽ' -> "ae";
      case 'œ', 'Œ' -> "oe";
      case 'ø', 'Ø', 'ǿ', 'Ǿ' -> "o";
      case 'đ', 'Đ', 'ð', 'Ð', 'ɖ', 'Ɖ' -> "d";
      case 'ł', 'Ł' -> "l";
      case 'ħ', 'Ħ' -> "h";
      case 'ŧ', 'Ŧ' -> "t";
      case 'þ', 'Þ' -> "th";
      case 'ŋ', 'Ŋ' -> "n";
      case 'ı', 'İ' -> "i";
      case 'ĸ' -> "k";
      case 'ς' -> "σ";
      case 'ё', 'Ё' -> "е";
      // Arabic, Persian, Urdu, Pashto and Kurdish keyboards.
      case 'أ', 'إ', 'آ', 'ٱ', 'ٲ', 'ٳ', 'ٵ' -> "ا";
      case 'ى', 'ی', 'ئ', 'ې', 'ۍ', 'ێ', 'ۑ' -> "ي";
      case 'ؤ', 'ۆ', 'ۇ', 'ۈ', 'ۋ', 'ٶ', 'ٷ' -> "و";
      case 'ک', 'ڪ', 'ګ' -> c == 'ګ' ? "گ" : "ك";
      case 'ة', 'ۃ', 'ہ', 'ۂ', 'ھ', 'ە', 'ۀ', 'ۓ' -> c == 'ۓ' ? "ے" : "ه";
      // Sanskrit's moon and dot is written as a plain dot as often.
      case 'ँ' -> "ं";
      default -> null;
    };
  }
}
