package org.trawl.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench/run startup`.
@Command(
    name = "startup",
    description = "How long a server takes until it answers, and its heap then.")
final class StartupCommand implements Callable<Integer> {
  @Mixin private Options options;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "Starts of each program, else ${DEFAULT-VALUE}.")
  private int runs;

  @Mixin private Reports reports;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Options.atLeastOne(spec, "--runs", runs);
    reports.begin();
    var subject = options.subject();
    var result = new StartupBenchmark(subject.index(), subject.baseline(), runs).run(reports);
    reports.write("startup", subject.tweets(), List.of(result), spec.commandLine().getOut());
    return 0;
  }
}
