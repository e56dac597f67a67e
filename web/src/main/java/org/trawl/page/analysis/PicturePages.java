package org.trawl.page.analysis;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.trawl.media.PictureHash;
import org.trawl.media.Undrawable;
import org.trawl.page.Card;
import org.trawl.page.SearchAddress;
import org.trawl.page.media.Showing;
import org.trawl.page.site.Site;
import org.trawl.page.site.Templates;
import org.trawl.page.site.Wording;
import org.trawl.search.TweetSearch;
import org.trawl.web.BasePath;
import org.trawl.web.RequestParameters;
import org.trawl.web.Routes;
import org.trawl.web.Work;
import org.trawl.web.media.PictureRoutes;
import org.trawl.web.media.PictureSearch;

/// The page that finds a picture which somebody has. What is sent is held in memory while it is
/// looked up, and nothing of it is kept.
final class PicturePages implements Routes {
  private static final int SHOWN = 50;

  private final PictureSearch pictures;
  private final Templates templates;
  private final Site site;

  PicturePages(TweetSearch searcher, PictureSearch pictures, BasePath base, Showing showing)
      throws IOException {
    this.pictures = pictures;
    templates = new Templates(base);
    site = Site.of(searcher, base, showing);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/pictures", ctx -> show(ctx, 200, PicturesView.ASKING), Work.LIGHT);
    routes.post("/pictures", this::find);
  }

  private void find(Context ctx) throws IOException {
    var file = RequestParameters.file(ctx, PictureRoutes.PICTURE);
    if (file.length == 0) {
      show(ctx, 400, new PicturesView("Choose a picture first.", Optional.empty()));
      return;
    }
    try {
      show(ctx, 200, new PicturesView("", Optional.of(answer(pictures.find(file, SHOWN)))));
    } catch (Undrawable e) {
      var why = "This file cannot be looked up: " + e.why() + ".";
      show(ctx, 400, new PicturesView(why, Optional.empty()));
    }
  }

  private static PicturesView.Answer answer(PictureSearch.Found found) {
    var matches =
        found.matches().stream()
            .map(match -> new PicturesView.Match(distance(match), Card.of(match.hit(), Map.of())))
            .toList();
    var plain =
        found.hash().isEmpty()
            ? " It is too plain to be told from others, so that only the very same file is found."
            : "";
    var says =
        found.tweets() == 0
            ? "No tweet of the archive has this picture." + plain
            : Wording.number(found.tweets(), "tweet has", "tweets have")
                + " this picture, or nearly."
                + plain
                + (found.tweets() > matches.size() ? " The nearest " + SHOWN + " are here." : "");
    var search =
        matches.isEmpty()
            ? ""
            : SearchAddress.query("same_picture:" + matches.getFirst().card().id())
                .with("sort", "oldest")
                .href();
    return new PicturesView.Answer(says, search, matches);
  }

  private static String distance(PictureSearch.Match match) {
    if (match.same()) {
      return "The same file";
    }
    return (match.mirrored() ? "Mirrored; differs in " : "Differs in ")
        + match.distance()
        + " of "
        + PictureHash.BITS
        + " bits";
  }

  private void show(Context ctx, int status, PicturesView view) {
    ctx.status(status)
        .header("Cache-Control", "no-store")
        .contentType("text/html; charset=utf-8")
        .result(templates.render("pictures", Map.of("site", site, "view", view)));
  }
}
