package org.trawl.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.trawl.api.Json;
import org.trawl.search.Facet;

/// What the HTTP interface answers, whatever engine is behind it: [NaiveEngineTest] asks all of it
/// of another one.
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTest {
  LiveServer live;

  @BeforeAll
  void start() throws IOException {
    live = server();
  }

  @AfterAll
  void stop() throws IOException {
    live.close();
  }

  LiveServer server() throws IOException {
    return LiveServer.start(ServerOptions.DEFAULT);
  }

  @Test
  void searchAnswersWithEverythingAsked() throws Exception {
    var answer = live.json("/api/search", "q", "red");
    assertEquals("red", answer.at("/query/text").asString());
    assertTrue(answer.at("/query/reading").asString().contains("red"));
    assertTrue(answer.get("total").asLong() > 0);
    assertEquals(5, answer.get("accounts").asLong());
    assertFalse(answer.get("partial").asBoolean());
    assertEquals(20, answer.get("hits").size());
    assertTrue(answer.at("/hits/0/id").isString(), "ids are text");
    assertEquals(
        java.util.Arrays.stream(Facet.values()).map(Facet::key).toList(),
        List.copyOf(answer.get("facets").propertyNames()));
    assertTrue(answer.at("/timeline/buckets/0/start").asString().endsWith("Z"));
    assertTrue(answer.get("next").isString());
  }

  @Test
  void cursorReachesTheLastHitOnce() throws Exception {
    for (var sort : List.of("relevance", "newest", "oldest", "likes", "retweets", "copies")) {
      var ids = new HashSet<String>();
      String after = "";
      long total;
      int hits = 0;
      do {
        var page =
            live.json(
                "/api/search",
                "q",
                "red",
                "sort",
                sort,
                "copies",
                "show",
                "size",
                "37",
                "after",
                after,
                "facets",
                "none",
                "timeline",
                "none");
        total = page.get("total").asLong();
        for (var hit : page.get("hits")) {
          ids.add(hit.get("id").asString());
          hits++;
        }
        after = page.get("next").isNull() ? "" : page.get("next").asString();
      } while (!after.isEmpty());
      assertEquals(total, hits, sort + ", seed " + live.seed);
      assertEquals(total, ids.size(), sort + ", seed " + live.seed);
    }
  }

  @Test
  void facetCountIsTheTotalAfterChoosingAndWithoutIsTheRest() throws Exception {
    for (var query : List.of("", "red", "green -blue", "red OR lang:ru")) {
      var answer = live.json("/api/search", "q", query, "facetSize", "1000", "size", "0");
      long total = answer.get("total").asLong();
      for (var facet : Facet.values()) {
        for (var value : answer.at("/facets/" + facet.key() + "/values")) {
          var chosen = facet.key() + ":" + value.get("value").asString();
          assertEquals(
              value.get("count").asLong(),
              total("q", query, "filter", chosen),
              query + " " + chosen + ", seed " + live.seed);
          assertEquals(
              total - value.get("count").asLong(),
              total("q", query, "exclude", chosen),
              query + " -" + chosen + ", seed " + live.seed);
        }
      }
    }
  }

  private long total(String... parameters) throws Exception {
    var all = java.util.Arrays.copyOf(parameters, parameters.length + 6);
    System.arraycopy(
        new String[] {"size", "0", "facets", "none", "timeline", "none"},
        0,
        all,
        parameters.length,
        6);
    return live.json("/api/search", all).get("total").asLong();
  }

  @Test
  void timelineAddsUpToTheTotal() throws Exception {
    for (var interval : List.of("auto", "year", "month", "day", "hour")) {
      var answer = live.json("/api/search", "q", "red", "timeline", interval);
      long sum = 0;
      for (var bucket : answer.at("/timeline/buckets")) {
        sum += bucket.get("count").asLong();
      }
      assertEquals(answer.get("total").asLong(), sum, interval);
    }
  }

  @Test
  void timelineIsAsLongAsTheChosenDates() throws Exception {
    for (var dates :
        List.of(
            List.of("q", "red", "since", "2016-01-01", "until", "2017-01-01"),
            List.of("q", "red since:2016 until:2017"),
            List.of("q", "nothinghasthis", "since", "2016-01-01", "until", "2017-01-01"))) {
      var timeline = live.json("/api/search", dates.toArray(String[]::new)).get("timeline");
      assertEquals("month", timeline.get("interval").asString(), dates.toString());
      assertEquals(12, timeline.get("buckets").size(), dates.toString());
      assertEquals("2016-01-01T00:00:00Z", timeline.at("/buckets/0/start").asString());
    }
    assertTrue(live.json("/api/search", "q", "nothinghasthis").get("timeline").isNull());
  }

  @Test
  void highlightedHoldsNoTagButMark() throws Exception {
    var tweet = live.json("/api/tweets/" + SampleArchive.HOSTILE_ID);
    assertEquals(SampleArchive.HOSTILE_TEXT, tweet.get("text").asString());
    var html = tweet.get("highlighted").asString();
    assertFalse(html.replaceAll("</?mark>", "").matches("(?s).*[<>\"'].*"), html);
    assertTrue(html.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp;"), html);
  }

  @Test
  void tweetHasEveryCellOfItsRow() throws Exception {
    var tweet = live.json("/api/tweets/" + SampleArchive.HOSTILE_ID);
    assertEquals(31, tweet.get("row").size());
    assertEquals(
        "+<img src=x onerror=alert(1)>\"'&{{7*7}}",
        tweet.at("/row/user_reported_location").asString());
    assertEquals("javascript:alert(1)", tweet.at("/profile/url").asString());
    assertEquals(Long.toString(SampleArchive.HOSTILE_ID), tweet.get("id").asString());
    assertTrue(tweet.get("inReplyTo").isNull());
  }

  @Test
  void whatIsNotThereIs404() throws Exception {
    for (var path :
        List.of(
            "/api/tweets/1",
            "/api/tweets/0",
            "/api/tweets/abc",
            "/api/tweets/99999999999999999999",
            "/api/accounts/nobody",
            "/api/facets/colour")) {
      var answer = live.get(path);
      assertEquals(404, answer.statusCode(), path);
      assertEquals(
          "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
    }
  }

  @Test
  void accountIsFoundByHandleInAnyCaseAndById() throws Exception {
    var ann = live.json("/api/accounts/ANN");
    assertEquals("ann", ann.get("screenName").asString());
    assertEquals(total("q", "from:ann"), ann.get("tweets").asLong());
    assertTrue(ann.at("/first/time").asString().compareTo(ann.at("/last/time").asString()) <= 0);
    assertTrue(ann.get("facets").has("hashtag"));
    assertEquals(ann.get("id"), live.json("/api/accounts/" + ann.get("id").asString()).get("id"));
    assertEquals(
        "u/+<b>=", live.json("/api/accounts/u%2F%2B%3Cb%3E%3D").get("id").asString(), "a hash");
  }

  @Test
  void facetValuesAreSearchedByPrefix() throws Exception {
    var all = live.json("/api/facets/hashtag", "q", "red");
    var some = live.json("/api/facets/hashtag", "q", "red", "prefix", "BL");
    assertEquals(1, some.get("values").size());
    assertEquals("blue", some.at("/values/0/value").asString());
    assertEquals(all.get("distinct"), some.get("distinct"));
  }

  @Test
  void facetValuesAreSearchedByWhatTheyContain() throws Exception {
    var all = live.json("/api/facets/hashtag", "q", "red");
    var some = live.json("/api/facets/hashtag", "q", "red", "contains", "LU");
    assertEquals(1, some.get("values").size());
    assertEquals("blue", some.at("/values/0/value").asString());
    assertEquals(all.get("distinct"), some.get("distinct"));
    for (var value : all.get("values")) {
      if (value.get("value").asString().equals("blue")) {
        assertEquals(value, some.at("/values/0"));
      }
    }
    assertEquals(
        0,
        live.json("/api/facets/hashtag", "q", "red", "contains", "lu", "prefix", "lu")
            .get("values")
            .size());
    assertEquals(
        "ann", live.json("/api/facets/account", "contains", "NN").at("/values/0/label").asString());
  }

  @Test
  void badQuerySaysWhereAndHowToMend() throws Exception {
    var answer = live.get("/api/search", "q", "red form:ann");
    assertEquals(400, answer.statusCode());
    var problem = Json.MAPPER.readTree(answer.body());
    assertEquals(4, problem.get("position").asInt());
    assertEquals(5, problem.get("length").asInt());
    assertTrue(problem.get("suggestion").asString().contains("from:"));
    assertEquals("red from:ann", problem.get("mended").asString());
    assertEquals("q", problem.get("parameter").asString());
  }

  /// It can be read, and is refused only once it is to run.
  @Test
  void patternThatCannotRunSaysWhichAndWhere() throws Exception {
    var answer = live.get("/api/search", "q", "red \"the (fox|/.*a.{18}/) runs\"");
    assertEquals(400, answer.statusCode());
    var problem = Json.MAPPER.readTree(answer.body());
    assertEquals(14, problem.get("position").asInt(), answer.body());
    assertEquals(10, problem.get("length").asInt());
    assertTrue(problem.get("detail").asString().contains("too complex"), answer.body());
    assertFalse(answer.body().contains(" 0 words"), answer.body());
  }

  @Test
  void badParameterIsNamed() throws Exception {
    var bad =
        List.of(
            List.of("size", "101"),
            List.of("size", "-1"),
            List.of("size", "ten"),
            List.of("sort", "best"),
            List.of("since", "yesterday"),
            List.of("until", "2016-13-01"),
            List.of("filter", "colour:red"),
            List.of("filter", "language"),
            List.of("exclude", "language:"),
            List.of("facets", "colour"),
            List.of("facetSize", "0"),
            List.of("timeline", "week"),
            List.of("copies", "hide"),
            List.of("after", "nonsense"),
            List.of("limit", "10"));
    for (var parameter : bad) {
      var answer = live.get("/api/search", parameter.get(0), parameter.get(1));
      assertEquals(400, answer.statusCode(), parameter.toString());
      var problem = Json.MAPPER.readTree(answer.body());
      assertEquals(parameter.get(0), problem.get("parameter").asString(), answer.body());
    }
  }

  @Test
  void emptyAnswerSaysWhichPartEmptiedIt() throws Exception {
    var answer = live.json("/api/search", "q", "red nowhere lang:en");
    assertEquals(0, answer.get("total").asLong());
    assertEquals("nowhere", answer.at("/query/emptied/clause").asString());
    assertEquals(4, answer.at("/query/emptied/position").asInt());
    assertEquals(total("q", "red lang:en"), answer.at("/query/emptied/without").asLong());
    assertEquals(0, answer.at("/query/emptied/alone").asLong());
    assertFalse(answer.get("query").has("clauses"), "not asked for");
  }

  @Test
  void emptyAnswerOffersSearchesThatFindWhatTheyPromise() throws Exception {
    var changes = new HashSet<String>();
    for (var search :
        List.of(
            List.of("q", "gren lang:en"),
            List.of("q", "\"red red red red blue\" lang:en"),
            List.of("q", "red since:2008-03-01", "until", "2008-04-01"),
            List.of("q", "red", "filter", "language:ja", "exclude", "kind:reply"))) {
      var answer = live.json("/api/search", search.toArray(String[]::new));
      assertEquals(0, answer.get("total").asLong(), search.toString());
      for (var repair : answer.at("/query/repairs")) {
        changes.add(repair.get("change").asString());
        var parameters = new ArrayList<String>();
        for (var parameter : repair.get("parameters").properties()) {
          var value = parameter.getValue();
          if (value.isArray()) {
            value.forEach(one -> parameters.addAll(List.of(parameter.getKey(), one.asString())));
          } else if (!value.isNull()) {
            parameters.addAll(List.of(parameter.getKey(), value.asString()));
          }
        }
        assertEquals(
            total(parameters.toArray(String[]::new)),
            repair.get("total").asLong(),
            search + " " + repair);
      }
    }
    assertEquals(
        Set.of("respell", "drop", "words_anywhere", "any_date", "unfilter", "query_alone"),
        changes);
  }

  @Test
  void eachPartIsCountedWhereThatIsAskedFor() throws Exception {
    var query = live.json("/api/search", "q", "red -blue lang:en", "clauses", "true").get("query");
    var clauses = query.get("clauses");
    assertEquals(3, clauses.size());
    assertFalse(query.has("emptied"));
    assertFalse(query.has("repairs"));
    var parts = List.of("red", "-blue", "lang:en");
    var others = List.of("-blue lang:en", "red lang:en", "red -blue");
    for (int i = 0; i < parts.size(); i++) {
      assertEquals(parts.get(i), clauses.get(i).get("text").asString());
      assertEquals(
          "red -blue lang:en".indexOf(parts.get(i)), clauses.get(i).get("position").asInt());
      assertEquals(total("q", parts.get(i)), clauses.get(i).get("alone").asLong());
      assertEquals(total("q", others.get(i)), clauses.get(i).get("without").asLong());
    }
    assertEquals(400, live.get("/api/search", "clauses", "perhaps").statusCode());
  }

  @Test
  void archiveTellsWhatIsIndexedAndNotWhereItLay() throws Exception {
    var answer = live.get("/api/archive");
    var archive = Json.MAPPER.readTree(answer.body());
    assertEquals(SampleArchive.RANDOM_TWEETS + 1, archive.get("tweets").asLong());
    assertEquals(2, archive.get("operations").size());
    assertEquals("ira_tweets_csv_hashed.csv", archive.at("/sources/0/name").asString());
    assertFalse(answer.body().contains("trawl-test"), answer.body());
    assertEquals(total("q", ""), archive.get("tweets").asLong());
  }

  @Test
  void suggestionsEndTheLastTerm() throws Exception {
    var tags = live.json("/api/suggest", "text", "green -#bl");
    assertEquals(7, tags.get("position").asInt());
    assertEquals("#blue", tags.at("/suggestions/0/text").asString());
    assertEquals(total("q", "#blue"), tags.at("/suggestions/0/count").asLong());
    assertEquals(
        "from:ann",
        live.json("/api/suggest", "text", "from:AN").at("/suggestions/0/text").asString());
    assertEquals(
        "lang:de",
        live.json("/api/suggest", "text", "lang:germ").at("/suggestions/0/text").asString());
    assertEquals(
        "client:\"web app\"",
        live.json("/api/suggest", "text", "client:w").at("/suggestions/0/text").asString());
    assertEquals(
        "operator", live.json("/api/suggest", "text", "fr").at("/suggestions/0/kind").asString());
    assertEquals(0, live.json("/api/suggest", "text", "").get("suggestions").size());
    var links = live.json("/api/suggest", "text", "has:li").at("/suggestions/0");
    assertEquals("has:links", links.get("text").asString());
    assertEquals(total("q", "has:links"), links.get("count").asLong());
    assertTrue(links.get("count").asLong() > 0);
  }

  /// In the brackets of an operator stand its values alone, and in quotes nothing else.
  @Test
  void suggestionsKnowTheBracketsAndQuotesTheyStandIn() throws Exception {
    var listed = live.json("/api/suggest", "text", "red -from:(bob OR an");
    assertEquals(18, listed.get("position").asInt());
    assertEquals("ann", listed.at("/suggestions/0/text").asString());
    for (var suggestion : listed.get("suggestions")) {
      assertEquals("account", suggestion.get("kind").asString());
    }
    assertEquals(
        "from:ann",
        live.json("/api/suggest", "text", "(from:an").at("/suggestions/0/text").asString());
    assertEquals(
        "#blue",
        live.json("/api/suggest", "text", "from:(bob) #bl").at("/suggestions/0/text").asString());
    assertEquals(
        0, live.json("/api/suggest", "text", "\"red bl").get("suggestions").size(), "in a phrase");
    var app = live.json("/api/suggest", "text", "red client:\"web a");
    assertEquals(4, app.get("position").asInt());
    assertEquals("client:\"web app\"", app.at("/suggestions/0/text").asString());
  }

  @Test
  void namesComeWithTheQueryThatAddsThem() throws Exception {
    var names = live.json("/api/names", "text", "red Выборы");
    assertFalse(names.get("partial").asBoolean());
    assertEquals(1, names.get("words").size(), "red is no name");
    var word = names.at("/words/0");
    assertEquals("Выборы", word.get("word").asString());
    assertEquals(4, word.get("position").asInt());
    assertEquals("Vybory", word.at("/spellings/0/text").asString());
    assertEquals("latin", word.at("/spellings/0/script").asString());
    assertEquals(total("q", "Vybory"), word.at("/spellings/0/count").asLong());
    var query = word.at("/spellings/0/query").asString();
    assertEquals("red (Выборы OR Vybory)", query);
    assertEquals(query, word.get("query").asString());
    assertEquals(0, live.json("/api/names", "text", query).get("words").size(), "no more to add");
    var bad = live.get("/api/names", "text", "(Выборы");
    assertEquals(400, bad.statusCode());
    assertEquals("text", Json.MAPPER.readTree(bad.body()).get("parameter").asString());
  }

  @Test
  void onlyWordsThatStandAloneAreNames() throws Exception {
    for (var text :
        List.of(
            "",
            "\"Выборы\"",
            "=Выборы",
            "-Выборы",
            "red NOT (Выборы OR red)",
            "Выбор*",
            "Выборы~1",
            "#Выборы",
            "from:Выборы",
            "name:Выборы")) {
      assertEquals(0, live.json("/api/names", "text", text).get("words").size(), text);
    }
  }

  @Test
  void unchangedAnswerIsNotSentAgain() throws Exception {
    var first = live.get("/api/search", "q", "red");
    var tag = first.headers().firstValue("ETag").orElse("");
    assertTrue(tag.matches("W/\"[0-9]+-[0-9a-f]{8}\""), tag);
    var again = live.send(live.request("/api/search", "q", "red").header("If-None-Match", tag));
    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
    var other = live.send(live.request("/api/search", "q", "red").header("If-None-Match", "\"x\""));
    assertEquals(200, other.statusCode());
  }

  @Test
  void answersAreCompressedWhereAsked() throws Exception {
    var plain = live.bytes(live.request("/api/search", "q", "red"));
    var zipped =
        live.bytes(live.request("/api/search", "q", "red").header("Accept-Encoding", "gzip"));
    assertEquals("gzip", zipped.headers().firstValue("Content-Encoding").orElse(""));
    assertEquals("Accept-Encoding", zipped.headers().firstValue("Vary").orElse(""));
    assertTrue(zipped.body().length < plain.body().length / 3);
  }

  @Test
  void headAnswersAsGetWithoutABody() throws Exception {
    for (var path : List.of("/api/search", "/api/tweets/1", "/healthz")) {
      var get = live.get(path);
      var head =
          live.send(
              live.request(path).method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));
      assertEquals(get.statusCode(), head.statusCode(), path);
      assertEquals("", head.body());
      assertEquals(
          get.headers().firstValue("Content-Type"), head.headers().firstValue("Content-Type"));
    }
  }
}
