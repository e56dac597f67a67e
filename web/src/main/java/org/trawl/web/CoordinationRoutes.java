package org.trawl.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import org.trawl.api.Json;
import org.trawl.api.network.CoordinationCsv;
import org.trawl.api.network.CoordinationJson;
import org.trawl.api.network.CoordinationQuestion;
import org.trawl.api.network.NetworkQuestion;
import org.trawl.search.NetworkTooLarge;
import org.trawl.search.QueryRefused;
import org.trawl.search.TweetSearch;

/// Who acted together, for programs.
final class CoordinationRoutes implements Routes {
  private static final String FORMAT = "format";

  private final TweetSearch searcher;
  private final Duration budget;
  private final Freshness freshness;

  /// @param budget how long an answer may take
  CoordinationRoutes(TweetSearch searcher, Duration budget) {
    this.searcher = searcher;
    this.budget = budget;
    freshness = new Freshness(searcher.archive().state());
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/api/coordination", this::coordination);
    routes.post("/api/coordination", this::coordination);
  }

  private void coordination(Context ctx) throws IOException {
    var names = new ArrayList<>(CoordinationQuestion.PARAMETERS);
    names.add(FORMAT);
    var asked = ApiRequest.search(ctx, budget, names.toArray(String[]::new));
    var question = CoordinationQuestion.read(asked.search(), asked.reader());
    var format = asked.reader().choice(FORMAT, TableFormat.values(), TableFormat.JSON);
    var faults = new ArrayList<>(question.faults());
    faults.addAll(asked.reader().faults());
    ApiRequest.refuseIfAny(faults.stream().distinct().toList());
    if (freshness.known(ctx)) {
      return;
    }
    try {
      var found = searcher.coordination(question.request());
      if (found.partial()) {
        Freshness.never(ctx);
      }
      var json = CoordinationJson.of(question.request(), found, searcher.archive().version());
      switch (format) {
        case JSON -> ctx.contentType(Json.MEDIA_TYPE).result(Json.bytes(json));
        case CSV -> format.table(ctx, "coordination", CoordinationCsv.of(json));
      }
    } catch (QueryRefused e) {
      throw new Refused(asked.search().problem(e));
    } catch (NetworkTooLarge e) {
      throw new Refused(NetworkQuestion.problem(e));
    }
  }
}
