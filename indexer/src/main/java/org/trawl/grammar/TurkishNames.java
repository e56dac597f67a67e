package org.trawl.grammar;

import java.util.Set;

/// Turkish writes the endings of a name behind an apostrophe (`Erdoğan'ın`): the word is whatever
/// it is without them, so that a name meets all its cases, known or not.
final class TurkishNames implements Grammar {
  private final Grammar grammar;

  TurkishNames(Grammar grammar) {
    this.grammar = grammar;
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    int apostrophe = word.indexOf('\'');
    grammar.addLemmas(apostrophe > 1 ? word.substring(0, apostrophe) : word, lemmas);
  }
}
