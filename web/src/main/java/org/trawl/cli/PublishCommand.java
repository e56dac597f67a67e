package org.trawl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.trawl.cli.Progress.Unit;
import org.trawl.cluster.ClusterPublisher;
import org.trawl.explain.Listing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `trawl publish`.
@Command(
    name = "publish",
    description = {
      "Brings an index onto an OpenSearch cluster (version 3 or later), where --index"
          + " opensearch://HOST:PORT/NAME then searches it.",
      "Searches are answered from what was there before until all of it is there. Run again after a"
          + " failure, it goes on where it was; run again on the same index, it changes nothing.",
      "The environment says who asks and how: TRAWL_OPENSEARCH_USER,"
          + " TRAWL_OPENSEARCH_PASSWORD_FILE or TRAWL_OPENSEARCH_PASSWORD, and"
          + " TRAWL_OPENSEARCH_CERTIFICATE (a PEM file) or TRAWL_OPENSEARCH_TLS=true."
    })
final class PublishCommand implements Callable<Integer> {
  @Option(
      names = "--index",
      paramLabel = "DIR",
      required = true,
      description = "The index folder, as trawl index made it.")
  private Path index;

  @Option(
      names = "--to",
      paramLabel = "ADDRESS",
      required = true,
      description =
          "opensearch://HOST:PORT/NAME, or with several nodes"
              + " opensearch://HOST:PORT,HOST:PORT/NAME.")
  private String to;

  @Option(
      names = "--shards",
      paramLabel = "N",
      description = "Else one for 20 million tweets, and for each node of a larger archive.")
  private Optional<Integer> shards = Optional.empty();

  @Option(
      names = "--replicas",
      paramLabel = "N",
      description = "Copies of each shard beside itself; else 1, or 0 on a single node.")
  private Optional<Integer> replicas = Optional.empty();

  @Option(
      names = "--remove-earlier",
      description = "Remove what was published before, once this is in service.")
  private boolean removeEarlier;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(index)) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no index folder " + index + "; trawl index makes one from archive files");
    }
    ClusterPublisher.Report report;
    try (var progress = Progress.of("publishing", Unit.TWEETS)) {
      report = ClusterPublisher.publish(index, to, System.getenv(), options(), progress::at);
    }
    var out = spec.commandLine().getOut();
    out.println(
        to
            + (report.already() ? " has it already: " : " is in service: ")
            + Listing.count(report.tweets(), "tweet", "tweets")
            + " in the index "
            + report.index());
    out.flush();
    tell(report, spec.commandLine().getErr());
    return 0;
  }

  private ClusterPublisher.Options options() {
    try {
      return new ClusterPublisher.Options(of(shards), of(replicas), removeEarlier);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
    }
  }

  private static OptionalInt of(Optional<Integer> number) {
    return number.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private static void tell(ClusterPublisher.Report report, PrintWriter err) {
    if (!report.earlier().isEmpty()) {
      err.println(
          "Still there from before: "
              + String.join(", ", report.earlier())
              + "; --remove-earlier removes them");
    }
    report.advice().forEach(sentence -> err.println("Note: " + sentence + "."));
    err.flush();
  }
}
