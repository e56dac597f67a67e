package org.trawl.api;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trawl.api.Problem.Fault;
import org.trawl.query.QueryAst;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchResult;
import org.trawl.search.TweetSearch;

/// The answer to one line of a batch: how many tweets and accounts, or what is wrong with it.
///
/// @param line its place in the file, from 1
/// @param label what the line's writer calls it, else empty
/// @param query as it stood there, byte for byte
/// @param note how the line was read where it could be read otherwise, else empty
public record BatchAnswer(int line, String label, String query, String note, Outcome outcome) {
  /// The parameters that a line may have; a batch counts and shows no tweets.
  private static final List<String> PARAMETERS =
      List.of(
          "q", "filter", "exclude", "since", "until", "list", "listAccounts", "listWords", "zone");

  public BatchAnswer {
    requireNonNull(label, "label");
    requireNonNull(query, "query");
    requireNonNull(note, "note");
    requireNonNull(outcome, "outcome");
  }

  /// What came of a line.
  public sealed interface Outcome {
    /// @param partial whether the time budget ended before all was counted
    record Found(String reading, long total, long accounts, boolean partial) implements Outcome {}

    record Failed(Problem problem) implements Outcome {}
  }

  /// Runs one line's search.
  ///
  /// @param budget how long it may take
  public static BatchAnswer of(BatchFile.Line line, TweetSearch searcher, Duration budget)
      throws IOException {
    return of(line, new QueryAst.All(), searcher, budget);
  }

  /// Runs one line's search.
  ///
  /// @param within what every line's tweets must fit besides
  /// @param budget how long it may take
  public static BatchAnswer of(
      BatchFile.Line line, QueryAst within, TweetSearch searcher, Duration budget)
      throws IOException {
    var search = SearchParameters.read(line.parameters(), budget).within(within);
    var faults = new ArrayList<Fault>();
    line.fault().ifPresent(fault -> faults.add(Fault.of("line", fault)));
    line.parameters().keySet().stream()
        .filter(name -> !PARAMETERS.contains(name))
        .forEach(name -> faults.add(Fault.of(name, unknown(name))));
    search.problem().ifPresent(problem -> faults.addAll(problem.faults()));
    if (!faults.isEmpty()) {
      return answer(line, new Outcome.Failed(Problem.of(faults)));
    }
    try {
      var counted =
          searcher.search(
              SearchRequest.counting(
                  search.request().query(), search.request().selection(), budget));
      return answer(line, found(search, counted));
    } catch (QueryRefused e) {
      return answer(line, new Outcome.Failed(search.problem(e)));
    }
  }

  private static BatchAnswer answer(BatchFile.Line line, Outcome outcome) {
    var said = line.said();
    return new BatchAnswer(line.number(), said.label(), said.query(), said.note(), outcome);
  }

  private static String unknown(String name) {
    return "a line has no parameter "
        + ParameterReader.cut(name)
        + "; there are "
        + String.join(", ", PARAMETERS)
        + ", and label for a name of your own";
  }

  private static Outcome found(SearchParameters search, SearchResult result) {
    return new Outcome.Found(search.reading(), result.total(), result.accounts(), result.partial());
  }

  /// The first thing to mend, if the line failed.
  public Optional<Fault> fault() {
    return outcome instanceof Outcome.Failed(var problem)
        ? problem.faults().stream().findFirst()
        : Optional.empty();
  }
}
