package org.trawl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    assertTrue(indexed.out.contains(" 0 rejected"), indexed.out);
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
    var exit =
        Trawl.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(args);
    return new Run(exit, out.toString(), err.toString());
  }

  @Test
  void indexingAgainChangesNothing() {
    var again = run("index", archive().toString(), "--index", indexFolder());
    assertEquals(0, again.exit, again.err);
    assertTrue(again.out.contains("Nothing was new."), again.out);
    assertTrue(again.out.contains("(indexed before)"), again.out);
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
    assertTrue(run.out.matches("(?s)[\\d,]+ tweets by [\\d,]+ accounts .*"), run.out);
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
  void escapesInTweetsAreInert() {
    assertEquals("a\uFFFD[31mb", HitPrinter.inert("a\u001B[31mb"));
  }
}
