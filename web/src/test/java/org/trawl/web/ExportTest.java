package org.trawl.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trawl.api.Json;
import org.trawl.api.export.ExportColumn;
import org.trawl.search.Facet;

@Timeout(60)
class ExportTest {
  private static LiveServer live;

  @BeforeAll
  static void start() throws IOException {
    live = LiveServer.start(ServerOptions.DEFAULT);
  }

  @AfterAll
  static void stop() throws IOException {
    live.close();
  }

  private static List<NamedCsvRecord> csv(String... parameters) throws Exception {
    var all = Arrays.copyOf(parameters, parameters.length + 2);
    all[parameters.length] = "format";
    all[parameters.length + 1] = "csv";
    return CsvReader.builder().ofNamedCsvRecord(live.get("/api/export", all).body()).stream()
        .toList();
  }

  @Test
  void jsonHasTheMarksOfTheSearch() throws Exception {
    var hits =
        live.json("/api/search", "q", "red OR #zed", "sort", "newest", "size", "100").get("hits");
    var lines =
        live.get("/api/export", "format", "jsonl", "q", "red OR #zed").body().lines().toList();
    int marked = 0;
    for (int i = 0; i < hits.size(); i++) {
      var line = Json.MAPPER.readTree(lines.get(i));
      assertEquals(hits.get(i).get("id"), line.get("id"));
      assertEquals(hits.get(i).get("highlighted"), line.get("highlighted"));
      marked += line.get("highlighted").asString().contains("<mark>") ? 1 : 0;
    }
    assertTrue(marked > 0);
  }

  @Test
  void nameOfTheFileTellsWhatWasChosen() throws Exception {
    var answer =
        live.get(
            "/api/export",
            "format",
            "ids",
            "q",
            "Red, blue",
            "filter",
            "language:de",
            "filter",
            "language:ru",
            "filter",
            "language:en",
            "exclude",
            "kind:retweet",
            "since",
            "2016-01-01",
            "until",
            "2017-01-01T12:30:00Z",
            "list",
            "ann");
    assertEquals(
        "attachment; filename=\"trawl-red-blue-list-from-2016-01-01-before-2017-01-01t12-30"
            + "-language-de-ru-and-1-more-not-kind-retweet.txt\"",
        answer.headers().firstValue("Content-Disposition").orElse(""));
    var many =
        live.get(
            "/api/export",
            "format",
            "ids",
            "q",
            "a ".repeat(300),
            "filter",
            "hashtag:" + "x".repeat(300),
            "filter",
            "client:" + "y".repeat(300));
    assertTrue(many.headers().firstValue("Content-Disposition").orElse("").length() < 180);
  }

  @Test
  void rowsAreTheCountOfEveryFacetValue() throws Exception {
    for (var query : List.of("", "red -blue")) {
      var answer = live.json("/api/search", "q", query, "facetSize", "1000", "size", "0");
      for (var facet : Facet.values()) {
        for (var value : answer.at("/facets/" + facet.key() + "/values")) {
          var filter = facet.key() + ":" + value.get("value").asString();
          var ids = live.get("/api/export", "format", "ids", "q", query, "filter", filter).body();
          assertEquals(
              value.get("count").asLong(), ids.lines().distinct().count(), filter + live.seed);
          assertEquals(value.get("count").asLong(), ids.lines().count(), filter + live.seed);
        }
      }
    }
  }

  @Test
  void everyFormatHoldsTheSameTweets() throws Exception {
    var ids =
        new TreeSet<>(live.get("/api/export", "format", "ids", "q", "red").body().lines().toList());
    var fromCsv = new TreeSet<String>();
    csv("q", "red").forEach(row -> fromCsv.add(row.getField("id")));
    var fromJson = new TreeSet<String>();
    live.get("/api/export", "format", "jsonl", "q", "red")
        .body()
        .lines()
        .forEach(line -> fromJson.add(Json.MAPPER.readTree(line).get("id").asString()));
    var sheets =
        Workbooks.read(
            live.bytes(live.request("/api/export", "format", "xlsx", "q", "red")).body());
    var fromXlsx = new TreeSet<String>();
    sheets.getFirst().stream().skip(1).forEach(row -> fromXlsx.add(row.get(0)));
    assertFalse(ids.isEmpty());
    assertEquals(ids, fromCsv);
    assertEquals(ids, fromJson);
    assertEquals(ids, fromXlsx);
  }

