package org.trawl.grammar;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A dictionary whose words are also known behind prefixes that it does not list: those that make
/// forms of a word (Czech `ne-` and `nej-`) leave its lemma as it is, those that make another word
/// (Lithuanian `pa-`, `iš-`) stay in front of it.
final class Prefixed implements Grammar {
  private static final int SHORTEST_REST = 3;

  private final Grammar dictionary;
  private final List<String> ofForms;
  private final List<String> ofWords;

  /// @param ofForms longest first
  /// @param ofWords longest first
  Prefixed(Grammar dictionary, List<String> ofForms, List<String> ofWords) {
    this.dictionary = dictionary;
    this.ofForms = ofForms;
    this.ofWords = ofWords;
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    dictionary.addLemmas(word, lemmas);
    for (String prefix : ofForms) {
      if (lemmas.isEmpty() && isPrefix(prefix, word)) {
        addLemmas(word.substring(prefix.length()), lemmas);
      }
    }
    for (String prefix : ofWords) {
      if (lemmas.isEmpty() && isPrefix(prefix, word)) {
        Set<String> rest = new LinkedHashSet<>();
        dictionary.addLemmas(word.substring(prefix.length()), rest);
        rest.forEach(lemma -> lemmas.add(prefix + lemma));
      }
    }
  }

  private static boolean isPrefix(String prefix, String word) {
    return word.startsWith(prefix) && word.length() - prefix.length() >= SHORTEST_REST;
  }
}
