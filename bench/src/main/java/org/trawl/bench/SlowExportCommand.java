package org.trawl.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.trawl.index.ManifestFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `bench/run slow-export`.
@Command(
    name = "slow-export",
    description = "Whether an export to a slow reader keeps the server's memory as it is.")
final class SlowExportCommand implements Callable<Integer> {
  @Option(names = "--index", paramLabel = "DIR", required = true, description = "Trawl's index.")
  private Path index = Path.of("");

  @Option(
      names = "--slow-rate",
      paramLabel = "MB",
      defaultValue = "1",
      description = "Megabytes a second that are read at first, else ${DEFAULT-VALUE}.")
  private double slowRate;

  @Option(
      names = "--slow-seconds",
      paramLabel = "S",
      defaultValue = "30",
      description = "How long they are read so slowly, else ${DEFAULT-VALUE}; then at full speed.")
  private double slowSeconds;

  @Mixin private Reports reports;

  @Spec private CommandSpec spec;

  /// @return 1 if not every tweet came
  @Override
  public Integer call() throws IOException, InterruptedException {
    if (slowRate <= 0 || slowSeconds <= 0) {
      throw new ParameterException(spec.commandLine(), "rate and seconds must be above 0");
    }
    reports.begin();
    try (var server = TrawlServer.start(index, reports.log("trawl-serve-slow-export"))) {
      var tweets = ManifestFile.read(index).tweets();
      var result = new SlowExportBenchmark(tweets, slowRate * 1e6, slowSeconds).run(server);
      reports.write("slow-export", tweets, List.of(result), spec.commandLine().getOut());
      return result.whole() ? 0 : 1;
    }
  }
}
