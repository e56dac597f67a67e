package org.trawl.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.index.Checksums;
import org.trawl.index.IndexFolder;
import org.trawl.index.IndexRefused;
import org.trawl.index.Manifest;
import org.trawl.index.ManifestFile;
import org.trawl.index.PublishedIndex;
import org.trawl.ingest.IndexReport.Outcome;

class TweetIndexerTest {
  @TempDir private Path folder;

  private Path index() {
    return folder.resolve("index");
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private IndexReport run(Path... sources) throws IndexRefused {
    return run("ira", sources);
  }

  private IndexReport run(String operation, Path... sources) throws IndexRefused {
    return indexer(List.of(sources)).run(crude(operation, sources));
  }

  private TweetIndexer indexer(List<Path> sources) {
    return new TweetIndexer(IndexOptions.of(sources, index()), IndexProgress.SILENT);
  }

  private static List<ArchiveSource> crude(String operation, Path... sources) {
    var crude = new ArrayList<ArchiveSource>();
    for (var source : sources) {
      crude.add(new CrudeSource(source, operation));
    }
    return crude;
  }

  private String refusal(Path... sources) {
    return assertThrows(IndexRefused.class, () -> run(sources)).getMessage();
  }

  private Map<Long, String> published() throws IOException {
    return StoredRows.of(index());
  }

  private void thenHolds(long... numbers) throws IOException {
    var ids = LongStream.of(numbers).map(SmallArchive::id).boxed().toList();
    assertEquals(new java.util.TreeSet<>(ids), new java.util.TreeSet<>(published().keySet()));
    assertEquals(List.of(), IndexCheck.check(index()));
  }

  /// The content of every file of the index folder.
  private Map<String, String> allFiles() throws IOException {
    var all = new HashMap<String, String>();
    try (var files = Files.walk(index())) {
      for (var path : files.filter(Files::isRegularFile).toList()) {
        all.put(
            index().relativize(path).toString(),
            Files.getLastModifiedTime(path) + " " + Checksums.of(path, Long.MAX_VALUE));
      }
    }
    all.remove("index.lock");
    return all;
  }

  @Test
  void everyRowIsIndexedADuplicateOrRejected() throws IOException {
    var one = SmallArchive.tweets(file("one.csv"), LongStream.of(1, 2, 3, 2));
    SmallArchive.badRow(one, "a \"\"quote\"\" and\na line break");
    var two = SmallArchive.tweets(file("two.csv"), LongStream.of(3, 4));
    var report = run(one, two);
    assertEquals(Outcome.PUBLISHED, report.outcome());
    assertEquals(4, report.indexed());
    assertEquals(2, report.duplicates());
    assertEquals(1, report.rejected());
    assertEquals(
        List.of(
            "one.csv " + new IndexReport.RowCounts(3, 0, 1, 1),
            "two.csv " + new IndexReport.RowCounts(1, 0, 1, 0)),
        report.files().stream().map(file -> file.name() + " " + file.counts()).toList());
    thenHolds(1, 2, 3, 4);
    assertEquals(
        """
        file,line,reason,row
        "one.csv",6,"wrong number of columns","a ""quote"" and
        a line break,too few"
        """,
        Files.readString(index().resolve("rejected.csv")));
  }

  @Test
  void ofTwoRowsWithOneIdTheFirstOfTheFirstFileStays() throws IOException {
    var one = SmallArchive.tweets(file("one.csv"), LongStream.of(1));
    var changed = file("two.csv");
    Files.writeString(changed, Files.readString(one).replace("number 1", "another text"));
    run(one, changed);
    assertTrue(published().getOrDefault(SmallArchive.id(1), "").contains("number 1"));
  }

  @Test
  void runningAgainChangesNothing() throws IOException {
    var one = SmallArchive.tweets(file("one.csv"), LongStream.range(0, 50));
    var users = SmallArchive.users(file("users.csv"), 1, 2);
    SmallArchive.badRow(one, "bad");
    run(one, users);
    var before = allFiles();
    assertEquals(Outcome.UNCHANGED, run(one, users).outcome());
    assertEquals(Outcome.UNCHANGED, run(users).outcome());
    var moved = Files.move(one, file("moved.csv"));
    assertEquals(Outcome.UNCHANGED, run(moved).outcome());
    assertEquals(before, allFiles());
  }

  @Test
  void aNewFileExtendsTheIndexAndAnOpenReaderKeepsItsState() throws IOException {
    var one = SmallArchive.tweets(file("one.csv"), LongStream.range(0, 300));
    run(one);
    try (var before = PublishedIndex.open(index())) {
      var two = SmallArchive.tweets(file("two.csv"), LongStream.range(200, 500));
      var report = run(one, two);
      assertEquals(200, report.indexed());
      assertEquals(100, report.duplicates());
      assertEquals(500, report.tweets());
      assertEquals(300, before.reader().numDocs());
      before.reader().leaves().getFirst().reader().checkIntegrity();
    }
    thenHolds(LongStream.range(0, 500).toArray());
  }

  @Test
  void thePreviousStateStaysOnDiskUntilTheNextRun() throws IOException {
    run(SmallArchive.tweets(file("one.csv"), LongStream.range(0, 30)));
    var old = ManifestFile.read(index()).generation();
    run(SmallArchive.tweets(file("two.csv"), LongStream.range(30, 60)));
    for (var oldFile : old.files()) {
      assertTrue(Files.exists(index().resolve(oldFile.name())), oldFile.name());
    }
    run(SmallArchive.tweets(file("three.csv"), LongStream.range(60, 90)));
    assertFalse(Files.exists(index().resolve(old.columns())));
    assertFalse(Files.exists(index().resolve(old.accounts())));
    assertFalse(Files.exists(index().resolve("tweets").resolve(old.commit())));
    thenHolds(LongStream.range(0, 90).toArray());
  }

  @Test
  void usersFileFieldsWinAndSilentAccountsAreKept() throws IOException {
    var tweets = SmallArchive.tweets(file("tweets.csv"), LongStream.range(0, 10));
    var users = SmallArchive.users(file("users.csv"), 1001, 5);
    run(users, tweets);
    try (var index = PublishedIndex.open(index())) {
      var listed = index.accounts().get("ira", "1001");
      assertEquals("listed bio of 1001", listed.account().profile().bio());
      assertEquals(1, listed.tweets());
      assertEquals("bio of 1002", index.accounts().get("ira", "1002").account().profile().bio());
      assertEquals(0, index.accounts().get("ira", "5").tweets());
      assertEquals(new Manifest.OperationCounts(10, 11), index.manifest().operations().get("ira"));
    }
  }

  @Test
  void aChangedFileIsRefusedWithTheMend() throws IOException {
    var one = SmallArchive.tweets(file("one.csv"), LongStream.range(0, 10));
    run(one);
    var before = allFiles();
    SmallArchive.tweets(one, LongStream.range(0, 11));
    var message = refusal(one);
    assertTrue(message.contains("has changed since it was indexed"), message);
    assertTrue(message.contains("empty folder"), message);
    assertEquals(before, allFiles());
  }

  @Test
  void aFileUnderAnotherOperationsNameIsRefused() throws IOException {
    var one = SmallArchive.tweets(file("one.csv"), LongStream.range(0, 10));
    run("ira", one);
    var refused = assertThrows(IndexRefused.class, () -> run("iran", one));
    assertTrue(refused.getMessage().contains("--operation ira"), refused.getMessage());
  }

  @Test
  void mediaGivenLaterAreRefused() throws IOException {
    var one = SmallArchive.tweets(file("one.csv"), LongStream.range(0, 10));
    var media = Files.createDirectory(file("media"));
    run(one);
    var options = IndexOptions.of(List.of(one), index()).withMedia(media);
    var refused =
        assertThrows(
            IndexRefused.class,
            () -> new TweetIndexer(options, IndexProgress.SILENT).run(crude("ira", one)));
    assertTrue(refused.getMessage().contains("without media"), refused.getMessage());
  }

  @Test
  void filesWithOneContentAreReadOnce() throws IOException {
    var one = SmallArchive.tweets(file("one.csv"), LongStream.range(0, 10));
    var copy = Files.copy(one, file("copy.csv"));
    var report = run(one, copy);
    assertEquals(10, report.indexed());
    assertEquals(0, report.duplicates());
    assertTrue(report.notes().getFirst().contains("same content"), report.notes().toString());
  }

  @Test
  void filesThatCanOnlyBeNewAreReadBeforeTheirChecksumIsKnown() throws IOException {
    var one = SmallArchive.tweets(file("one.csv"), LongStream.of(1));
    var two = SmallArchive.tweets(file("two.csv"), LongStream.of(2, 3));
    var stages = new ArrayList<IndexProgress.Stage>();
    var sources = List.of(one, two);
    new TweetIndexer(IndexOptions.of(sources, index()), state -> stages.add(state.stage()))
        .run(crude("ira", one, two));
    assertFalse(stages.contains(IndexProgress.Stage.COMPARING), stages::toString);
    for (var known : ManifestFile.read(index()).sources()) {
      assertEquals(Checksums.sha256(List.of(Path.of(known.path())), read -> {}), known.sha256());
    }
  }

  @Test
  void aFolderWithOtherFilesIsRefused() throws IOException {
    Files.createDirectory(index());
    Files.writeString(index().resolve("thesis.doc"), "");
    var one = SmallArchive.tweets(file("one.csv"), LongStream.range(0, 10));
    assertTrue(refusal(one).contains("no index"), refusal(one));
    assertEquals(1, index().toFile().listFiles().length);
  }

  @Test
  void aSecondWriterIsRefusedAtOnce() throws IOException {
    var one = SmallArchive.tweets(file("one.csv"), LongStream.range(0, 10));
    run(one);
    try (var _ = IndexLock.take(new IndexFolder(index()))) {
      var message = refusal(one);
      assertTrue(message.contains("another trawl index"), message);
      assertTrue(message.contains("process " + ProcessHandle.current().pid()), message);
      thenHolds(LongStream.range(0, 10).toArray());
    }
  }

  @Test
  void aFirstRunThatIsStoppedLeavesAUsableIndexAndTheNextGoesOn() throws IOException {
    var one = SmallArchive.tweets(file("one.csv"), LongStream.range(0, 1000));
    var indexer = indexer(List.of(one));
    var report = indexer.run(List.of(new StoppingSource(one, 400, indexer::stop)));
    assertEquals(Outcome.STOPPED, report.outcome());
    thenHolds(LongStream.range(0, 400).toArray());
    assertEquals(Manifest.End.UNFINISHED, ManifestFile.read(index()).sources().getFirst().end());
    var other = SmallArchive.tweets(file("two.csv"), LongStream.range(0, 1000));
    SmallArchive.badRow(other, "makes it another file");
    assertTrue(refusal(other).contains("only the beginning of"), refusal(other));
    assertEquals(Outcome.PUBLISHED, run(other, one).outcome());
    thenHolds(LongStream.range(0, 1000).toArray());
    assertEquals(1000, ManifestFile.read(index()).sources().getFirst().counts().indexed());
  }

  @Test
  void aLaterRunThatIsStoppedLeavesThePreviousIndexAndKeepsItsWork() throws IOException {
    run(SmallArchive.tweets(file("one.csv"), LongStream.range(0, 100)));
    var two = SmallArchive.tweets(file("two.csv"), LongStream.range(100, 1000));
    var indexer = indexer(List.of(two));
    indexer.run(List.of(new StoppingSource(two, 500, indexer::stop)));
    thenHolds(LongStream.range(0, 100).toArray());
    assertEquals(Outcome.PUBLISHED, run(two).outcome());
    thenHolds(LongStream.range(0, 1000).toArray());
  }

  @Test
  void workOnAFileThatIsNotGivenAgainIsDropped() throws IOException {
    run(SmallArchive.tweets(file("one.csv"), LongStream.range(0, 100)));
    var two = SmallArchive.tweets(file("two.csv"), LongStream.range(100, 1000));
    SmallArchive.badRow(two, "of two");
    var indexer = indexer(List.of(two));
    indexer.run(List.of(new StoppingSource(two, 901, indexer::stop)));
    var three = SmallArchive.tweets(file("three.csv"), LongStream.range(50, 150));
    SmallArchive.badRow(three, "of three");
    var report = run(three);
    assertTrue(report.notes().getFirst().contains("two.csv"), report.notes().toString());
    thenHolds(LongStream.range(0, 150).toArray());
    var rejected = Files.readString(index().resolve("rejected.csv"));
    assertFalse(rejected.contains("of two"), rejected);
    assertTrue(rejected.contains("of three"), rejected);
  }

  @Test
  void aSourceThatVanishesOrChangesMidWayLeavesTheOldIndex() throws IOException {
    run(SmallArchive.tweets(file("one.csv"), LongStream.range(0, 100)));
    var two = SmallArchive.tweets(file("two.csv"), LongStream.range(100, 3000));
    var whole = Files.readAllBytes(two);
    StoppingSource.Action truncate =
        () -> Files.write(two, java.util.Arrays.copyOf(whole, whole.length / 2));
    var truncated =
        assertThrows(
            IndexRefused.class,
            () -> indexer(List.of(two)).run(List.of(new StoppingSource(two, 500, truncate))));
    assertTrue(truncated.getMessage().contains("was changed while"), truncated.getMessage());
    thenHolds(LongStream.range(0, 100).toArray());
    Files.write(two, whole);
    var vanished =
        assertThrows(
            IndexRefused.class,
            () ->
                indexer(List.of(two))
                    .run(List.of(new StoppingSource(two, 500, () -> Files.delete(two)))));
    assertTrue(vanished.getMessage().contains("vanished"), vanished.getMessage());
    thenHolds(LongStream.range(0, 100).toArray());
    Files.write(two, whole);
    run(two);
    thenHolds(LongStream.range(0, 3000).toArray());
  }

  @Test
  void anEmptyArchiveIsAnIndexOfNothing() throws IOException {
    var report = run(SmallArchive.tweets(file("one.csv"), LongStream.empty()));
    assertEquals(0, report.tweets());
    thenHolds();
  }
}
