package org.trawl.grammar;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Takes the endings of declension off words that no dictionary has, mostly names, in Ukrainian,
/// Belarusian, Polish, Czech and Slovak.
///
/// Only what declines a noun or an adjective goes, so that a name meets its cases and no word
/// derived from it; a consonant that an ending softens is hardened again (`Trumpie`, `Празі`).
final class SlavicNames implements Grammar {
  private static final int SHORTEST_STEM = 3;

  private static final List<String> CYRILLIC_ADJECTIVES =
      List.of(
          "ського", "ському", "ським", "ський", "ська", "ської", "ську", "ською", "ські", "ських",
          "ськими");

  /// Longest first.
  private static final Map<String, List<String>> ENDINGS =
      Map.of(
          "uk",
          List.of(
              "ові", "еві", "єві", "ями", "ами", "ією", "ями", "ах", "ях", "ам", "ям", "ом", "ем",
              "єм", "ою", "ею", "єю", "ія", "ії", "ію", "ів", "їв", "им", "ий", "а", "я", "у", "ю",
              "і", "ї", "и", "е", "о", "ь", "й"),
          "be",
          List.of(
              "амі", "ямі", "ах", "ях", "ам", "ям", "ом", "ем", "ём", "ым", "ім", "ой", "ай", "ей",
              "яй", "аю", "ою", "ею", "ія", "іі", "ію", "аў", "оў", "яў", "ёў", "а", "я", "у", "ю",
              "е", "і", "ы", "о", "ь", "й"),
          "pl",
          List.of(
              "owskiego",
              "owskiemu",
              "owskim",
              "iego",
              "iemu",
              "ego",
              "emu",
              "owie",
              "ami",
              "ach",
              "ów",
              "om",
              "owi",
              "iem",
              "em",
              "ie",
              "ą",
              "ę",
              "a",
              "u",
              "y",
              "i",
              "e",
              "o"),
          "cs",
          List.of(
              "ovými", "ového", "ovému", "ovou", "ová", "ové", "ách", "ami", "ech", "ích", "ovi",
              "ové", "ům", "ám", "em", "ou", "ů", "om", "a", "e", "ě", "i", "o", "u", "y", "í"));

  private final List<String> endings;

  /// @param language `uk`, `be`, `pl` or `cs`
  SlavicNames(String language) {
    this.endings = ENDINGS.getOrDefault(language, List.of());
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    if (word.length() <= SHORTEST_STEM) {
      return;
    }
    for (String ending : CYRILLIC_ADJECTIVES) {
      if (word.endsWith(ending)) {
        lemmas.add(word.substring(0, word.length() - ending.length()) + "ськ");
        return;
      }
    }
    for (String ending : endings) {
      int length = word.length() - ending.length();
      if (length >= SHORTEST_STEM && word.endsWith(ending)) {
        lemmas.add(hardened(word.substring(0, length)));
        return;
      }
    }
    lemmas.add(hardened(word));
  }

  /// `Обамі` and `Обама`, `Гаазі` and `Гаага`, `Tuska` and `Tuskie` have one stem.
  private static String hardened(String stem) {
    int last = stem.length() - 1;
    return switch (stem.charAt(last)) {
      case 'з' -> stem.substring(0, last) + 'г';
      case 'ц' -> stem.substring(0, last) + 'к';
      case 'ś' -> stem.substring(0, last) + 's';
      case 'ź' -> stem.substring(0, last) + 'z';
      case 'ń' -> stem.substring(0, last) + 'n';
      case 'i' -> last > SHORTEST_STEM ? stem.substring(0, last) : stem;
      default -> stem;
    };
  }
}
