package org.trawl.web.access;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// The web sites that may show charts of this server in a frame. No other page may be framed by
/// anyone: a site could lay its own buttons over it.
///
/// @param sites origins, such as `https://news.example`
public record FramedBy(Set<String> sites) {
  public static final FramedBy NOBODY = new FramedBy(Set.of());

  public FramedBy {
    sites = Set.copyOf(sites);
  }

  /// Reads them as an owner types them.
  ///
  /// @throws IllegalArgumentException if one is no `http` or `https` address of a host alone
  public static FramedBy of(Collection<String> typed) {
    var sites = new TreeSet<String>();
    for (var site : typed) {
      sites.add(origin(site));
    }
    return new FramedBy(sites);
  }

  private static String origin(String typed) {
    var text = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("/$", "");
    try {
      var uri = URI.create(text);
      boolean isSite =
          ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
              && uri.getHost() != null
              && uri.getRawPath().isEmpty()
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && uri.getRawUserInfo() == null;
      if (isSite) {
        return text;
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(fault(typed), e);
    }
    throw new IllegalArgumentException(fault(typed));
  }

  private static String fault(String typed) {
    return "embed-in must be a site such as https://news.example, got " + typed;
  }

  /// Lets these sites show an answer in a frame.
  public void allow(Context ctx) {
    if (!sites.isEmpty()) {
      ctx.header("Content-Security-Policy", SecurityHeaders.framedBy(sites));
      ctx.res().setHeader("X-Frame-Options", null);
    }
  }
}
