package org.trawl.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Measures everything with one command on a few thousand tweets, with real programs in JVMs of
/// their own. [BenchCommandsTest] runs the commands one by one.
class BenchTest {
  private static final int TWEETS = BenchRun.TWEETS;

  @TempDir static Path temporary;
  private static BenchRun bench;
  private static JsonNode all;

  @BeforeAll
  static void measureEverything() throws IOException {
    bench = BenchRun.in(temporary);
    all =
        bench.report(
            "report",
            "all",
            "--archive",
            bench.archive().toString(),
            "--work",
            temporary.resolve("work").toString(),
            "--rounds=1",
            "--seconds=0.5",
            "--rows=2000",
            "--runs=1");
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
  void aSlowReaderGetsEveryTweet() throws IOException {
    var export =
        bench
            .report(
                "slow-export",
                "slow-export",
                "--index",
                temporary.resolve("work/given/trawl-index").toString(),
                "--slow-rate=0.2",
                "--slow-seconds=1")
            .at("/sections/slow-export");
    assertEquals(TWEETS, export.at("/all/rows").asInt());
    assertTrue(export.at("/slow/bytes").asLong() <= 400_000, export.path("slow").toString());
    assertTrue(export.at("/all/bytes").asLong() > 1_000_000, export.path("all").toString());
    assertEquals(5, export.path("looks").size());
  }

  @Test
  void extrapolationIsPrintedFromAReport() {
    var printed =
        bench.run("extrapolate", bench.reports().resolve("report-" + TWEETS + ".json").toString());
    assertTrue(printed.contains("**computed for 200,000,000**"), printed);
    assertTrue(printed.contains("| index, GB |"), printed);
  }
}
