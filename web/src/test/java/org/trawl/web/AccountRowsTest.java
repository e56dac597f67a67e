package org.trawl.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trawl.accounts.AccountSort;

/// The accounts of a search as rows, for programs, as a table and as a page: every figure is one of
/// a search.
class AccountRowsTest {
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
  void everyRowIsOfASearch() throws Exception {
    for (var query : new String[] {"", "red", "lang:ru", "nowhere"}) {
      var found = live.json("/api/accounts", "q", query);
      var search = live.json("/api/search", "q", query, "size", "0");
      assertEquals(search.get("total"), found.get("total"));
      assertEquals(search.get("accounts"), found.get("accounts"));
      assertEquals(search.get("accounts").asInt(), found.get("rows").size());
      for (var row : found.get("rows")) {
        var filter = "account:" + row.at("/account/id").asString();
        var own =
            live.json(
                "/api/search", "q", query, "filter", filter, "sort", "oldest", "copies", "show");
        assertEquals(own.get("total"), row.get("tweets"));
        assertEquals(own.at("/hits/0/time"), row.get("first"));
        var retweets =
            live.json("/api/search", "q", query, "filter", filter, "filter", "kind:retweet");
        assertEquals(
            retweets.get("total").asDouble() / own.get("total").asLong(),
            row.at("/shares/retweets").asDouble(),
            0.0001);
      }
    }
  }

  @Test
  void everyOrderAndItsTurnRound() throws Exception {
    int accounts = live.json("/api/accounts").get("accounts").asInt();
    for (var sort : AccountSort.values()) {
      for (var order : new String[] {"asc", "desc"}) {
        var all = live.json("/api/accounts", "sort", sort.key(), "order", order).get("rows");
        assertEquals(accounts, all.size());
        for (int i = 0; i < accounts; i++) {
          var from = Integer.toString(i);
          var one =
              live.json(
                  "/api/accounts", "sort", sort.key(), "order", order, "from", from, "size", "1");
          assertEquals(all.get(i), one.at("/rows/0"), sort + " " + order);
        }
      }
    }
  }

  @Test
  void theTableHasTheSameAndKeepsIds() throws Exception {
    var json = live.json("/api/accounts", "sort", "first").get("rows");
    var csv = live.get("/api/accounts", "sort", "first", "format", "csv").body();
    try (var rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
      int i = 0;
      for (var row : rows) {
        assertEquals("u" + json.get(i).at("/account/id").asString(), row.getField("account"));
        assertEquals(json.get(i).get("tweets").asString(), row.getField("tweets"));
        i++;
      }
      assertEquals(json.size(), i);
    }
  }

  @Test
  void mistakesAreNamed() throws Exception {
    for (var wrong :
        new String[][] {
          {"sort", "size"}, {"size", "0"}, {"least", "x"}, {"q", "\"open"}, {"y", "1"}
        }) {
      var refused = live.json("/api/accounts", wrong[0], wrong[1]);
      assertEquals(400, refused.path("status").asInt(), refused::toString);
      assertTrue(refused.toString().contains(wrong[0]), refused::toString);
    }
    var page = live.get("/accounts", "sort", "size");
    assertEquals(400, page.statusCode());
    assertTrue(page.body().contains("sort must be one of"), page.body());
  }

  @Test
  void thePageLeadsToItsSearches() throws Exception {
    var page = live.get("/accounts", "q", "red").body();
    var links = LINK.matcher(page);
    int followed = 0;
    while (links.find()) {
      var found = live.json("/api/search?" + links.group(1).replace("&amp;", "&"));
      if (links.group(2).matches("[0-9,]+")) {
        long said = Long.parseLong(links.group(2).replace(",", ""));
        assertEquals(found.get("total").asLong(), said, links.group(1));
        followed++;
      }
    }
    assertTrue(followed > 0, page);
    assertTrue(live.get("/?q=red").body().contains("href=\"/accounts?q=red\""));
    assertTrue(live.get("/accounts?name=nobody").body().contains("No account fits."));
  }
}
