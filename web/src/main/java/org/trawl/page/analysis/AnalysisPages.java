package org.trawl.page.analysis;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.trawl.api.Problem;
import org.trawl.api.analysis.OperationFigures;
import org.trawl.page.ChartPages;
import org.trawl.page.Pages;
import org.trawl.page.media.Showing;
import org.trawl.page.network.CoordinationPage;
import org.trawl.page.site.Site;
import org.trawl.page.site.Templates;
import org.trawl.page.site.Wording;
import org.trawl.search.QueryRefused;
import org.trawl.search.TweetSearch;
import org.trawl.web.BasePath;
import org.trawl.web.Refused;
import org.trawl.web.RequestParameters;
import org.trawl.web.Routes;

/// The pages about searches as a whole.
final class AnalysisPages implements Routes {
  private final ComparePage compare;
  private final DistinctivePage distinctive;
  private final OperationsPage operations;
  private final AccountsPage accounts;
  private final CoordinationPage coordination;
  private final ChartPages charts;
  private final TweetSearch searcher;
  private final Templates templates;
  private final Site site;

  AnalysisPages(
      TweetSearch searcher, Duration budget, BasePath base, ChartPages charts, Showing pictures)
      throws IOException {
    this.searcher = searcher;
    this.charts = charts;
    compare = new ComparePage(searcher, budget);
    distinctive = new DistinctivePage(searcher, budget);
    operations = new OperationsPage(new OperationFigures(searcher, budget));
    accounts = new AccountsPage(searcher, budget);
    coordination = new CoordinationPage(searcher, budget, Pages::named);
    templates = new Templates(base);
    site = Site.of(searcher, base, pictures);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/compare", this::compare);
    routes.get("/charts/compare.svg", this::picture);
    routes.get("/distinctive", this::distinctive);
    routes.get("/operations", this::operations);
    routes.get("/accounts", this::accounts);
    routes.get("/coordination", this::coordination);
  }

  private void compare(Context ctx) throws IOException, QueryRefused {
    var view = compare.view(RequestParameters.address(ctx));
    var chart = view.answer().flatMap(CompareView.Answer::chart);
    if (ChartPages.isEmbedded(ctx) && chart.isPresent()) {
      charts.embed(ctx, view.title(), chart.get().says(), "/compare", "/charts/compare.svg");
      return;
    }
    show(ctx, view.faults().isEmpty() ? 200 : 400, "compare", Map.of("view", view));
  }

  /// A comparison as SVG.
  private void picture(Context ctx) throws IOException, QueryRefused {
    var view = compare.view(RequestParameters.address(ctx));
    if (!view.faults().isEmpty()) {
      throw new Refused(Problem.of(400, String.join(" ", view.faults())));
    }
    var answer = view.answer().filter(found -> found.chart().isPresent());
    if (answer.isEmpty()) {
      throw new Refused(Problem.of(404, "None of these searches finds a tweet to draw."));
    }
    var about = new ArrayList<String>();
    var whole = view.form().share() ? "Shares of " + answer.get().whole() : "Numbers of tweets";
    about.add(
        whole
            + ", by "
            + answer.get().chart().get().interval().name().toLowerCase(Locale.ROOT)
            + "; "
            + answer.get().zone());
    if (!view.chips().isEmpty()) {
      about.add(
          "Only "
              + view.chips().stream()
                  .map(chip -> chip.of() + ": " + Wording.isolated(chip.value()))
                  .collect(Collectors.joining(" · ")));
    }
    about.addAll(answer.get().notes());
    var caption =
        ChartPages.caption(
            view.form().share() ? "Share over time" : "Tweets over time",
            about,
            searcher.archive());
    var theme = ChartPages.theme(ctx.queryParamMap());
    ChartPages.send(ctx, ComparePicture.of(answer.get(), caption, theme), "trawl-compare.svg");
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

  private void coordination(Context ctx) throws IOException, QueryRefused {
    var view = coordination.view(RequestParameters.parameters(ctx));
    show(ctx, view.found().isPresent() ? 200 : 400, "coordination", Map.of("view", view));
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
