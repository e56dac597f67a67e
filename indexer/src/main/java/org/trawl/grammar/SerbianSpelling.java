package org.trawl.grammar;

import java.util.ArrayList;
import java.util.List;

/// The two alphabets and two pronunciations of Serbian, Croatian and Bosnian.
final class SerbianSpelling {
  private static final String CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш";
  private static final List<String> LATIN =
      List.of(
          "a", "b", "v", "g", "d", "đ", "e", "ž", "z", "i", "j", "k", "l", "lj", "m", "n", "nj",
          "o", "p", "r", "s", "t", "ć", "u", "f", "h", "c", "č", "dž", "š");

  private static final String CONSONANTS = "bcčdfghklmnprsštvzž";

  private SerbianSpelling() {}

  static String latin(String word) {
    StringBuilder latin = new StringBuilder(word.length() + 4);
    for (int i = 0; i < word.length(); i++) {
      int letter = CYRILLIC.indexOf(word.charAt(i));
      if (letter < 0) {
        latin.append(word.charAt(i));
      } else {
        latin.append(LATIN.get(letter));
      }
    }
    return latin.toString();
  }

  /// `vrijeme` is `vreme`, `mjesto` is `mesto`; `je` after a vowel or at the start stays.
  static String ekavian(String word) {
    String plain = word.replace("ije", "e");
    StringBuilder ekavian = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      boolean dropped =
          plain.charAt(i) == 'j'
              && plain.startsWith("je", i)
              && i > 0
              && i + 2 < plain.length()
              && "bcčdfghkmprsštvzž".indexOf(plain.charAt(i - 1)) >= 0;
      if (!dropped) {
        ekavian.append(plain.charAt(i));
      }
    }
    return ekavian.toString();
  }

  /// What a Serbian word may be in Croatian: `zelela` is `željela`, `doneo` is `donio`.
  static List<String> ijekavian(String word) {
    List<String> ijekavian = new ArrayList<>();
    for (int i = 1; i < word.length(); i++) {
      if (word.charAt(i) == 'e' && CONSONANTS.indexOf(word.charAt(i - 1)) >= 0) {
        String before = word.substring(0, i);
        String after = word.substring(i + 1);
        ijekavian.add(before + "je" + after);
        ijekavian.add(before + "ije" + after);
        if (after.equals("o")) {
          ijekavian.add(before + "io");
        }
      }
    }
    return ijekavian;
  }
}
