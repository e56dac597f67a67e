package org.trawl.api;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trawl.api.Problem.Fault;
import org.trawl.api.Problem.Span;
import org.trawl.explain.ProblemText;
import org.trawl.explain.Reading;
import org.trawl.query.ParsedQuery;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryParser;
import org.trawl.query.QueryProblem;
import org.trawl.search.Advice;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchResult;
import org.trawl.search.SearchResult.Standing;
import org.trawl.search.TweetSearch;

/// A search as an address asks for it: the same parameters everywhere, in the interface for
/// programs, on the pages, in exports and in the lines of a batch.
///
/// @param query the query as it was read; it may have problems
/// @param request what to search; what could not be read is left out of it
/// @param clauses whether the query's parts are to be counted one by one
/// @param explain whether each hit is to say why it stands where it stands
/// @param faults what is wrong with parameters other than the query
public record SearchParameters(
    ParsedQuery query,
    SearchRequest request,
    boolean clauses,
    boolean explain,
    List<Fault> faults) {
  public SearchParameters {
    requireNonNull(query, "query");
    requireNonNull(request, "request");
    faults = List.copyOf(faults);
  }

  /// Reads the parameters of a request; those of other names are not looked at, and empty ones are
  /// as good as missing. What is wrong with them is noted: whether a search with faults is refused
  /// or run without the faulty parts is its caller's choice.
  ///
  /// @param parameters decoded names and values
  /// @param budget how long the search may take
  public static SearchParameters read(Map<String, List<String>> parameters, Duration budget) {
    var reader = new ParameterReader(parameters);
    var query = QueryParser.parse(reader.one(ParameterNames.QUERY).orElse(""), reader.zone());
    var request = reader.request(query.ast(), budget);
    var clauses = reader.yes(ParameterNames.CLAUSES);
    var explain = reader.yes(ParameterNames.EXPLAIN);
    return new SearchParameters(query, request, clauses, explain, reader.faults());
  }

  /// What to say of the query's parts: all that was asked for, and that nothing was found.
  public Advice advice(TweetSearch searcher, SearchResult found) throws IOException {
    return clauses || isEmpty(found) ? searcher.advise(request, found) : Advice.NONE;
  }

  /// Why each hit stands where it stands, if that was asked for; nothing otherwise.
  public List<Standing> standings(TweetSearch searcher, SearchResult found)
      throws IOException, QueryRefused {
    return explain ? searcher.explain(request, found) : List.of();
  }

  /// Whether there is nothing to find.
  static boolean isEmpty(SearchResult found) {
    return found.total() == 0 && !found.partial();
  }

  /// The same search of these tweets only.
  public SearchParameters within(QueryAst more) {
    var selection = request.selection();
    var both = both(selection.within(), more);
    return new SearchParameters(
        query,
        new SearchRequest(
            request.query(), selection.within(both), request.page(), request.counting()),
        clauses,
        explain,
        faults);
  }

  private static QueryAst both(QueryAst one, QueryAst other) {
    if (one instanceof QueryAst.All) {
      return other;
    }
    return other instanceof QueryAst.All ? one : QueryAst.and(List.of(one, other));
  }

  /// All that is asked in words, what was clicked beside it left out: the query, and the list.
  public String reading() {
    return Reading.of(both(query.ast(), request.selection().within()));
  }

  /// Why this cannot be searched, if anything is wrong with it.
  public Optional<Problem> problem() {
    var all = new ArrayList<>(faults(ParameterNames.QUERY, query));
    all.addAll(faults);
    return all.isEmpty() ? Optional.empty() : Optional.of(Problem.of(all));
  }

  /// Why this was not searched: a part of the query would cost too much.
  public Problem problem(QueryRefused refused) {
    return Problem.of(List.of(fault(ParameterNames.QUERY, query, refused)));
  }

  /// What is wrong with a query of which a part would cost too much.
  ///
  /// @param parameter it was given as
  public static Fault fault(String parameter, ParsedQuery query, QueryRefused refused) {
    return fault(parameter, refused.problem(query), query.text());
  }

  /// What is wrong with a query.
  ///
  /// @param parameter it was given as
  public static List<Fault> faults(String parameter, ParsedQuery query) {
    return query.problems().stream()
        .map(problem -> fault(parameter, problem, query.text()))
        .toList();
  }

  private static Fault fault(String parameter, QueryProblem problem, String text) {
    var words = ProblemText.of(problem);
    return new Fault(
        parameter,
        words.message(),
        Optional.of(new Span(problem.span().offset(), problem.span().length())),
        words.suggestion(),
        problem.mend().map(mend -> mend.apply(text)));
  }
}
