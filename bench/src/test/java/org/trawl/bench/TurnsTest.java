package org.trawl.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two builds in turn. A class of its own, as it runs beside the others.
class TurnsTest {
  @TempDir private Path temporary;

  /// The other build is this one here, started by a launcher of its own.
  @Test
  void twoBuildsDoTheSameInTurn() throws IOException {
    var bench = BenchRun.in(temporary);
    var baseline = temporary.resolve("baseline");
    bench.run("baseline-index", bench.archive().toString(), "--index", baseline.toString());
    var other = Files.createDirectory(temporary.resolve("other"));
    var launcher =
        Files.writeString(
            other.resolve("trawl"),
            "#!/bin/sh\nexec \"%s/bin/java\" %s -cp '%s' org.trawl.cli.Trawl \"$@\"\n"
                .formatted(
                    System.getProperty("java.home"),
                    System.getProperty("trawl.jvm", ""),
                    System.getProperty("java.class.path")));
    assertTrue(launcher.toFile().setExecutable(true));
    var list = Files.writeString(temporary.resolve("turns.tsv"), "all\tmatch all\tq=\n");
    var turns =
        bench
            .report(
                "turns",
                "turns",
                "--index",
                temporary.resolve("turns-here").toString(),
                "--other-index",
                temporary.resolve("turns-other").toString(),
                "--other",
                other.toString(),
                "--archive",
                bench.archive().toString(),
                "--baseline",
                baseline.toString(),
                "--queries",
                list.toString(),
                "--indexing-rounds=1",
                "--warm-up=0",
                "--rounds=2")
            .at("/sections");
    assertEquals(1, turns.at("/indexing/here").size());
    assertEquals(1, turns.at("/indexing/other").size());
    assertTrue(turns.at("/bytes/here").asLong() > 0);
    var line = turns.at("/answers/lines/0");
    assertEquals(BenchRun.TWEETS, line.path("hits").asLong());
    assertEquals(BenchRun.TWEETS, line.path("otherHits").asLong());
    assertEquals(2, line.at("/here/count").asInt());
    assertEquals(2, line.at("/other/count").asInt());
  }
}
