package org.trawl.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.index.IndexFolder;
import org.trawl.index.ManifestFile;
import org.trawl.index.PublishedIndex;
import org.trawl.schema.TweetFields;

/// Kills indexing processes (SIGKILL) at random moments. `-Dtrawl.kills=200` kills more often than
/// the gate does, `-Dtrawl.seed=N` repeats a run.
class IndexingKillTest {
  private static final int KILLS = Integer.getInteger("trawl.kills", 2);
  private static final long SEED = Long.getLong("trawl.seed", 2018);
  private static final Duration CHECKPOINT_EVERY = Duration.ofMillis(150);

  @TempDir private Path folder;

  @Test
  void aKillAtAnyMomentLosesAndDoublesNothing() throws Exception {
    var context = "-Dtrawl.seed=" + SEED;
    System.out.println("kills indexing " + KILLS + " times, " + context);
    var random = new Random(SEED);
    var archive = GrownArchive.in(folder);
    var base = file("base");
    assertEquals(0, run(base, List.of(archive.first())).waitFor(), () -> output());
    var undisturbed = file("undisturbed");
    GrownArchive.copy(base, undisturbed);
    var started = System.nanoTime();
    assertEquals(0, run(undisturbed, archive.all()).waitFor(), () -> output());
    var took = Duration.ofNanos(System.nanoTime() - started);
    assertEquals(List.of(), IndexCheck.check(undisturbed));
    var expected = IndexContent.of(undisturbed);
    assertEquals(GrownArchive.ALL_TWEETS, expected.rows().size());
    assertTrue(
        expected
            .digest()
            .keySet()
            .containsAll(
                Set.of(
                    "positions of " + TweetFields.TEXT,
                    "postings of " + TweetFields.LANGUAGE,
                    "postings of " + TweetFields.READ_BY,
                    "values of " + TweetFields.LIKES,
                    "column tags",
                    "column copies")),
        () -> "compared by " + expected.digest().keySet());

    var disturbed = file("disturbed");
    GrownArchive.copy(base, disturbed);
    var kills = 0;
    var rounds = 1;
    try (var before = PublishedIndex.open(disturbed)) {
      while (kills < KILLS) {
        var process = run(disturbed, archive.all());
        var moment = random.nextLong(took.toMillis());
        if (process.waitFor(moment, TimeUnit.MILLISECONDS)) {
          assertEquals(0, process.exitValue(), () -> context + " " + output());
          assertEquals(expected, IndexContent.of(disturbed), context);
          GrownArchive.copy(base, disturbed);
          rounds++;
          continue;
        }
        process.destroyForcibly().waitFor();
        kills++;
        GrownArchive.thenAnswers(disturbed, context + ", kill " + kills);
      }
      for (var leaf : before.reader().leaves()) {
        leaf.reader().checkIntegrity();
      }
    }
    assertEquals(0, run(disturbed, archive.all()).waitFor(), () -> context + " " + output());
    assertEquals(expected, IndexContent.of(disturbed), context);
    assertEquals(List.of(), IndexCheck.check(disturbed), context);
    System.out.println(
        kills
            + " kills in "
            + rounds
            + " rounds; an undisturbed run takes "
            + took.toMillis()
            + " ms");
  }

  @Test
  void aSecondProcessIsRefusedAtOnceAndTheFirstGoesOn() throws Exception {
    var source = SmallArchive.tweets(file("one.csv"), LongStream.range(0, 100));
    var index = Files.createDirectory(file("index"));
    try (var _ = IndexLock.take(new IndexFolder(index))) {
      var second = run(index, List.of(source));
      assertTrue(second.waitFor(60, TimeUnit.SECONDS));
      assertEquals(1, second.exitValue());
      assertTrue(
          output().contains("another trawl index (process " + ProcessHandle.current().pid()),
          output());
    }
    assertEquals(0, run(index, List.of(source)).waitFor(), () -> output());
  }

  @Test
  void runningOutOfMemorySaysSoAndLeavesTheOldIndex() throws Exception {
    var index = file("index");
    var one = SmallArchive.tweets(file("one.csv"), LongStream.range(0, 100));
    assertEquals(0, run(index, List.of(one)).waitFor(), () -> output());
    // Every account's fields stand in memory: these are more than the heap.
    var huge = SmallArchive.hugeAccounts(file("huge.csv"), 4_000, 20_000);
    var process =
        IndexingProcess.start(
            List.of("-Xmx48m"), file("output"), index, CHECKPOINT_EVERY, List.of(huge));
    assertTrue(process.waitFor(120, TimeUnit.SECONDS));
    assertEquals(1, process.exitValue(), () -> output());
    assertTrue(output().contains("out of memory"), output());
    assertEquals(List.of(), IndexCheck.check(index));
    assertEquals(100, ManifestFile.read(index).tweets());
  }

  @Test
  void foldersWithoutPermissionAreNamed() throws Exception {
    var one = SmallArchive.tweets(file("one.csv"), LongStream.range(0, 100));
    var two = SmallArchive.tweets(file("two.csv"), LongStream.range(100, 200));
    var index = file("index");
    assertEquals(0, run(index, List.of(one)).waitFor(), () -> output());
    for (var closed : List.of(index, index.resolve("tweets"))) {
      var permissions = Files.getPosixFilePermissions(closed);
      Files.setPosixFilePermissions(closed, Set.of(PosixFilePermission.OWNER_EXECUTE));
      var process = asAnyUser(index, List.of(two));
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      Files.setPosixFilePermissions(closed, permissions);
      assertEquals(1, process.exitValue(), () -> closed + ": " + output());
      assertTrue(output().contains("no permission for " + closed), output());
      assertEquals(List.of(), IndexCheck.check(index));
      assertEquals(100, ManifestFile.read(index).tweets());
    }
  }

  /// Without root's right to open everything.
  private Process asAnyUser(Path index, List<Path> sources) throws IOException {
    var starter =
        "root".equals(System.getProperty("user.name"))
            ? List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search")
            : List.<String>of();
    return IndexingProcess.start(
        starter, List.of("-Xmx512m"), file("output"), index, CHECKPOINT_EVERY, sources);
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private Process run(Path index, List<Path> sources) throws IOException {
    return IndexingProcess.start(
        List.of("-Xmx512m"), file("output"), index, CHECKPOINT_EVERY, sources);
  }

  private String output() {
    try {
      return Files.readString(file("output"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