  @Test
  void csvHasEveryColumnAndKeepsLineBreaks() throws Exception {
    var row = csv("q", "id:" + SampleArchive.HOSTILE_ID).getFirst();
    assertEquals(
        Arrays.stream(ExportColumn.values()).map(ExportColumn::key).toList(), row.getHeader());
    assertEquals("'" + SampleArchive.HOSTILE_TEXT, row.getField("text"));
    assertEquals("[\"<script>\",\"=1+1\"]", row.getField("hashtags"));
  }

  @Test
  void whatSomeSpreadsheetsPartCellsAtStandsInQuotes() throws Exception {
    var lines =
        live.get(
            "/api/export",
            "format",
            "csv",
            "columns",
            "client",
            "q",
            "id:" + SampleArchive.HOSTILE_ID);
    assertTrue(lines.body().contains("\";=1+1<img"), lines::body);
  }

  @Test
  void noCellOfACsvIsAFormulaUnlessAsked() throws Exception {
    for (var row : csv("q", "")) {
      for (var field : row.getFields()) {
        assertFalse(field.matches("(?s)[=+@\\t\\r\\n-].*"), field);
      }
    }
    var kept = csv("q", "id:" + SampleArchive.HOSTILE_ID, "formulas", "keep").getFirst();
    assertEquals(SampleArchive.HOSTILE_TEXT, kept.getField("text"));
    assertEquals("SUM(1+1)", kept.getField("screen_name"));
  }

  @Test
  void workbookKeepsTextsAsTheyAreAndAsText() throws Exception {
    var bytes =
        live.bytes(
                live.request(
                    "/api/export", "format", "xlsx", "q", "id:" + SampleArchive.HOSTILE_ID))
            .body();
    var rows = Workbooks.read(bytes).getFirst();
    assertEquals(Long.toString(SampleArchive.HOSTILE_ID), rows.get(1).get(0));
    assertTrue(rows.get(1).contains(SampleArchive.HOSTILE_TEXT), rows.get(1).toString());
    var xml = Workbooks.part(bytes, "xl/worksheets/sheet1.xml");
    assertFalse(xml.contains("<f>"), "no formula");
    assertTrue(xml.contains("t=\"inlineStr\"><is><t"), "ids are text cells");
  }

  @Test
  void chosenColumnsComeInTheirOrder() throws Exception {
    assertEquals(
        List.of("text", "id"), csv("q", "red", "columns", "text,id").getFirst().getHeader());
    var line = live.get("/api/export", "format", "jsonl", "columns", "likes,id").body().lines();
    assertEquals(
        List.of("likes", "id"),
        List.copyOf(Json.MAPPER.readTree(line.findFirst().orElseThrow()).propertyNames()));
  }

  @Test
  void columnsMayBeGivenOneByOneAsAFormDoes() throws Exception {
    var header = csv("columns", "text", "columns", "id,likes").getFirst().getHeader();
    assertEquals(List.of("text", "id", "likes"), header);
  }

  @Test
  void aFacetIsATableToo() throws Exception {
    var json = live.json("/api/facets/account", "q", "red", "facetSize", "1000").get("values");
    var csv =
        CsvReader.builder()
            .ofNamedCsvRecord(
                live.get("/api/facets/account", "q", "red", "facetSize", "1000", "format", "csv")
                    .body())
            .stream()
            .toList();
    assertEquals(json.size(), csv.size());
    for (int i = 0; i < csv.size(); i++) {
      var value = json.get(i).get("value").asString();
      var cell = csv.get(i).getField("value");
      assertEquals(value.matches("[0-9]+") ? "u" + value : value, cell.replaceFirst("^'", ""));
      assertEquals(json.get(i).get("count").asString(), csv.get(i).getField("count"));
    }
  }

