package org.trawl.grammar;

import java.util.List;
import java.util.Set;

/// Urdu: takes off the endings of number, case, gender, tense and person, as written with the
/// letters of any keyboard.
final class UrduEndings implements Grammar {
  private static final int SHORTEST_STEM = 2;

  /// Longest first.
  private static final List<String> ENDINGS =
      List.of(
          "ائیں", "یاں", "یوں", "اؤں", "ئیں", "ؤں", "ئے", "ئی", "ات", "یں", "وں", "تے", "تی", "تا",
          "نے", "نی", "نا", "یا", "ے", "ی", "ا", "ہ", "و");

  /// Endings of verbs, which are short: others end like this by themselves (`پاکستانی`).
  private static final Set<String> OF_VERBS = Set.of("تے", "تی", "تا", "نے", "نی", "نا");

  private static final int LONGEST_VERB = 3;

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    String plain = spelled(word);
    for (String ending : ENDINGS) {
      int stem = plain.length() - ending.length();
      boolean fits = !OF_VERBS.contains(ending) || stem <= LONGEST_VERB;
      if (plain.endsWith(ending) && stem >= SHORTEST_STEM && fits) {
        lemmas.add(plain.substring(0, stem));
        return;
      }
    }
    lemmas.add(plain);
  }

  private static String spelled(String word) {
    StringBuilder spelled = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      switch (c) {
        case 'ي', 'ى' -> spelled.append('ی');
        case 'ك' -> spelled.append('ک');
        case 'ه', 'ة', 'ۃ', 'ۂ' -> spelled.append('ہ');
        default -> {
          if (Character.getType(c) != Character.NON_SPACING_MARK) {
            spelled.append(c);
          }
        }
      }
    }
    return spelled.toString();
  }
}
