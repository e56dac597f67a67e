package org.trawl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trawl.api.Formulas;
import org.trawl.api.Json;
import org.trawl.api.ParameterNames;
import org.trawl.api.SearchParameters;
import org.trawl.api.export.ExportColumn;
import org.trawl.api.export.ExportFormat;
import org.trawl.api.export.ExportManifest;
import org.trawl.api.export.ExportOptions;
import org.trawl.api.export.ExportWriter;
import org.trawl.api.export.Headers;
import org.trawl.api.export.Ids;
import org.trawl.api.export.MeasuredOutput;
import org.trawl.api.export.Times;
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
      "In a CSV, a text that a spreadsheet would run as a formula gets an apostrophe in front, as"
          + " does one that has an apostrophe there, so that one can be dropped from each;"
          + " --formulas keep leaves all texts as they are, and so do jsonl and xlsx."
    })
final class ExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "QUERY", description = "As in the search box; quote it for the shell.")
  private String query;

  @Mixin private IndexOption index;

  @Option(
      names = "--format",
      paramLabel = "F",
      required = true,
      completionCandidates = Formats.class,
      description = "${COMPLETION-CANDIDATES}; ids has one tweet id a line.")
  private ExportFormat format;

  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(ExportFormat.values()).map(ExportFormat::key).iterator();
    }
  }

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Else standard output. It gets its name once it is whole.")
  private Optional<Path> output;

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description =
          "Write what the export is of into a JSON file: the query, the total, the archive's"
              + " version and its files' checksums, the program, and the export's own SHA-256.")
  private Optional<Path> manifest;

  @Option(
      names = "--sort",
      paramLabel = "S",
      defaultValue = "newest",
      description = "${COMPLETION-CANDIDATES}; else ${DEFAULT-VALUE}.",
      completionCandidates = SortNames.class)
  private Sort sort;

  @Option(
      names = "--columns",
      paramLabel = "C",
      split = ",",
      completionCandidates = Columns.class,
      description = "Only these, in this order, such as id,time,text; of ${COMPLETION-CANDIDATES}.")
  private List<ExportColumn> columns = List.of();

  static final class Columns implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(ExportColumn.values()).map(ExportColumn::key).iterator();
    }
  }

  @Option(
      names = "--headers",
      paramLabel = "H",
      defaultValue = "trawl",
      description =
          "What columns are called: trawl (screen_name), archive (user_screen_name, as in Twitter's"
              + " own files) or readable (Handle); else ${DEFAULT-VALUE}.")
  private Headers headers;

  @Option(
      names = "--ids",
      paramLabel = "I",
      defaultValue = "plain",
      description =
          "plain, or letter: t911950344484143606 for a tweet and u98336677 for an account, which no"
              + " program takes for a number; else ${DEFAULT-VALUE}.")
  private Ids ids;

  @Option(
      names = "--formulas",
      paramLabel = "F",
      defaultValue = "quote",
      description =
          "In a CSV, texts that a spreadsheet would run: quote guards them, keep leaves them as"
              + " they are; else ${DEFAULT-VALUE}.")
  private Formulas formulas;

  @Option(
      names = "--times",
      paramLabel = "T",
      defaultValue = "iso",
      description =
          "In a CSV, iso (2016-06-24T09:11:00Z) or sheet (2016-06-24 09:11:00, which spreadsheets"
              + " take for a time), both UTC; else ${DEFAULT-VALUE}.")
  private Times times;

  @ParentCommand private Trawl trawl;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var command = spec.commandLine();
    if (format.packed() && output.isEmpty() && Boolean.getBoolean("trawl.colour")) {
      throw new ParameterException(
          command, format.label() + " is nothing for a terminal; name --output");
    }
    if (manifest.isPresent() && manifest.equals(output)) {
      throw new ParameterException(command, "--manifest and --output name the same file");
    }
    var address = index.address();
    var parsed = TypedQuery.parse(query, command);
    try (var searcher = TweetSearch.open(address);
        var file = OutputFile.open(output, trawl, command)) {
      var measured = new MeasuredOutput(file.stream());
      long written = write(searcher, parsed, format.open(measured, options()));
      file.finish();
      if (manifest.isPresent()) {
        writeManifest(searcher, parsed, measured, written, manifest.get());
      }
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

  private void writeManifest(
      TweetSearch searcher, ParsedQuery parsed, MeasuredOutput measured, long written, Path to)
      throws IOException {
    var search =
        SearchParameters.read(
            Map.of(ParameterNames.QUERY, List.of(parsed.text())), Duration.ofDays(1));
    var name = output.map(path -> String.valueOf(path.getFileName())).orElse("");
    var told =
        ExportManifest.of(search, sort, format, options(), searcher.archive(), written)
            .of(measured.file(name));
    try (var file = OutputFile.open(Optional.of(to), "--manifest", trawl, spec.commandLine())) {
      file.stream().write(Json.bytes(told));
      file.stream().write('\n');
      file.finish();
    }
  }

  private ExportOptions options() {
    return ExportOptions.DEFAULT
        .withColumns(columns.isEmpty() ? ExportOptions.DEFAULT.columns() : columns)
        .withHeaders(headers)
        .withIds(ids)
        .withFormulas(formulas == Formulas.KEEP)
        .withSheetTimes(times == Times.SHEET);
  }

  private long write(TweetSearch searcher, ParsedQuery parsed, ExportWriter writer)
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
    private final ExportWriter writer;
    private final Progress progress;
    private final long total;
    private final boolean marked;
    private long written;

    Exported(ExportWriter writer, Progress progress, long total, boolean marked) {
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
