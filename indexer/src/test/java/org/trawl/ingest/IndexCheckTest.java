package org.trawl.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.index.IndexFolder;
import org.trawl.index.Manifest;
import org.trawl.index.ManifestFile;

/// `-Dtrawl.flips=500` flips more bits of each file than the gate does, `-Dtrawl.seed=N` repeats a
/// run.
class IndexCheckTest {
  private static final int FLIPS_A_FILE = Integer.getInteger("trawl.flips", 12);
  private static final long SEED = Long.getLong("trawl.seed", 2018);

  @TempDir private Path folder;
  private Path index = Path.of("");

  @BeforeEach
  void givenAnIndexOfTwoSegments() throws IOException {
    index = folder.resolve("index");
    var one = SmallArchive.tweets(folder.resolve("one.csv"), LongStream.range(0, 300));
    SmallArchive.badRow(one, "bad");
    run(one);
    run(SmallArchive.tweets(folder.resolve("two.csv"), LongStream.range(200, 500)));
  }

  private void run(Path source) throws IOException {
    new TweetIndexer(IndexOptions.of(List.of(source), index), IndexProgress.SILENT).run();
  }

  private List<String> problems() throws IOException {
    return IndexCheck.check(index);
  }

  private List<String> fileNames() throws IOException {
    var names = new ArrayList<String>();
    for (var file : ManifestFile.read(index).generation().files()) {
      names.add(file.name());
    }
    names.add("manifest.json");
    return names;
  }

  @Test
  void aSoundIndexHasNoProblems() throws IOException {
    assertEquals(List.of(), problems());
  }

  @Test
  void aFlippedBitInAnyFileIsFound() throws IOException {
    var random = new Random(SEED);
    var names = fileNames();
    for (var name : names) {
      var file = index.resolve(name);
      var good = Files.readAllBytes(file);
      for (var flip = 0; flip < FLIPS_A_FILE; flip++) {
        var at =
            switch (flip) {
              case 0 -> 0;
              case 1 -> good.length - 1;
              default -> random.nextInt(good.length);
            };
        var bad = good.clone();
        bad[at] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bad);
        var found = problems();
        assertTrue(
            found.stream().anyMatch(problem -> problem.contains(name)),
            () -> "-Dtrawl.seed=" + SEED + ", byte " + at + " of " + name + ": " + found);
      }
      Files.write(file, good);
    }
    assertEquals(List.of(), problems());
    System.out.println(FLIPS_A_FILE + " flips in each of " + names.size() + " files, all found");
  }

  @Test
  void aMissingOrShortFileIsFound() throws IOException {
    for (var name : fileNames()) {
      var file = index.resolve(name);
      var good = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(good, good.length - 1));
      assertFalse(problems().isEmpty(), name + " short of a byte");
      Files.delete(file);
      assertFalse(problems().isEmpty(), name + " missing");
      Files.write(file, good);
    }
    assertEquals(List.of(), problems());
  }

  @Test
  void rejectedRowsOfWorkUnderWayAreNoDamage() throws IOException {
    Files.writeString(
        index.resolve("rejected.csv"), "\"f\",1,\"r\",\"row\"\n", StandardOpenOption.APPEND);
    assertEquals(List.of(), problems());
  }

  @Test
  void aManifestThatDoesNotFitIsFound() throws IOException {
    var good = ManifestFile.read(index);
    List<UnaryOperator<Manifest>> lies =
        List.of(
            m -> with(m, m.sources(), Map.of("one", new Manifest.OperationCounts(501, 97))),
            m -> with(m, m.sources(), Map.of("two", m.operations().get("one"))),
            m -> with(m, m.sources().subList(0, 1), m.operations()),
            m -> {
              var first = m.sources().getFirst();
              var counts = first.counts();
              var lie =
                  new Manifest.RowCounts(
                      counts.indexed(), counts.accounts(), counts.duplicates(), 7);
              var sources = new ArrayList<>(m.sources());
              sources.set(0, first.with(lie, first.findings(), first.end()));
              return with(m, sources, m.operations());
            });
    for (var lie : lies) {
      ManifestFile.write(lie.apply(good), new IndexFolder(index));
      assertFalse(problems().isEmpty());
    }
    ManifestFile.write(good, new IndexFolder(index));
    assertEquals(List.of(), problems());
  }

  private static Manifest with(
      Manifest manifest,
      List<Manifest.SourceFile> sources,
      Map<String, Manifest.OperationCounts> operations) {
    return new Manifest(
        manifest.versions(),
        manifest.created(),
        Instant.EPOCH,
        manifest.generation(),
        sources,
        operations);
  }

  @Test
  void aFolderWithoutIndexIsOneProblem() throws IOException {
    assertEquals(1, IndexCheck.check(folder.resolve("nowhere")).size());
  }
}
