package org.trawl.api.analysis;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.trawl.api.ParameterNames;
import org.trawl.api.ParameterReader;
import org.trawl.api.Problem.Fault;
import org.trawl.api.SearchParameters;
import org.trawl.distinct.DistinctiveRequest;
import org.trawl.distinct.ValueKind;
import org.trawl.query.ParsedQuery;
import org.trawl.query.QueryParser;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchScope;

/// What an address asks to be told of the tweets of a search: which values are peculiar to them.
///
/// @param search whose tweets
/// @param against what they are held against: `archive`, `language` or a query
/// @param background that as a query; the language is the one that most of the tweets have
/// @param kinds of values, in the order they were asked for
/// @param size most values of a kind
public record DistinctiveParameters(
    SearchParameters search,
    String against,
    Optional<ParsedQuery> background,
    List<ValueKind> kinds,
    int size,
    Duration budget,
    List<Fault> faults) {
  public static final String AGAINST = "against";
  public static final String KIND = "kind";
  public static final String SIZE = "size";

  /// Against all other tweets.
  public static final String ARCHIVE = "archive";

  /// Against the other tweets in the search's own language.
  public static final String LANGUAGE = "language";

  private static final int DEFAULT_SIZE = 20;

  private static final List<String> OWN = List.of(AGAINST, KIND, SIZE);

  /// The parameters there are.
  public static final List<String> NAMES =
      Stream.concat(ParameterNames.SCOPE.stream(), OWN.stream()).toList();

  public DistinctiveParameters {
    requireNonNull(search, "search");
    requireNonNull(against, "against");
    requireNonNull(background, "background");
    kinds = List.copyOf(kinds);
    requireNonNull(budget, "budget");
    faults = List.copyOf(faults);
  }

  /// Reads the parameters of a request; those of other names are not looked at.
  ///
  /// @param budget how long it may take
  public static DistinctiveParameters read(Map<String, List<String>> parameters, Duration budget) {
    var searched = new HashMap<>(parameters);
    searched.keySet().retainAll(new TreeSet<>(NAMES));
    var own = new HashMap<>(searched);
    OWN.forEach(own::remove);
    var search = SearchParameters.read(own, budget);
    var reader = new ParameterReader(searched);
    int size = reader.number(SIZE, 1, DistinctiveRequest.MAX_SIZE, DEFAULT_SIZE);
    var against = reader.one(AGAINST).map(String::strip).orElse(ARCHIVE);
    var faults = new ArrayList<Fault>();
    search.problem().ifPresent(problem -> faults.addAll(problem.faults()));
    faults.addAll(reader.faults());
    var background = background(against, search);
    background.ifPresent(query -> faults.addAll(SearchParameters.faults(AGAINST, query)));
    var kinds = kinds(reader, search.request().selection(), faults);
    return new DistinctiveParameters(search, against, background, kinds, size, budget, faults);
  }

  private static Optional<ParsedQuery> background(String against, SearchParameters search) {
    return switch (against) {
      case ARCHIVE -> Optional.of(QueryParser.parse(""));
      case LANGUAGE -> Optional.empty();
      default -> Optional.of(QueryParser.parse(against, search.request().counting().zone()));
    };
  }

  private static List<ValueKind> kinds(
      ParameterReader reader, Selection selection, List<Fault> faults) {
    var asked = reader.one(KIND).map(text -> List.of(text.strip().split(","))).orElse(List.of());
    var kinds = new ArrayList<ValueKind>();
    for (var kind : ValueKind.values()) {
      var isChosen = kind.facet().filter(selection.facets()::contains).isPresent();
      if (asked.contains(kind.key()) && isChosen) {
        faults.add(
            Fault.of(
                KIND,
                "of a facet of which values are chosen nothing is peculiar: leave out kind="
                    + kind.key()
                    + ", or write what is chosen into the query"));
      } else if (!isChosen && (asked.isEmpty() || asked.contains(kind.key()))) {
        kinds.add(kind);
      }
    }
    var known = new TreeSet<String>();
    List.of(ValueKind.values()).forEach(kind -> known.add(kind.key()));
    for (var kind : asked) {
      if (!known.contains(kind)) {
        faults.add(
            Fault.of(
                KIND,
                "kind must be one of "
                    + String.join(", ", known)
                    + ", got “"
                    + ParameterReader.cut(kind)
                    + "”"));
      }
    }
    return kinds;
  }

  /// What to look for.
  ///
  /// @param held what it is held against
  /// @param left how long it may take
  public DistinctiveRequest request(ValueKind kind, ParsedQuery held, Duration left) {
    var request = search.request();
    return new DistinctiveRequest(
        new SearchScope(request.query(), request.selection()),
        new SearchScope(held.ast(), Selection.NONE),
        kind,
        size,
        left);
  }
}
