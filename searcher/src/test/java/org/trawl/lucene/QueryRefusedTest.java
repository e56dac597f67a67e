package org.trawl.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trawl.query.ParsedQuery;
import org.trawl.query.QueryParser;
import org.trawl.query.QueryProblem;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Selection;

/// Patterns that would cost too much are refused with their place and the number.
final class QueryRefusedTest {
  private static final int WORDS = 19_900;

  private static TweetSearcher searcher;

  /// An archive of as many words as one pattern may stand for.
  @BeforeAll
  static void givenManyWords() throws IOException {
    var archive = new TestArchive();
    for (int i = 0; i < WORDS; i += 100) {
      var text =
          IntStream.range(i, i + 100)
              .mapToObj(number -> "w" + Integer.toString(number, 36) + "x")
              .collect(Collectors.joining(" "));
      archive.add(TestArchive.row(i + 1, text));
    }
    searcher = archive.open(2);
  }

  @AfterAll
  static void close() throws IOException {
    searcher.close();
  }

  @Test
  void patternsOfAQueryMayStandForSoManyWordsTogether() throws Exception {
    int most = QueryCompiler.MAX_WORDS_IN_ALL / WORDS;
    var fits = QueryParser.parse(String.join(" OR ", Collections.nCopies(most, "w*x")));
    assertEquals(WORDS / 100, total(fits));
    var query = String.join(" OR ", Collections.nCopies(most, "w*x")) + " OR wa* OR w*";
    var refused = assertInstanceOf(QueryProblem.TooManyWords.class, refused(query));
    assertEquals("w*", refused.pattern());
    assertEquals(query.length() - 2, refused.span().offset());
    assertEquals(QueryCompiler.MAX_WORDS_IN_ALL, refused.words());
  }

  @Test
  void patternInAPhraseIsRefusedInItsPlace() throws Exception {
    var refused =
        assertInstanceOf(QueryProblem.TooBroad.class, refused("w1x \"the (fox|w*) runs\""));
    assertEquals("w*", refused.pattern());
    assertEquals(14, refused.span().offset());
    assertEquals(QueryCompiler.MAX_WORDS_IN_PHRASE, refused.words());
  }

  @Test
  void patternWithTooManyWaysIsRefusedAsThat() throws Exception {
    var refused = assertInstanceOf(QueryProblem.TooComplex.class, refused("fox /.*w.{18}/"));
    assertEquals("/.*w.{18}/", refused.pattern());
    assertEquals(4, refused.span().offset());
  }

  /// Looking for the words of a pattern is a part of the search.
  @Test
  void patternsAreNotExpandedPastTheDeadline() throws Exception {
    var query =
        QueryParser.parse("fox OR " + String.join(" OR ", Collections.nCopies(2_000, "w*x")));
    assertEquals(List.of(), query.problems());
    var late =
        searcher.search(SearchRequest.counting(query.ast(), Selection.NONE, Duration.ofNanos(-1)));
    assertTrue(late.partial());
    assertEquals(0, late.total());
  }

  private static long total(ParsedQuery query) throws Exception {
    return searcher
        .search(SearchRequest.counting(query.ast(), Selection.NONE, Duration.ofMinutes(1)))
        .total();
  }

  private static QueryProblem refused(String query) {
    var parsed = QueryParser.parse(query);
    assertEquals(List.of(), parsed.problems());
    return assertThrows(QueryRefused.class, () -> total(parsed)).problem(parsed);
  }
}
