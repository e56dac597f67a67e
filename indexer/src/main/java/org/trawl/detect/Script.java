package org.trawl.detect;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// A writing system that the detector reads, with the language that it stands for when one language
/// of the archive is written in it.
enum Script {
  /// What is no letter of a script below.
  OTHER(UnicodeScript.UNKNOWN, ""),
  LATIN(UnicodeScript.LATIN, ""),
  CYRILLIC(UnicodeScript.CYRILLIC, ""),
  ARABIC(UnicodeScript.ARABIC, ""),
  DEVANAGARI(UnicodeScript.DEVANAGARI, ""),
  HEBREW(UnicodeScript.HEBREW, "he"),
  GREEK(UnicodeScript.GREEK, "el"),
  ARMENIAN(UnicodeScript.ARMENIAN, "hy"),
  GEORGIAN(UnicodeScript.GEORGIAN, "ka"),
  BENGALI(UnicodeScript.BENGALI, "bn"),
  GURMUKHI(UnicodeScript.GURMUKHI, "pa"),
  GUJARATI(UnicodeScript.GUJARATI, "gu"),
  ORIYA(UnicodeScript.ORIYA, "or"),
  TAMIL(UnicodeScript.TAMIL, "ta"),
  TELUGU(UnicodeScript.TELUGU, "te"),
  KANNADA(UnicodeScript.KANNADA, "kn"),
  MALAYALAM(UnicodeScript.MALAYALAM, "ml"),
  SINHALA(UnicodeScript.SINHALA, "si"),
  THAI(UnicodeScript.THAI, "th"),
  LAO(UnicodeScript.LAO, "lo"),
  TIBETAN(UnicodeScript.TIBETAN, "bo"),
  MYANMAR(UnicodeScript.MYANMAR, "my"),
  KHMER(UnicodeScript.KHMER, "km"),
  ETHIOPIC(UnicodeScript.ETHIOPIC, "am"),
  THAANA(UnicodeScript.THAANA, "dv"),
  HANGUL(UnicodeScript.HANGUL, "ko", 2),
  HAN(UnicodeScript.HAN, "zh", 3),
  KANA(UnicodeScript.HIRAGANA, "ja", 2);

  private static final Script[] ALL = values();

  /// How many scripts there are: arrays of counts are this long.
  static final int COUNT = ALL.length;

  /// The script of every letter of the basic plane, by [#index]; 0 for what is no letter. Letters
  /// beyond it are ancient scripts and rare ideographs.
  private static final byte[] BY_CHAR = byChar();

  private static final Set<String> CYRILLIC_CODES =
      Set.of("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "tt", "uz", "az", "bs");

  private static final Set<String> ARABIC_CODES =
      Set.of("ar", "fa", "ur", "ps", "ckb", "ku", "sd", "ug", "pa", "az");

  private static final Set<String> DEVANAGARI_CODES = Set.of("hi", "mr", "ne");

  /// Twitter gives Hindi in Latin letters Hindi's code.
  private static final Set<String> ALSO_LATIN =
      Set.of("sr", "bs", "az", "uz", "tt", "kk", "ku", "hi");

  private static final Set<String> NOT_LATIN = notLatin();

  private final UnicodeScript unicode;

  /// The one language of the archive written in this script, or empty when it has several or none.
  final String language;

  /// How many letters of an alphabet one sign says as much as.
  final int lettersPerSign;

  Script(UnicodeScript unicode, String language) {
    this(unicode, language, 1);
  }

  Script(UnicodeScript unicode, String language, int lettersPerSign) {
    this.unicode = unicode;
    this.language = language;
    this.lettersPerSign = lettersPerSign;
  }

  /// The place of this script in an array of counts; stored nowhere, so it may change.
  @SuppressWarnings("EnumOrdinal")
  int index() {
    return ordinal();
  }

  /// The [#index] of a letter's script, 0 for what is no letter of any of them.
  static int indexOf(char letter) {
    return BY_CHAR[letter];
  }

  /// The script with this [#index], without the copy that `values()` makes.
  static Script at(int index) {
    return ALL[index];
  }

  /// Whether tweets that the archive gives this ISO code can be in this script. Codes that are not
  /// known here are taken for languages in Latin letters.
  boolean writes(String code) {
    return switch (this) {
      case LATIN -> !NOT_LATIN.contains(code);
      case CYRILLIC -> CYRILLIC_CODES.contains(code);
      case ARABIC -> ARABIC_CODES.contains(code);
      case DEVANAGARI -> DEVANAGARI_CODES.contains(code);
      case HAN -> code.equals("zh") || code.equals("ja");
      case HEBREW -> code.equals("he") || code.equals("yi");
      default -> code.equals(language);
    };
  }

  private static Set<String> notLatin() {
    var codes = new HashSet<String>();
    for (Script script : ALL) {
      codes.add(script.language);
    }
    codes.addAll(CYRILLIC_CODES);
    codes.addAll(ARABIC_CODES);
    codes.addAll(DEVANAGARI_CODES);
    codes.removeAll(ALSO_LATIN);
    return Set.copyOf(codes);
  }

  private static byte[] byChar() {
    Map<UnicodeScript, Script> scripts = new EnumMap<>(UnicodeScript.class);
    for (Script script : ALL) {
      scripts.put(script.unicode, script);
    }
    scripts.put(UnicodeScript.KATAKANA, KANA);
    byte[] table = new byte[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      // Vowel signs of the Indic scripts are marks, and as much part of a word as its letters.
      int type = Character.getType(c);
      boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
      if (Character.isLetter(c) || mark) {
        table[c] = (byte) scripts.getOrDefault(UnicodeScript.of(c), OTHER).index();
      }
    }
    return table;
  }
}
