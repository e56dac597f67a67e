package org.trawl.grammar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.trawl.language.WordList;

/// Arabic: Lucene's light stemmer, and broken plurals by list, with or without article, conjunction
/// and owner (`والمدارس`, `مدارسهم` are of `مدرسة`).
final class ArabicGrammar implements Grammar {
  private static final List<String> PREFIXES =
      List.of("", "وال", "بال", "كال", "فال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "وب", "ول");

  private static final List<String> OWNERS =
      List.of("", "ها", "هم", "هن", "نا", "كم", "ه", "ي", "ك");

  private static final Grammar NORMALIZER = new FilterStemmer(ArabicNormalizationFilter::new);
  private static final Grammar STEMMER =
      new FilterStemmer(words -> new ArabicStemFilter(new ArabicNormalizationFilter(words)));

  private final Map<String, Set<String>> brokenPlurals = new HashMap<>();

  ArabicGrammar() {
    for (String line : WordList.lines(ArabicGrammar.class, "dictionaries/ar.plurals.txt")) {
      String[] cells = line.split(" ");
      for (String plural : of(NORMALIZER, cells[0])) {
        STEMMER.addLemmas(cells[1], brokenPlurals.computeIfAbsent(plural, word -> new TreeSet<>()));
      }
    }
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    for (String plain : of(NORMALIZER, word)) {
      for (String prefix : PREFIXES) {
        if (plain.startsWith(prefix)) {
          addSingulars(plain.substring(prefix.length()), lemmas);
        }
      }
    }
    if (lemmas.isEmpty()) {
      STEMMER.addLemmas(word, lemmas);
    }
  }

  private void addSingulars(String word, Set<String> lemmas) {
    for (String owner : OWNERS) {
      if (word.endsWith(owner)) {
        String plural = word.substring(0, word.length() - owner.length());
        lemmas.addAll(brokenPlurals.getOrDefault(plural, Set.of()));
      }
    }
  }

  private static Set<String> of(Grammar grammar, String word) {
    Set<String> words = new TreeSet<>();
    grammar.addLemmas(word, words);
    return words;
  }
}
