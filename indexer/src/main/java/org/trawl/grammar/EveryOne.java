package org.trawl.grammar;

import java.util.List;
import java.util.Set;

/// Asks several grammars and takes what any of them knows.
final class EveryOne implements Grammar {
  private final List<Grammar> grammars;

  EveryOne(Grammar... grammars) {
    this.grammars = List.of(grammars);
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    for (Grammar grammar : grammars) {
      grammar.addLemmas(word, lemmas);
    }
  }
}
