package org.trawl.web;

import static java.util.Objects.requireNonNull;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.router.Endpoint;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.javalin.security.Roles;
import java.util.Optional;
import java.util.Set;
import org.trawl.api.Problem;

/// The routes of the [Generation] that is in service. Another one can take its place at any time: a
/// request is answered to its end by the one that it began with, and the next by the new one.
final class CurrentRoutes implements Routes {
  private volatile Generation current;

  CurrentRoutes(Generation first) {
    current = requireNonNull(first, "first");
  }

  /// The generation that is in service.
  Generation current() {
    return current;
  }

  /// Puts another generation into service, of the same routes.
  void put(Generation next) {
    var before = current;
    current = requireNonNull(next, "next");
    before.leave();
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    for (var endpoint : current.endpoints()) {
      var key = Generation.key(endpoint);
      var handler =
          endpoint.handler instanceof BegunPage.Beginning
              ? new Page(key)
              : (Handler) ctx -> handle(key, ctx);
      var roles = endpoint.metadata(Roles.class);
      routes.addEndpoint(
          new Endpoint(
              endpoint.method, endpoint.path, handler, roles == null ? Set.of() : Set.of(roles)));
    }
  }

  /// A page that begins early may be ended by the next generation: its beginning says nothing of an
  /// index but its day.
  private final class Page implements BegunPage.Beginning {
    private final String key;

    Page(String key) {
      this.key = key;
    }

    @Override
    public void begin(Context ctx) throws Exception {
      ((BegunPage.Beginning) current.handler(key)).begin(ctx);
    }

    @Override
    public void handle(Context ctx) throws Exception {
      CurrentRoutes.this.handle(key, ctx);
    }
  }

  private void handle(String key, Context ctx) throws Exception {
    var generation = entered();
    try {
      generation.handler(key).handle(ctx);
    } finally {
      generation.leave();
    }
  }

  /// One that was closed in this very moment has a successor.
  private Generation entered() {
    var generation = current;
    while (!generation.enter()) {
      generation = current;
    }
    return generation;
  }

  @Override
  public Optional<byte[]> page(Problem problem, Optional<String> again) {
    return current.parts().stream().flatMap(part -> part.page(problem, again).stream()).findFirst();
  }

  @Override
  public Optional<byte[]> content(Problem problem, Optional<String> again) {
    return current.parts().stream()
        .flatMap(part -> part.content(problem, again).stream())
        .findFirst();
  }
}
