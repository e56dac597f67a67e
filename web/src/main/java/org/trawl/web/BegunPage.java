package org.trawl.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// A page of which a browser has the beginning while its search runs. Meanwhile the browser leaves
/// the page before, reads the styles and shows the box, which takes it as long as a search.
///
/// The beginning is sent by the request's own thread, before a search's place is taken, so that a
/// client who does not read costs no more than its connection. Its status is 200 from then on,
/// whatever becomes of the search.
public final class BegunPage {
  private static final String ATTRIBUTE = "trawl.begun";

  private final String after;
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final OutputStream encoder;
  private byte @Nullable [] rest;

  private BegunPage(String after, boolean packed) throws IOException {
    this.after = after;
    encoder = packed ? new GZIPOutputStream(sent, 8_192, true) : sent;
  }

  /// A handler whose page can begin before its search.
  public interface Beginning extends Handler {
    /// Sends what of the page does not depend on what is found, or nothing. It must search nothing.
    void begin(Context ctx) throws Exception;
  }

  /// Whether a request is a browser's for a page that it will show from its beginning; scripts and
  /// programs get theirs whole, with a status that fits.
  public static boolean suits(Context ctx) {
    return ctx.method().equals(HandlerType.GET) && "navigate".equals(ctx.header("Sec-Fetch-Mode"));
  }

  /// Sends the beginning of a page.
  ///
  /// @param before what it begins with
  /// @param after what it ends with, after what is given to [#end]
  public static void begin(Context ctx, String before, String after) throws IOException {
    var packed = accepts(ctx.header("Accept-Encoding"));
    var page = new BegunPage(requireNonNull(after, "after"), packed);
    if (packed) {
      ctx.header("Content-Encoding", "gzip");
    }
    ctx.status(200).contentType("text/html; charset=utf-8").header("Cache-Control", "no-cache");
    ctx.res().getOutputStream().write(page.encoded(before, false));
    ctx.res().flushBuffer();
    ctx.attribute(ATTRIBUTE, page);
  }

  private static boolean accepts(String encodings) {
    return encodings != null
        && Arrays.stream(encodings.toLowerCase(Locale.ROOT).split(","))
            .anyMatch(one -> one.strip().equals("gzip"));
  }

  /// The page of a request; empty if none has begun.
  public static Optional<BegunPage> of(Context ctx) {
    return Optional.ofNullable(ctx.attribute(ATTRIBUTE));
  }

  /// The rest of the page, as it is to be sent. A page ends once: a search may have ended it in the
  /// moment in which its time is over, and what is said of that then comes too late.
  ///
  /// @param content what stands between the page's beginning and its end
  public byte[] end(byte[] content) {
    if (rest != null) {
      return rest;
    }
    try {
      encoder.write(content);
      rest = encoded(after, true);
      return rest;
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes every byte", e);
    }
  }

  private byte[] encoded(String part, boolean last) throws IOException {
    encoder.write(part.getBytes(UTF_8));
    if (last) {
      encoder.close();
    } else {
      encoder.flush();
    }
    var bytes = sent.toByteArray();
    sent.reset();
    return bytes;
  }
}
