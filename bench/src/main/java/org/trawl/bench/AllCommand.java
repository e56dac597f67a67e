package org.trawl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trawl.generate.ArchiveGenerator;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench/run all`.
@Command(
    name = "all",
    description = "Every benchmark on one archive, generated or given, with one report.")
final class AllCommand implements Callable<Integer> {
  /// The archive that all machines measure.
  private static final long SEED = 2018;

  @ArgGroup(multiplicity = "1")
  private Archive archive = new Archive();

  /// What is indexed.
  static final class Archive {
    @Option(
        names = "--tweets",
        paramLabel = "N",
        description = "How many tweets to generate; an archive generated before is used again.")
    Optional<Long> tweets = Optional.empty();

    @Option(
        names = "--archive",
        paramLabel = "ARCHIVE",
        description = "Files of an archive, or folders of them, to measure instead.")
    List<Path> sources = List.of();
  }

  @Option(
      names = "--work",
      paramLabel = "DIR",
      defaultValue = "${sys:bench.work:-bench-work}",
      description = "Where the archive and the indexes go: 1.5 kB a tweet. Else ${DEFAULT-VALUE}.")
  private Path work;

  @Option(
      names = "--indexing-rounds",
      paramLabel = "N",
      defaultValue = "1",
      description = "Runs of each indexer, else ${DEFAULT-VALUE}.")
  private int indexingRounds;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "20",
      description = "Counted rounds of the list for latency, else ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "60",
      description = "How long clients ask for throughput, else ${DEFAULT-VALUE}.")
  private double seconds;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Most rows to export, else ${DEFAULT-VALUE}.")
  private long rows;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "Starts of each server, else ${DEFAULT-VALUE}.")
  private int runs;

  @Mixin private Reports reports;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Options.atLeastOne(spec, "--indexing-rounds", indexingRounds);
    Options.atLeastOne(spec, "--rounds", rounds);
    Options.atLeastOne(spec, "--rows", rows);
    Options.atLeastOne(spec, "--runs", runs);
    reports.begin();
    var sources = sources();
    var folder = archive.tweets.isPresent() ? folder(archive.tweets.get()) : work.resolve("given");
    var index = folder.resolve("trawl-index");
    var baseline = folder.resolve("baseline-index");
    var sections = new ArrayList<Section>();
    say("indexing");
    sections.add(new IndexingBenchmark(sources, index, baseline, indexingRounds).run(reports));
    say("startup");
    sections.add(new StartupBenchmark(index, baseline, runs).run(reports));
    var subject = Options.subject(index, baseline, Optional.empty());
    try (var both = ServerAndBaseline.start(subject, reports)) {
      var server = both.server();
      say("latency");
      sections.add(
          LatencyBenchmark.of(subject, Math.ceilDiv(rounds, 2), rounds)
              .run(server, both.baseline()));
      say("memory");
      sections.add(new MemoryBenchmark(subject.rounds()).run(server, both.baseline()));
      say("throughput");
      sections.add(
          ThroughputBenchmark.of(subject.rounds(), 8, seconds).run(server, both.baseline()));
      say("export");
      sections.add(new ExportBenchmark(rows).run(server, both.baseline()));
    }
    reports.write("report", subject.tweets(), sections, spec.commandLine().getOut());
    return 0;
  }

  private Path folder(long tweets) {
    return work.resolve(Long.toString(tweets));
  }

  private List<Path> sources() throws IOException {
    if (archive.tweets.isEmpty()) {
      return archive.sources;
    }
    var tweets = archive.tweets.get();
    Options.atLeastOne(spec, "--tweets", tweets);
    var made = folder(tweets).resolve("archive");
    // The note is written last: with it, the archive is whole.
    if (!Files.exists(made.resolve("README.txt"))) {
      say("generating");
      var threads = Runtime.getRuntime().availableProcessors();
      new ArchiveGenerator(tweets, SEED, threads).write(made, done -> {});
    }
    return List.of(made);
  }

  private void say(String stage) {
    spec.commandLine().getErr().println("bench: " + stage + " ...");
    spec.commandLine().getErr().flush();
  }
}
