package org.trawl.page.analysis;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.trawl.api.analysis.OperationFigures;
import org.trawl.page.Site;
import org.trawl.page.Templates;
import org.trawl.page.media.Showing;
import org.trawl.search.QueryRefused;
import org.trawl.search.TweetSearch;
import org.trawl.web.BasePath;
import org.trawl.web.RequestParameters;
import org.trawl.web.Routes;

/// The pages about searches as a whole.
final class AnalysisPages implements Routes {
  private final ComparePage compare;
  private final DistinctivePage distinctive;
  private final OperationsPage operations;
  private final AccountsPage accounts;
  private final Templates templates;
  private final Site site;

  AnalysisPages(TweetSearch searcher, Duration budget, BasePath base, Showing pictures)
      throws IOException {
    compare = new ComparePage(searcher, budget);
    distinctive = new DistinctivePage(searcher, budget);
    operations = new OperationsPage(new OperationFigures(searcher, budget));
    accounts = new AccountsPage(searcher, budget);
    templates = new Templates(base);
    site = Site.of(searcher, base, pictures);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/compare", this::compare);
    routes.get("/distinctive", this::distinctive);
    routes.get("/operations", this::operations);
    routes.get("/accounts", this::accounts);
  }

  private void compare(Context ctx) throws IOException, QueryRefused {
    var view = compare.view(RequestParameters.address(ctx));
    show(ctx, view.faults().isEmpty() ? 200 : 400, "compare", Map.of("view", view));
  }

  private void distinctive(Context ctx) throws IOException {
    var view = distinctive.view(RequestParameters.address(ctx));
    show(ctx, view.faults().isEmpty() ? 200 : 400, "distinctive", Map.of("view", view));
  }

  private void operations(Context ctx) throws IOException, QueryRefused {
    show(ctx, 200, "operations", Map.of("view", operations.view()));
  }

  private void accounts(Context ctx) throws IOException {
    var view = accounts.view(RequestParameters.address(ctx));
    show(ctx, view.faults().isEmpty() ? 200 : 400, "accounts", Map.of("view", view));
  }

  private void show(Context ctx, int status, String template, Map<String, Object> parameters) {
    var all = new HashMap<>(parameters);
    all.put("site", site);
    ctx.status(status)
        .header("Cache-Control", "no-cache")
        .contentType("text/html; charset=utf-8")
        .result(templates.render(template, all));
  }
}
