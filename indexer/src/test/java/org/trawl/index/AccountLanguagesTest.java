package org.trawl.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountLanguagesTest {
  @ParameterizedTest
  @CsvSource({
    "'', und",
    "ru 19, und",
    "ru 20, ru",
    "ru 19 uk 1, ru",
    "ru 18 uk 2, und",
    "ru 95 uk 5, ru",
    "ru 94 uk 6, und",
    "sr 12 hr 7 bs 1, sr",
    "hr 10 sr 10, hr",
    "hr 10 sr 9 sl 2, und",
    "tr 30 az 3 en 1, tr",
  })
  void itIsTheLanguageOfNinetyFiveOfAHundred(String counts, String usual) {
    var parts = counts.isEmpty() ? new String[0] : counts.split(" ");
    var languages = new AccountLanguages();
    for (int i = parts.length - 2; i >= 0; i -= 2) {
      for (var language : Collections.nCopies(Integer.parseInt(parts[i + 1]), parts[i])) {
        languages.add(language);
      }
    }
    assertEquals(usual, languages.usual(), Map.of("counts", counts).toString());
  }
}
