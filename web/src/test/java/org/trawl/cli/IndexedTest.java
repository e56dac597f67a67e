package org.trawl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.search.Facet;
import tools.jackson.databind.json.JsonMapper;

/// The commands that make and read an index, on a small generated archive.
class IndexedTest {
  private static final int TWEETS = 2_000;

  @TempDir static Path folder;

  /// What a command printed, and how it ended.
  private record Run(int exit, String out, String err) {}

  @BeforeAll
  static void index() {
    var made =
        run("generate", "--tweets", TWEETS + "", "--seed", "3", "--output", archive().toString());
    assertEquals(0, made.exit, made.err);
    var indexed = run("index", archive().toString(), "--index", indexFolder());
    assertEquals(0, indexed.exit, indexed.err);
    assertTrue(indexed.out.contains("the index holds 2,000 tweets"), indexed.out);
    assertTrue(indexed.out.contains(", 0 rejected;"), indexed.out);
  }

  private static Path archive() {
    return folder.resolve("archive");
  }

  private static String indexFolder() {
    return folder.resolve("index").toString();
  }

  private static Run run(String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    var bytes = new ByteArrayOutputStream();
    var exit =
        Trawl.commandLine(bytes)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(args);
    return new Run(exit, out + bytes.toString(UTF_8), err.toString());
  }

  @Test
  void indexingAgainChangesNothing() {
    var again = run("index", archive().toString(), "--index", indexFolder());
    assertEquals(0, again.exit, again.err);
    assertTrue(again.out.contains("Nothing was new."), again.out);
    assertTrue(again.out.contains("(indexed before, not read again)"), again.out);
  }

  @Test
  void aSourceThatIsNoArchiveIsWrongUsage() throws Exception {
    var text = Files.writeString(folder.resolve("letter.txt"), "Dear all");
    var run = run("index", text.toString(), "--index", folder.resolve("other").toString());
    assertEquals(2, run.exit);
    assertTrue(run.err.contains("letter.txt"), run.err);
    assertFalse(Files.exists(folder.resolve("other").resolve("manifest.json")));
  }

  @Test
  void aBadOperationNameIsWrongUsage() {
    var run = run("index", archive().toString(), "--index", indexFolder(), "--operation", "a b");
    assertEquals(2, run.exit);
    assertTrue(run.err.contains("a b"), run.err);
  }

  @Test
  void checkFindsTheIndexWhole() {
    var run = run("check", "--index", indexFolder());
    assertEquals(0, run.exit, run.out);
    assertTrue(run.out.contains("is whole: 2,000 tweets of "), run.out);
    assertFalse(run.out.contains("no part of the index"), run.out);
  }

  @Test
  void networkIsWrittenAsAFile() throws Exception {
    var file = folder.resolve("net.gexf");
    var run =
        run(
            "network",
            "",
            "--index",
            indexFolder(),
            "--type",
            "same_hashtag",
            "--window",
            "1d",
            "--format",
            "gexf",
            "--output",
            file.toString());
    assertEquals(0, run.exit, run.err);
    assertTrue(run.err.matches("(?s)[0-9,]+ nodes and [0-9,]+ edges of 2,000 tweets.*"), run.err);
    assertTrue(Files.readString(file).contains("<gexf"), "a file of GEXF");
    var table = run("network", "", "--index", indexFolder(), "--type", "retweet");
    assertTrue(table.out.startsWith("Source,Target,Type,Weight,"), table.out);
    assertTrue(table.out.contains(",Directed,"), table.out);
  }

  @Test
  void networkOfNoTypeIsWrongUsage() {
    var similar = run("network", "", "--index", indexFolder(), "--type", "nearly_text");
    assertEquals(2, similar.exit);
    assertTrue(similar.err.contains("there is no type nearly_text"), similar.err);
    var window =
        run("network", "", "--index", indexFolder(), "--type", "same_text", "--window", "soon");
    assertEquals(2, window.exit);
    assertTrue(window.err.contains("--window must be a length of time"), window.err);
  }

  /// Issue 15, number 32.
  @Test
  void checkNamesForeignFiles() throws Exception {
    var files =
        List.of(
            Path.of(indexFolder(), "notes.txt"), Path.of(indexFolder(), "tweets", "_0 copy.fdt"));
    for (var file : files) {
      Files.writeString(file, "a reporter's notes");
    }
    try {
      var run = run("check", "--index", indexFolder());
      assertEquals(0, run.exit, run.out);
      assertTrue(run.out.contains("notes.txt in the folder is no part of the index"), run.out);
      assertTrue(run.out.contains("tweets/_0 copy.fdt in the folder"), run.out);
    } finally {
      for (var file : files) {
        Files.delete(file);
      }
    }
  }

