package org.trawl.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is peculiar about the tweets of a search, for programs and as a page: every count is the
/// total of a search.
class DistinctiveTest {
  private static final Pattern LINK =
      Pattern.compile("<td class=\"num\"><a href=\"/\\?([^\"]*)\">([0-9,]+)</a>");

  private static LiveServer live;

  @BeforeAll
  static void start() throws IOException {
    live = LiveServer.withPages();
  }

  @AfterAll
  static void stop() throws IOException {
    live.close();
  }

  @Test
  void countsAreTotals() throws Exception {
    for (var kind : List.of("word", "phrase", "hashtag", "account")) {
      var found =
          live.json("/api/distinctive", "q", "red", "against", "lang:en OR lang:ru", "kind", kind);
      assertEquals(kind, found.get("kind").asString());
      assertFalse(found.get("sampled").asBoolean());
      assertEquals(total("red"), found.get("total").asLong());
      assertEquals(total("lang:en OR lang:ru"), found.get("background").asLong());
      for (var value : found.get("values")) {
        var narrowed =
            value.has("query")
                ? live.json("/api/search", "q", "red " + value.get("query").asString())
                : live.json("/api/search", "q", "red", "filter", value.get("filter").asString());
        assertEquals(narrowed.get("total").asLong(), value.get("count").asLong(), kind);
      }
    }
    var words = live.json("/api/distinctive", "q", "red", "size", "1").get("values");
    assertEquals("red", words.get(0).get("value").asString(), words::toString);
  }

  private static long total(String query) throws Exception {
    return live.json("/api/search", "q", query, "size", "0").get("total").asLong();
  }

  @Test
  void everyNumberOfThePageIsASearch() throws Exception {
    var page = live.get("/distinctive", "q", "red", "filter", "language:en", "against", "language");
    assertEquals(200, page.statusCode());
    var links = LINK.matcher(page.body());
    int followed = 0;
    while (links.find()) {
      var found = live.json("/api/search?" + links.group(1).replace("&amp;", "&"));
      var said = Long.parseLong(links.group(2).replace(",", ""));
      assertEquals(found.get("total").asLong(), said, links.group(1));
      followed++;
    }
    assertTrue(followed > 20, page.body());
    assertTrue(live.get("/", "q", "red").body().contains("data-peculiar=\"/distinctive?q=red\""));
  }

  @Test
  void anotherSearchStandsInABoxOfItsOwn() throws Exception {
    var page = live.get("/distinctive", "q", "red", "against", "query", "other", "lang:ru").body();
    assertTrue(
        page.contains("name=\"other\" type=\"search\" dir=\"auto\" value=\"lang:ru\""), page);
    assertTrue(page.contains("in Russian"), page);
    assertEquals(400, live.get("/distinctive", "q", "red (").statusCode());
  }

  @Test
  void mistakesAreTold() throws Exception {
    told("kind must be one of", "q", "red", "kind", "letter");
    told("kind can be one at a time", "q", "red", "kind", "word,phrase");
    told(
        "of a facet of which values are chosen",
        "q",
        "red",
        "kind",
        "hashtag",
        "filter",
        "hashtag:red");
    told("size must be a whole number", "q", "red", "size", "0");
    told("there is no parameter sort here", "q", "red", "sort", "likes");
    var problem = live.json("/api/distinctive", "q", "red", "against", "form:x");
    assertEquals("against", problem.get("parameter").asString());
  }

  private static void told(String what, String... parameters) throws Exception {
    var answer = live.json("/api/distinctive", parameters);
    assertEquals(400, answer.path("status").asInt(), answer.toString());
    assertTrue(answer.get("detail").asString().contains(what), answer.toString());
  }

  @Test
  void kindsOfChosenFacetsAreLeftOutOfThePage() throws Exception {
    var page = live.get("/distinctive", "q", "red", "filter", "hashtag:red").body();
    var kinds = new ArrayList<String>();
    Pattern.compile("id=\"peculiar-([a-z]+)\"")
        .matcher(page)
        .results()
        .forEach(found -> kinds.add(found.group(1)));
    assertTrue(kinds.contains("account") && !kinds.contains("hashtag"), kinds::toString);
  }
}
