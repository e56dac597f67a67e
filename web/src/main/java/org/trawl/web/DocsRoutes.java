package org.trawl.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.trawl.api.Json;
import tools.jackson.databind.node.ObjectNode;

/// The description of the interface, for tools and for people.
final class DocsRoutes implements Routes {
  private final String openapi;
  private final String page;
  private final String style = resource("docs.css");
  private final String icon = resource("/org/trawl/page/site/static/trawl.svg");

  DocsRoutes(BasePath base) {
    var described = resource("openapi.json");
    openapi = base.path().isEmpty() ? described : at(base, described);
    page = base.in(DocsPage.html(described));
  }

  /// The description of a server that is not at its host's root.
  private static String at(BasePath base, String described) {
    var json = (ObjectNode) Json.MAPPER.readTree(described);
    json.putArray("servers").addObject().put("url", base.path());
    return json.toPrettyString() + "\n";
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/openapi.json", ctx -> answer(ctx, Json.MEDIA_TYPE, openapi), Work.LIGHT);
    routes.get("/docs", ctx -> answer(ctx, "text/html; charset=utf-8", page), Work.LIGHT);
    routes.get("/docs/docs.css", ctx -> answer(ctx, "text/css; charset=utf-8", style), Work.LIGHT);
    routes.get("/docs/trawl.svg", ctx -> answer(ctx, "image/svg+xml", icon), Work.LIGHT);
  }

  private static void answer(Context ctx, String type, String text) {
    ctx.header("Cache-Control", "no-cache");
    ctx.contentType(type).result(text);
  }

  private static String resource(String name) {
    try (InputStream in = DocsRoutes.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the file " + name + " is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the file " + name + " of the build cannot be read", e);
    }
  }
}
