package org.trawl.page.analysis;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.trawl.api.Problem;
import org.trawl.page.Pages;
import org.trawl.page.media.Showing;
import org.trawl.search.QueryRefused;
import org.trawl.search.TweetSearch;
import org.trawl.web.BasePath;
import org.trawl.web.Routes;
import org.trawl.web.media.MediaRoutes;

/// Every page for people: those of searches, tweets and accounts, and those of searches as a whole.
public final class AllPages implements Routes {
  private final Pages pages;
  private final AnalysisPages analysis;
  private final SimilarPages similar;
  private final MediaRoutes media;

  /// Pages of a server at its host's root.
  ///
  /// @param budget how long one search may take
  /// @throws IOException if the build lacks a static file
  public AllPages(TweetSearch searcher, Duration budget) throws IOException {
    this(searcher, budget, BasePath.ROOT, Showing.SHOWN);
  }

  /// @param budget how long one search may take
  /// @param base where their addresses begin
  /// @param pictures how they are shown until the reader says otherwise
  /// @throws IOException if the build lacks a static file
  public AllPages(TweetSearch searcher, Duration budget, BasePath base, Showing pictures)
      throws IOException {
    pages = new Pages(searcher, budget, base, pictures);
    analysis = new AnalysisPages(searcher, budget, base, pictures);
    similar = new SimilarPages(searcher, budget, base, pictures);
    media = new MediaRoutes(searcher);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    pages.addTo(routes);
    analysis.addTo(routes);
    similar.addTo(routes);
    media.addTo(routes);
  }

  @Override
  public int warmUp() throws IOException, QueryRefused {
    return pages.warmUp();
  }

  @Override
  public Optional<byte[]> page(Problem problem, Optional<String> again) {
    return pages.page(problem, again);
  }

  @Override
  public Optional<byte[]> content(Problem problem, Optional<String> again) {
    return pages.content(problem, again);
  }
}
