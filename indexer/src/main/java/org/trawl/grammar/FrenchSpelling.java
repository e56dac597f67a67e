package org.trawl.grammar;

import java.util.Set;

/// French as most keyboards write it, `oeuvre`, `soeur`, `curriculum vitae`: looked up as it would
/// be with its ligatures.
final class FrenchSpelling implements Grammar {
  private final Grammar dictionary;

  /// @param dictionary knows words in their usual spelling
  FrenchSpelling(Grammar dictionary) {
    this.dictionary = dictionary;
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    String ligatures = word.replace("oe", "œ").replace("ae", "æ");
    if (!ligatures.equals(word)) {
      dictionary.addLemmas(ligatures, lemmas);
    }
  }
}
