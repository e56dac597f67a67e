package org.trawl.grammar;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `побольше` is of `больше`, `покрупнее` of `крупнее`, which dictionaries list without the `по`.
final class RussianComparatives implements Grammar {
  private static final Pattern SOMEWHAT = Pattern.compile("по(.{2,}(?:ее|ей|[жчшщ]е))");

  private final Grammar dictionary;

  RussianComparatives(Grammar dictionary) {
    this.dictionary = dictionary;
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    Matcher somewhat = SOMEWHAT.matcher(word);
    if (somewhat.matches()) {
      dictionary.addLemmas(somewhat.group(1), lemmas);
    }
  }
}