  @Test
  void checkFindsAFlippedBit(@TempDir Path copies) throws Exception {
    var copy = copies.resolve("copy");
    try (var files = Files.walk(Path.of(indexFolder()))) {
      for (var file : files.toList()) {
        Files.copy(file, copy.resolve(Path.of(indexFolder()).relativize(file)));
      }
    }
    try (var files = Files.list(copy)) {
      var columns =
          files
              .filter(f -> f.getFileName().toString().startsWith("columns"))
              .findFirst()
              .orElseThrow();
      var bytes = Files.readAllBytes(columns);
      bytes[bytes.length / 2] ^= 4;
      Files.write(columns, bytes);
      var run = run("check", "--index", copy.toString());
      assertEquals(1, run.exit);
      assertTrue(run.out.contains(columns.getFileName().toString()), run.out);
    }
  }

  @Test
  void aMissingIndexIsWrongUsage() {
    for (var command : new String[] {"check", "search"}) {
      var run =
          command.equals("search")
              ? run(command, "train", "--index", folder.resolve("none").toString())
              : run(command, "--index", folder.resolve("none").toString());
      assertEquals(2, run.exit, command);
      assertTrue(run.err.contains("There is no index folder"), run.err);
    }
  }

  @Test
  void searchPrintsTheTotalAndTheHits() {
    var run =
        run("search", "is:retweet", "--index", indexFolder(), "--limit", "3", "--sort", "newest");
    assertEquals(0, run.exit, run.err);
    assertTrue(
        run.out.matches("(?s)[\\d,]+ tweets, [\\d,]+ texts, by [\\d,]+ accounts .*"), run.out);
    assertEquals(3, run.out.split("RT @", -1).length - 1, run.out);
  }

  @Test
  void aBadQueryIsMarked() {
    var run = run("search", "train form:x", "--index", indexFolder());
    assertEquals(2, run.exit);
    assertEquals("", run.out);
    assertTrue(run.err.contains("  train form:x\n        ^^^^^\n"), run.err);
    assertTrue(run.err.contains("did you mean from:?"), run.err);
  }

  @Test
  void aHintDoesNotStopTheSearch() {
    var run = run("search", "train or strike", "--index", indexFolder());
    assertEquals(0, run.exit, run.err);
    assertTrue(run.err.startsWith("hint: "), run.err);
  }

  @Test
  void aLimitPastThePageIsWrongUsage() {
    var run = run("search", "train", "--index", indexFolder(), "--limit", "101");
    assertEquals(2, run.exit);
  }

  @Test
  void jsonIsWhatTheInterfaceAnswers() {
    var run = run("search", "is:retweet", "--index", indexFolder(), "--format", "json");
    assertEquals(0, run.exit, run.err);
    var json = new JsonMapper().readTree(run.out);
    assertEquals(20, json.get("hits").size());
    assertEquals("is:retweet", json.get("query").get("text").asString());
    assertEquals(Facet.values().length, json.get("facets").size(), "every facet");
    assertTrue(json.get("timeline").get("buckets").size() > 1);
    assertTrue(json.get("next").isString());
  }

  @Test
  void anEmptyAnswerNamesThePartToBlame() {
    var run = run("search", "is:retweet nosuchwordanywhere", "--index", indexFolder());
    assertEquals(0, run.exit, run.err);
    assertTrue(run.out.contains("Nothing fits nosuchwordanywhere ("), run.out);
    assertTrue(
        run.out.contains(
            String.format(
                Locale.ROOT,
                "%n  is:retweet%n    %,d tweets: leave out nosuchwordanywhere%n",
                total("is:retweet"))),
        run.out);
  }

  @Test
  void eachPartIsCountedOnRequest() {
    var run = run("search", "is:retweet lang:en", "--index", indexFolder(), "--clauses");
    assertEquals(0, run.exit, run.err);
    var english =
        String.format(
            Locale.ROOT,
            "  %,d by itself, %,d without it: lang:en%n",
            total("lang:en"),
            total("is:retweet"));
    assertTrue(run.out.contains(english), run.out);
    var json =
        run("search", "lang:en", "--index", indexFolder(), "--clauses", "--format", "json").out;
    assertEquals(
        total("lang:en"), new JsonMapper().readTree(json).at("/query/clauses/0/alone").asLong());
  }

