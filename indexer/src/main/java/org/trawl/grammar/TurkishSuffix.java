package org.trawl.grammar;

import java.util.ArrayList;
import java.util.List;

/// One ending of Turkish, whose vowels and first consonant follow the word before it.
///
/// Written as grammars do: `A` is a or e, `I` is ı, i, u or ü, `D` is d or t, `C` is c or ç, `K` is
/// k or ğ. A letter in brackets stands between two vowels if it is a consonant, between two
/// consonants if it is a vowel.
final class TurkishSuffix {
  private static final String VOWELS = "aıoueiöüâîû";
  private static final String BACK = "aıouâû";
  private static final String ROUND = "ouöüû";

  private final String plain;
  private final char buffer;

  TurkishSuffix(String pattern) {
    boolean buffered = pattern.charAt(0) == '(';
    this.buffer = buffered ? pattern.charAt(1) : 0;
    this.plain = buffered ? pattern.substring(3) : pattern;
  }

  /// What may stand before this ending in a word; mostly nothing, at most two.
  ///
  /// @param strict whether vowels must be in harmony, which those of borrowed words often are not
  List<String> rests(String word, boolean strict) {
    if (word.isEmpty() || !mayEnd(word.charAt(word.length() - 1))) {
      return List.of();
    }
    List<String> rests = new ArrayList<>(1);
    if (buffer == 0) {
      add(word, plain, strict, rests);
      return rests;
    }
    boolean vowel = buffer == 'I' || buffer == 'A';
    int full = word.length() - plain.length() - 1;
    if (full > 0 && isVowel(word.charAt(full - 1)) != vowel) {
      add(word, buffer + plain, strict, rests);
    }
    int bare = word.length() - plain.length();
    if (bare > 0 && isVowel(word.charAt(bare - 1)) == vowel) {
      add(word, plain, strict, rests);
    }
    return rests;
  }

  /// Whether a word with this last letter may end so, whatever its vowels: spares the rest for most
  /// of the many endings that a word is tried for.
  private boolean mayEnd(char last) {
    char end = plain.isEmpty() ? buffer : plain.charAt(plain.length() - 1);
    return matches(end, last, 'a', false);
  }

  private static void add(String word, String suffix, boolean strict, List<String> rests) {
    int start = word.length() - suffix.length();
    if (start < 2) {
      return;
    }
    char vowel = lastVowel(word, start);
    if (vowel == 0) {
      return;
    }
    for (int i = 0; i < suffix.length(); i++) {
      char c = word.charAt(start + i);
      if (!matches(suffix.charAt(i), c, vowel, strict)) {
        return;
      }
      if (isVowel(c)) {
        vowel = c;
      }
    }
    rests.add(word.substring(0, start));
  }

  private static boolean matches(char pattern, char c, char vowel, boolean strict) {
    return switch (pattern) {
      case 'A' -> strict ? c == (isBack(vowel) ? 'a' : 'e') : c == 'a' || c == 'e';
      case 'I' -> strict ? c == closed(vowel) : "ıiuü".indexOf(c) >= 0;
      case 'D' -> c == 'd' || c == 't';
      case 'C' -> c == 'c' || c == 'ç';
      case 'K' -> c == 'k' || c == 'ğ';
      default -> c == pattern;
    };
  }

  private static char closed(char vowel) {
    boolean round = ROUND.indexOf(vowel) >= 0;
    if (isBack(vowel)) {
      return round ? 'u' : 'ı';
    }
    return round ? 'ü' : 'i';
  }

  private static char lastVowel(String word, int end) {
    for (int i = end - 1; i >= 0; i--) {
      if (isVowel(word.charAt(i))) {
        return word.charAt(i);
      }
    }
    return 0;
  }

  /// Whether a word's last vowel is a, ı, o or u.
  static boolean endsBack(String word) {
    char vowel = lastVowel(word, word.length());
    return vowel != 0 && isBack(vowel);
  }

  private static boolean isBack(char vowel) {
    return BACK.indexOf(vowel) >= 0;
  }

  static boolean isVowel(char c) {
    return VOWELS.indexOf(c) >= 0;
  }
}
