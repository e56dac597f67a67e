package org.trawl.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.page.site.Templates;
import org.trawl.search.TweetSearch;

/// What the search page says and offers where little or nothing was found, or the query is not
/// right.
final class SearchStatesTest {
  @TempDir private static Path folder;

  private static TweetSearch searcher;

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
  void aPageSaysWhichTweetsItShowsAndPastTheLastNone() throws IOException {
    assertEquals(
        List.of("Texts 1 to 10 of"),
        all(page("q", "bridge", "size", "10"), "<p class=\"where\">(.*? of) "));
    assertEquals(
        List.of("Tweets 1 to 10 of"),
        all(page("q", "bridge", "size", "10", "copies", "show"), "<p class=\"where\">(.*? of) "));
    var past = ByteBuffer.allocate(25).put((byte) 'n').putLong(0).putLong(1).putLong(40).array();
    var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(past);
    var page = page("q", "bridge", "sort", "newest", "after", cursor);
    assertTrue(page.contains("That was the last page."), page);
    assertFalse(page.contains("class=\"where\""), page);
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

  @Test
  void whatIsExcludedIsNotSpokenOfWithTwoNegatives() throws IOException {
    var page = page("q", "bridge -vote", "clauses", "true");
    var parts = all(page, "<li class=\"says\" dir=\"auto\">([^<]*)");
    assertEquals(2, parts.size(), page);
    assertTrue(parts.getFirst().matches(".*; without it there are [0-9,]+\\."), parts.getFirst());
    assertTrue(
        parts.getLast().matches("Without .*; if that is not excluded, there are [0-9,]+\\."),
        parts.getLast());
    var empty = page("q", "bridge -bridge");
    assertTrue(empty.contains("Do not exclude it: "), empty);
  }

  @Test
  void nothingFoundIsSaidOnceAndOffersNoToolsForIt() throws IOException {
    var page = page("q", "Merkel", "since", "2012-01-01", "until", "2012-02-01");
    assertEquals(1, all(page, "(No tweet of these dates fits the rest)").size(), page);
    assertEquals(
        List.of("All of 2012", "All dates"),
        all(page, "<a class=\"button\" href=\"[^\"]*\">([^:<]*)"));
    for (var tool : List.of("menu-sort", "collapse", "Show results as", "menu-export", "from 0")) {
      assertFalse(page.contains(tool), tool);
    }
    assertTrue(page.contains("menu-share"), page);
    assertTrue(page("q", "Merkel").contains("menu-export"));
  }

  @Test
  void whatHelpsInNoDatesIsSearchedWithoutFiltersAndDates() throws IOException {
    var page = page("q", "swallowtail", "since", "2012-01-01", "until", "2012-02-01");
    assertTrue(page.contains("Search again without filters and dates"), page);
  }

  @Test
  void anOpenedBracketIsLeftOut() throws IOException {
    assertEquals(List.of("Search for merkel"), mends("merkel AND ("));
    assertEquals(List.of("Search for every tweet"), mends("likes:>abc"));
    assertEquals(List.of("Search for merkel"), mends("merkel likes:>abc"));
  }

  @Test
  void eachMistakeHasItsMendAndOneMendsThemAll() throws IOException {
    assertEquals(
        List.of(
            "Correct only this: foo:bar since:2016-13-45",
            "Correct only this: lang:xx foo bar since:2016-13-45",
            "Correct only this: lang:xx foo:bar since:2016",
            "Correct all: search for foo bar since:2016"),
        mends("lang:xx foo:bar since:2016-13-45"));
    var deep = "(".repeat(120) + "a" + ")".repeat(120);
    assertEquals(
        "Correct what can be corrected: form:x ".replace("form", "from") + deep,
        mends("form:x " + deep).getLast());
  }

  /// What the buttons say that mend a query.
  private static List<String> mends(String query) throws IOException {
    return all(
        page("q", query).replaceAll("</?code[^>]*>", ""),
        "<p class=\"mend\"><a class=\"button[^>]*>([^<]*)</a>");
  }

  @Test
  void anOperatorInLowerCaseIsMendedWhereverItStands() throws IOException {
    var page = page("q", "“fake news” and hillary and bridge");
    assertEquals(1, all(page, "(was searched as a word)").size(), page);
    int hint = page.indexOf("“fake news” AND hillary AND bridge</code></a>");
    assertTrue(hint > 0 && hint < page.indexOf("class=\"repairs\""), page);
  }
}
