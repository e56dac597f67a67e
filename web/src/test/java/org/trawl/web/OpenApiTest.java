package org.trawl.web;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trawl.api.Json;
import org.trawl.api.ParameterNames;
import org.trawl.api.export.ExportColumn;
import org.trawl.api.export.ExportFormat;
import org.trawl.search.Facet;
import org.trawl.search.NetworkType;
import tools.jackson.databind.JsonNode;

/// The description says what the server does: its answers fit the schemas, which allow nothing
/// more.
@Timeout(60)
class OpenApiTest {
  private static LiveServer live;
  private static JsonNode api;

  @BeforeAll
  static void start() throws Exception {
    live = LiveServer.withPages();
    api = live.json("/openapi.json");
  }

  @AfterAll
  static void stop() throws IOException {
    live.close();
  }

  @Test
  void formatsOfAnExportAreThoseThatItHas() {
    var told = new HashSet<String>();
    for (var parameter : api.at("/paths/~1api~1export/get/parameters")) {
      if (parameter.path("name").asString("").equals("format")) {
        parameter.at("/schema/enum").forEach(format -> told.add(format.asString()));
      }
    }
    assertEquals(
        Arrays.stream(ExportFormat.values()).map(ExportFormat::key).collect(toSet()), told);
  }

  @Test
  void typesOfANetworkAreThoseThatThereAre() {
    assertEquals(
        Arrays.stream(NetworkType.values()).map(NetworkType::key).toList(),
        texts(api.at("/paths/~1api~1network/get/parameters/0/schema/enum")));
  }

