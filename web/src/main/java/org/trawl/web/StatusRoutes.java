package org.trawl.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;
import org.trawl.api.Json;

/// Whether the server is well, and how much it does.
final class StatusRoutes implements Routes {
  private final Metrics metrics;

  StatusRoutes(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/healthz", StatusRoutes::health, Work.LIGHT);
    routes.get("/metrics", this::metrics, Work.LIGHT);
  }

  private static void health(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    ctx.contentType(Json.MEDIA_TYPE).result(Json.bytes(Map.of("status", "ready")));
  }

  private void metrics(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    ctx.contentType(Metrics.MEDIA_TYPE).result(metrics.text());
  }
}
