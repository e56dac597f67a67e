package org.trawl.web.access;

import java.util.Collection;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/// What every answer tells a browser: run only this server's own scripts, fetch nothing from
/// elsewhere, show these pages in no frame, and tell no other site where the reader came from.
public final class SecurityHeaders {
  private static final String FRAMED_BY_NOBODY = "frame-ancestors 'none'";

  public static final String CONTENT_SECURITY_POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          // A chart becomes a picture by way of a blob.
          "img-src 'self' data: blob:",
          "media-src 'self'",
          "font-src 'self'",
          "connect-src 'self'",
          "manifest-src 'self'",
          "form-action 'self'",
          "base-uri 'none'",
          FRAMED_BY_NOBODY);

  private static final List<HttpField> FIELDS =
      List.of(
          new HttpField("Content-Security-Policy", CONTENT_SECURITY_POLICY),
          new HttpField("X-Content-Type-Options", "nosniff"),
          new HttpField("X-Frame-Options", "DENY"),
          new HttpField("Referrer-Policy", "no-referrer"),
          new HttpField("Cross-Origin-Opener-Policy", "same-origin"),
          new HttpField("Cross-Origin-Resource-Policy", "same-origin"),
          new HttpField("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
          // Answers differ by encoding, and a cache between must know it.
          new HttpField(HttpHeader.VARY, "Accept-Encoding"));

  private SecurityHeaders() {}

  /// The policy of a page that these sites may show in a frame.
  public static String framedBy(Collection<String> sites) {
    return CONTENT_SECURITY_POLICY.replace(
        FRAMED_BY_NOBODY, "frame-ancestors " + String.join(" ", sites));
  }

  public static void addTo(HttpFields.Mutable headers) {
    FIELDS.forEach(headers::put);
  }
}
