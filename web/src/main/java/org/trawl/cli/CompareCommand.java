package org.trawl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.trawl.api.Problem;
import org.trawl.api.analysis.CompareCsv;
import org.trawl.api.analysis.CompareJson;
import org.trawl.api.analysis.CompareParameters;
import org.trawl.search.QueryRefused;
import org.trawl.search.Timeline;
import org.trawl.search.TimelinePeriods;
import org.trawl.search.TweetSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `trawl compare`.
@Command(
    name = "compare",
    description = {
      "Several searches side by side, over time: two to eight.",
      "Queries of which one begins with - are written after --, such as: trawl compare --index DIR"
          + " -- -is:retweet is:retweet"
    })
final class CompareCommand implements Callable<Integer> {
  /// How the answer is printed.
  private enum Format {
    TEXT,
    JSON,
    CSV
  }

  @Parameters(
      paramLabel = "QUERY",
      arity = "1..*",
      description = "As in the search box; quote each for the shell.")
  private List<String> queries = List.of();

  @Mixin private IndexOption index;

  @Option(
      names = "--of",
      paramLabel = "WHOLE",
      defaultValue = "all",
      description =
          "What shares are of: all tweets; filters, the same search without what it says of the"
              + " text; the operation or language it names; operation:NAME or language:CODE, to"
              + " which all are narrowed; else ${DEFAULT-VALUE}.")
  private String of;

  @Option(
      names = "--interval",
      paramLabel = "I",
      defaultValue = "auto",
      description = "auto, year, month, day, hour or minute; else ${DEFAULT-VALUE}.")
  private Timeline.Choice interval;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Tweets from this date or time on; else from the first that is found.")
  private Optional<String> since = Optional.empty();

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "Tweets before this date or time; else to the last that is found.")
  private Optional<String> until = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "text",
      description =
          "text; json, what /api/compare answers; or csv, a row for each period of each search;"
              + " else ${DEFAULT-VALUE}.")
  private Format format;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var address = index.address();
    // Each by itself first, so that what is wrong with one is marked in it.
    queries.forEach(query -> TypedQuery.parse(query, spec.commandLine()));
    var asked = CompareParameters.read(parameters(), TypedQuery.BUDGET, CompareParameters.LEAST);
    if (!asked.faults().isEmpty()) {
      throw refused(Problem.of(asked.faults()));
    }
    try (var searcher = TweetSearch.open(address)) {
      var found = searcher.compare(asked.request(TimelinePeriods.MAX));
      print(CompareJson.of(asked, found, searcher.archive().version()));
    } catch (QueryRefused e) {
      throw refused(asked.problem(e));
    }
    return 0;
  }

  private ParameterException refused(Problem problem) {
    return new ParameterException(
        spec.commandLine(),
        problem.faults().isEmpty()
            ? problem.detail()
            : problem.faults().stream()
                .map(Problem.Fault::detail)
                .collect(Collectors.joining(System.lineSeparator())));
  }

  private Map<String, List<String>> parameters() {
    var parameters = new HashMap<String, List<String>>();
    parameters.put("q", queries);
    parameters.put(CompareParameters.OF, List.of(of));
    parameters.put(CompareParameters.INTERVAL, List.of(interval.name().toLowerCase(Locale.ROOT)));
    since.ifPresent(date -> parameters.put("since", List.of(date)));
    until.ifPresent(date -> parameters.put("until", List.of(date)));
    return parameters;
  }

  private void print(CompareJson compared) {
    var out = spec.commandLine().getOut();
    switch (format) {
      case JSON -> out.println(compared.text());
      case CSV -> out.print(CompareCsv.of(compared));
      case TEXT -> text(out, compared);
    }
    out.flush();
  }

  private static void text(PrintWriter out, CompareJson compared) {
    int number = 0;
    for (var series : compared.series()) {
      number++;
      out.printf(
          Locale.ENGLISH,
          "%d  %s%n   %,d tweets from %,d accounts%s%n",
          number,
          TerminalText.line(series.query().text()),
          series.total(),
          series.accounts(),
          share(series));
      if (series.peak() != null) {
        out.printf(
            Locale.ENGLISH,
            "   %s to %s, most in the %s from %s: %,d%n",
            series.first(),
            series.last(),
            compared.interval(),
            series.peak().start(),
            series.peak().count());
      }
    }
    for (var overlap : compared.overlaps()) {
      out.printf(
          Locale.ENGLISH, "%d and %d: %,d%n", overlap.a() + 1, overlap.b() + 1, overlap.both());
    }
    table(out, compared);
  }

  private static String share(CompareJson.SeriesJson series) {
    return series.share() == null
        ? ""
        : String.format(
            Locale.ENGLISH,
            ", %.3g %% of %,d (%s)",
            100 * series.share(),
            series.whole().total(),
            TerminalText.line(series.whole().reading()));
  }

  /// A line for each period: its start, and the tweets of each search.
  private static void table(PrintWriter out, CompareJson compared) {
    if (compared.series().getFirst().buckets().isEmpty()) {
      return;
    }
    out.println();
    out.print("by " + compared.interval());
    for (int i = 0; i < compared.series().size(); i++) {
      out.print("\t" + (i + 1));
    }
    out.println();
    for (int i = 0; i < compared.series().getFirst().buckets().size(); i++) {
      out.print(compared.series().getFirst().buckets().get(i).start());
      for (var series : compared.series()) {
        out.print("\t" + series.buckets().get(i).count());
      }
      out.println();
    }
  }
}
