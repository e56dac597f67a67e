package org.trawl.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.lucene.index.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.schema.TweetFields;

/// Kills indexing processes (SIGKILL) at random moments. `-Dtrawl.kills=200` kills more often than
/// the gate does, `-Dtrawl.seed=N` repeats a run.
class IndexingKillTest {
  private static final int KILLS = Integer.getInteger("trawl.kills", 20);
  private static final long SEED = Long.getLong("trawl.seed", System.nanoTime());
  private static final Duration CHECKPOINT_EVERY = Duration.ofMillis(150);
  private static final int FIRST_TWEETS = 5_000;
  private static final int ALL_TWEETS = 45_000;

  @TempDir private Path folder;

  /// All that an index says, to compare two.
  private record Content(
      Map<Long, String> rows,
      Set<AccountTable.Entry> accounts,
      Map<String, Manifest.OperationCounts> operations,
      List<Manifest.SourceFile> sources,
      String rejected) {
    static Content of(Path index) throws IOException {
      try (var open = PublishedIndex.open(index)) {
        return new Content(
            StoredRows.hashes(index),
            new HashSet<>(open.accounts().entries()),
            open.manifest().operations(),
            open.manifest().sources(),
            Files.readString(index.resolve("rejected.csv")));
      }
    }
  }

  @Test
  void aKillAtAnyMomentLosesAndDoublesNothing() throws Exception {
    var context = "-Dtrawl.seed=" + SEED;
    System.out.println("kills indexing " + KILLS + " times, " + context);
    var random = new Random(SEED);
    var first = SmallArchive.tweets(file("first.csv"), LongStream.range(0, FIRST_TWEETS));
    SmallArchive.badRow(first, "bad row of the first file");
    var second =
        SmallArchive.tweets(
            file("second.csv"), LongStream.range(FIRST_TWEETS - 1_000, ALL_TWEETS - 20_000));
    SmallArchive.badRow(second, "bad row of the second file");
    var third =
        SmallArchive.tweets(file("third.csv"), LongStream.range(ALL_TWEETS - 40_000, ALL_TWEETS));
    SmallArchive.badRow(third, "bad row of the third file");
    var users = SmallArchive.users(file("users.csv"), 1_001, 1_002, 7);
    var sources = List.of(first, second, third, users);

    var base = file("base");
    assertEquals(0, run(base, List.of(first)).waitFor(), () -> output());
    var undisturbed = file("undisturbed");
    copy(base, undisturbed);
    var started = System.nanoTime();
    assertEquals(0, run(undisturbed, sources).waitFor(), () -> output());
    var took = Duration.ofNanos(System.nanoTime() - started);
    assertEquals(List.of(), IndexCheck.check(undisturbed));
    var expected = Content.of(undisturbed);
    assertEquals(ALL_TWEETS, expected.rows().size());

    var disturbed = file("disturbed");
    copy(base, disturbed);
    var kills = 0;
    var rounds = 1;
    try (var before = PublishedIndex.open(disturbed)) {
      while (kills < KILLS) {
        var process = run(disturbed, sources);
        var moment = random.nextLong(took.toMillis());
        if (process.waitFor(moment, TimeUnit.MILLISECONDS)) {
          assertEquals(0, process.exitValue(), () -> context + " " + output());
          assertEquals(expected, Content.of(disturbed), context);
          copy(base, disturbed);
          rounds++;
          continue;
        }
        process.destroyForcibly().waitFor();
        kills++;
        thenAnswers(disturbed, context + ", kill " + kills);
      }
      for (var leaf : before.reader().leaves()) {
        leaf.reader().checkIntegrity();
      }
    }
    assertEquals(0, run(disturbed, sources).waitFor(), () -> context + " " + output());
    assertEquals(expected, Content.of(disturbed), context);
    assertEquals(List.of(), IndexCheck.check(disturbed), context);
    System.out.println(
        kills
            + " kills in "
            + rounds
            + " rounds; an undisturbed run takes "
            + took.toMillis()
            + " ms");
  }

  /// The index has what was published first; or all, if the kill came after that was published.
  private static void thenAnswers(Path index, String context) throws IOException {
    try (var open = PublishedIndex.open(index)) {
      var tweets = open.reader().numDocs();
      assertTrue(
          tweets == FIRST_TWEETS || tweets == ALL_TWEETS,
          () -> context + ": " + tweets + " tweets");
      assertEquals(tweets, open.manifest().tweets(), context);
      assertEquals(tweets, open.columns().size(), context);
      assertEquals(tweets, open.reader().docFreq(new Term(TweetFields.LANGUAGE, "ru")), context);
    }
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

  /// Makes `to` a copy of `from`, whatever it was.
  private static void copy(Path from, Path to) throws IOException {
    if (Files.exists(to)) {
      try (var old = Files.walk(to)) {
        for (var path : old.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    try (var files = Files.walk(from)) {
      for (var path : files.toList()) {
        Files.copy(path, to.resolve(from.relativize(path)));
      }
    }
  }
}
