package org.trawl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.trawl.archive.TweetArchive;
import org.trawl.index.ManifestFile;

/// Trawl's indexer and the baseline's on the same files, each in a JVM of its own with the same
/// heap, in turn; the first of a round is the second of the next.
///
/// @param index where Trawl's index is left; what was there is deleted
/// @param baseline where the baseline's is left, likewise
record IndexingBenchmark(List<Path> sources, Path index, Path baseline, int rounds) {
  /// What `./trawl index` gives.
  static final String HEAP = "2000m";

  IndexingBenchmark {
    sources = List.copyOf(sources);
  }

  /// One program's runs.
  ///
  /// @param indexBytes of the finished index
  record Runs(List<Program.Use> uses, long indexBytes) {
    private double median(ToDoubleFunction<Program.Use> number) {
      var sorted = uses.stream().mapToDouble(number).sorted().toArray();
      return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }

    private double most(ToDoubleFunction<Program.Use> number) {
      return uses.stream().mapToDouble(number).max().orElse(0);
    }

    /// The median over the runs.
    double wallSeconds() {
      return median(Program.Use::wallSeconds);
    }
  }

  /// Both programs' runs.
  ///
  /// @param archiveBytes of CSV, unpacked
  /// @param ratio Trawl's median time by the baseline's
  record Result(long tweets, long archiveBytes, Runs trawl, Runs baseline, double ratio)
      implements Section {
    @Override
    public String name() {
      return "indexing";
    }

    @Override
    public String markdown() {
      var text = new StringBuilder();
      text.append(
          String.format(
              Locale.ROOT,
              """
              %,d tweets, %,.1f MB of CSV; %d runs each, medians; heap of %s for both.

              | | seconds | least to most | tweets a second | processor seconds | peak memory | of it its own | index | of the CSV |
              | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
              """,
              tweets,
              archiveBytes / 1e6,
              trawl.uses.size(),
              HEAP));
      row(text, "Trawl", trawl);
      row(text, "baseline", baseline);
      text.append(
          String.format(Locale.ROOT, "%nTrawl takes %.2f times the baseline's time.%n", ratio));
      return text.toString();
    }

    private void row(StringBuilder text, String name, Runs runs) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %.1f | %.1f to %.1f | %,.0f | %.1f | %,.0f MB | %,.0f MB | %,.1f MB | %.0f %%"
                  + " |%n",
              name,
              runs.wallSeconds(),
              -runs.most(use -> -use.wallSeconds()),
              runs.most(Program.Use::wallSeconds),
              tweets / runs.wallSeconds(),
              runs.median(Program.Use::processorSeconds),
              runs.most(use -> use.peakResidentBytes()) / 1e6,
              runs.most(use -> use.peakOwnBytes()) / 1e6,
              runs.indexBytes / 1e6,
              100.0 * runs.indexBytes / archiveBytes));
    }
  }

  Result run(Reports reports) throws IOException, InterruptedException {
    var bytes = ArchiveSize.of(TweetArchive.open(sources, Optional.empty()));
    var trawl = new ArrayList<Program.Use>();
    var plain = new ArrayList<Program.Use>();
    for (var round = 0; round < rounds; round++) {
      if (round % 2 == 0) {
        trawl.add(indexWithTrawl(reports));
        plain.add(indexPlainly(reports));
      } else {
        plain.add(indexPlainly(reports));
        trawl.add(indexWithTrawl(reports));
      }
    }
    var ours = new Runs(List.copyOf(trawl), size(index));
    var theirs = new Runs(List.copyOf(plain), size(baseline));
    var tweets = ManifestFile.read(index).tweets();
    return new Result(tweets, bytes, ours, theirs, ours.wallSeconds() / theirs.wallSeconds());
  }

  private Program.Use indexWithTrawl(Reports reports) throws IOException, InterruptedException {
    delete(index);
    var arguments = new ArrayList<>(List.of("index", "--index", index.toString()));
    sources.forEach(source -> arguments.add(source.toString()));
    var log = reports.log("trawl-index");
    try (var program = Program.trawl(HEAP, log, arguments.toArray(String[]::new))) {
      return program.await(log);
    }
  }

  private Program.Use indexPlainly(Reports reports) throws IOException, InterruptedException {
    delete(baseline);
    var arguments =
        new ArrayList<>(List.of(BaselineIndexCommand.NAME, "--index", baseline.toString()));
    sources.forEach(source -> arguments.add(source.toString()));
    var log = reports.log("baseline-index");
    try (var program =
        Program.logged(Baseline.class, HEAP, log, arguments.toArray(String[]::new))) {
      return program.await(log);
    }
  }

  static long size(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /// Deletes an earlier run's index; a folder that holds anything else is left alone.
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!isIndex(folder)) {
      throw new IOException(folder + " has files that are no index; name another folder");
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static boolean isIndex(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      var names = files.map(file -> String.valueOf(file.getFileName())).toList();
      return names.isEmpty()
          || names.contains("manifest.json")
          || names.contains("tweets")
          || names.stream().anyMatch(name -> name.startsWith("segments_"))
          || names.contains("write.lock");
    }
  }
}
