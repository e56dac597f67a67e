package org.trawl.grammar;

import java.util.Set;

/// English words that no dictionary has: those in `-is`, `-us` and `-ss` are names that end so
/// (`Mattis`) and stay whole; others lose their endings. A possessive is of its owner.
final class EnglishNames implements Grammar {
  private final Grammar dictionary;
  private final Grammar stemmer;

  EnglishNames(Grammar dictionary, Grammar stemmer) {
    this.dictionary = dictionary;
    this.stemmer = stemmer;
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    String owner = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    if (!owner.equals(word) && !owner.isEmpty()) {
      dictionary.addLemmas(owner, lemmas);
    }
    if (!lemmas.isEmpty()) {
      return;
    }
    if (owner.endsWith("is") || owner.endsWith("us") || owner.endsWith("ss")) {
      lemmas.add(owner);
    } else {
      stemmer.addLemmas(owner, lemmas);
    }
  }
}
