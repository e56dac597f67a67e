package org.trawl.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The baseline's programs, which the benchmarks start in JVMs of their own.
@Command(
    name = "baseline",
    subcommands = {BaselineIndexCommand.class, BaselineAnswersCommand.class})
final class Baseline {
  private Baseline() {}

  /// Runs one command and ends the program with its exit code.
  public static void main(String[] args) {
    LuceneLog.silence();
    System.exit(new CommandLine(new Baseline()).execute(args));
  }
}
