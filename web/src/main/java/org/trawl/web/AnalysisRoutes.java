package org.trawl.web;

import static java.util.Objects.requireNonNull;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import org.trawl.api.Json;
import org.trawl.api.ParameterReader;
import org.trawl.api.Problem.Fault;
import org.trawl.api.analysis.AccountsCsv;
import org.trawl.api.analysis.AccountsJson;
import org.trawl.api.analysis.AccountsParameters;
import org.trawl.api.analysis.CompareCsv;
import org.trawl.api.analysis.CompareJson;
import org.trawl.api.analysis.CompareParameters;
import org.trawl.api.analysis.DistinctiveAnswers;
import org.trawl.api.analysis.DistinctiveJson;
import org.trawl.api.analysis.DistinctiveParameters;
import org.trawl.api.analysis.OperationFigures;
import org.trawl.api.analysis.OperationsJson;
import org.trawl.distinct.ValueKind;
import org.trawl.search.QueryRefused;
import org.trawl.search.TimelinePeriods;
import org.trawl.search.TweetSearch;

/// The interface for programs, as far as it answers what searches have to do with each other.
final class AnalysisRoutes implements Routes {
  private static final String FORMAT = "format";

  private final TweetSearch searcher;
  private final Duration budget;
  private final DistinctiveAnswers distinctive;
  private final OperationFigures operations;
  private final Freshness freshness;

  /// @param budget how long an answer may take
  AnalysisRoutes(TweetSearch searcher, Duration budget) {
    this.searcher = searcher;
    this.budget = budget;
    this.distinctive = new DistinctiveAnswers(searcher);
    this.operations = new OperationFigures(searcher, budget);
    this.freshness = new Freshness(searcher.archive().state());
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/api/compare", this::compare);
    routes.get("/api/distinctive", this::distinctive);
    routes.get("/api/operations", this::operations);
    routes.get("/api/accounts", this::accounts);
  }

  private void compare(Context ctx) throws IOException {
    var parameters = RequestParameters.parameters(ctx);
    var known = new TreeSet<>(CompareParameters.NAMES);
    known.add(FORMAT);
    ApiRequest.refuseIfAny(ApiRequest.unknown(parameters, known));
    var asked = CompareParameters.read(parameters, budget, CompareParameters.LEAST);
    var reader = new ParameterReader(parameters);
    var format = reader.choice(FORMAT, TableFormat.values(), TableFormat.JSON);
    ApiRequest.refuseIfAny(asked.faults());
    ApiRequest.refuseIfAny(reader.faults());
    if (freshness.known(ctx)) {
      return;
    }
    try {
      var found = searcher.compare(asked.request(TimelinePeriods.MAX));
      if (found.partial()) {
        Freshness.never(ctx);
      }
      var json = CompareJson.of(asked, found, searcher.archive().version());
      switch (format) {
        case JSON -> ctx.contentType(Json.MEDIA_TYPE).result(Json.bytes(json));
        case CSV -> format.table(ctx, "compare", CompareCsv.of(json));
      }
    } catch (QueryRefused e) {
      throw new Refused(asked.problem(e));
    }
  }

  private void distinctive(Context ctx) throws IOException {
    var parameters = new HashMap<>(RequestParameters.parameters(ctx));
    var known = new TreeSet<>(DistinctiveParameters.NAMES);
    ApiRequest.refuseIfAny(ApiRequest.unknown(parameters, known));
    parameters.putIfAbsent(DistinctiveParameters.KIND, List.of(ValueKind.WORD.key()));
    var asked = DistinctiveParameters.read(parameters, budget);
    ApiRequest.refuseIfAny(asked.faults());
    if (asked.kinds().size() != 1) {
      ApiRequest.refuseIfAny(
          List.of(Fault.of(DistinctiveParameters.KIND, "kind can be one at a time here")));
    }
    if (freshness.known(ctx)) {
      return;
    }
    try {
      var answer = distinctive.of(asked);
      var kind = asked.kinds().getFirst();
      var found = requireNonNull(answer.kinds().get(kind));
      if (found.partial()) {
        Freshness.never(ctx);
      }
      var version = searcher.archive().version();
      var json = DistinctiveJson.of(kind, found, answer.background(), version);
      ctx.contentType(Json.MEDIA_TYPE).result(Json.bytes(json));
    } catch (QueryRefused e) {
      throw new Refused(asked.search().problem(e));
    }
  }

  private void accounts(Context ctx) throws IOException {
    var parameters = RequestParameters.parameters(ctx);
    var known = new TreeSet<>(AccountsParameters.NAMES);
    known.add(FORMAT);
    ApiRequest.refuseIfAny(ApiRequest.unknown(parameters, known));
    var asked = AccountsParameters.read(parameters, budget);
    var reader = new ParameterReader(parameters);
    var format = reader.choice(FORMAT, TableFormat.values(), TableFormat.JSON);
    ApiRequest.refuseIfAny(asked.faults());
    ApiRequest.refuseIfAny(reader.faults());
    if (freshness.known(ctx)) {
      return;
    }
    try {
      var found = searcher.accounts(asked.request());
      if (found.partial()) {
        Freshness.never(ctx);
      }
      var json = AccountsJson.of(found, searcher.archive().version());
      switch (format) {
        case JSON -> ctx.contentType(Json.MEDIA_TYPE).result(Json.bytes(json));
        case CSV -> format.table(ctx, "accounts", AccountsCsv.of(json));
      }
    } catch (QueryRefused e) {
      throw new Refused(asked.search().problem(e));
    }
  }

  private void operations(Context ctx) throws IOException, QueryRefused {
    ApiRequest.only(ctx);
    if (freshness.known(ctx)) {
      return;
    }
    var json = OperationsJson.of(operations.get(), searcher.archive().version());
    if (json.partial()) {
      Freshness.never(ctx);
    }
    ctx.contentType(Json.MEDIA_TYPE).result(Json.bytes(json));
  }
}
