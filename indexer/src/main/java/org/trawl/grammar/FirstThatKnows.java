package org.trawl.grammar;

import java.util.List;
import java.util.Set;

/// Asks grammars in turn until one knows the word.
final class FirstThatKnows implements Grammar {
  private final List<Grammar> grammars;

  FirstThatKnows(Grammar... grammars) {
    this.grammars = List.of(grammars);
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    for (Grammar grammar : grammars) {
      grammar.addLemmas(word, lemmas);
      if (!lemmas.isEmpty()) {
        return;
      }
    }
  }
}