  @Test
  void everyAnswerFitsItsSchema() throws Exception {
    var id = Long.toString(SampleArchive.HOSTILE_ID);
    fits("Search", live.json("/api/search", "q", "red -blue or x"));
    fits("Search", live.json("/api/search", "q", "red nowhere", "facets", "none"));
    fits("Search", live.json("/api/search", "q", "red nowhere", "clauses", "true"));
    fits(
        "Search",
        live.json(
            "/api/search",
            "q",
            "red",
            "filter",
            "language:ja",
            "since",
            "2010",
            "clauses",
            "true"));
    fits("Search", live.json("/api/search", "q", "", "copies", "collapse", "timeline", "none"));
    fits("Tweet", live.json("/api/tweets/" + id));
    fits("Account", live.json("/api/accounts/ann"));
    fits("FacetValues", live.json("/api/facets/hashtag", "filter", "hashtag:red"));
    fits("Suggestions", live.json("/api/suggest", "text", "l"));
    fits("Names", live.json("/api/names", "text", "Выборы red"));
    fits("Names", live.json("/api/names", "text", "elections"));
    fits("Parsed", live.json("/api/parse", "q", "red or blue"));
    fits("Parsed", live.json("/api/parse", "q", "form:x (\"open"));
    fits("Archive", live.json("/api/archive"));
    fits("Operations", live.json("/api/operations"));
    fits("AccountRows", live.json("/api/accounts", "sort", "language_change"));
    fits("Comparison", live.json("/api/compare", "q", "red or blue", "q", "lang:ru"));
    fits("Distinctive", live.json("/api/distinctive", "q", "red"));
    fits("Distinctive", live.json("/api/distinctive", "q", "lang:ru", "kind", "hashtag"));
    fits("Comparison", live.json("/api/compare", "q", "nowhere", "q", "nothing"));
    fits(
        "Comparison",
        live.json("/api/compare", "q", "red", "q", "", "of", "language:ru", "zone", "Asia/Tehran"));
    fits("Network", live.json("/api/network", "type", "same_hashtag", "window", "1d"));
    fits("Network", live.json("/api/network", "type", "mention"));
    var edge = live.json("/api/network", "type", "hashtag_account").get("edges").get(0);
    fits(
        "NetworkEdge",
        live.json(
            "/api/network/edge",
            "type",
            "hashtag_account",
            "source",
            edge.get("source").asString(),
            "target",
            edge.get("target").asString()));
    fits("Health", live.json("/healthz"));
    fits("Problem", live.json("/api/search", "q", "form:x (", "size", "x"));
    fits("Problem", live.json("/api/tweets/1"));
    for (var line : live.get("/api/export", "format", "jsonl").body().lines().toList()) {
      fits("Tweet", Json.MAPPER.readTree(line));
    }
    var list =
        live.send(
            live.request("/api/lists")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("ann, #zed, nobody, я, 7, a.org, a.org/x")));
    fits("ListReport", Json.MAPPER.readTree(list.body()));
    var batch =
        live.send(
            live.request("/api/batch", "format", "jsonl")
                .POST(BodyPublishers.ofString("\"red\"\n{\"q\":\"(\"}")));
    for (var line : batch.body().lines().toList()) {
      fits("BatchLine", Json.MAPPER.readTree(line));
    }
  }

  @Test
  void describedParametersAreThoseThatAreRead() throws Exception {
    var names = new LinkedHashSet<String>();
    for (var parameter : api.at("/paths/~1api~1search/get/parameters")) {
      names.add(resolve(parameter).get("name").asString());
    }
    assertEquals(List.copyOf(ParameterNames.SEARCH), List.copyOf(names));
    for (var path : api.get("paths").properties()) {
      for (var parameter : path.getValue().path("get").path("parameters")) {
        var resolved = resolve(parameter);
        if (resolved.get("in").asString().equals("query")) {
          var address =
              path.getKey().replaceAll("\\{facet}", "hashtag").replaceAll("\\{name}", "x");
          var answer = live.get(address, resolved.get("name").asString(), "\u0001");
          assertFalse(answer.body().contains("there is no parameter"), address + " " + resolved);
        }
      }
    }
  }

  @Test
  void describedChoicesAreThoseThatThereAre() {
    assertEquals(
        Arrays.stream(Facet.values()).map(Facet::key).toList(),
        texts(api.at("/paths/~1api~1facets~1{facet}/get/parameters/0/schema/enum")));
    assertEquals(
        Arrays.stream(ExportColumn.values()).map(ExportColumn::key).toList(),
        texts(api.at("/paths/~1api~1export/get/parameters/1/schema/items/enum")));
  }

  @Test
  void everyDescribedPathAnswers() throws Exception {
    for (var path : api.get("paths").properties()) {
      var method = path.getValue().propertyNames().iterator().next();
      var address = path.getKey().replaceAll("\\{[a-z]+}", "1");
      var answer =
          live.send(
              live.request(address)
                  .method(method.toUpperCase(java.util.Locale.ROOT), BodyPublishers.noBody()));
      var described = path.getValue().get(method).get("responses").propertyNames();
      assertTrue(
          described.contains(Integer.toString(answer.statusCode())),
          path.getKey() + " answered " + answer.statusCode());
    }
  }

  @Test
  void pageShowsAllOfItWithoutScripts() throws Exception {
    var page = live.get("/docs").body();
    assertFalse(page.contains("<script"), "nothing to run");
    assertFalse(page.matches("(?s).*(src|href)=\"(https?:)?//.*"), "nothing from outside");
    for (var path : api.get("paths").propertyNames()) {
      assertTrue(page.contains("<code>" + path + "</code>"), path);
    }
    for (var name : ParameterNames.SEARCH) {
      assertTrue(page.contains("<code>" + name + "</code>"), name);
    }
    for (var file : List.of("/docs/docs.css", "/docs/trawl.svg")) {
      assertTrue(page.contains("\"" + file + "\""), file);
      assertEquals(200, live.get(file).statusCode());
    }
  }

  @Test
  void theDescriptionAndThePagesLeadToEachOther() throws Exception {
    var page = live.get("/docs").body();
    for (var way : List.of("/", "/saved", "/archive", "/help")) {
      assertTrue(page.contains("href=\"" + way + "\""), way);
    }
  }

  private static JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? api.at(node.get("$ref").asString().substring(1)) : node;
  }

  private static List<String> texts(JsonNode array) {
    var texts = new java.util.ArrayList<String>();
    array.forEach(text -> texts.add(text.asString()));
    return texts;
  }

  private static void fits(String schema, JsonNode json) {
    check(api.at("/components/schemas/" + schema), json, schema);
  }

  /// The part of JSON Schema that the description uses.
  private static void check(JsonNode given, JsonNode json, String where) {
    var schema = resolve(given);
    assertFalse(schema.isMissingNode(), "no schema for " + where);
    if (schema.has("anyOf")) {
      check(schema.get("anyOf").get(json.isNull() ? 1 : 0), json, where);
      return;
    }
    var types =
        schema.get("type").isArray()
            ? Set.copyOf(texts(schema.get("type")))
            : Set.of(schema.get("type").asString());
    assertTrue(
        types.contains(type(json)) || (json.isIntegralNumber() && types.contains("number")),
        where + " is no " + types + ": " + json);
    if (schema.has("enum")) {
      assertTrue(texts(schema.get("enum")).contains(json.asString()), where + ": " + json);
    }
    if (schema.has("pattern")) {
      assertTrue(json.asString().matches(schema.get("pattern").asString()), where + ": " + json);
    }
    if (schema.has("minimum")) {
      assertTrue(json.asLong() >= schema.get("minimum").asLong(), where + ": " + json);
    }
    if (json.isArray()) {
      for (int i = 0; i < json.size(); i++) {
        check(schema.get("items"), json.get(i), where + "/" + i);
      }
    }
    if (json.isObject()) {
      checkMembers(schema, json, where);
    }
  }

  private static void checkMembers(JsonNode schema, JsonNode json, String where) {
    var more = schema.path("additionalProperties");
    var known = schema.path("properties");
    for (var member : json.properties()) {
      var place = where + "/" + member.getKey();
      if (known.has(member.getKey())) {
        check(known.get(member.getKey()), member.getValue(), place);
      } else if (more.isObject()) {
        check(more, member.getValue(), place);
      } else {
        fail(place + " is not described");
      }
    }
    var missing = new TreeSet<>(texts(schema.path("required")));
    missing.removeAll(json.propertyNames());
    assertEquals(Set.of(), missing, where);
  }

  private static String type(JsonNode json) {
    return switch (json.getNodeType()) {
      case STRING -> "string";
      case NUMBER -> json.isIntegralNumber() ? "integer" : "number";
      case BOOLEAN -> "boolean";
      case NULL -> "null";
      case ARRAY -> "array";
      case OBJECT -> "object";
      default -> json.getNodeType().toString();
    };
  }
}
