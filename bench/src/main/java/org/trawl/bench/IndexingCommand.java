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

/// `bench/run indexing`.
@Command(
    name = "indexing",
    description =
        "Indexes an archive with Trawl and with plain Lucene, in turn: time, memory, size.")
final class IndexingCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "ARCHIVE",
      arity = "1..*",
      description = "Files of the archive, or folders of them.")
  private List<Path> sources;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      required = true,
      description = "Where Trawl's index is left; an index there is replaced.")
  private Path index;

  @Option(
      names = "--baseline",
      paramLabel = "DIR",
      required = true,
      description = "Where plain Lucene's index is left; an index there is replaced.")
  private Path baseline;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Runs of each, else ${DEFAULT-VALUE}.")
  private int rounds;

  @Mixin private Reports reports;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Options.atLeastOne(spec, "--rounds", rounds);
    reports.begin();
    var result = new IndexingBenchmark(sources, index, baseline, rounds).run(reports);
    reports.write("indexing", result.tweets(), List.of(result), spec.commandLine().getOut());
    return 0;
  }
}
