package org.trawl.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench/run export`.
@Command(
    name = "export",
    description = "How fast rows leave as CSV, and whether the heap grows with them.")
final class ExportCommand implements Callable<Integer> {
  @Mixin private Options options;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Most rows, else ${DEFAULT-VALUE}.")
  private long rows;

  @Mixin private Reports reports;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Options.atLeastOne(spec, "--rows", rows);
    reports.begin();
    var subject = options.subject();
    try (var both = ServerAndBaseline.start(subject, reports)) {
      var result = new ExportBenchmark(rows).run(both.server(), both.baseline());
      reports.write("export", subject.tweets(), List.of(result), spec.commandLine().getOut());
    }
    return 0;
  }
}
