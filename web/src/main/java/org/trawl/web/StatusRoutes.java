package org.trawl.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.trawl.api.Json;

/// Whether the server is well, and how much it does.
final class StatusRoutes implements Routes {
  private final Metrics metrics;
  private final Health health;

  StatusRoutes(Metrics metrics, Health health) {
    this.metrics = metrics;
    this.health = health;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/healthz", this::health, Work.LIGHT);
    routes.get("/metrics", this::metrics, Work.LIGHT);
  }

  private void health(Context ctx) {
    var state = health.now();
    ctx.header("Cache-Control", "no-store");
    ctx.status(state.ready() ? 200 : 503);
    ctx.contentType(Json.MEDIA_TYPE).result(Json.bytes(state.json()));
  }

  private void metrics(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    ctx.contentType(Metrics.MEDIA_TYPE).result(metrics.text());
  }
}
