package org.trawl.grammar;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Hungarian by a Hunspell dictionary, and by rule what that lists in part only: verbs behind their
/// particles, superlatives, and compounds, which are read by their last part.
final class HungarianGrammar implements Grammar {
  private static final List<String> PARTICLES =
      List.of(
          "vissza",
          "össze",
          "keresztül",
          "tovább",
          "szét",
          "végig",
          "előre",
          "haza",
          "közbe",
          "újra",
          "elő",
          "fel",
          "föl",
          "meg",
          "ide",
          "oda",
          "túl",
          "hozzá",
          "rá",
          "át",
          "be",
          "ki",
          "le",
          "el");

  private static final String SUPERLATIVE = "leg";
  private static final int SHORTEST_PART = 3;
  private static final int SHORTEST_LAST_PART = 4;

  private final AffixDictionary dictionary =
      AffixDictionary.read("hu", word -> word, ending -> true);

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    dictionary.addLemmas(word, lemmas);
    if (lemmas.isEmpty() && word.startsWith(SUPERLATIVE)) {
      dictionary.addLemmas(word.substring(SUPERLATIVE.length()), lemmas);
    }
    for (String particle : PARTICLES) {
      if (lemmas.isEmpty() && word.startsWith(particle)) {
        addWithFirst(particle, word.substring(particle.length()), lemmas);
      }
    }
    for (int first = SHORTEST_PART;
        lemmas.isEmpty() && first <= word.length() - SHORTEST_LAST_PART;
        first++) {
      String part = word.substring(0, first);
      if (dictionary.contains(part)) {
        addWithFirst(part, word.substring(first), lemmas);
      }
    }
  }

  private void addWithFirst(String first, String rest, Set<String> lemmas) {
    if (rest.length() < SHORTEST_PART) {
      return;
    }
    Set<String> lemmasOfRest = new LinkedHashSet<>();
    dictionary.addLemmas(rest, lemmasOfRest);
    lemmasOfRest.forEach(lemma -> lemmas.add(first + lemma));
  }
}
