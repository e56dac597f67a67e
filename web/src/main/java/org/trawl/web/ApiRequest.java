package org.trawl.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.trawl.api.ParameterNames;
import org.trawl.api.ParameterReader;
import org.trawl.api.Problem;
import org.trawl.api.Problem.Fault;
import org.trawl.api.SearchParameters;

/// What a request to the interface for programs asks, read strictly: a parameter that is not known
/// is a mistake, as an answer without it would look right and be wrong.
///
/// @param search the search of the request
/// @param reader of the parameters that the route has besides; what it notes is refused by
///   [#refuseFaults]
record ApiRequest(SearchParameters search, ParameterReader reader) {
  /// Faults that one answer tells.
  private static final int MAX_FAULTS = 20;

  /// The search of a request.
  ///
  /// @param budget how long it may take
  /// @param more parameters that the route has besides
  static ApiRequest search(Context ctx, Duration budget, String... more) {
    var known = new TreeSet<>(ParameterNames.SEARCH);
    known.addAll(Arrays.asList(more));
    var parameters = RequestParameters.parameters(ctx);
    var read = SearchParameters.read(parameters, budget);
    var faults = new ArrayList<>(unknown(parameters, known));
    read.problem().ifPresent(problem -> faults.addAll(problem.faults()));
    refuseIfAny(faults);
    return new ApiRequest(read, new ParameterReader(parameters));
  }

  /// Refuses the request if what was read of its other parameters has faults.
  void refuseFaults() {
    refuseIfAny(reader.faults());
  }

  /// The parameters of a request that has no search.
  static Map<String, List<String>> only(Context ctx, String... names) {
    var parameters = RequestParameters.address(ctx);
    refuseIfAny(unknown(parameters, new TreeSet<>(Arrays.asList(names))));
    return parameters;
  }

  static void refuseIfAny(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new Refused(Problem.of(faults.subList(0, Math.min(MAX_FAULTS, faults.size()))));
    }
  }

  /// A fault for each parameter that is none of these.
  static List<Fault> unknown(Map<String, List<String>> parameters, Set<String> known) {
    return parameters.keySet().stream()
        .filter(name -> !known.contains(name))
        .limit(MAX_FAULTS)
        .map(name ->
            Fault.of(
                name,
                "there is no parameter "
                    + ParameterReader.cut(name)
                    + " here"
                    + (known.isEmpty() ? "" : "; there are " + String.join(", ", known))))
        .toList();
  }
}
