package org.trawl.web;

import io.javalin.router.JavalinDefaultRoutingApi;

/// A part of the server. The interface for programs and the pages for people are two of them.
public interface Routes {
  /// Adds this part's routes. Each says what [Work] it is, or else is taken for a search; those
  /// that answer GET answer HEAD too.
  void addTo(JavalinDefaultRoutingApi routes);
}
