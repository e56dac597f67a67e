package org.trawl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trawl.cli.Progress.Unit;
import org.trawl.explain.Listing;
import org.trawl.generate.ArchiveGenerator;
import org.trawl.generate.GenerateReport;
import org.trawl.generate.media.MediaGenerator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `trawl generate`.
@Command(
    name = "generate",
    description = "Makes a synthetic archive in Twitter's official layouts: nothing in it is real.")
final class GenerateCommand implements Callable<Integer> {
  @Option(
      names = "--tweets",
      paramLabel = "N",
      required = true,
      description = "How many tweets, over all operations.")
  private long tweets;

  @Option(
      names = "--seed",
      paramLabel = "S",
      required = true,
      description = "Any number; the same number of tweets and seed makes the same files.")
  private long seed;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "A new or empty folder; an earlier generated archive there is replaced.")
  private Path output;

  @Option(
      names = "--media",
      paramLabel = "N",
      description =
          "Draw about so many invented pictures for some of the tweets, in zips of the official"
              + " layout in DIR-media; else none.")
  private Optional<Integer> media;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (tweets < 1) {
      throw new ParameterException(spec.commandLine(), "--tweets must be 1 or more, got " + tweets);
    }
    if (media.isPresent() && media.get() < 1) {
      throw new ParameterException(
          spec.commandLine(), "--media must be 1 or more, got " + media.get());
    }
    var threads = Runtime.getRuntime().availableProcessors();
    var generator = new ArchiveGenerator(tweets, seed, threads);
    GenerateReport report;
    try (var progress = Progress.of("generating", Unit.TWEETS)) {
      report = generator.write(output, done -> progress.at(done, tweets, ""));
    }
    var seconds = report.took().toMillis() / 1000.0;
    spec.commandLine()
        .getErr()
        .printf(
            Locale.ROOT,
            "%s of %s in %s, %,d MB, in %.1f s (%,.0f tweets a second)%n",
            Listing.count(report.tweets(), "tweet", "tweets"),
            Listing.count(report.accounts(), "account", "accounts"),
            Listing.count(report.files().size(), "file", "files"),
            report.bytes() / 1_000_000,
            seconds,
            report.tweets() / Math.max(seconds, 0.001));
    report.files().forEach(file -> spec.commandLine().getOut().println(file));
    if (media.isPresent()) {
      draw(media.get());
    }
    return CommandLine.ExitCode.OK;
  }

  /// Beside the archive and not in it, as a folder of an archive is read whole.
  private void draw(int pictures) throws IOException {
    try (var progress = Progress.of("drawing", Unit.PICTURES)) {
      new MediaGenerator(pictures, seed)
          .write(
              output,
              tweets,
              MediaGenerator.beside(output),
              done -> progress.at(done, pictures, ""))
          .forEach(zip -> spec.commandLine().getOut().println(zip));
    }
  }
}
