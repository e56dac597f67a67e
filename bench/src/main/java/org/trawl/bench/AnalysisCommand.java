package org.trawl.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bench/run analysis`.
@Command(
    name = "analysis",
    description =
        "Makes documents of an archive and indexes them with Trawl's analysis of the text and with"
            + " Lucene's standard analyzer in its place, in turn: what the analysis costs.")
final class AnalysisCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "ARCHIVE",
      arity = "1..*",
      description = "Files of the archive, or folders of them.")
  private List<Path> sources;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      defaultValue = "${sys:bench.work:-bench-work}",
      description = "Where the indexes are made, and deleted. Else ${DEFAULT-VALUE}.")
  private Path work;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Counted runs of each, else ${DEFAULT-VALUE}.")
  private int rounds;

  @Mixin private Reports reports;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Options.atLeastOne(spec, "--rounds", rounds);
    reports.begin();
    var result = new AnalysisBenchmark(sources, work, rounds).run();
    reports.write("analysis", result.tweets(), List.of(result), spec.commandLine().getOut());
    return 0;
  }
}
