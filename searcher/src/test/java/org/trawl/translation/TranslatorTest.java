package org.trawl.translation;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trawl.grammar.WordForms;
import org.trawl.search.Deadline;
import org.trawl.search.QueryRefused;
import org.trawl.search.Translations;
import org.trawl.search.Translations.Translation;

/// Words in other languages over an archive of every word, and over one of few.
class TranslatorTest {
  private static final WordForms FORMS = WordForms.load();

  private static final List<String> LANGUAGES =
      List.of("ar", "de", "en", "es", "fa", "fr", "id", "pl", "ru", "sr", "tr", "uk");

  /// An archive.
  ///
  /// @param typed the language of what is typed
  /// @param tweets of words of languages, `de:Wahl`; where it says nothing, every word has as many
  private record Counts(String typed, Map<String, Long> tweets) implements Translator.Counter {
    private static final long EACH = 100;

    @Override
    public long tweets(String text, List<String> languages) {
      if (tweets.isEmpty()) {
        return EACH;
      }
      return tweets.entrySet().stream()
          .filter(one ->
              languages.isEmpty()
                  ? one.getKey().endsWith(":" + text)
                  : languages.stream().anyMatch(code -> one.getKey().equals(code + ":" + text)))
          .mapToLong(Map.Entry::getValue)
          .sum();
    }

    @Override
    public long typed(String word, List<String> languages) {
      return languages.contains(typed) ? EACH : 0;
    }

    @Override
    public long atMost(String word, String language) {
      return tweets(word, List.of());
    }
  }

  private static Translations translations(String word, String language, Map<String, Long> tweets)
      throws IOException, QueryRefused {
    return new Translator(FORMS, LANGUAGES)
        .of(word, new Counts(language, tweets), Deadline.in(Duration.ofMinutes(1)));
  }

  private static List<String> lines() throws IOException {
    try (var file = TranslatorTest.class.getResourceAsStream("hundred-words.tsv")) {
      return new String(requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    }
  }

  /// Ten words in each of ten languages in five others; each line was read by a person.
  @Test
  void aHundredWordsAreWhatDictionariesAndReadersSayTheyAre() throws Exception {
    var languages = new HashSet<String>();
    var wrong = new ArrayList<String>();
    var count = 0;
    for (var line : lines()) {
      var cells = Arrays.asList(line.split("\t"));
      var found = translations(cells.get(1), cells.get(0), Map.of());
      var said = new ArrayList<>(cells.subList(0, 2));
      for (var cell : cells.subList(2, cells.size())) {
        said.add(first(found, cell.substring(0, cell.indexOf(':'))));
      }
      count++;
      languages.add(cells.getFirst());
      if (!said.equals(cells)) {
        wrong.add(String.join("\t", said));
      }
    }
    assertEquals(100, count);
    assertEquals(10, languages.size());
    assertTrue(wrong.isEmpty(), () -> "now said:\n" + String.join("\n", wrong));
  }

  private static String first(Translations found, String language) {
    return found.words().stream()
        .filter(word -> word.language().equals(language))
        .map(word -> language + ":" + word.text() + (word.byEnglish() ? "*" : ""))
        .findFirst()
        .orElse(language + ":");
  }

  @Test
  void whatIsMostlyAnotherLanguagesWordIsKeptToItsOwn() throws Exception {
    var found = translations("poison", "en", Map.of("de:Gift", 20L, "en:Gift", 5_000L));
    var poison = only(found, "Gift");
    assertEquals(List.of("de"), poison.within());
    assertEquals(20, poison.tweets(), "not those of gifts");
    assertTrue(
        only(translations("poison", "en", Map.of("de:Gift", 20L)), "Gift").within().isEmpty());
  }

  @Test
  void whatNoTweetHasIsNotOffered() throws Exception {
    assertEquals(List.of(), translations("election", "en", Map.of("de:Haus", 9L)).words());
    assertEquals(List.of(), translations("qwertzuiop", "en", Map.of()).words());
  }

  @Test
  void formsOfAWordAreThatWord() throws Exception {
    assertEquals("ru:выборы", first(translations("elections", "en", Map.of()), "ru"));
    assertEquals("en:war", first(translations("войны", "ru", Map.of()), "en"));
  }

  @Test
  void namesOfCountriesLanguagesMonthsAndDaysAreKnown() throws Exception {
    var germany = translations("Germany", "en", Map.of());
    assertEquals("ru:Германия", first(germany, "ru"));
    assertEquals("tr:Almanya", first(germany, "tr"));
    assertEquals("de:Mai", first(translations("may", "en", Map.of()), "de"));
    assertEquals("en:Monday", first(translations("понедельник", "ru", Map.of()), "en"));
    assertEquals("fa:روسیه", first(translations("Россия", "ru", Map.of()), "fa"), "not by English");
  }

  @Test
  void severalSensesAreTold() throws Exception {
    var found = translations("мир", "ru", Map.of());
    var senses = new HashSet<String>();
    for (var word : found.words()) {
      word.sense().ifPresent(senses::add);
    }
    assertTrue(senses.containsAll(Set.of("world", "peace")), () -> "told: " + senses);
  }

  private static Translation only(Translations found, String text) {
    return found.words().stream()
        .filter(word -> word.text().equals(text))
        .findFirst()
        .orElseThrow();
  }
}
