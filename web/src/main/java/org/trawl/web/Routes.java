package org.trawl.web;

import io.javalin.router.JavalinDefaultRoutingApi;

/// A part of the server. The interface for programs and the pages for people are two of them.
public interface Routes {
  /// Adds this part's routes. Whoever computes in one does so through the server's [SearchPool].
  void addTo(JavalinDefaultRoutingApi routes);
}
