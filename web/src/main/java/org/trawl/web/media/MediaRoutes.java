package org.trawl.web.media;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trawl.api.ParameterReader;
import org.trawl.api.Problem;
import org.trawl.api.Problem.Fault;
import org.trawl.media.MediaCatalogue;
import org.trawl.media.MediaEntry;
import org.trawl.media.MediaMissing;
import org.trawl.media.MediaType;
import org.trawl.media.Undrawable;
import org.trawl.search.TweetSearch;
import org.trawl.web.Refused;
import org.trawl.web.RequestParameters;
import org.trawl.web.Routes;
import org.trawl.web.Work;

/// Media files, each at an address made of its content's checksum: nothing of the names that the
/// archive has for them is in it. They come from hostile hands, and are answered so that a browser
/// can only show them: the type is what the content is, nothing may be guessed, and as a page of
/// their own they may run nothing and load nothing.
public final class MediaRoutes implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger("trawl.server");
  private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})\\.([a-z0-9]{2,5})");
  private static final String SIZE = "size";
  private static final int BUFFER_BYTES = 1 << 16;

  private final MediaCatalogue catalogue;
  private final SmallPictures small;

  public MediaRoutes(TweetSearch searcher) {
    catalogue = searcher.media();
    small = new SmallPictures(catalogue);
  }

  /// How large a picture is wanted.
  private enum Size {
    WHOLE,
    SMALL
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/media/{name}", this::media, Work.LIGHT);
  }

  private void media(Context ctx) throws IOException {
    var parameters = RequestParameters.address(ctx);
    var reader = new ParameterReader(parameters);
    var size = reader.choice(SIZE, Size.values(), Size.WHOLE);
    for (var name : parameters.keySet()) {
      if (!name.equals(SIZE)) {
        throw new Refused(
            Problem.of(
                List.of(
                    Fault.of(
                        name,
                        "there is no parameter "
                            + ParameterReader.cut(name)
                            + " here; there is size"))));
      }
    }
    if (!reader.faults().isEmpty()) {
      throw new Refused(Problem.of(reader.faults()));
    }
    var entry =
        find(ctx.pathParam("name"))
            .orElseThrow(() -> Refused.notFound("No media file of this archive has this name."));
    var tag = '"' + entry.facts().sha256() + (size == Size.SMALL ? "-s" : "") + '"';
    headers(ctx, tag);
    if (tag.equals(ctx.header("If-None-Match"))) {
      ctx.status(304);
      return;
    }
    try {
      switch (size) {
        case SMALL -> small(ctx, entry);
        case WHOLE -> whole(ctx, entry);
      }
    } catch (MediaMissing e) {
      plain(ctx);
      LOG.warn("A media file is not where it was indexed: {}", e.getMessage());
      throw Refused.notFound(
          "The archive has this media file, but it is not where it was when it was indexed: the"
              + " media folder was moved, or is not at hand. The server's log names it.");
    }
  }

  private Optional<MediaEntry> find(String name) {
    var match = NAME.matcher(name);
    return match.matches()
        ? catalogue
            .ofContent(match.group(1))
            .filter(entry -> entry.address().filter(name::equals).isPresent())
        : Optional.empty();
  }

  private static void headers(Context ctx, String tag) {
    ctx.disableCompression();
    // Styles are the browser's own, which centre a picture that is a page.
    ctx.header(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'");
    // Its address is its content's.
    ctx.header("Cache-Control", "private, max-age=31536000, immutable");
    ctx.header("ETag", tag);
  }

  /// Takes back what holds for a media file only.
  private static void plain(Context ctx) {
    ctx.removeHeader("ETag");
    ctx.header("Cache-Control", "no-store");
  }

  private void small(Context ctx, MediaEntry entry) throws IOException {
    try {
      var picture = small.of(entry);
      ctx.contentType(MediaType.JPEG.mime()).result(picture);
    } catch (Undrawable e) {
      plain(ctx);
      throw Refused.notFound("This file is not drawn small: " + e.why() + ".");
    }
  }

  private void whole(Context ctx, MediaEntry entry) throws IOException {
    var type = entry.facts().type().orElseThrow();
    var bytes = entry.facts().bytes();
    ctx.header("Accept-Ranges", "bytes");
    var asked = ByteRange.of(Optional.ofNullable(ctx.header("Range")), bytes);
    switch (asked) {
      case ByteRange.Asked.Outside() -> {
        plain(ctx);
        ctx.header("Content-Range", "bytes */" + bytes);
        throw new Refused(Problem.of(416, "The file has " + bytes + " bytes."));
      }
      case ByteRange.Asked.Whole() -> send(ctx, entry, type, new ByteRange(0, bytes));
      case ByteRange.Asked.Part(var range) -> {
        ctx.status(206);
        ctx.header(
            "Content-Range",
            "bytes " + range.from() + "-" + (range.from() + range.length() - 1) + "/" + bytes);
        send(ctx, entry, type, range);
      }
    }
  }

  private void send(Context ctx, MediaEntry entry, MediaType type, ByteRange range)
      throws IOException {
    try (var in = catalogue.open(entry, range.from())) {
      ctx.contentType(type.mime());
      ctx.header(
          "Content-Disposition", "inline; filename=\"" + entry.address().orElseThrow() + "\"");
      ctx.res().setContentLengthLong(range.length());
      if (!ctx.method().equals(HandlerType.HEAD)) {
        copy(in, ctx, range.length());
      }
    }
  }

  /// As fast as the client reads.
  private static void copy(InputStream in, Context ctx, long bytes) throws IOException {
    var out = ctx.res().getOutputStream();
    var buffer = new byte[BUFFER_BYTES];
    for (var left = bytes; left > 0; ) {
      var read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new IOException("a media file ended before its length");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}
