package org.trawl.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The releases side by side, for programs and as a page: every figure is one of a search.
class OperationsTest {
  private static final Pattern LINK =
      Pattern.compile("<td class=\"num\"><a href=\"/\\?([^\"]*)\"><bdi>([^<]+)</bdi></a>");

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
  void everyFigureIsOneOfASearch() throws Exception {
    var found = live.json("/api/operations");
    var archive = live.json("/api/archive");
    assertEquals(archive.get("version"), found.get("version"));
    assertEquals(archive.get("operations").size(), found.get("operations").size());
    for (var operation : found.get("operations")) {
      var filter = "operation:" + operation.get("name").asString();
      var search = live.json("/api/search", "filter", filter, "sort", "oldest", "size", "1");
      assertEquals(search.get("total"), operation.get("tweets"));
      assertEquals(search.get("texts"), operation.get("texts"));
      assertEquals(search.get("accounts"), operation.get("accounts"));
      assertEquals(search.at("/hits/0/time"), operation.get("first"));
      assertEquals(search.at("/facets/hashtag"), operation.at("/facets/hashtag"));
      long kinds = 0;
      for (var share : operation.get("shares").properties()) {
        var way = share.getValue().get("search").asString().split("=", 2);
        var part = live.json("/api/search", "filter", filter, way[0], way[1], "size", "0");
        var count = share.getValue().get("count");
        assertEquals(part.get("total"), count, share::toString);
        assertEquals(
            count.asDouble() / operation.get("tweets").asLong(),
            share.getValue().get("share").asDouble(),
            1e-12);
        kinds += way[0].equals("filter") ? count.asLong() : 0;
      }
      assertEquals(operation.get("tweets").asLong(), kinds, "each tweet is of one kind");
    }
  }

  @Test
  void thePageSaysTheSameAndLeadsToItsSearches() throws Exception {
    var page = live.get("/operations").body();
    var links = LINK.matcher(page);
    int followed = 0;
    while (links.find()) {
      var found = live.json("/api/search?" + links.group(1).replace("&amp;", "&"));
      if (links.group(2).matches("[0-9,]+")) {
        long said = Long.parseLong(links.group(2).replace(",", ""));
        assertEquals(found.get("total").asLong(), said, links.group(1));
      } else {
        assertTrue(links.group(2).endsWith(" %"), links.group(2));
      }
      followed++;
    }
    assertTrue(followed >= 18, page);
    assertTrue(page.contains("href=\"/compare?q=operation:"), page);
    assertTrue(live.get("/archive").body().contains("href=\"/operations\""));
  }

  @Test
  void everyAnswerHasTheArchivesVersion() throws Exception {
    var version = live.json("/api/archive").get("version").asString();
    assertTrue(version.matches("[0-9a-f]{12}"), version);
    for (var address :
        new String[] {
          "/api/search?q=red",
          "/api/facets/hashtag?q=red",
          "/api/accounts/ann",
          "/api/tweets/" + SampleArchive.HOSTILE_ID,
          "/api/suggest?text=l",
          "/api/names?text=red",
          "/api/compare?q=red&q=blue",
          "/api/distinctive?q=red",
          "/api/operations",
          "/api/accounts",
          "/api/network?type=mention"
        }) {
      assertEquals(version, live.json(address).path("version").asString(""), address);
    }
    var refused = live.json("/api/operations", "q", "red");
    assertEquals(400, refused.get("status").asInt());
  }
}