  /// How many tweets a query finds, as a search says it.
  private static long total(String query) {
    var run = run("search", query, "--index", indexFolder(), "--format", "json", "--limit", "0");
    return new JsonMapper().readTree(run.out).get("total").asLong();
  }

  @Test
  void everyFormatHoldsEveryHitOnce() throws Exception {
    var total = total("is:retweet");
    assertTrue(total > 100, "only " + total);
    var ids = run("export", "is:retweet", "--index", indexFolder(), "--format", "ids");
    assertEquals(0, ids.exit, ids.err);
    assertTrue(ids.err.contains(String.format(Locale.ROOT, "%,d tweets\n", total)), ids.err);
    assertEquals(total, ids.out.lines().distinct().count());

    var jsonl = run("export", "is:retweet", "--index", indexFolder(), "--format", "jsonl");
    var mapper = new JsonMapper();
    assertEquals(
        ids.out.lines().toList(),
        jsonl.out.lines().map(line -> mapper.readTree(line).get("id").asString()).toList());

    var table = folder.resolve("all.csv");
    var csv =
        run(
            "export",
            "is:retweet",
            "--index",
            indexFolder(),
            "--format",
            "csv",
            "--output",
            table + "",
            "--manifest",
            folder.resolve("all.json") + "");
    assertEquals(0, csv.exit, csv.err);
    var manifest = mapper.readTree(Files.readString(folder.resolve("all.json")));
    assertEquals(total, manifest.get("total").asLong());
    assertEquals("all.csv", manifest.at("/file/name").asString());
    var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(table));
    assertEquals(HexFormat.of().formatHex(digest), manifest.at("/file/sha256").asString());
    assertEquals("", csv.out);
    try (var rows = CsvReader.builder().ofNamedCsvRecord(table)) {
      assertEquals(ids.out.lines().toList(), rows.stream().map(row -> row.getField("id")).toList());
    }
  }

  @Test
  void aWorkbookIsAZip() throws Exception {
    var book = folder.resolve("all.xlsx");
    assertEquals(
        0,
        run("export", "train", "--index", indexFolder(), "--format", "xlsx", "--output", book + "")
            .exit);
    try (var zip = new ZipFile(book.toFile())) {
      assertTrue(zip.getEntry("xl/workbook.xml") != null);
    }
  }

  @Test
  void anExportThatFindsNothingIsWhole() throws Exception {
    var file = folder.resolve("none.csv");
    var run =
        run(
            "export",
            "nosuchwordanywhere",
            "--index",
            indexFolder(),
            "--format",
            "csv",
            "--output",
            file + "");
    assertEquals(0, run.exit, run.err);
    assertEquals(1, Files.readAllLines(file).size(), "the header");
  }

  @Test
  void whatCannotBeExportedLeavesNoFile() throws Exception {
    var file = folder.resolve("bad.csv");
    var output = new String[] {"--format", "csv", "--output", file.toString()};
    for (var query : List.of("form:x", "(a", "since:2016-13")) {
      var run =
          run(
              "export",
              query,
              "--index",
              indexFolder(),
              output[0],
              output[1],
              output[2],
              output[3]);
      assertEquals(2, run.exit, run.err);
      assertTrue(run.err.contains("^"), run.err);
    }
    try (var files = Files.list(folder)) {
      assertFalse(files.anyMatch(f -> f.toString().contains("bad.csv")));
    }
  }

  @Test
  void anOutputThatCannotBeIsWrongUsage() {
    for (var output : List.of(folder, folder.resolve("nowhere").resolve("x.csv"))) {
      var run =
          run("export", "x", "--index", indexFolder(), "--format", "csv", "--output", output + "");
      assertEquals(2, run.exit, run.err);
      assertTrue(run.err.contains(output.toString()), run.err);
    }
    assertEquals(2, run("export", "x", "--index", indexFolder()).exit, "no format");
    var both = folder.resolve("same.csv").toString();
    assertEquals(
        2,
        run(
                "export",
                "x",
                "--index",
                indexFolder(),
                "--format",
                "csv",
                "--output",
                both,
                "--manifest",
                both)
            .exit);
    assertEquals(2, run("export", "x", "--index", indexFolder(), "--format", "pdf").exit);
  }

  @Test
  void anExportToAFullDiskFailsAndSaysSo() {
    assumeTrue(Files.exists(Path.of("/dev/full")), "needs /dev/full");
    var run =
        run("export", "", "--index", indexFolder(), "--format", "csv", "--output", "/dev/full");
    assertEquals(1, run.exit, run.err);
    assertTrue(run.err.contains("No space left"), run.err);
  }

  @Test
  void eachLineOfABatchIsAnswered() throws Exception {
    var queries = folder.resolve("queries.csv");
    Files.writeString(queries, "query,since\nis:retweet,\nform:x,\n\"train, strike\",2016-01-01\n");
    var answers = folder.resolve("answers.csv");
    var run = run("batch", queries + "", "--index", indexFolder(), "--output", answers + "");
    assertEquals(1, run.exit, run.err);
    assertTrue(run.err.contains("3 queries, answered in"), run.err);
    assertTrue(run.err.contains("1 of them could not be run"), run.err);
    assertTrue(run.err.contains("The first is line 3: there is no operator form:"), run.err);
    try (var rows = CsvReader.builder().ofNamedCsvRecord(answers)) {
      var read = rows.stream().toList();
      assertEquals(List.of("2", "3", "4"), read.stream().map(r -> r.getField("line")).toList());
      assertEquals(total("is:retweet") + "", read.get(0).getField("total"));
      assertEquals("", read.get(1).getField("total"));
      assertTrue(read.get(1).getField("error").contains("form:"), read.get(1).toString());
      assertEquals("0", read.get(1).getField("position"));
      assertEquals("", read.get(2).getField("error"));
    }
  }

  @Test
  void aBatchOfJsonIsAnsweredInJson() throws Exception {
    var queries = Files.writeString(folder.resolve("q.jsonl"), "\"is:retweet\"\n{\"q\": \"(\"}\n");
    var run = run("batch", queries + "", "--index", indexFolder());
    assertEquals(1, run.exit, run.err);
    var lines = run.out.lines().map(line -> new JsonMapper().readTree(line)).toList();
    assertEquals(total("is:retweet"), lines.get(0).get("total").asLong());
    assertEquals(400, lines.get(1).get("error").get("status").asInt());
  }

  @Test
  void aBatchOfWhichNoLineCanBeRunIsWrongUsage() throws Exception {
    var queries =
        Files.writeString(folder.resolve("t.tsv"), "topic\tquery\nvote\ttrain\nwar\tstrike\n");
    var run = run("batch", queries + "", "--index", indexFolder());
    assertEquals(2, run.exit, run.err);
    assertTrue(run.err.contains("None of them could be run"), run.err);
    assertTrue(run.err.contains("line 2: a line has no parameter topic"), run.err);
    assertTrue(run.err.contains("label"), run.err);
  }

  @Test
  void aBatchWithLabelsIsRun() throws Exception {
    var queries = Files.writeString(folder.resolve("l.tsv"), "label\tquery\nours\tis:retweet\n");
    var run = run("batch", queries + "", "--index", indexFolder());
    assertEquals(0, run.exit, run.err);
    assertTrue(run.err.contains("1 query\n"), run.err);
    assertTrue(run.out.contains(",ours"), run.out);
  }

  @Test
  void oneIsSingular() throws Exception {
    var all = run("export", "", "--index", indexFolder(), "--format", "ids").out.lines().toList();
    var one = run("search", "id:" + all.getFirst(), "--index", indexFolder());
    assertTrue(one.out.startsWith("1 tweet, 1 text, by 1 account ("), one.out);
    var ids = run("export", "id:" + all.getFirst(), "--index", indexFolder(), "--format", "ids");
    assertTrue(ids.err.contains("1 tweet\n"), ids.err);
  }

  @Test
  void anExportOfJsonHasItsMarks() throws Exception {
    var run = run("export", "train", "--index", indexFolder(), "--format", "jsonl");
    assertEquals(0, run.exit, run.err);
    var first = new JsonMapper().readTree(run.out.lines().findFirst().orElseThrow());
    assertTrue(first.get("highlighted").asString().contains("<mark>"), first.toString());
  }

  @Test
  void aBatchWithoutFileIsWrongUsage() {
    var run = run("batch", folder.resolve("gone.csv") + "", "--index", indexFolder());
    assertEquals(2, run.exit);
    assertTrue(run.err.contains("gone.csv"), run.err);
  }

  @Test
  void escapesInTweetsAreInert() {
    assertEquals("a\uFFFD[31mb", TerminalText.of("a\u001B[31mb"));
  }
}
