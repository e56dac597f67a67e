package org.trawl.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench/run throughput`.
@Command(
    name = "throughput",
    description = "How many searches are answered while several clients ask at once.")
final class ThroughputCommand implements Callable<Integer> {
  @Mixin private Options options;

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "8",
      description = "Clients, else ${DEFAULT-VALUE}.")
  private int clients;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "60",
      description = "How long they ask, else ${DEFAULT-VALUE}.")
  private double seconds;

  @Mixin private Reports reports;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Options.atLeastOne(spec, "--clients", clients);
    reports.begin();
    var subject = options.subject();
    try (var both = ServerAndBaseline.start(subject, reports)) {
      var result =
          ThroughputBenchmark.of(subject.rounds(), clients, seconds)
              .run(both.server(), both.baseline());
      reports.write("throughput", subject.tweets(), List.of(result), spec.commandLine().getOut());
    }
    return 0;
  }
}