  @Test
  void howFarAnExportIsCanBeAsked() throws Exception {
    var ids =
        live.get("/api/export", "format", "ids", "q", "red", "progress", "one-of-mine").body();
    var progress = live.json("/api/exports/one-of-mine");
    assertEquals("done", progress.get("state").asString());
    assertEquals(ids.lines().count(), progress.get("tweets").asLong());
    assertEquals(ids.lines().count(), progress.get("total").asLong());
    assertEquals(ids.length(), progress.get("bytes").asLong());
    assertEquals(404, live.get("/api/exports/another").statusCode());
    var guessed = live.get("/api/export", "format", "ids", "progress", "1");
    assertEquals(400, guessed.statusCode());
    assertTrue(guessed.body().contains("8 to 64 letters"), guessed::body);
  }

  @Test
  void orderIsByTimeUnlessAsked() throws Exception {
    var times = csv("q", "red").stream().map(row -> row.getField("time")).toList();
    assertEquals(times.stream().sorted(java.util.Comparator.reverseOrder()).toList(), times);
    var oldest =
        csv("q", "red", "sort", "oldest").stream().map(row -> row.getField("time")).toList();
    assertEquals(times.reversed(), oldest);
  }

  @Test
  void fileIsNamedByItsSearch() throws Exception {
    var answer =
        live.get("/api/export", "format", "csv", "bom", "yes", "q", "red -#X;y\r\n lang:en");
    assertEquals(
        "attachment; filename=\"trawl-red-x-y-lang-en.csv\"",
        answer.headers().firstValue("Content-Disposition").orElse(""));
    assertEquals(
        "text/csv; charset=utf-8; header=present",
        answer.headers().firstValue("Content-Type").orElse(""));
    assertEquals('\uFEFF', answer.body().charAt(0));
  }

  @Test
  void nothingFoundIsAnEmptyTable() throws Exception {
    assertEquals(
        1, live.get("/api/export", "format", "csv", "q", "nowhere").body().lines().count());
    assertEquals("", live.get("/api/export", "format", "jsonl", "q", "nowhere").body());
  }

  @Test
  void badParametersAreNamed() throws Exception {
    for (var bad :
        List.of("format=pdf", "columns=id,colour", "columns=id,id", "bom=2", "formulas=x", "q=(")) {
      var parts = bad.split("=", 2);
      var answer =
          parts[0].equals("format")
              ? live.get("/api/export", "format", parts[1])
              : live.get("/api/export", "format", "csv", parts[0], parts[1]);
      assertEquals(400, answer.statusCode(), bad);
      assertEquals(
          parts[0], Json.MAPPER.readTree(answer.body()).get("parameter").asString(), answer.body());
      assertTrue(answer.headers().firstValue("Content-Disposition").isEmpty());
    }
    assertEquals(400, live.get("/api/export").statusCode(), "no format");
  }

  @Test
  void headSendsNoTweets() throws Exception {
    var head =
        live.send(
            live.request("/api/export", "format", "csv").method("HEAD", BodyPublishers.noBody()));
    assertEquals(200, head.statusCode());
    assertTrue(head.headers().firstValue("Content-Disposition").isPresent());
    assertEquals("", head.body());
  }

  @Test
  void compressesTextAndLeavesTheWorkbook() throws Exception {
    var csv =
        live.bytes(live.request("/api/export", "format", "csv").header("Accept-Encoding", "gzip"));
    assertEquals("gzip", csv.headers().firstValue("Content-Encoding").orElse(""));
    var xlsx =
        live.bytes(live.request("/api/export", "format", "xlsx").header("Accept-Encoding", "gzip"));
    assertTrue(xlsx.headers().firstValue("Content-Encoding").isEmpty());
  }
}
