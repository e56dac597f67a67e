package org.trawl.api.analysis;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.trawl.accounts.AccountSort;
import org.trawl.api.ParameterNames;
import org.trawl.api.ParameterReader;
import org.trawl.api.Problem.Fault;
import org.trawl.api.SearchParameters;
import org.trawl.search.AccountsRequest;
import org.trawl.search.SearchScope;

/// The accounts of a search as an address asks for them.
public record AccountsParameters(
    SearchParameters search, AccountsRequest request, List<Fault> faults) {
  public static final String SORT = "sort";
  public static final String ORDER = "order";
  public static final String FROM = "from";
  public static final String SIZE = "size";

  /// Fewest tweets of an account.
  public static final String LEAST = "least";

  /// A part of a name.
  public static final String NAME = "name";

  private static final List<String> OWN = List.of(SORT, ORDER, FROM, SIZE, LEAST, NAME);

  /// The parameters there are.
  public static final List<String> NAMES =
      Stream.concat(ParameterNames.SCOPE.stream(), OWN.stream()).toList();

  private static final int DEFAULT_SIZE = 50;
  private static final int FAR = 10_000_000;

  /// Which end of an order comes first.
  private enum Order {
    DESC,
    ASC
  }

  public AccountsParameters {
    requireNonNull(search, "search");
    requireNonNull(request, "request");
    faults = List.copyOf(faults);
  }

  /// Reads the parameters of a request; those of other names are not looked at.
  ///
  /// @param budget how long it may take
  public static AccountsParameters read(Map<String, List<String>> parameters, Duration budget) {
    var searched = new HashMap<>(parameters);
    searched.keySet().retainAll(new TreeSet<>(NAMES));
    var own = new HashMap<>(searched);
    OWN.forEach(own::remove);
    var search = SearchParameters.read(own, budget);
    var reader = new ParameterReader(searched);
    var sort = reader.choice(SORT, AccountSort.values(), AccountSort.TWEETS);
    var order = reader.choice(ORDER, Order.values(), sort.descends() ? Order.DESC : Order.ASC);
    var selected = search.request();
    var request =
        new AccountsRequest(
            new SearchScope(selected.query(), selected.selection()),
            sort,
            order == Order.DESC,
            reader.number(FROM, 0, FAR, 0),
            reader.number(SIZE, 1, AccountsRequest.MAX_SIZE, DEFAULT_SIZE),
            reader.number(LEAST, 1, Integer.MAX_VALUE, 1),
            reader.one(NAME).map(String::strip).orElse(""),
            budget);
    var faults = new ArrayList<Fault>();
    search.problem().ifPresent(problem -> faults.addAll(problem.faults()));
    faults.addAll(reader.faults());
    return new AccountsParameters(search, request, faults);
  }
}
