package org.trawl.lucene;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trawl.lucene.TestArchive.row;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trawl.query.QueryParser;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;

/// The published cases of `language-cases.tsv`: for each, a query finds a tweet and does not find
/// another. What it finds is marked.
class LanguageCasesTest {
  private static final int LANGUAGES = 30;

  /// One line of the list.
  ///
  /// @param language the code of both tweets
  record Case(String language, String query, String finds, String misses) {
    @Override
    public String toString() {
      return language + ": " + query + " finds " + finds + ", not " + misses;
    }
  }

  static Stream<Case> cases() {
    var list = requireNonNull(LanguageCasesTest.class.getResourceAsStream("language-cases.tsv"));
    var lines =
        new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8)).lines().toList();
    return lines.stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> List.of(line.split("\t")))
        .map(cells -> new Case(cells.get(0), cells.get(1), cells.get(2), cells.get(3)));
  }

  @Test
  void everyLanguageHasItsCase() {
    var languages = cases().map(Case::language).collect(Collectors.toCollection(TreeSet::new));
    assertTrue(languages.size() >= LANGUAGES, languages.toString());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsTheFormAndNotTheOtherWord(Case given) throws Exception {
    var parsed = QueryParser.parse(given.query);
    var found = new TreeSet<Long>();
    try (var searcher = archive(given).open(1)) {
      var request =
          new SearchRequest(
              parsed.ast(),
              Selection.NONE,
              new Page(Sort.NEWEST, 2, Optional.empty(), false),
              new Counting(Set.of(), 1, Optional.empty(), Duration.ofDays(1)));
      for (var hit : searcher.search(request).hits()) {
        found.add(hit.tweet().id().value());
        assertFalse(hit.marks().isEmpty(), () -> given + " marks nothing");
      }
    }
    assertEquals(new TreeSet<>(List.of(1L)), found, given.toString());
  }

  private static TestArchive archive(Case given) throws IOException {
    return new TestArchive()
        .add(row(1, given.finds).lang(given.language))
        .add(row(2, given.misses).lang(given.language));
  }
}
