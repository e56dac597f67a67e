package org.trawl.grammar;

import java.util.HashSet;
import java.util.Set;

/// Dutch: stems end in `s` and `f` where a form in front of an ending has `z` and `v`: `huis`,
/// `huizen`; `brief`, `brieven`.
final class DutchEndings implements Grammar {
  private final Grammar stemmer;

  DutchEndings(Grammar stemmer) {
    this.stemmer = stemmer;
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    Set<String> stems = new HashSet<>();
    stemmer.addLemmas(word, stems);
    for (String stem : stems) {
      String rest = stem.substring(0, Math.max(0, stem.length() - 1));
      if (stem.endsWith("z")) {
        lemmas.add(rest + 's');
      } else if (stem.endsWith("v")) {
        lemmas.add(rest + 'f');
      } else {
        lemmas.add(stem);
      }
    }
  }
}
