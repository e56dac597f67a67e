package org.trawl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.trawl.cli.Progress.Unit;
import org.trawl.explain.Listing;
import org.trawl.generate.ArchiveGenerator;
import org.trawl.generate.GenerateReport;
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

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (tweets < 1) {
      throw new ParameterException(spec.commandLine(), "--tweets must be 1 or more, got " + tweets);
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
    return CommandLine.ExitCode.OK;
  }
}
