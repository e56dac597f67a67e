package org.trawl.page.analysis;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.trawl.api.Problem;
import org.trawl.page.ChartPages;
import org.trawl.page.Pages;
import org.trawl.page.media.Showing;
import org.trawl.search.QueryRefused;
import org.trawl.search.TweetSearch;
import org.trawl.web.BasePath;
import org.trawl.web.Routes;
import org.trawl.web.access.FramedBy;
import org.trawl.web.media.MediaRoutes;
import org.trawl.web.media.PictureRoutes;
import org.trawl.web.media.PictureSearch;

/// Every page for people: those of searches, tweets and accounts, and those of searches as a whole.
public final class AllPages implements Routes {
  private final Pages pages;
  private final AnalysisPages analysis;
  private final SimilarPages similar;
  private final MediaRoutes media;
  private final PictureRoutes pictureLookUp;
  private final PicturePages picturePages;
  private final ChartPages charts;

  /// Pages of a server at its host's root.
  ///
  /// @param budget how long one search may take
  /// @throws IOException if the build lacks a static file
  public AllPages(TweetSearch searcher, Duration budget) throws IOException {
    this(searcher, budget, BasePath.ROOT);
  }

  /// Pages that no site may frame.
  ///
  /// @param budget how long one search may take
  /// @param base where their addresses begin
  /// @throws IOException if the build lacks a static file
  public AllPages(TweetSearch searcher, Duration budget, BasePath base) throws IOException {
    this(searcher, budget, base, FramedBy.NOBODY);
  }

  /// Pages that show pictures.
  ///
  /// @param budget how long one search may take
  /// @param base where their addresses begin
  /// @param framedBy sites that may show charts in a frame
  /// @throws IOException if the build lacks a static file
  public AllPages(TweetSearch searcher, Duration budget, BasePath base, FramedBy framedBy)
      throws IOException {
    this(searcher, budget, base, framedBy, Showing.SHOWN);
  }

  /// @param budget how long one search may take
  /// @param base where their addresses begin
  /// @param framedBy sites that may show charts in a frame
  /// @param pictures how they are shown until the reader says otherwise
  /// @throws IOException if the build lacks a static file
  public AllPages(
      TweetSearch searcher, Duration budget, BasePath base, FramedBy framedBy, Showing pictures)
      throws IOException {
    charts = new ChartPages(searcher, budget, base, framedBy);
    pages = new Pages(searcher, budget, base, charts, pictures);
    analysis = new AnalysisPages(searcher, budget, base, charts, pictures);
    similar = new SimilarPages(searcher, budget, base, pictures);
    media = new MediaRoutes(searcher);
    var lookUp = new PictureSearch(searcher);
    pictureLookUp = new PictureRoutes(searcher, lookUp);
    picturePages = new PicturePages(searcher, lookUp, base, pictures);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    pages.addTo(routes);
    analysis.addTo(routes);
    similar.addTo(routes);
    media.addTo(routes);
    pictureLookUp.addTo(routes);
    picturePages.addTo(routes);
    charts.addTo(routes);
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
