package org.trawl.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `bench/run memory`.
@Command(name = "memory", description = "The memory of a server that has answered the whole list.")
final class MemoryCommand implements Callable<Integer> {
  @Mixin private Options options;

  @Mixin private Reports reports;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    reports.begin();
    var subject = options.subject();
    try (var both = ServerAndBaseline.start(subject, reports)) {
      var result = new MemoryBenchmark(subject.rounds()).run(both.server(), both.baseline());
      reports.write("memory", subject.tweets(), List.of(result), spec.commandLine().getOut());
    }
    return 0;
  }
}
