package org.trawl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `bench/run extrapolate`.
@Command(
    name = "extrapolate",
    description = "Computes what more tweets would need from reports of the command all.")
final class ExtrapolateCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "REPORT.json",
      arity = "1..*",
      description = "Reports of different numbers of tweets; one will do, more say more.")
  private List<Path> files;

  @Option(
      names = "--tweets",
      paramLabel = "N",
      defaultValue = "200000000",
      description = "How many tweets to compute for, else ${DEFAULT-VALUE}.")
  private long tweets;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Options.atLeastOne(spec, "--tweets", tweets);
    var reports = new ArrayList<JsonNode>();
    for (var file : files) {
      var report = Reports.JSON.readTree(Files.readString(file));
      if (report.path("tweets").asLong() < 1) {
        throw new ParameterException(
            spec.commandLine(), file + " is no report, or one of an archive without tweets");
      }
      reports.add(report);
    }
    var out = spec.commandLine().getOut();
    out.print(new Extrapolation(reports, tweets).markdown());
    out.flush();
    return 0;
  }
}
