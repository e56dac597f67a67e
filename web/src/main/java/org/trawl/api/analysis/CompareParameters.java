package org.trawl.api.analysis;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trawl.api.ParameterNames;
import org.trawl.api.ParameterReader;
import org.trawl.api.Problem;
import org.trawl.api.Problem.Fault;
import org.trawl.api.SearchParameters;
import org.trawl.query.ParsedQuery;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryParser;
import org.trawl.query.QueryPrinter;
import org.trawl.search.CompareRequest;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchScope;
import org.trawl.search.ShareOf;
import org.trawl.search.Timeline;

/// A comparison as an address asks for it, for programs, on the command line and on the page: each
/// `q` is a search, and what is chosen beside them holds for all.
///
/// @param of what shares are of, as it was asked for
/// @param share what that is; empty if it cannot be read
/// @param narrowing the query that all searches are narrowed by; empty for nothing
/// @param searches in the order of the address; none where there are faults
/// @param selection what is chosen beside the queries
/// @param queries all that were typed, whatever is wrong with them
public record CompareParameters(
    String of,
    Optional<ShareOf> share,
    String narrowing,
    List<Compared> searches,
    Selection selection,
    List<ParsedQuery> queries,
    Counting counting,
    List<Fault> faults) {
  /// What shares are of.
  public static final String OF = "of";

  public static final String INTERVAL = "interval";

  /// The searches that a comparison has at least.
  public static final int LEAST = 2;

  /// The parameters that a comparison has.
  public static final Set<String> NAMES =
      Set.of(
          ParameterNames.QUERY,
          OF,
          INTERVAL,
          ParameterNames.FILTER,
          ParameterNames.EXCLUDE,
          ParameterNames.SINCE,
          ParameterNames.UNTIL,
          ParameterNames.ZONE,
          ParameterNames.LIST,
          ParameterNames.LIST_ACCOUNTS,
          ParameterNames.LIST_WORDS);

  public CompareParameters {
    requireNonNull(of, "of");
    requireNonNull(share, "share");
    requireNonNull(narrowing, "narrowing");
    searches = List.copyOf(searches);
    requireNonNull(selection, "selection");
    queries = List.copyOf(queries);
    requireNonNull(counting, "counting");
    faults = List.copyOf(faults);
  }

  /// How is counted.
  public record Counting(Timeline.Choice interval, ZoneId zone, Duration budget) {
    public Counting {
      requireNonNull(interval, "interval");
      requireNonNull(zone, "zone");
      requireNonNull(budget, "budget");
    }
  }

  /// Reads the parameters of a request; those of other names are not looked at.
  ///
  /// @param budget how long the comparison may take
  /// @param least how many searches there must be
  public static CompareParameters read(
      Map<String, List<String>> parameters, Duration budget, int least) {
    var typed = parameters.getOrDefault(ParameterNames.QUERY, List.of());
    var beside = new HashMap<>(parameters);
    beside.keySet().retainAll(NAMES);
    beside.remove(ParameterNames.QUERY);
    var rest = SearchParameters.read(beside, budget);
    var reader = new ParameterReader(beside);
    var interval = reader.choice(INTERVAL, Timeline.Choice.values(), Timeline.Choice.AUTO);
    var faults = new ArrayList<>(rest.faults());
    faults.addAll(reader.faults());
    if (typed.size() < least || typed.size() > CompareRequest.MOST) {
      faults.add(
          Fault.of(
              ParameterNames.QUERY,
              "%d to %d searches can be compared, each as a q of its own; here are %d"
                  .formatted(least, CompareRequest.MOST, typed.size())));
    }
    var zone = rest.request().counting().zone();
    var queries = typed.stream().map(text -> QueryParser.parse(text, zone)).toList();
    for (int i = 0; i < queries.size(); i++) {
      faults.addAll(faults(queries.get(i), i));
    }
    var of = reader.one(OF).map(String::strip).orElse("all");
    var share = shareOf(of);
    if (share.isEmpty()) {
      faults.add(
          Fault.of(
              OF,
              "of must be all, filters, operation, language, operation:NAME or language:CODE, got “"
                  + ParameterReader.cut(of)
                  + "”"));
    }
    var searches = new ArrayList<Compared>();
    if (faults.isEmpty()) {
      for (var query : queries) {
        compared(query, rest.request().selection(), share.orElseThrow(), zone)
            .ifPresentOrElse(searches::add, () -> faults.add(unnamed(of, queries.indexOf(query))));
      }
    }
    return new CompareParameters(
        of,
        share,
        share.flatMap(ShareOf::narrowing).map(QueryPrinter::print).orElse(""),
        faults.isEmpty() ? searches : List.of(),
        rest.request().selection(),
        queries,
        new Counting(interval, zone, budget),
        faults.stream().distinct().toList());
  }

  private static Optional<Compared> compared(
      ParsedQuery query, Selection selection, ShareOf share, ZoneId zone) {
    var scope = share.within(new SearchScope(query.ast(), selection));
    var text =
        share
            .narrowing()
            .map(by -> new QueryTexts(zone).and(query.text(), QueryPrinter.print(by)))
            .orElse(query.text());
    return share.whole(scope).map(whole -> new Compared(query, text, scope, whole));
  }

  private static Fault unnamed(String of, int search) {
    return Fault.of(
        OF,
        "search %d names no %s for its share to be of; say which, such as of=%s"
            .formatted(search + 1, of, of.equals("operation") ? "operation:ira" : "language:ru"));
  }

  private static Optional<ShareOf> shareOf(String of) {
    return switch (of) {
      case "all" -> Optional.of(new ShareOf.All());
      case "filters" -> Optional.of(new ShareOf.Filters());
      case "operation" -> Optional.of(new ShareOf.ItsOperation());
      case "language" -> Optional.of(new ShareOf.ItsLanguage());
      default -> named(of);
    };
  }

  /// One operation or language, read as the operator is.
  private static Optional<ShareOf> named(String of) {
    if (of.startsWith("operation:") && of.length() > "operation:".length()) {
      return Optional.of(new ShareOf.Operation(of.substring("operation:".length())));
    }
    if (!of.matches("language:[A-Za-z-]{2,12}")) {
      return Optional.empty();
    }
    var read = QueryParser.parse(of);
    return read.problems().isEmpty()
            && read.ast() instanceof QueryAst.Language(var codes)
            && codes.size() == 1
        ? Optional.of(new ShareOf.Language(codes.getFirst()))
        : Optional.empty();
  }

  private static List<Fault> faults(ParsedQuery query, int search) {
    return SearchParameters.faults(ParameterNames.QUERY, query).stream()
        .map(fault -> in(search, fault))
        .toList();
  }

  private static Fault in(int search, Fault fault) {
    return new Fault(
        fault.parameter(),
        "In search " + (search + 1) + ": " + fault.detail(),
        fault.spot(),
        fault.suggestion(),
        fault.mended());
  }

  /// What to count.
  ///
  /// @param most periods there may be
  /// @throws IllegalStateException if there are faults
  public CompareRequest request(int most) {
    if (searches.isEmpty()) {
      throw new IllegalStateException("nothing to compare: " + faults);
    }
    return new CompareRequest(
        searches.stream().map(Compared::scope).toList(),
        searches.stream().map(Compared::whole).toList(),
        counting.interval(),
        most,
        counting.zone(),
        counting.budget());
  }

  /// Why this was not counted: a part of a query would cost too much. The query is the one that has
  /// the part.
  public Problem problem(QueryRefused refused) {
    for (int i = 0; i < queries.size(); i++) {
      if (refused.concerns(queries.get(i))) {
        var fault = SearchParameters.fault(ParameterNames.QUERY, queries.get(i), refused);
        return Problem.of(List.of(in(i, fault)));
      }
    }
    return Problem.of(400, "A part of the searches fits too many words of the archive.");
  }
}
