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

/// Runs the commands one by one on a few thousand tweets, with real programs in JVMs of their own.
class BenchCommandsTest {
  private static final int TWEETS = BenchRun.TWEETS;

  @TempDir static Path temporary;
  private static BenchRun bench;

  @BeforeAll
  static void makeIndexes() throws IOException {
    bench = BenchRun.in(temporary);
    bench.report(
        "indexing",
        "indexing",
        bench.archive().toString(),
        "--rounds=1",
        "--index",
        temporary.resolve("trawl").toString(),
        "--baseline",
        temporary.resolve("baseline").toString());
  }

  private static String[] indexes(String command, String... options) {
    var arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("--baseline", temporary.resolve("baseline").toString()));
    return trawlIndex(command, arguments.toArray(String[]::new));
  }

  private static String[] trawlIndex(String command, String... options) {
    var arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--index", temporary.resolve("trawl").toString()));
    arguments.addAll(List.of(options));
    return arguments.toArray(String[]::new);
  }

  @Test
  void everyCommandRunsAlone() throws IOException {
    var list = Files.writeString(temporary.resolve("list.tsv"), "all\tmatch all\tq=\n");
    var queries = "--queries=" + list;
    var latency = bench.report("latency", indexes("latency", queries, "--warm-up=0", "--rounds=1"));
    assertEquals(1, latency.at("/sections/latency/lines").size());
    bench.report("throughput", indexes("throughput", queries, "--clients=2", "--seconds=1"));
    bench.report("export", indexes("export", queries, "--rows=100"));
    bench.report("startup", indexes("startup", queries, "--runs=1"));
    bench.report("memory", indexes("memory", queries));
    var indexed =
        bench.run(
            "baseline-index",
            bench.archive().toString(),
            "--index",
            temporary.resolve("again").toString());
    assertTrue(indexed.startsWith("3,000 tweets in "), indexed);
  }

  @Test
  void libraryStandsBesideOwnCode() throws IOException {
    var printed = bench.run(trawlIndex("libraries"));
    for (var library : List.of("RoaringBitmap", "Caffeine", "DirectSpellChecker")) {
      assertTrue(printed.contains(library), printed);
    }
  }

  @Test
  void everyAnswerUnderLoadIsTheKnownOneOrAPoliteRefusal() throws IOException {
    // Times are no matter of seconds among other tests, and the verdict, the exit code, has them.
    var load =
        bench
            .report(1, "load", trawlIndex("load", "--minutes=0.04", "--overload-minutes=0.03"))
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
  void analysisIsComparedWithTheStandardAnalyzer() throws IOException {
    var work = "--work=" + temporary.resolve("analysis");
    var analysis =
        bench.report("analysis", "analysis", bench.archive().toString(), "--rounds=1", work);
    assertEquals(TWEETS, analysis.get("tweets").asLong());
    assertEquals(4, analysis.at("/sections/analysis/rates").size());
    assertTrue(analysis.at("/sections/analysis/documents").asDouble() > 0);
    assertTrue(analysis.at("/sections/analysis/index").asDouble() > 0);
    try (var left = Files.list(temporary.resolve("analysis"))) {
      assertEquals(List.of(), left.toList(), "its indexes are deleted");
    }
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
                bench.archive().toString(),
                "--index",
                mine.toString(),
                "--baseline",
                mine.toString(),
                "--output",
                bench.reports().toString());
    assertTrue(exit != 0 && err.toString().contains("no index"), err.toString());
    assertTrue(Files.exists(file));
  }
}
