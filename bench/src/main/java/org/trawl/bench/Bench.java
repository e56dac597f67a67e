package org.trawl.bench;

import org.trawl.bench.libraries.LibrariesCommand;
import org.trawl.bench.pictures.PicturesCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The benchmarks' command line.
@Command(
    name = "bench/run",
    description = "Measures Trawl, with plain Lucene over the same tweets beside it.",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    version = "Trawl's benchmarks; reports name the commit they were built from.",
    subcommands = {
      AllCommand.class,
      IndexingCommand.class,
      AnalysisCommand.class,
      LatencyCommand.class,
      ThroughputCommand.class,
      ExportCommand.class,
      StartupCommand.class,
      MemoryCommand.class,
      LoadCommand.class,
      SlowExportCommand.class,
      RankingCommand.class,
      TurnsCommand.class,
      LibrariesCommand.class,
      PicturesCommand.class,
      ExtrapolateCommand.class,
      BaselineIndexCommand.class,
      HelpCommand.class
    })
public final class Bench implements Runnable {
  @Spec private CommandSpec spec;

  /// Runs one command and ends the program with its exit code.
  public static void main(String[] args) {
    LuceneLog.silence();
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Bench()).setUsageHelpAutoWidth(true);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
