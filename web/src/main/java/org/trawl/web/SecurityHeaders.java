package org.trawl.web;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/// What every answer tells a browser: run only this server's own scripts, fetch nothing from
/// elsewhere, show these pages in no frame, and tell no other site where the reader came from.
final class SecurityHeaders {
  static final String CONTENT_SECURITY_POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          "media-src 'self'",
          "font-src 'self'",
          "connect-src 'self'",
          "manifest-src 'self'",
          "form-action 'self'",
          "base-uri 'none'",
          "frame-ancestors 'none'");

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

  static void addTo(HttpFields.Mutable headers) {
    FIELDS.forEach(headers::put);
  }
}
