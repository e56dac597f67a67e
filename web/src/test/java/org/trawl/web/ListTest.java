package org.trawl.web;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trawl.api.Json;
import tools.jackson.databind.JsonNode;

/// Lists over HTTP, however they are sent.
@Timeout(60)
class ListTest {
  private static final String BOUNDARY = "x-boundary-x";

  private static LiveServer live;

  @BeforeAll
  static void start() throws IOException {
    live = LiveServer.start(ServerOptions.DEFAULT);
  }

  @AfterAll
  static void stop() throws IOException {
    live.close();
  }

  private static HttpResponse<String> post(String path, String type, String body) throws Exception {
    return live.send(
        live.request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  /// A form of names and values by turns.
  private static HttpResponse<String> form(String path, String... fields) throws Exception {
    var body = new ArrayList<String>();
    for (int i = 0; i < fields.length; i += 2) {
      body.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], UTF_8));
    }
    return post(path, "application/x-www-form-urlencoded", String.join("&", body));
  }

  /// A form whose values are files, as `curl -F` sends them.
  private static HttpResponse<String> files(String path, String... fields) throws Exception {
    var body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(
          "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + fields[i] + "\"");
      body.append(i == 0 ? "; filename=\"a.csv\"\r\nContent-Type: text/csv" : "");
      body.append("\r\n\r\n" + fields[i + 1] + "\r\n");
    }
    body.append("--" + BOUNDARY + "--\r\n");
    return post(path, "multipart/form-data; boundary=" + BOUNDARY, body.toString());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer::body);
    return Json.MAPPER.readTree(answer.body());
  }

  private static Set<String> ids(String... parameters) throws Exception {
    var all = new ArrayList<>(List.of("format", "ids"));
    all.addAll(List.of(parameters));
    var answer = live.get("/api/export", all.toArray(String[]::new));
    assertEquals(200, answer.statusCode(), answer::body);
    return new TreeSet<>(answer.body().lines().toList());
  }

  @Test
  void searchWithAListFindsWhatItsValuesFind() throws Exception {
    var random = new Random(live.seed);
    var values =
        List.of(
            "@ann|from:ann",
            "https://twitter.com/BOB/status?x|from:nobody",
            "x.com/bob|from:bob",
            "#Zed|#zed",
            "#nothing|#nothing",
            "a.org|domain:a.org",
            "http://www.b.com/y|url:b.com/y",
            "nobody|from:nobody",
            SampleArchive.HOSTILE_ID + "|id:" + SampleArchive.HOSTILE_ID,
            "17|id:17");
    for (int i = 0; i < 25; i++) {
      var typed = new LinkedHashSet<String>();
      var wanted = new TreeSet<String>();
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        var value = values.get(random.nextInt(values.size())).split("\\|");
        typed.add(value[0].replace("/BOB/status?x", "/nobody"));
        wanted.addAll(ids("q", value[1]));
      }
      var list = String.join(random.nextInt(2) == 0 ? "\n" : ", ", typed);
      assertEquals(wanted, ids("list", list), list);
      wanted.retainAll(ids("q", "red", "exclude", "language:ru"));
      var said = list + " -Dtrawl.seed=" + live.seed;
      assertEquals(wanted, ids("list", list, "q", "red", "exclude", "language:ru"), said);
      var sent = form("/api/search?exclude=language:ru", "list", list, "q", "red");
      assertEquals(wanted.size(), json(sent).get("total").asInt(), said);
    }
  }

  @Test
  void listIsTheSameHoweverItIsSent() throws Exception {
    var total = live.json("/api/search", "list", "ann,#zed").get("total").asInt();
    assertTrue(total > 0);
    var search = "/api/search";
    assertEquals(total, json(form(search, "list", "ann\n#zed")).get("total").asInt());
    assertEquals(total, json(files(search, "list", "ann\r\n#zed\r\n")).get("total").asInt());
    for (var body :
        List.of("{\"list\": \"@ann #zed\"}", "{\"list\": [\"ann\", \"#zed\"], \"size\": 5}")) {
      assertEquals(total, json(post(search, "application/json", body)).get("total").asInt(), body);
    }
    var answer = json(form(search, "list", "ann #zed", "facets", "none", "size", "0"));
    assertEquals(
        "sent by @ann or with the hashtag #zed",
        answer.get("query").get("reading").asString().replaceAll("[()]", ""));
    assertEquals("", answer.get("query").get("text").asString());
  }

  @Test
  void facetsBatchesAndExportsTakeListsToo() throws Exception {
    var wanted = ids("q", "red", "list", "ann,bob");
    var export = form("/api/export?format=ids", "q", "red", "list", "ann\nbob");
    assertEquals(wanted, new TreeSet<>(export.body().lines().toList()));
    var accounts = json(form("/api/facets/account", "q", "red", "list", "ann\nbob"));
    assertEquals(2, accounts.get("distinct").asInt());
    var hashtags = json(form("/api/facets/hashtag", "prefix", "ze", "list", "ann"));
    assertEquals("zed", hashtags.at("/values/0/value").asString());

    var batch =
        files("/api/batch", "queries", "\"red\"\n\"blue\"\n", "list", "ann bob", "format", "jsonl");
    var lines = batch.body().lines().map(line -> Json.MAPPER.readTree(line)).toList();
    assertEquals(2, lines.size(), batch.body());
    assertEquals(wanted.size(), lines.getFirst().get("total").asInt());
    var own =
        post(
            "/api/batch?list=ann,bob",
            "application/x-ndjson",
            "{\"q\":\"red\",\"list\":[\"bob\",\"cid\"]}");
    assertEquals(
        ids("q", "red", "list", "bob").size(),
        Json.MAPPER.readTree(own.body()).get("total").asInt(),
        "both lists hold");
  }

  @Test
  void reportTellsWhatIsFoundAndWhatIsNot() throws Exception {
    var list =
        "handle\nann\n@ANN\nnobody\n#zed\n\"a.org\"\nвыборы\n1.2E+17\n" + SampleArchive.HOSTILE_ID;
    var ann = live.json("/api/search", "q", "from:ann").get("total").asInt();
    for (var sent :
        List.of(
            post("/api/lists", "text/plain", list),
            post("/api/lists", "text/csv; charset=utf-8", list),
            form("/api/lists", "list", list),
            files("/api/lists", "list", list),
            post(
                "/api/lists",
                "application/json",
                Json.MAPPER.writeValueAsString(java.util.Map.of("list", list))))) {
      var report = json(sent);
      assertEquals(
          "{\"account\":2,\"hashtag\":1,\"id\":1,\"link\":0,\"site\":1}",
          report.get("kinds").toString());
      assertEquals(4, report.get("found").asInt());
      assertEquals(1, report.get("missing").asInt());
      assertEquals(1, report.get("repeated").asInt());
      assertEquals(
          "{\"value\":\"@ann\",\"kind\":\"account\",\"tweets\":" + ann + "}",
          report.get("values").get(0).toString());
      assertEquals(0, report.get("values").get(1).get("tweets").asInt());
      assertEquals("выборы", report.get("unread").get(0).get("text").asString());
      assertTrue(report.get("unread").get(1).get("reason").asString().contains("rounded"));
      assertEquals(
          live.json("/api/search", "q", report.get("query").asString()).get("total"),
          report.get("tweets"));
    }
    var words = json(post("/api/lists?listWords=hashtags", "text/plain", "zed выборы @ann"));
    assertEquals(2, words.get("kinds").get("hashtag").asInt());
    var wide =
        live.send(
            live.request("/api/lists")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofByteArray("ann\r\n#выборы".getBytes(UTF_16))));
    assertEquals(1, json(wide).get("found").asInt());
    assertEquals(1, json(wide).get("kinds").get("hashtag").asInt());
  }

  @Test
  void tenThousandValuesAreAnswered() throws Exception {
    var list =
        IntStream.range(0, 9_998)
                .mapToObj(i -> "user_number_" + i)
                .collect(Collectors.joining("\n"))
            + "\nann\n#zed";
    var total = live.json("/api/search", "list", "ann #zed").get("total").asInt();
    assertEquals(total, json(form("/api/search", "list", list)).get("total").asInt());
    var report = json(post("/api/lists", "text/plain", list));
    assertEquals(2, report.get("found").asInt());
    assertEquals(9_998, report.get("missing").asInt());
    assertEquals(total, report.get("tweets").asInt());
    assertEquals(400, form("/api/search", "list", list + "\none\ntwo").statusCode());
  }

  @Test
  void whatCannotBeReadIsRefusedAndToldWhy() throws Exception {
    refused(form("/api/search", "list", "ann выборы"), 400, "“выборы” in the list is not a handle");
    refused(form("/api/search", "list", "ann", "lsit", "b"), 400, "there is no parameter lsit");
    refused(form("/api/search?q=a", "q", "b"), 400, "q can be given once");
    refused(form("/api/search", "listAccounts", "x"), 400, "retweets_of");
    refused(form("/api/lists", "list", " ,, "), 400, "no value in the list");
    refused(form("/api/lists", "lists", "ann"), 400, "there is no parameter lists");
    refused(post("/api/search", "text/plain", "ann"), 415, "as a form");
    refused(post("/api/search", "application/json", "[1]"), 400, "must be an object");
    refused(post("/api/search", "application/json", "{"), 400, "not JSON");
    refused(
        post("/api/search", "multipart/form-data; boundary=a", "--b\r\n\r\n--b--"), 400, "parts");
    refused(
        post("/api/search", "multipart/form-data", "--b\r\n\r\n--b--"), 400, "between its parts");
    refused(files("/api/batch", "list", "ann"), 400, "queries must be given");
    var nameless = "--a\r\nContent-Disposition: form-data\r\n\r\nann\r\n--a--\r\n";
    for (var path : List.of("/api/search", "/api/lists", "/api/export", "/api/batch")) {
      refused(post(path, "multipart/form-data; boundary=a", nameless), 400, "has no name");
    }
    var many = new StringBuilder("q=ann");
    for (int i = 1; i < FormText.MAX_PARAMETERS; i++) {
      many.append("&x").append(i).append("=1");
    }
    var answer = post("/api/search", "application/x-www-form-urlencoded", many.toString());
    refused(answer, 400, "there is no parameter");
    var more = many.append("&y=1").toString();
    refused(post("/api/search", "application/x-www-form-urlencoded", more), 400, "at most 1000");
    var values = "\"a\",".repeat(FormText.MAX_PARAMETERS) + "\"a\"";
    refused(
        post("/api/search", "application/json", "{\"filter\":[" + values + "]}"),
        400,
        "at most 1000");
    refused(post("/api/search", "application/x-www-form-urlencoded", "q=trump%"), 400, "a stray %");
    assertTrue(answer.body().length() < 20_000, "an answer is no longer for more mistakes");
    for (var type :
        List.of("application/x-www-form-urlencoded", "multipart/form-data", "\u00ff/")) {
      for (var path : List.of("/api/search", "/api/lists", "/api/export", "/api/batch")) {
        var odd = post(path, type + "; charset=nope-9", "q=%ff");
        assertTrue(odd.statusCode() < 500, path + " " + type + odd.body());
      }
    }
    var large = live.send(request("x".repeat((8 << 20) + 1)));
    refused(large, 413, "longer than this server reads");
  }

  private static HttpRequest.Builder request(String body) {
    return live.request("/api/lists")
        .header("Content-Type", "text/plain")
        .POST(BodyPublishers.ofString(body));
  }

  private static void refused(HttpResponse<String> answer, int status, String detail) {
    assertEquals(status, answer.statusCode(), answer::body);
    assertTrue(
        Json.MAPPER.readTree(answer.body()).get("detail").asString().contains(detail),
        answer::body);
  }

  @Test
  void answersToListsAreNotKept() throws Exception {
    var answer = form("/api/search", "list", "ann");
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
    assertTrue(answer.headers().firstValue("ETag").isEmpty());
  }
}
