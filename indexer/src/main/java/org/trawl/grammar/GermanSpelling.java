package org.trawl.grammar;

import java.util.List;
import java.util.Set;

/// German as written without its own letters, `fluechtling`, `strasse`: looked up as it would be
/// with them.
final class GermanSpelling implements Grammar {
  private final Grammar dictionary;

  /// @param dictionary knows words in their usual spelling
  GermanSpelling(Grammar dictionary) {
    this.dictionary = dictionary;
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    String umlauts = word.replace("ae", "ä").replace("oe", "ö").replace("ue", "ü");
    for (String spelling : List.of(umlauts, word.replace("ss", "ß"), umlauts.replace("ss", "ß"))) {
      dictionary.addLemmas(spelling, lemmas);
    }
  }
}
