package org.trawl.grammar;

import java.util.List;
import java.util.Set;

/// Macedonian: takes off the article, then plural and gender.
///
/// The articles of what is near and far (`-ов`, `-на`) are rare in writing and look like the ends
/// of other words (`година`); they stay.
final class MacedonianEndings implements Grammar {
  private static final int SHORTEST_STEM = 3;

  private static final List<String> ARTICLES = List.of("иот", "от", "та", "то", "те");

  /// After these `та`, `то`, `те` are articles, after others `от` and the like.
  private static final String VOWELS = "аеиоу";

  private static final List<String> ENDINGS =
      List.of(
          "ејќи", "ајќи", "авме", "авте", "евме", "евте", "ивме", "ивте", "еше", "аше", "еме",
          "ете", "име", "ите", "аме", "ате", "ала", "ела", "ила", "ало", "ело", "ило", "але", "еле",
          "иле", "ови", "еви", "иња", "ишта", "ам", "аш", "ат", "ав", "ев", "ив", "еш", "иш", "еа",
          "аа", "ија", "ал", "ел", "ил", "ци", "зи", "си", "и", "а", "о", "е");

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    String bare = withoutArticle(word);
    for (String ending : ENDINGS) {
      if (bare.endsWith(ending) && bare.length() >= ending.length() + SHORTEST_STEM) {
        lemmas.add(bare.substring(0, bare.length() - ending.length()) + softened(ending));
        return;
      }
    }
    lemmas.add(bare);
  }

  /// `политици` is of `политик`.
  private static String softened(String ending) {
    return switch (ending) {
      case "ци" -> "к";
      case "зи" -> "г";
      case "си" -> "х";
      default -> "";
    };
  }

  private static String withoutArticle(String word) {
    for (String article : ARTICLES) {
      int rest = word.length() - article.length();
      if (rest < SHORTEST_STEM || !word.endsWith(article)) {
        continue;
      }
      boolean afterVowel = VOWELS.indexOf(word.charAt(rest - 1)) >= 0;
      boolean vowelFirst = VOWELS.indexOf(article.charAt(0)) >= 0;
      if (afterVowel != vowelFirst) {
        return word.substring(0, rest);
      }
    }
    return word;
  }
}
