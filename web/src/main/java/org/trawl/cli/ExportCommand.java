package org.trawl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trawl.api.ExportFormat;
import org.trawl.api.ExportOptions;
import org.trawl.api.TweetWriter;
import org.trawl.cli.Progress.Unit;
import org.trawl.explain.Listing;
import org.trawl.query.ParsedQuery;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.TweetSearch;
import org.trawl.search.TweetSearch.HitSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `trawl export`.
@Command(
    name = "export",
    description = {
      "Writes every tweet that a search finds, however many there are.",
      "In a CSV, a text that a spreadsheet would run as a formula gets an apostrophe in front;"
          + " jsonl has all texts as they are."
    })
final class ExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "QUERY", description = "As in the search box; quote it for the shell.")
  private String query;

  @Mixin private IndexOption index;

  @Option(
      names = "--format",
      paramLabel = "F",
      required = true,
      description = "csv, jsonl, xlsx or ids (one tweet id a line).")
  private ExportFormat format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Else standard output. It gets its name once it is whole.")
  private Optional<Path> output;

  @Option(
      names = "--sort",
      paramLabel = "S",
      defaultValue = "newest",
      description = "${COMPLETION-CANDIDATES}; else ${DEFAULT-VALUE}.",
      completionCandidates = SortNames.class)
  private Sort sort;

  @ParentCommand private Trawl trawl;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var command = spec.commandLine();
    if (format == ExportFormat.XLSX && output.isEmpty() && Boolean.getBoolean("trawl.colour")) {
      throw new ParameterException(command, "A workbook is nothing for a terminal; name --output");
    }
    var folder = index.folder();
    var parsed = TypedQuery.parse(query, command);
    try (var searcher = TweetSearch.open(folder);
        var file = OutputFile.open(output, trawl, command)) {
      long written = write(searcher, parsed, format.open(file.stream(), ExportOptions.DEFAULT));
      file.finish();
      command
          .getErr()
          .println(
              Listing.count(written, "tweet", "tweets")
                  + output.map(path -> " written to " + path).orElse(""));
      command.getErr().flush();
    } catch (QueryRefused e) {
      throw TypedQuery.tooBroad(parsed, e, command);
    }
    return 0;
  }

  private long write(TweetSearch searcher, ParsedQuery parsed, TweetWriter writer)
      throws IOException, QueryRefused {
    long total = TypedQuery.count(searcher, parsed);
    try (var progress = Progress.of("exporting", Unit.TWEETS)) {
      var file = new Exported(writer, progress, total, format.marks());
      searcher.export(parsed.ast(), Selection.NONE, sort, file);
      writer.finish();
      return file.written;
    }
  }

  /// The file on its way.
  private static final class Exported implements HitSink {
    private final TweetWriter writer;
    private final Progress progress;
    private final long total;
    private final boolean marked;
    private long written;

    Exported(TweetWriter writer, Progress progress, long total, boolean marked) {
      this.writer = writer;
      this.progress = progress;
      this.total = total;
      this.marked = marked;
    }

    @Override
    public void take(Hit hit) throws IOException {
      writer.take(hit);
      progress.at(++written, total, "");
    }

    @Override
    public boolean marked() {
      return marked;
    }
  }
}
