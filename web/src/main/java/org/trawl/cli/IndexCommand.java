package org.trawl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trawl.explain.Listing;
import org.trawl.ingest.IndexOptions;
import org.trawl.ingest.IndexReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `trawl index`.
@Command(
    name = "index",
    description = {
      "Builds or extends an index from archive files.",
      "Run again after a crash or Ctrl-C it goes on where it was; run again on the same files it"
          + " changes nothing. Searches go on meanwhile and see the new tweets at the end."
    })
final class IndexCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "SOURCE",
      arity = "1..*",
      description =
          "Tweets or users CSV files of any vintage, plain, .gz, .zip or .zst, or folders of them.")
  private List<Path> sources;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      required = true,
      description = "The index folder; made if it is missing.")
  private Path index;

  @Option(
      names = "--operation",
      paramLabel = "NAME",
      description = "The release's name for all sources; else each file's name tells it.")
  private Optional<String> operation;

  @Option(
      names = "--media",
      paramLabel = "DIR",
      description = "Folder or zips of media files whose names begin with a tweet id.")
  private Optional<Path> media;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Workers that analyse tweets; else one for each processor.")
  private Optional<Integer> threads;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var report = new Indexing(options()).run();
    Indexing.print(report, index, spec.commandLine().getOut());
    for (var note : report.notes()) {
      spec.commandLine().getErr().println("note: " + TerminalText.of(note));
    }
    var useless =
        report.files().stream()
            .filter(IndexReport.FileReport::useless)
            .map(IndexReport.FileReport::name)
            .toList();
    if (useless.isEmpty()) {
      return 0;
    }
    spec.commandLine()
        .getErr()
        .println(
            "trawl: no row of "
                + TerminalText.line(Listing.and(useless, name -> name))
                + " could be used");
    return 1;
  }

  private IndexOptions options() {
    try {
      var options = IndexOptions.of(sources, index);
      if (operation.isPresent()) {
        options = options.withOperation(operation.get());
      }
      if (media.isPresent()) {
        options = options.withMedia(media.get());
      }
      return threads.isPresent() ? options.withThreads(threads.get()) : options;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
