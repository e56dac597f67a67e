package org.trawl.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trawl.api.Json;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class BatchTest {
  private static LiveServer live;

  @BeforeAll
  static void start() throws IOException {
    live = LiveServer.start(ServerOptions.DEFAULT);
  }

  @AfterAll
  static void stop() throws IOException {
    live.close();
  }

  private static HttpResponse<String> post(String body, String... parameters) throws Exception {
    return live.send(live.request("/api/batch", parameters).POST(BodyPublishers.ofString(body)));
  }

  private static List<NamedCsvRecord> csv(String body) throws Exception {
    return CsvReader.builder().ofNamedCsvRecord(post(body).body()).stream().toList();
  }

  private static List<JsonNode> jsonl(String body) throws Exception {
    return post(body, "format", "jsonl")
        .body()
        .lines()
        .map(line -> Json.MAPPER.readTree(line))
        .toList();
  }

  private static String total(String... parameters) throws Exception {
    return live.json("/api/search", parameters).get("total").asString();
  }

  @Test
  void linesWithoutHeaderAreQueriesAsTyped() throws Exception {
    var answers = csv("red, blue\n\n#zed OR \"green\"\nform:ann\nred");
    assertEquals(
        List.of("1", "3", "4", "5"), answers.stream().map(a -> a.getField("line")).toList());
    assertEquals(total("q", "red, blue"), answers.get(0).getField("total"));
    assertEquals(total("q", "#zed OR \"green\""), answers.get(1).getField("total"));
    assertEquals("", answers.get(2).getField("total"));
    assertEquals("0", answers.get(2).getField("position"));
    assertEquals("from:ann", answers.get(2).getField("mended"));
    assertEquals(total("q", "red"), answers.get(3).getField("total"), "a bad line stops no other");
  }

  @Test
  void whateverTheFirstLineIsTheRestIsAnswered() throws Exception {
    for (var first : List.of("", " ", "\"red\"~5", "\"red\" blue", "\"red", "x".repeat(300_000))) {
      var answers = csv(first + "\nblue");
      assertEquals(total("q", "blue"), answers.getLast().getField("total"), first);
      assertEquals(first.isBlank() ? 1 : 2, answers.size(), first);
    }
    assertEquals(total("q", "\"red\" blue"), csv("\"red\" blue").get(0).getField("total"));
  }

  @Test
  void headerNamesTheParameters() throws Exception {
    var answers =
        csv(
            """
            \uFEFFQuery,filter,since
            red,language:de,
            "red, blue",,2016-03-01
            red,"x
            a,b,c,d
            ,language:ru,
            red,colour:red,
            """);
    assertEquals(total("q", "red", "filter", "language:de"), answers.get(0).getField("total"));
    assertEquals(total("q", "red, blue", "since", "2016-03-01"), answers.get(1).getField("total"));
    assertTrue(
        answers.get(2).getField("error").contains("quote"), "an open quote ends with its line");
    assertTrue(answers.get(3).getField("error").contains("4 cells"));
    assertEquals(total("filter", "language:ru"), answers.get(4).getField("total"));
    assertTrue(answers.get(5).getField("error").contains("colour"));
  }

  @Test
  void labelIsRepeatedWhateverPartsTheCells() throws Exception {
    for (var sign : List.of(",", "\t", ";")) {
      var answers = csv(String.join(sign, "Label", "query") + "\nfirst" + sign + "red\n");
      assertEquals("first", answers.get(0).getField("label"));
      assertEquals("red", answers.get(0).getField("query"));
      assertEquals(total("q", "red"), answers.get(0).getField("total"), sign);
    }
    assertEquals("=1+1", csv("label,query\n=1+1,red").get(0).getField("label"));
    var json = jsonl("{\"label\": \"one\", \"query\": \"red\"}\n\"red\"");
    assertEquals("one", json.get(0).get("label").asString());
    assertTrue(json.get(1).path("label").isMissingNode());
  }

  /// Issue 15, number 19: whoever asked gets back what they asked, byte for byte.
  @Test
  void queriesStandInTheAnswersAsTheyWere() throws Exception {
    var queries =
        List.of(
            "\"red\"",
            "=red",
            "-is:retweet",
            "@abc",
            "\"red blue\" lang:fr",
            "red, blue",
            " +red ",
            "'red",
            "\"red",
            "red\tblue",
            "form:x =1");
    var body = String.join("\n", queries);
    var asked = csv(body).stream().map(answer -> answer.getField("query")).toList();
    assertEquals(queries, asked);
    var below = csv("query\n" + body);
    assertEquals(queries, below.stream().map(answer -> answer.getField("query")).toList());
    for (var answer : jsonl("{\"q\": \"=red\"}\n{broken\n")) {
      assertTrue(List.of("=red", "{broken").contains(answer.get("query").asString()), "" + answer);
    }
    var guarded = post("=red\n'red", "formulas", "quote").body();
    assertTrue(guarded.contains("1,'=red,") && guarded.contains("2,''red,"), guarded);
    assertEquals(400, post("red", "formulas", "x").statusCode());
  }

  /// Issue 15, number 19: a line counts the same below a header, or its answer says how it was
  /// read.
  @Test
  void lineCountsTheSameWithAndWithoutHeaderOrSaysWhyNot() throws Exception {
    for (var line :
        List.of(
            "red, blue", "\"red blue\" lang:en", "=red", "-is:retweet", "red; blue", "red\tblue")) {
      var without = csv(line).getFirst();
      var with = csv("query\n" + line).getFirst();
      assertEquals(without.getField("total"), with.getField("total"), line);
      assertEquals("", with.getField("note"), line);
    }
    var quoted = csv("query\n\"выборы\"").getFirst();
    assertEquals(total("q", "выборы"), quoted.getField("total"));
    assertTrue(quoted.getField("note").contains("quotes around the line"), quoted.toString());
    var phrase = csv("query\n\"\"\"red\"\"\"").getFirst();
    assertEquals(total("q", "\"red\""), phrase.getField("total"));
  }

  @Test
  void columnThatIsNoParameterIsRefusedAndToldOfLabels() throws Exception {
    var answers = csv("topic,query\nvote,red\n");
    assertTrue(answers.get(0).getField("error").contains("no parameter topic"));
    assertTrue(answers.get(0).getField("error").contains("label for a name of your own"));
  }

  @Test
  void objectsNameTheParameters() throws Exception {
    var answers =
        jsonl(
            """
            {"q": "red", "filter": ["language:de", "language:ru"]}
            "green"
            {"q": "(", "size": 3}
            {broken
            [1]
            {"q": "red"}
            """);
    assertEquals(
        total("q", "red", "filter", "language:de", "filter", "language:ru"),
        answers.get(0).get("total").asString());
    assertEquals(total("q", "green"), answers.get(1).get("total").asString());
    assertEquals(2, answers.get(2).at("/error/errors").size(), answers.get(2).toString());
    assertEquals("line", answers.get(3).at("/error/parameter").asString());
    assertEquals("line", answers.get(4).at("/error/parameter").asString());
    assertEquals(total("q", "red"), answers.get(5).get("total").asString());
  }

  @Test
  void tooManyLinesAreRefusedAtOnce() throws Exception {
    var answer = post("red\n".repeat(BatchRoutes.MAX_LINES + 1));
    assertEquals(400, answer.statusCode());
    assertEquals("body", Json.MAPPER.readTree(answer.body()).get("parameter").asString());
  }

  @Test
  void onlyPostIsTaken() throws Exception {
    var answer = live.get("/api/batch");
    assertEquals(405, answer.statusCode());
    assertEquals("POST", answer.headers().firstValue("Allow").orElse(""));
  }
}
