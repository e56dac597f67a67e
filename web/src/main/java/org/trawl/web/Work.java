package org.trawl.web;

import io.javalin.security.RouteRole;

/// What answering a route costs. A route that says nothing searches: it runs beside few others, and
/// is refused when too many wait.
public enum Work implements RouteRole {
  /// Next to nothing: it is answered at once, however much the server has to do.
  LIGHT,
  /// Long, and at the pace of the client; it takes no search's place.
  STREAM
}
