package org.trawl.web.media;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.trawl.api.HitJson;
import org.trawl.api.Json;
import org.trawl.api.ParameterNames;
import org.trawl.api.ParameterReader;
import org.trawl.api.Problem;
import org.trawl.api.Problem.Fault;
import org.trawl.api.SearchParameters;
import org.trawl.media.PictureHash;
import org.trawl.media.Undrawable;
import org.trawl.search.QueryRefused;
import org.trawl.search.TweetSearch;
import org.trawl.web.ClientStream;
import org.trawl.web.Refused;
import org.trawl.web.RequestParameters;
import org.trawl.web.Routes;
import org.trawl.web.Work;

/// Pictures that are asked for by sending one, and the media files of a search.
public final class PictureRoutes implements Routes {
  /// The part of a form that holds the picture.
  public static final String PICTURE = "picture";

  private static final String SIZE = "size";
  private static final int MOST = 100;

  private final TweetSearch searcher;
  private final PictureSearch pictures;

  public PictureRoutes(TweetSearch searcher, PictureSearch pictures) {
    this.searcher = searcher;
    this.pictures = pictures;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post("/api/pictures", this::pictures);
    routes.get("/api/media", this::media, Work.STREAM);
  }

  /// The media files of a search.
  private void media(Context ctx) throws IOException {
    var parameters = RequestParameters.parameters(ctx);
    var search = SearchParameters.read(parameters, Duration.ofDays(1));
    for (var name : parameters.keySet()) {
      if (!ParameterNames.SEARCH.contains(name)) {
        throw refused(name, "there is no parameter " + ParameterReader.cut(name) + " here");
      }
    }
    search
        .problem()
        .ifPresent(problem -> {
          throw new Refused(problem);
        });
    ctx.disableCompression();
    ctx.header("Cache-Control", "no-store");
    ctx.header("Content-Disposition", "attachment; filename=\"trawl-media.zip\"");
    ctx.contentType("application/zip");
    if (ctx.method().equals(HandlerType.HEAD)) {
      return;
    }
    try {
      var out = new BufferedOutputStream(new ClientStream(ctx.outputStream()), 1 << 16);
      new MediaZip(searcher, out).write(search);
      out.flush();
    } catch (QueryRefused e) {
      ctx.removeHeader("Content-Disposition");
      throw new Refused(search.problem(e));
    }
  }

  /// An answer.
  ///
  /// @param hash of the picture; empty if it is too plain for one
  /// @param tweets how many have a picture like it
  private record FoundJson(
      int width,
      int height,
      String sha256,
      String hash,
      int mostDistance,
      long tweets,
      List<MatchJson> matches,
      String version) {}

  private record MatchJson(int distance, boolean same, boolean mirrored, HitJson tweet) {}

  private void pictures(Context ctx) throws IOException {
    var parameters = RequestParameters.address(ctx);
    var reader = new ParameterReader(parameters);
    var size = reader.number(SIZE, 0, MOST, 20);
    for (var name : parameters.keySet()) {
      if (!name.equals(SIZE)) {
        throw refused(name, "there is no parameter " + ParameterReader.cut(name) + " here");
      }
    }
    if (!reader.faults().isEmpty()) {
      throw new Refused(Problem.of(reader.faults()));
    }
    var file = RequestParameters.file(ctx, PICTURE);
    if (file.length == 0) {
      throw refused(
          PICTURE, "there is no picture in the request: it is the body, or a form’s part");
    }
    ctx.header("Cache-Control", "no-store");
    try {
      ctx.contentType(Json.MEDIA_TYPE).result(Json.bytes(json(pictures.find(file, size))));
    } catch (Undrawable e) {
      throw refused(PICTURE, "the picture cannot be read: " + e.why());
    }
  }

  private FoundJson json(PictureSearch.Found found) {
    return new FoundJson(
        found.width(),
        found.height(),
        found.sha256(),
        found.hash().map(PictureHash::toString).orElse(""),
        PictureHash.ALIKE,
        found.tweets(),
        found.matches().stream()
            .map(match ->
                new MatchJson(
                    match.distance(), match.same(), match.mirrored(), HitJson.of(match.hit())))
            .toList(),
        searcher.archive().version());
  }

  private static Refused refused(String parameter, String why) {
    return new Refused(Problem.of(List.of(Fault.of(parameter, why))));
  }
}
