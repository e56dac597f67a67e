package org.trawl.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench/run latency`.
@Command(name = "latency", description = "How long whole answers take, by a list of questions.")
final class LatencyCommand implements Callable<Integer> {
  @Mixin private Options options;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "10",
      description = "Rounds that are not counted, else ${DEFAULT-VALUE}.")
  private int warmUp;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "20",
      description = "Rounds that are counted, else ${DEFAULT-VALUE}.")
  private int rounds;

  @Mixin private Reports reports;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Options.atLeastOne(spec, "--rounds", rounds);
    reports.begin();
    var subject = options.subject();
    try (var both = ServerAndBaseline.start(subject, reports)) {
      var result = LatencyBenchmark.of(subject, warmUp, rounds).run(both.server(), both.baseline());
      reports.write("latency", subject.tweets(), List.of(result), spec.commandLine().getOut());
    }
    return 0;
  }
}
