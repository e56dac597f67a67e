package org.trawl.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trawl.index.ManifestFile;
import org.trawl.web.ServerOptions.Searches;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `bench/run load`.
@Command(
    name = "load",
    description =
        "Whether a server at its limit, and far past it, still gives right answers in time.")
final class LoadCommand implements Callable<Integer> {
  private static final int PAST_THE_LIMIT = 10;

  @Option(names = "--index", paramLabel = "DIR", required = true, description = "Trawl's index.")
  private Path index = Path.of("");

  @Option(
      names = "--minutes",
      paramLabel = "M",
      defaultValue = "10",
      description = "How long at the limit, else ${DEFAULT-VALUE}.")
  private double minutes;

  @Option(
      names = "--overload-minutes",
      paramLabel = "M",
      defaultValue = "1",
      description = "How long with ten times as many clients, else ${DEFAULT-VALUE}.")
  private double overloadMinutes;

  @Option(
      names = "--clients",
      paramLabel = "N",
      description =
          "Clients at the limit, else as many as the server admits: those it answers at once and"
              + " those it lets wait.")
  private Optional<Integer> clients = Optional.empty();

  @Mixin private Reports reports;

  @Spec private CommandSpec spec;

  /// @return 1 if any part of the verdict fails; refusals that say when to come back are no fault
  @Override
  public Integer call() throws IOException, InterruptedException {
    var limit = clients.orElse(Searches.DEFAULT.atOnce() + Searches.DEFAULT.waiting());
    Options.atLeastOne(spec, "--clients", limit);
    if (minutes <= 0 || overloadMinutes <= 0) {
      throw new ParameterException(spec.commandLine(), "minutes must be above 0");
    }
    reports.begin();
    try (var server = TrawlServer.start(index, reports.log("trawl-serve-load"))) {
      var plan =
          List.of(
              new LoadBenchmark.Step("at the limit", limit, minutes * 60),
              new LoadBenchmark.Step(
                  "ten times that", PAST_THE_LIMIT * limit, overloadMinutes * 60));
      var result = new LoadBenchmark(plan).run(server);
      reports.write(
          "load", ManifestFile.read(index).tweets(), List.of(result), spec.commandLine().getOut());
      return LoadReport.holds(result) ? 0 : 1;
    }
  }
}
