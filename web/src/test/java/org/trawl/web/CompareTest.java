package org.trawl.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trawl.api.analysis.QueryTexts;
import org.trawl.search.CompareRequest;
import tools.jackson.databind.JsonNode;

/// What `/api/compare` answers: numbers that searches give, and mistakes that are told.
class CompareTest {
  private static LiveServer live;

  @BeforeAll
  static void start() throws IOException {
    live = LiveServer.start(ServerOptions.DEFAULT);
  }

  @AfterAll
  static void stop() throws IOException {
    live.close();
  }

  private static long total(String query, String... more) throws Exception {
    var parameters = new java.util.ArrayList<>(List.of("q", query, "size", "0", "facets", "none"));
    parameters.addAll(List.of(more));
    return live.json("/api/search", parameters.toArray(String[]::new)).get("total").asLong();
  }

  @Test
  void everyNumberIsASearch() throws Exception {
    for (var of : List.of("all", "filters", "operation:ira", "language:ru")) {
      var found =
          live.json(
              "/api/compare",
              "q",
              "red OR blue",
              "q",
              "lang:en -red",
              "q",
              "#red",
              "of",
              of,
              "interval",
              "month",
              "filter",
              "kind:tweet",
              "since",
              "2016-01-09T10:00:00Z");
      var narrowing = found.path("narrowing").asString("");
      var texts = new QueryTexts(java.time.ZoneOffset.UTC);
      assertEquals(3, found.get("series").size(), of);
      for (var series : found.get("series")) {
        var query = texts.and(series.at("/query/text").asString(), narrowing);
        var selection = new String[] {"filter", "kind:tweet", "since", "2016-01-09T10:00:00Z"};
        assertEquals(total(query, selection), series.get("total").asLong(), query);
        checkBuckets(series, query);
      }
      for (var overlap : found.get("overlaps")) {
        var a = found.at("/series/" + overlap.get("a").asInt() + "/query/text").asString();
        var b = found.at("/series/" + overlap.get("b").asInt() + "/query/text").asString();
        var both = texts.and(texts.and(a, b), narrowing);
        assertEquals(
            total(both, "filter", "kind:tweet", "since", "2016-01-09T10:00:00Z"),
            overlap.get("both").asLong(),
            both);
      }
    }
  }

  private static void checkBuckets(JsonNode series, String query) throws Exception {
    var buckets = series.get("buckets");
    for (int i = 0; i < buckets.size(); i++) {
      var bucket = buckets.get(i);
      var since = i == 0 ? "2016-01-09T10:00:00Z" : bucket.get("start").asString();
      var until = i + 1 < buckets.size() ? buckets.get(i + 1).get("start").asString() : "2030";
      assertEquals(
          total(query, "filter", "kind:tweet", "since", since, "until", until),
          bucket.get("count").asLong());
      long whole = bucket.get("whole").asLong();
      if (whole > 0) {
        assertEquals(
            (double) bucket.get("count").asLong() / whole, bucket.get("share").asDouble(), 1e-12);
      }
      assertTrue(bucket.get("count").asLong() <= whole, query);
    }
  }

  @Test
  void aTableHasARowForEachPeriodOfEachSearch() throws Exception {
    var answer =
        live.get("/api/compare", "q", "-red", "q", "blue", "interval", "month", "format", "csv");
    assertEquals("text/csv; charset=utf-8", answer.headers().firstValue("content-type").get());
    var lines = answer.body().lines().toList();
    var json = live.json("/api/compare", "q", "-red", "q", "blue", "interval", "month");
    assertEquals("start,search,query,count,whole,share", lines.getFirst());
    assertEquals(1 + 2 * json.at("/series/0/buckets").size(), lines.size());
    assertTrue(lines.get(1).contains(",1,'-red,"), lines.get(1));
  }

  @Test
  void mistakesAreTold() throws Exception {
    told("2 to 8 searches can be compared", "q", "red");
    var many = new String[2 * (CompareRequest.MOST + 1)];
    for (int i = 0; i < many.length; i += 2) {
      many[i] = "q";
      many[i + 1] = "red";
    }
    told("here are 9", many);
    told("In search 2: ", "q", "red", "q", "form:x");
    told("of must be all, filters", "q", "red", "q", "blue", "of", "words");
    told("search 1 names no operation", "q", "red", "q", "blue", "of", "operation");
    told("interval must be one of", "q", "red", "q", "blue", "interval", "week");
    told("there is no parameter size here", "q", "red", "q", "blue", "size", "1");
    told("format must be one of json, csv", "q", "red", "q", "blue", "format", "xlsx");
    var refused = live.json("/api/compare", "q", "red", "q", "red /.*a.{18}/");
    assertTrue(refused.get("detail").asString().startsWith("In search 2: "), refused.toString());
    assertEquals(4, refused.get("position").asInt());
  }

  private static void told(String what, String... parameters) throws Exception {
    var answer = live.json("/api/compare", parameters);
    assertEquals(400, answer.path("status").asInt(), answer.toString());
    assertTrue(answer.get("detail").asString().contains(what), answer.toString());
  }

  @Test
  void queriesAreJoinedWithAsFewBracketsAsTheyNeed() {
    var texts = new QueryTexts(java.time.ZoneOffset.UTC);
    assertEquals("red blue", texts.and("red", "blue"));
    assertEquals("(red OR x) (blue OR y)", texts.and("red OR x", "blue OR y"));
    assertEquals("red", texts.and("red", ""));
    assertEquals("red -blue", texts.without("red", "blue"));
    assertEquals("red -(blue lang:en)", texts.without("red", "blue lang:en"));
    assertEquals("(red OR x) -(blue OR y)", texts.without("red OR x", "blue OR y"));
    assertEquals("-blue", texts.without("", "blue"));
  }
}
