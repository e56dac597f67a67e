package org.trawl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench/run turns`: this build and another one, such as that of an earlier commit, do the same
/// work in turn. Their ratio holds on a noisy machine, where two reports of two days say little.
@Command(
    name = "turns",
    description =
        "This build and another one in turn: indexing, size, and the answers to the list.")
final class TurnsCommand implements Callable<Integer> {
  @Mixin private Options options;

  @Option(
      names = "--other",
      paramLabel = "FOLDER",
      required = true,
      description = "A checkout of another commit. Its ./trawl is built and run.")
  private Path other;

  @Option(
      names = "--instead",
      paramLabel = "FOLDER",
      description = "A checkout to measure in this build's place: two earlier commits in turn.")
  private Optional<Path> instead = Optional.empty();

  @Option(
      names = "--other-index",
      paramLabel = "DIR",
      required = true,
      description = "The other build's index of the same archive.")
  private Path otherIndex;

  @Option(
      names = "--archive",
      paramLabel = "FILE",
      description = "May be repeated: both index these first, and replace what both folders hold.")
  private List<Path> archive = List.of();

  @Option(
      names = "--indexing-rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often each indexes, else ${DEFAULT-VALUE}.")
  private int indexingRounds;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "10",
      description = "Rounds of questions that are not counted, else ${DEFAULT-VALUE}.")
  private int warmUp;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "20",
      description = "Rounds of questions that are counted, else ${DEFAULT-VALUE}.")
  private int rounds;

  @Mixin private Reports reports;

  @Spec private CommandSpec spec;

  /// What both took to index.
  record Indexing(List<Program.Use> here, List<Program.Use> other) implements Section {
    @Override
    public String name() {
      return "indexing";
    }

    @Override
    public String markdown() {
      return String.format(
          Locale.ROOT,
          """
          %d runs each, medians.

          | | this build | the other | times |
          | --- | ---: | ---: | ---: |
          %s%s\
          """,
          here.size(),
          row("seconds", Program.Use::wallSeconds),
          row("processor seconds", Program.Use::processorSeconds));
    }

    private String row(String name, ToDoubleFunction<Program.Use> number) {
      return TurnsCommand.row(name, "%.1f", median(here, number), median(other, number));
    }

    private static double median(List<Program.Use> uses, ToDoubleFunction<Program.Use> number) {
      var sorted = uses.stream().mapToDouble(number).sorted().toArray();
      return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }
  }

  /// Bytes of both indexes.
  record Sizes(long here, long other) implements Section {
    @Override
    public String name() {
      return "bytes";
    }

    @Override
    public String markdown() {
      return """
      | | this build | the other | times |
      | --- | ---: | ---: | ---: |
      """
          + row("bytes of the index", "%,.0f", (double) here, (double) other);
    }
  }

  /// One question's times in both.
  ///
  /// @param ratio this build's median by the other's
  record Line(String asked, long hits, long otherHits, Spread here, Spread other, double ratio) {}

  /// All questions' times in both.
  ///
  /// @param ratio geometric mean over the questions
  /// @param processorSeconds of this build's server for all answers that were counted
  record Answers(
      List<Line> lines,
      Spread here,
      Spread other,
      double ratio,
      double processorSeconds,
      double otherProcessorSeconds)
      implements Section {
    @Override
    public String name() {
      return "answers";
    }

    @Override
    public String markdown() {
      var text = new StringBuilder();
      text.append(
          """
          Milliseconds for a whole answer over HTTP, medians.

          | question | hits | the other's | this build | the other | times |
          | --- | ---: | ---: | ---: | ---: | ---: |
          """);
      for (var line : lines) {
        text.append(
            String.format(
                Locale.ROOT,
                "| `%s` | %,d | %,d | %s | %s | %.2f |%n",
                line.asked.replace("|", "\\|"),
                line.hits,
                line.otherHits,
                Spread.millis(line.here.medianMillis()),
                Spread.millis(line.other.medianMillis()),
                line.ratio));
      }
      text.append(
          String.format(
              Locale.ROOT,
              "| **all**, geometric mean of the ratios | | | %s | %s | **%.2f** |%n",
              Spread.millis(here.medianMillis()),
              Spread.millis(other.medianMillis()),
              ratio));
      text.append(
          String.format(
              Locale.ROOT,
              "| p99 | | | %s | %s | %.2f |%n",
              Spread.millis(here.p99Millis()),
              Spread.millis(other.p99Millis()),
              here.p99Millis() / other.p99Millis()));
      text.append(
          String.format(
              Locale.ROOT,
              "%nProcessor seconds of the servers: %.1f and %.1f, %.2f times.%n",
              processorSeconds,
              otherProcessorSeconds,
              processorSeconds / otherProcessorSeconds));
      return text.toString();
    }
  }

  private static String row(String name, String number, double here, double other) {
    return String.format(
        Locale.ROOT,
        "| %s | " + number + " | " + number + " | %.3f |%n",
        name,
        here,
        other,
        here / other);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Options.atLeastOne(spec, "--rounds", rounds);
    Options.atLeastOne(spec, "--indexing-rounds", indexingRounds);
    reports.begin();
    var sections = new ArrayList<Section>();
    var there = built(other, "other-build");
    var here =
        instead.isPresent() ? Optional.of(built(instead.get(), "build")) : Optional.<Path>empty();
    if (!archive.isEmpty()) {
      sections.add(index(here, there));
    }
    sections.add(
        new Sizes(IndexingBenchmark.size(options.index), IndexingBenchmark.size(otherIndex)));
    var subject =
        instead.isPresent()
            ? Options.unread(options.index, options.baseline, options.queries)
            : options.subject();
    try (var server = serve(here, options.index, "trawl-serve");
        var otherServer = serve(Optional.of(there), otherIndex, "other-serve")) {
      sections.add(ask(subject.rounds(), server, otherServer));
    }
    reports.write("turns", subject.tweets(), sections, spec.commandLine().getOut());
    return 0;
  }

  /// The launcher of a checkout, after it has built what it runs.
  private Path built(Path checkout, String name) throws IOException, InterruptedException {
    var launcher = checkout.resolve("trawl").toAbsolutePath();
    if (!Files.isExecutable(launcher)) {
      throw new IOException(checkout + " has no ./trawl to run");
    }
    var log = reports.log(name);
    try (var build = Program.launched(launcher, "1g", log, "--version")) {
      build.await(log);
    }
    return launcher;
  }

  private TrawlServer serve(Optional<Path> launcher, Path index, String name)
      throws IOException, InterruptedException {
    var log = reports.log(name);
    return launcher.isPresent()
        ? TrawlServer.start(launcher.get(), index, log)
        : TrawlServer.start(index, log);
  }

  private Indexing index(Optional<Path> launcher, Path otherLauncher)
      throws IOException, InterruptedException {
    var here = new ArrayList<Program.Use>();
    var there = new ArrayList<Program.Use>();
    for (var round = 0; round < indexingRounds; round++) {
      for (var turn = 0; turn < 2; turn++) {
        if ((round + turn) % 2 == 0) {
          here.add(index(launcher, options.index, "trawl-index"));
        } else {
          there.add(index(Optional.of(otherLauncher), otherIndex, "other-index"));
        }
      }
    }
    return new Indexing(List.copyOf(here), List.copyOf(there));
  }

  private Program.Use index(Optional<Path> launcher, Path index, String name)
      throws IOException, InterruptedException {
    IndexingBenchmark.delete(index);
    var arguments = new ArrayList<>(List.of("index", "--index", index.toString()));
    archive.forEach(file -> arguments.add(file.toString()));
    var words = arguments.toArray(String[]::new);
    var log = reports.log(name);
    try (var program =
        launcher.isPresent()
            ? Program.launched(launcher.get(), IndexingBenchmark.HEAP, log, words)
            : Program.trawl(IndexingBenchmark.HEAP, log, words)) {
      return program.await(log);
    }
  }

  /// What was taken down of one question.
  private static final class Taken {
    private final List<Long> here = new ArrayList<>();
    private final List<Long> other = new ArrayList<>();
    private long hits;
    private long otherHits;
  }

  private Answers ask(List<List<Question>> list, TrawlServer here, TrawlServer there)
      throws IOException, InterruptedException {
    var taken = new ArrayList<Taken>();
    list.getFirst().forEach(_ -> taken.add(new Taken()));
    var random = new Random(1);
    double processor = 0;
    double otherProcessor = 0;
    for (var round = -warmUp; round < rounds; round++) {
      if (round == 0) {
        processor = here.processorSeconds();
        otherProcessor = there.processorSeconds();
      }
      var order = new ArrayList<Integer>();
      for (var i = 0; i < taken.size(); i++) {
        order.add(i);
      }
      Collections.shuffle(order, random);
      for (var i : order) {
        var question = list.get(Math.floorMod(round, list.size())).get(i);
        var path = TrawlServer.path(question.trawl(), Optional.empty());
        var one = round < 0 ? new Taken() : taken.get(i);
        if (Math.floorMod(round, 2) == 0) {
          one.hits = timed(here, path, one.here);
          one.otherHits = timed(there, path, one.other);
        } else {
          one.otherHits = timed(there, path, one.other);
          one.hits = timed(here, path, one.here);
        }
      }
    }
    var lines = new ArrayList<Line>();
    var all = new ArrayList<Long>();
    var otherAll = new ArrayList<Long>();
    for (var i = 0; i < taken.size(); i++) {
      var one = taken.get(i);
      var ours = Spread.of(one.here);
      var theirs = Spread.of(one.other);
      all.addAll(one.here);
      otherAll.addAll(one.other);
      lines.add(
          new Line(
              list.get(Math.floorMod(rounds - 1, list.size())).get(i).trawl().text(),
              one.hits,
              one.otherHits,
              ours,
              theirs,
              ours.medianMillis() / theirs.medianMillis()));
    }
    return new Answers(
        List.copyOf(lines),
        Spread.of(all),
        Spread.of(otherAll),
        Spread.geometricMean(lines.stream().map(Line::ratio).toList()),
        here.processorSeconds() - processor,
        there.processorSeconds() - otherProcessor);
  }

  private static long timed(TrawlServer server, String path, List<Long> taken)
      throws IOException, InterruptedException {
    var started = System.nanoTime();
    var answer = server.ask(path);
    taken.add(System.nanoTime() - started);
    return TrawlServer.Counted.of(answer).total();
  }
}
