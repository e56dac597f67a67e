package org.trawl.web;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trawl.api.Json;
import org.trawl.api.Problem;

/// Writes problems; as Jetty's error handler also for requests that never come as far as a route.
final class ProblemWriter implements Request.Handler {
  private static final Logger LOG = LoggerFactory.getLogger("trawl.server");

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var said = request.getAttribute(ErrorHandler.ERROR_STATUS);
    int status = said instanceof Integer number ? number : response.getStatus();
    SecurityHeaders.addTo(response.getHeaders());
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
  static void write(Request request, Response response, Callback callback, Problem problem) {
    var body = Json.bytes(problem.json());
    response.setStatus(problem.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    var content = HttpMethod.HEAD.is(request.getMethod()) ? null : ByteBuffer.wrap(body);
    response.write(true, content, callback);
  }

  /// Answers a request inside a route.
  static void write(Context ctx, Problem problem) {
    ctx.attribute(Problem.ATTRIBUTE, problem);
    ctx.status(problem.status());
    ctx.removeHeader("ETag");
    ctx.header("Cache-Control", "no-store");
    ctx.contentType(Problem.MEDIA_TYPE);
    ctx.result(Json.bytes(problem.json()));
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
