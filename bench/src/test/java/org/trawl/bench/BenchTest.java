package org.trawl.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.generate.ArchiveGenerator;
import tools.jackson.databind.JsonNode;

/// Runs every command to its end on a few thousand tweets, with real programs in JVMs of their own.
class BenchTest {
  private static final int TWEETS = 3_000;

  @TempDir static Path temporary;
  private static Path archive;
  private static Path reports;
  private static JsonNode all;

  private static String run(String... arguments) {
    return run(0, arguments);
  }

  /// @param mostExit the highest exit code that is no fault
  private static String run(int mostExit, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var exit =
        Bench.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    assertTrue(exit <= mostExit, () -> out + "\n" + err);
    return out.toString();
  }

  /// What a command wrote, of which it also prints the tables.
  private static JsonNode report(String name, String... options) throws IOException {
    return report(0, name, options);
  }

  private static JsonNode report(int mostExit, String name, String... options) throws IOException {
    var arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("--output", reports.toString()));
    var printed = run(mostExit, arguments.toArray(String[]::new));
    assertTrue(printed.contains("\n| "), printed);
    return Reports.JSON.readTree(Files.readString(reports.resolve(name + "-" + TWEETS + ".json")));
  }

  @BeforeAll
  static void measureEverything() throws IOException {
    reports = temporary.resolve("reports");
    archive = temporary.resolve("archive");
    new ArchiveGenerator(TWEETS, 7, 2).write(archive, done -> {});
    all =
        report(
            "report",
            "all",
            "--archive",
            archive.toString(),
            "--work",
            temporary.resolve("work").toString(),
            "--rounds=1",
            "--seconds=0.5",
            "--rows=2000",
            "--runs=1");
  }

  private static String[] indexes(String command, String... options) {
    var arguments = new ArrayList<>(List.of(options));
    arguments.addAll(
        List.of("--baseline", temporary.resolve("work/given/baseline-index").toString()));
    return trawlIndex(command, arguments.toArray(String[]::new));
  }

  @Test
  void allMeasuresEverySection() {
    assertEquals(
        List.of("indexing", "startup", "latency", "memory", "throughput", "export"),
        List.copyOf(all.path("sections").propertyNames()));
    assertEquals(TWEETS, all.path("tweets").asInt());
    assertTrue(all.at("/machine/processors").asInt() > 0);
  }

  @Test
  void indexingTellsTimeMemoryAndSizeOfBoth() {
    for (var program : List.of("trawl", "baseline")) {
      var runs = all.at("/sections/indexing/" + program);
      assertTrue(runs.path("indexBytes").asLong() > 100_000, runs.toString());
      assertTrue(runs.at("/uses/0/wallSeconds").asDouble() > 0, runs.toString());
      assertTrue(runs.at("/uses/0/processorSeconds").asDouble() > 0, runs.toString());
    }
    assertTrue(all.at("/sections/indexing/archiveBytes").asLong() > TWEETS * 300L);
    assertTrue(all.at("/sections/indexing/ratio").asDouble() > 0);
  }

  /// What no word form touches must be found by both programs alike: else they would not have been
  /// asked the same question.
  @Test
  void bothFindTheSameWhereTheQuestionIsTheSame() {
    var compared = 0;
    for (var line : all.at("/sections/latency/lines")) {
      assertTrue(line.at("/trawl/medianMillis").asDouble() > 0, line.toString());
      assertTrue(line.at("/baseline/medianMillis").asDouble() > 0, line.toString());
      if (List.of("match all", "date range", "facets", "sort").contains(category(line))
          && !line.path("asked").asString().contains("q=")) {
        assertEquals(
            line.path("baselineHits").asLong(), line.path("hits").asLong(), line.toString());
        compared++;
      }
    }
    assertTrue(compared >= 5, compared + " questions without words");
    var everything =
        all.at("/sections/latency/lines")
            .valueStream()
            .filter(line -> category(line).equals("match all"))
            .findFirst()
            .orElseThrow();
    assertEquals(TWEETS, everything.path("hits").asInt());
    assertEquals(TWEETS, everything.path("baselineHits").asInt());
  }

  private static String category(JsonNode line) {
    return line.path("category").asString();
  }

  @Test
  void theListHasEveryCategory() {
    var categories = new ArrayList<String>();
    all.at("/sections/latency/ratioByCategory").propertyNames().forEach(categories::add);
    assertTrue(
        categories.containsAll(
            List.of(
                "rare",
                "common",
                "very common",
                "and",
                "or",
                "phrase",
                "proximity",
                "prefix",
                "fuzzy",
                "filter",
                "date range",
                "facets",
                "match all",
                "sort",
                "deep cursor",
                "cyrillic",
                "arabic")),
        categories.toString());
  }

  @Test
  void throughputHasNoErrors() {
    for (var program : List.of("trawl", "baseline")) {
      var load = all.at("/sections/throughput/" + program);
      assertTrue(load.path("searches").asLong() > 0, load.toString());
      assertTrue(load.path("errors").isEmpty(), load.toString());
    }
  }

  @Test
  void exportBreaksOffBehindTheRowsWanted() {
    var export = all.at("/sections/export/trawl");
    assertTrue(export.path("rows").asLong() >= 2_000, export.toString());
    assertTrue(export.path("rows").asLong() <= TWEETS, export.toString());
    assertEquals(2_000, all.at("/sections/export/baseline/rows").asLong());
    assertEquals(5, all.at("/sections/export/looks").size());
  }

  @Test
  void memoryAndStartTellTheHeap() {
    for (var program : List.of("trawl", "baseline")) {
      assertTrue(all.at("/sections/memory/" + program + "/heapBytes").asLong() > 1_000_000);
      assertTrue(all.at("/sections/startup/" + program + "/ready/medianMillis").asDouble() > 0);
    }
  }

  @Test
  void everyCommandRunsAlone() throws IOException {
    var list = Files.writeString(temporary.resolve("list.tsv"), "all\tmatch all\tq=\n");
    var queries = "--queries=" + list;
    var latency = report("latency", indexes("latency", queries, "--warm-up=0", "--rounds=1"));
    assertEquals(1, latency.at("/sections/latency/lines").size());
    report("throughput", indexes("throughput", queries, "--clients=2", "--seconds=1"));
    report("export", indexes("export", queries, "--rows=100"));
    report("startup", indexes("startup", queries, "--runs=1"));
    report("memory", indexes("memory", queries));
    report(
        "indexing",
        "indexing",
        archive.toString(),
        "--rounds=1",
        "--index",
        temporary.resolve("alone/trawl").toString(),
        "--baseline",
        temporary.resolve("alone/baseline").toString());
    var indexed =
        run(
            "baseline-index",
            archive.toString(),
            "--index",
            temporary.resolve("alone/baseline").toString());
    assertTrue(indexed.startsWith("3,000 tweets in "), indexed);
  }

  private static String[] trawlIndex(String command, String... options) {
    var arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--index", temporary.resolve("work/given/trawl-index").toString()));
    arguments.addAll(List.of(options));
    return arguments.toArray(String[]::new);
  }

  @Test
  void everyAnswerUnderLoadIsTheKnownOneOrAPoliteRefusal() throws IOException {
    // Times are no matter of seconds among other tests, and the verdict, the exit code, has them.
    var load =
        report(1, "load", trawlIndex("load", "--minutes=0.04", "--overload-minutes=0.03"))
            .at("/sections/load");
    assertTrue(load.path("questions").asInt() > 100, load.path("questions").toString());
    assertEquals(2, load.path("loaded").size());
    for (var done : load.path("loaded")) {
      assertTrue(done.path("answered").asLong() > 0, done.toString());
      for (var fault : done.path("faults").propertyNames()) {
        assertEquals("REFUSED", fault, done.toString());
      }
    }
    assertTrue(load.at("/loaded/1/faults/REFUSED").asLong() > 0, "ten times the limit is too much");
    assertTrue(load.path("watched").size() > 5);
  }

  @Test
  void aSlowReaderGetsEveryTweet() throws IOException {
    var export =
        report("slow-export", trawlIndex("slow-export", "--slow-rate=0.2", "--slow-seconds=1"))
            .at("/sections/slow-export");
    assertEquals(TWEETS, export.at("/all/rows").asInt());
    assertTrue(export.at("/slow/bytes").asLong() <= 400_000, export.path("slow").toString());
    assertTrue(export.at("/all/bytes").asLong() > 1_000_000, export.path("all").toString());
    assertEquals(5, export.path("looks").size());
  }

  @Test
  void analysisIsComparedWithTheStandardAnalyzer() throws IOException {
    var work = "--work=" + temporary.resolve("analysis");
    var analysis = report("analysis", "analysis", archive.toString(), "--rounds=1", work);
    assertEquals(TWEETS, analysis.get("tweets").asLong());
    assertEquals(4, analysis.at("/sections/analysis/rates").size());
    assertTrue(analysis.at("/sections/analysis/documents").asDouble() > 0);
    assertTrue(analysis.at("/sections/analysis/index").asDouble() > 0);
    try (var left = Files.list(temporary.resolve("analysis"))) {
      assertEquals(List.of(), left.toList(), "its indexes are deleted");
    }
  }

  @Test
  void extrapolationIsPrintedFromAReport() {
    var printed = run("extrapolate", reports.resolve("report-" + TWEETS + ".json").toString());
    assertTrue(printed.contains("**computed for 200,000,000**"), printed);
    assertTrue(printed.contains("| index, GB |"), printed);
  }

  @Test
  void aFolderThatIsNoIndexIsNotDeleted() throws IOException {
    var mine = Files.createDirectories(temporary.resolve("mine"));
    var file = Files.writeString(mine.resolve("thesis.txt"), "years of work");
    var err = new StringWriter();
    var exit =
        Bench.commandLine()
            .setErr(new PrintWriter(err))
            .execute(
                "indexing",
                archive.toString(),
                "--index",
                mine.toString(),
                "--baseline",
                mine.toString(),
                "--output",
                reports.toString());
    assertTrue(exit != 0 && err.toString().contains("no index"), err.toString());
    assertTrue(Files.exists(file));
  }
}
