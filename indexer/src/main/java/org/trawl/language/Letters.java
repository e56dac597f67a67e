package org.trawl.language;

import java.lang.Character.UnicodeScript;

/// What each character means to the tokenizer.
final class Letters {
  /// Stands between words.
  static final byte GAP = 0;

  /// A letter or digit of a script that is written with spaces.
  static final byte LETTER = 1;

  /// A digit 0 to 9 of any script.
  static final byte DIGIT = 2;

  /// An accent, a vowel sign, a point: belongs to the letter before it.
  static final byte MARK = 3;

  /// Seen by nobody: belongs to the word around it and says nothing.
  static final byte INVISIBLE = 4;

  /// An apostrophe of any style.
  static final byte APOSTROPHE = 5;

  /// An ideograph, a kana, a Hangul syllable: a token of its own.
  static final byte IDEOGRAPH = 6;

  /// A letter of a script of South East Asia that is written without spaces.
  static final byte CLUSTER = 7;

  /// Half of a character beyond the basic plane.
  static final byte SURROGATE = 8;

  /// May be an emoji.
  static final byte PICTURE = 9;

  /// The underscore: joins words, begins none.
  static final byte UNDERSCORE = 10;

  private static final byte[] BY_CHAR = byChar();

  private Letters() {}

  static byte classOf(char c) {
    return BY_CHAR[c];
  }

  /// The class of a character beyond the basic plane.
  static byte classOfSupplementary(int codePoint) {
    if (Character.isExtendedPictographic(codePoint) || isRegional(codePoint)) {
      return PICTURE;
    }
    return classify(codePoint);
  }

  /// Half of a flag.
  static boolean isRegional(int codePoint) {
    return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
  }

  /// A sign that joins the parts of a word, and is no dash between words.
  static boolean isHyphen(char c) {
    return c == '-' || c == '\u2010' || c == '\u2011' || c == '\u05BE' || c == '－' || c == '﹣';
  }

  private static byte[] byChar() {
    byte[] table = new byte[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      table[c] = classify(c);
    }
    return table;
  }

  private static byte classify(int c) {
    return switch (c) {
      case '_' -> UNDERSCORE;
      // ' ` ´ and what people, phones and typesetters use in their place.
      case '\'',
          '`',
          '´',
          'ʹ',
          'ʻ',
          'ʼ',
          'ʽ',
          'ʾ',
          'ʿ',
          'ˈ',
          'ˊ',
          'ˋ',
          '‘',
          '’',
          '‛',
          '′',
          '‵',
          '＇',
          '｀',
          '՚',
          '׳',
          'Ꞌ',
          'ꞌ' ->
          APOSTROPHE;
      // Letter-like signs that people write as pictures, or that are neither.
      case '©', '®', '™' -> GAP;
      default -> byType(c);
    };
  }

  private static byte byType(int c) {
    return switch (Character.getType(c)) {
      case Character.SURROGATE -> SURROGATE;
      case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
      case Character.FORMAT -> INVISIBLE;
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          isClustered(c) ? CLUSTER : MARK;
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.LETTER_NUMBER ->
          ofLetter(c);
      case Character.OTHER_NUMBER -> LETTER;
      // Below the arrows the signs that could be pictures are plain signs to most people.
      default -> c >= 0x2190 && Character.isExtendedPictographic(c) ? PICTURE : GAP;
    };
  }

  private static byte ofLetter(int c) {
    if (isClustered(c)) {
      return CLUSTER;
    }
    return switch (UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI, TANGUT -> IDEOGRAPH;
      default -> c == 'ー' || c == 'ｰ' ? IDEOGRAPH : LETTER;
    };
  }

  private static boolean isClustered(int c) {
    return switch (UnicodeScript.of(c)) {
      case THAI, LAO, KHMER, MYANMAR, TAI_LE, NEW_TAI_LUE, TAI_THAM -> true;
      default -> false;
    };
  }
}
