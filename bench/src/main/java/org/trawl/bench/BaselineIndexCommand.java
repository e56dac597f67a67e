package org.trawl.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bench/run baseline-index`.
@Command(
    name = BaselineIndexCommand.NAME,
    description = {
      "Indexes an archive with plain Lucene: the baseline of all other commands.",
      "Every column is stored, the text analysed by the standard analyzer, twelve facets are"
          + " facet fields; default settings and codec."
    })
final class BaselineIndexCommand implements Callable<Integer> {
  static final String NAME = "baseline-index";

  @Parameters(
      paramLabel = "ARCHIVE",
      arity = "1..*",
      description = "Files of the archive, or folders of them.")
  private List<Path> sources;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      required = true,
      description = "A folder; an index in it is replaced.")
  private Path index;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var started = System.nanoTime();
    var tweets =
        new BaselineIndexer(sources, index, Runtime.getRuntime().availableProcessors()).run();
    spec.commandLine()
        .getOut()
        .printf(Locale.ROOT, "%,d tweets in %.1f s%n", tweets, (System.nanoTime() - started) / 1e9);
    spec.commandLine().getOut().flush();
    return 0;
  }
}
