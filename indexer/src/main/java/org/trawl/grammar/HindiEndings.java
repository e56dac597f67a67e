package org.trawl.grammar;

import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;

/// Hindi: one spelling by Lucene's normalizers, then without the endings of number, case, gender,
/// tense and person.
///
/// Lucene's stemmer takes every vowel off the end, and makes `हिन्दू` (Hindu) and `हिन्दी` (Hindi)
/// one.
final class HindiEndings implements Grammar {
  private static final int SHORTEST_STEM = 2;

  /// Longest first; the normalizer has made all vowels short.
  private static final List<String> ENDINGS =
      List.of(
          "ियों", "ियां", "ाओं", "ाएं", "ओं", "एं", "ों", "ें", "िं", "ता", "ते", "ना", "ने", "या",
          "े", "ा", "ि", "ो");

  /// Endings of verbs, whose stems are short and end in a consonant.
  private static final Set<String> OF_VERBS = Set.of("ता", "ते", "ना", "ने", "या");

  private static final int LONGEST_VERB = 4;

  private final Grammar normalizer =
      new FilterStemmer(words -> new HindiNormalizationFilter(new IndicNormalizationFilter(words)));

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    normalizer.addLemmas(word, lemmas);
    List<String> normalized = List.copyOf(lemmas);
    lemmas.clear();
    for (String plain : normalized) {
      lemmas.add(stem(plain));
    }
  }

  private static String stem(String word) {
    for (String ending : ENDINGS) {
      int length = word.length() - ending.length();
      if (word.endsWith(ending) && length >= SHORTEST_STEM && fits(word, ending, length)) {
        return word.substring(0, length);
      }
    }
    return word;
  }

  private static boolean fits(String word, String ending, int length) {
    return !OF_VERBS.contains(ending)
        || (length <= LONGEST_VERB && Character.isLetter(word.charAt(length - 1)));
  }
}
