package org.trawl.lucene.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.lucene.util.automaton.Operations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trawl.match.WildcardWords;

class WordPatternsTest {
  @ParameterizedTest
  @CsvSource({
    "a**b, a*b",
    "**a***, *a*",
    "a*?b, a?*b",
    "a?*?*?b, a???*b",
    "*?*?a, ??*a",
    "a?b?, a?b?",
    "*, ",
  })
  void ofSignsBesideEachOtherOneStarIsEnough(String wildcard, String word) {
    assertEquals(word == null ? List.of() : List.of(word), WildcardWords.of(wildcard));
  }

  @ParameterizedTest
  @CsvSource({"axb1, true", "axyzb1, true", "abb1, true", "ab1, false", "axb, false"})
  void theyStandForTheSameWordsAsBefore(String word, boolean fits) {
    var pattern = WildcardWords.of("a*?b?").getFirst();
    assertEquals(fits, Operations.run(WordPatterns.wildcard(pattern), word));
  }

  @Test
  void thousandsOfStarsAreOne() {
    assertEquals(List.of("*a"), WildcardWords.of("*".repeat(60_000) + "a"));
  }
}
