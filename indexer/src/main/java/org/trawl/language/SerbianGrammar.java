package org.trawl.language;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Serbian, Croatian and Bosnian: one grammar in two alphabets and two pronunciations.
///
/// Words are read in the Latin alphabet, and lemmas are in the Serbian pronunciation (`vreme`,
/// where Croatian has `vrijeme`), so that either finds the other.
final class SerbianGrammar implements Grammar {
  private static final String CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш";
  private static final List<String> LATIN =
      List.of(
          "a", "b", "v", "g", "d", "đ", "e", "ž", "z", "i", "j", "k", "l", "lj", "m", "n", "nj",
          "o", "p", "r", "s", "t", "ć", "u", "f", "h", "c", "č", "dž", "š");

  private static final List<String> FUTURES = List.of("ćemo", "ćete", "ćeš", "ću", "će");

  private final AffixDictionary dictionary = AffixDictionary.read("hr", SerbianGrammar::ekavian);
  private final Grammar unlisted;

  SerbianGrammar(Grammar unlisted) {
    this.unlisted = unlisted;
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    String latin = latin(word);
    Set<String> heads = new HashSet<>();
    dictionary.addLemmas(latin, heads);
    if (heads.isEmpty()) {
      dictionary.addLemmas(ekavian(latin), heads);
    }
    if (heads.isEmpty() && latin.startsWith("naj")) {
      dictionary.addLemmas(latin.substring(3), heads);
    }
    for (String future : FUTURES) {
      if (heads.isEmpty() && latin.endsWith(future)) {
        dictionary.addLemmas(latin.substring(0, latin.length() - future.length()) + "ti", heads);
      }
    }
    if (heads.isEmpty()) {
      unlisted.addLemmas(ekavian(latin), heads);
    }
    heads.stream().map(SerbianGrammar::ekavian).sorted().forEach(lemmas::add);
  }

  private static String latin(String word) {
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
  private static String ekavian(String word) {
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
}
