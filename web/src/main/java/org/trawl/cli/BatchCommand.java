package org.trawl.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trawl.api.BatchAnswer;
import org.trawl.api.BatchFile;
import org.trawl.api.BatchFormat;
import org.trawl.api.BatchWriter;
import org.trawl.api.Formulas;
import org.trawl.cli.Progress.Unit;
import org.trawl.explain.Listing;
import org.trawl.search.TweetSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `trawl batch`.
@Command(
    name = "batch",
    description = {
      "Runs many queries and writes one answer a line: how many tweets and accounts each finds.",
      "A query that cannot be run is answered by what is wrong with it, and stops no other; the"
          + " command exits 1 then, and 2 if none could be run."
    })
final class BatchCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "QUERIES",
      description = {
        "A file with a query on each line as it would be typed, or a CSV (with commas, semicolons"
            + " or tabs) with a header and in it the column query; further columns may be since,"
            + " until, filter, exclude and label.",
        "Or JSON lines: objects of the same names, or strings."
      })
  private Path queries;

  @Mixin private IndexOption index;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Else standard output. In the format of the queries: CSV or JSON lines.")
  private Optional<Path> output;

  @Option(
      names = "--formulas",
      paramLabel = "F",
      defaultValue = "keep",
      description =
          "In a CSV, queries and labels that a spreadsheet would run as formulas: keep leaves them"
              + " as they are in the file, quote puts an apostrophe in front; else"
              + " ${DEFAULT-VALUE}.")
  private Formulas formulas;

  @ParentCommand private Trawl trawl;

  @Spec private CommandSpec spec;

  /// How many queries were answered, how many of them could not be run, why the first could not,
  /// and how the first was read that could be read otherwise.
  private record Outcome(long run, long failed, String first, String note) {
    int exit() {
      return failed == 0 ? 0 : failed < run ? Trawl.FAILED : ExitCode.USAGE;
    }
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(queries)) {
      throw new NoSuchFileException(queries.toString());
    }
    var address = index.address();
    var err = spec.commandLine().getErr();
    long lines = lines();
    Outcome outcome;
    try (var searcher = TweetSearch.open(address);
        var in = read();
        var file = OutputFile.open(output, trawl, spec.commandLine())) {
      var format = format();
      var writer = format.writer(file.stream(), formulas == Formulas.QUOTE);
      outcome = answer(new BatchFile(in, format), writer, searcher, lines);
      file.finish();
      err.println(
          Listing.count(outcome.run, "query", "queries")
              + output.map(path -> ", answered in " + path).orElse(""));
      if (!outcome.note.isEmpty()) {
        err.println("note: " + outcome.note + "; see the column note");
      }
      if (outcome.failed > 0) {
        err.println(
            (outcome.failed == outcome.run
                    ? "None of them could be run"
                    : Listing.count(outcome.failed, "of them", "of them") + " could not be run")
                + ": see the column error. The first is "
                + outcome.first);
      }
      err.flush();
    }
    return outcome.exit();
  }

  private static Outcome answer(
      BatchFile file, BatchWriter writer, TweetSearch searcher, long lines) throws IOException {
    long run = 0;
    long failed = 0;
    var first = "";
    var note = "";
    try (var progress = Progress.of("searching", Unit.QUERIES)) {
      for (var line = file.next(); line.isPresent(); line = file.next()) {
        var answer = BatchAnswer.of(line.get(), searcher, TypedQuery.BUDGET);
        writer.write(answer);
        run++;
        if (answer.outcome() instanceof BatchAnswer.Outcome.Failed) {
          failed++;
          first = first.isEmpty() ? wrong(answer) : first;
        }
        if (note.isEmpty() && !answer.note().isEmpty()) {
          note = "line " + answer.line() + ": " + TerminalText.line(answer.note());
        }
        progress.at(line.get().number(), lines, "");
      }
    }
    return new Outcome(run, failed, first, note);
  }

  private static String wrong(BatchAnswer answer) {
    return "line "
        + answer.line()
        + answer.fault().map(fault -> ": " + TerminalText.of(fault.detail())).orElse("");
  }

  /// What cannot be decoded becomes a sign that no query finds, and spoils no other line.
  private BufferedReader read() throws IOException {
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(queries), StandardCharsets.UTF_8));
  }

  private long lines() throws IOException {
    try (var in = read()) {
      return in.lines().count();
    }
  }

  private BatchFormat format() throws IOException {
    try (var in = Files.newInputStream(queries)) {
      return BatchFormat.of(queries.getFileName().toString(), in.readNBytes(1));
    }
  }
}
