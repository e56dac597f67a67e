package org.trawl.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.search.TweetSearcher;

/// What the search page says and offers where little or nothing was found, or the query is not
/// right.
final class SearchStatesTest {
  @TempDir private static Path folder;

  private static TweetSearcher searcher;

  @BeforeAll
  static void open() throws IOException {
    searcher = SmallArchive.open(folder);
  }

  @AfterAll
  static void close() throws IOException {
    searcher.close();
  }

  /// The main part of a search's page.
  ///
  /// @param fields names and values in turns
  private static String page(String... fields) throws IOException {
    var address = SearchAddress.EMPTY;
    for (int i = 0; i < fields.length; i += 2) {
      address = address.with(fields[i], fields[i + 1]);
    }
    var view = new SearchPages(searcher, Duration.ofSeconds(30)).search(address);
    return new String(
        new Templates().render("searchmain", Map.of("view", view, "span", "")), UTF_8);
  }

  private static List<String> all(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().map(m -> m.group(1)).toList();
  }

  @Test
  void theTimelineIsAsLongAsTheChosenDates() throws IOException {
    var page = page("q", "bridge", "since", "2013-01-01", "until", "2014-01-01");
    var periods = all(page, "<th scope=\"row\"><a[^>]*>([^<]*)");
    assertEquals(12, periods.size());
    assertEquals("January 2013", periods.getFirst());
    assertEquals("December 2013", periods.getLast());
    assertEquals(
        List.of("since=2012-01-01&amp;until=2013-01-01", "since=2014-01-01&amp;until=2015-01-01"),
        all(page, "href=\"/\\?q=bridge&amp;([^\"]*)\" class=\"(?:earlier|later)\""));
  }

  @Test
  void datesWithoutTweetsKeepTheirTimeline() throws IOException {
    for (var dates :
        List.of(List.of("2012-01-01", "2012-02-01"), List.of("2031-05-01", "2031-06-01"))) {
      var page = page("q", "bridge", "since", dates.getFirst(), "until", dates.getLast());
      assertTrue(page.contains("No tweet matches"), page);
      assertTrue(page.contains("There are none."), page);
      assertEquals(31, all(page, "<td class=\"num\">(0)</td>").size());
      assertEquals(
          List.of("earlier", "out", "all", "later"),
          all(page, "class=\"(earlier|out|all|later)\""));
      assertFalse(page.contains("Peak:"), page);
      assertFalse(page.contains("class=\"peak\""), page);
    }
    assertFalse(page("q", "swallowtail").contains("id=\"timeline\""));
  }
}
