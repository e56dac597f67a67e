package org.trawl.web;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trawl.api.Json;
import org.trawl.api.Problem;
import org.trawl.web.access.SecurityHeaders;

/// Writes problems: as a page for a person at a browser, as JSON for everyone else. As Jetty's
/// error handler it does so for requests that never come as far as a route.
///
/// It searches nothing and waits for nothing, so that it tells of an overload while there is one.
final class ProblemWriter implements Request.Handler {
  private static final Logger LOG = LoggerFactory.getLogger("trawl.server");

  /// Addresses that only programs ask for, whatever they say they accept.
  private static final Set<String> OF_PROGRAMS = Set.of("/healthz", "/metrics", "/openapi.json");

  /// What Jetty says is the method of a request that it cannot read.
  private static final String UNREADABLE = "BAD";

  private final List<Routes> parts;

  /// @param parts of these, the first that has a page for a problem makes it
  ProblemWriter(List<Routes> parts) {
    this.parts = List.copyOf(parts);
  }

  /// What was asked, as far as the form of a problem depends on it.
  ///
  /// @param accept the header of this name, if there is one
  private record Asking(String method, String path, String address, @Nullable String accept) {
    boolean byPerson() {
      return accept != null
          && accept.contains("text/html")
          && !path.startsWith("/api/")
          && !OF_PROGRAMS.contains(path);
    }

    /// The address to try again with: on this server, however many slashes it begins with.
    Optional<String> again() {
      boolean reads = HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method);
      return reads ? Optional.of(address.replaceFirst("^[/\\\\]*", "/")) : Optional.empty();
    }
  }

  /// The page for a person; empty for a program.
  private Optional<byte[]> page(Asking asking, Problem problem) {
    return asking.byPerson()
        ? parts.stream().flatMap(part -> part.page(problem, asking.again()).stream()).findFirst()
        : Optional.empty();
  }

  private byte[] content(Asking asking, Problem problem) {
    return parts.stream()
        .flatMap(part -> part.content(problem, asking.again()).stream())
        .findFirst()
        .orElseGet(() -> new byte[0]);
  }

  private static String type(boolean isPage) {
    return isPage ? "text/html; charset=utf-8" : Problem.MEDIA_TYPE;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var said = request.getAttribute(ErrorHandler.ERROR_STATUS);
    int status = said instanceof Integer number ? number : response.getStatus();
    SecurityHeaders.addTo(response.getHeaders());
    if (UNREADABLE.equals(request.getMethod())) {
      // Jetty closes such a connection. Whoever asked by HEAD and expects no body must know that.
      response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
    }
    write(request, response, callback, Problem.of(status < 400 ? 500 : status, detail(status)));
    return true;
  }

  private static String detail(int status) {
    return switch (status) {
      case 408 -> "The server waited too long for the rest of the request.";
      case 413 -> "The request's body is longer than this server reads.";
      case 414, 431 -> "The address and headers are longer than this server reads.";
      case 503 -> "The server is stopping.";
      default ->
          status < 500 ? "The server cannot read this request." : "Something went wrong inside.";
    };
  }

  /// Answers a request from outside any route.
  void write(Request request, Response response, Callback callback, Problem problem) {
    var address = request.getHttpURI().getPathQuery();
    var path = Request.getPathInContext(request);
    var accept = request.getHeaders().get(HttpHeader.ACCEPT);
    var asking = new Asking(request.getMethod(), path, address == null ? "/" : address, accept);
    var page = page(asking, problem);
    var body = page.orElseGet(() -> Json.bytes(problem.json()));
    response.setStatus(problem.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type(page.isPresent()));
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    var content = HttpMethod.HEAD.is(request.getMethod()) ? null : ByteBuffer.wrap(body);
    response.write(true, content, callback);
  }

  /// Answers a request inside a route.
  void write(Context ctx, Problem problem) {
    var query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
    var address = ctx.req().getRequestURI() + query;
    var asking = new Asking(ctx.method().name(), ctx.path(), address, ctx.header("Accept"));
    var begun = BegunPage.of(ctx);
    if (begun.isPresent()) {
      // Its status is sent; what follows must still be a page.
      ctx.result(begun.get().end(content(asking, problem)));
      return;
    }
    var page = page(asking, problem);
    ctx.status(problem.status());
    ctx.removeHeader("ETag");
    ctx.header("Cache-Control", "no-store");
    ctx.contentType(type(page.isPresent()));
    ctx.result(page.orElseGet(() -> Json.bytes(problem.json())));
  }

  /// Answers a request whose route failed so badly that no more of it can run.
  static void write(HttpServletResponse response, Problem problem) {
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    try {
      response.getOutputStream().write(Json.bytes(problem.json()));
    } catch (IOException e) {
      LOG.debug("The client left before it was told", e);
    }
  }
}
