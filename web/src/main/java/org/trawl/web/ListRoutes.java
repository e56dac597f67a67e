package org.trawl.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trawl.api.Json;
import org.trawl.api.ListReport;
import org.trawl.api.ParameterNames;
import org.trawl.api.ParameterReader;
import org.trawl.api.Problem.Fault;
import org.trawl.search.QueryRefused;
import org.trawl.search.TweetSearch;

/// What a list holds, and how much of it the archive has.
final class ListRoutes implements Routes {
  private static final Set<String> TEXTS =
      Set.of("", "text/plain", "text/csv", "application/octet-stream");

  private final TweetSearch searcher;
  private final Duration budget;

  /// @param budget how long counting may take
  ListRoutes(TweetSearch searcher, Duration budget) {
    this.searcher = searcher;
    this.budget = budget;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post("/api/lists", this::report);
  }

  private void report(Context ctx) throws IOException, QueryRefused {
    var parameters = parameters(ctx);
    var faults = new ArrayList<>(ApiRequest.unknown(parameters, ParameterNames.OF_LIST));
    var reader = new ParameterReader(parameters);
    var list = reader.list();
    var role = reader.role();
    faults.addAll(reader.faults());
    if (list.values().isEmpty() && list.unread().isEmpty()) {
      faults.add(Fault.of("list", "there is no value in the list"));
    }
    ApiRequest.refuseIfAny(faults);
    ctx.header("Cache-Control", "no-store");
    var report = new LinkedHashMap<>(ListReport.of(searcher, list, role, budget).json());
    report.put("version", searcher.archive().version());
    ctx.contentType(Json.MEDIA_TYPE).result(Json.bytes(report));
  }

  /// A text is the list itself; anything else has it as a parameter.
  private static Map<String, List<String>> parameters(Context ctx) {
    if (!TEXTS.contains(RequestParameters.type(ctx))) {
      return RequestParameters.parameters(ctx);
    }
    var parameters = new LinkedHashMap<>(RequestParameters.address(ctx));
    parameters.put("list", List.of(RequestParameters.text(RequestBody.of(ctx))));
    return parameters;
  }
}
