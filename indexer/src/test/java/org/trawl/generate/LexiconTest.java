package org.trawl.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LexiconTest {
  static List<String> languages() {
    return Lexicon.LANGUAGES;
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageHasWhatTweetsAndAccountsNeed(String language) {
    var lexicon = Lexicon.of(language);
    for (var section : List.of("sentence", "phrase", "bio", "location")) {
      assertFalse(lexicon.templates(section).isEmpty(), section);
    }
    for (var section : List.of("noun", "person", "place", "tag", "first")) {
      assertTrue(lexicon.words(section).size() >= 6, section);
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void sentencesVary(String language) {
    var lexicon = Lexicon.of(language);
    var texts = new TweetText(Vintage.OCTOBER_2018);
    var draws = new Draws(1);
    var seen = new HashSet<String>();
    for (var i = 0; i < 200; i++) {
      var out = new Utf8Text(100);
      texts.template(out, lexicon, "sentence", draws, 3);
      assertFalse(out.toString().contains("{"), out.toString());
      seen.add(out.toString());
    }
    assertTrue(seen.size() > 150, "only " + seen.size() + " different sentences of 200");
  }

  @Test
  void everyOperationSpeaksKnownLanguages() {
    for (var operation : Operation.ALL) {
      assertTrue(Lexicon.LANGUAGES.containsAll(operation.languages()), operation.name());
    }
    assertEquals(
        Operation.WEIGHTS, Operation.ALL.stream().mapToInt(Operation::weight).sum(), "weights");
  }

  @Test
  void aWordWithAFormTooFewIsRefused() {
    var lines = List.of("onset b", "vowel a", "coda n");
    var stems = new Stems("en", lines);
    var forms = List.of("sg", "pl");
    assertThrows(
        IllegalArgumentException.class,
        () -> new WordList(forms, List.of("vote"), List.of(), stems, java.util.Locale.ROOT));
  }
}
