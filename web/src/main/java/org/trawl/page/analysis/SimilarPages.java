package org.trawl.page.analysis;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.trawl.page.Missing;
import org.trawl.page.media.Showing;
import org.trawl.page.site.Site;
import org.trawl.page.site.Templates;
import org.trawl.search.QueryRefused;
import org.trawl.search.TweetSearch;
import org.trawl.web.BasePath;
import org.trawl.web.Routes;

/// The pages of near-copies, one for each tweet.
final class SimilarPages implements Routes {
  private final SimilarPage similar;
  private final Templates templates;
  private final Site site;

  SimilarPages(TweetSearch searcher, Duration budget, BasePath base, Showing pictures)
      throws IOException {
    similar = new SimilarPage(searcher, budget);
    templates = new Templates(base);
    site = Site.of(searcher, base, pictures);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/tweets/{id}/similar", this::similar);
  }

  private void similar(Context ctx) throws IOException, QueryRefused {
    var id = ctx.pathParam("id");
    var view = similar.view(id);
    if (view.isEmpty()) {
      show(ctx, 404, "error", Map.of("site", site, "missing", Missing.tweet(id)));
    } else {
      show(ctx, 200, "similar", Map.of("site", site, "view", view.get()));
    }
  }

  private void show(Context ctx, int status, String template, Map<String, Object> parameters) {
    ctx.status(status)
        .header("Cache-Control", "no-cache")
        .contentType("text/html; charset=utf-8")
        .result(templates.render(template, parameters));
  }
}
