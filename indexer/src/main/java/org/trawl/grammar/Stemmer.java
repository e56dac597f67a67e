package org.trawl.grammar;

import java.util.Set;
import java.util.function.Supplier;
import org.tartarus.snowball.SnowballStemmer;

/// Cuts a word's endings by rule, for words that no dictionary knows.
final class Stemmer implements Grammar {
  private final ThreadLocal<SnowballStemmer> stemmers;

  Stemmer(Supplier<? extends SnowballStemmer> stemmer) {
    this.stemmers = ThreadLocal.withInitial(stemmer);
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    SnowballStemmer stemmer = stemmers.get();
    stemmer.setCurrent(word);
    stemmer.stem();
    lemmas.add(stemmer.getCurrent());
  }
}
