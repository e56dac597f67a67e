package org.trawl.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.trawl.api.Problem;

/// What every request passes before its route is looked for: is the server meant, does the client
/// ask too often, may it ask, is there a place for it. Counts and logs every answer, and puts
/// [SecurityHeaders] on it.
final class FrontDoor extends Handler.Wrapper {
  /// The request's attribute that holds its route's pattern.
  static final String ROUTE = "trawl.route";

  private static final String NO_ROUTE = "none";

  private final ServerOptions.Access access;
  private final HostNames names;
  private final RateLimit rates;
  private final Metrics metrics;
  private final AccessLog log;
  private final EarlyRefusal early;
  private final ProblemWriter problems;

  FrontDoor(
      ServerOptions options,
      Metrics metrics,
      AccessLog log,
      EarlyRefusal early,
      ProblemWriter problems) {
    this.access = options.access();
    this.names = new HostNames(access.hostNames());
    this.rates = new RateLimit(options.limits().clients().requestsPerMinute());
    this.metrics = metrics;
    this.log = log;
    this.early = early;
    this.problems = problems;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    metrics.began();
    var client = client(request);
    Request.addCompletionListener(request, failure -> answered(request, response, client));
    SecurityHeaders.addTo(response.getHeaders());
    var origin = allowOrigin(request, response);
    var refusal = refusal(request, response, client);
    if (refusal.isPresent()) {
      problems.write(request, response, callback, refusal.get());
      return true;
    }
    if (origin && HttpMethod.OPTIONS.is(request.getMethod())) {
      preflight(response, callback);
      return true;
    }
    return super.handle(request, response, callback);
  }

  private Optional<Problem> refusal(Request request, Response response, String client) {
    var host = request.getHeaders().get(HttpHeader.HOST);
    if (host == null || !names.allow(host)) {
      return Optional.of(
          Problem.of(
              421,
              "The server was asked for in a name it does not know. Whoever runs it can allow the"
                  + " name."));
    }
    int wait = rates.take(RateLimit.key(client), System.nanoTime());
    if (wait > 0) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, wait);
      return Optional.of(
          Problem.of(429, "This client asks too often. It may ask again in " + wait + " s."));
    }
    if (access.credentials().isEmpty() || HttpMethod.OPTIONS.is(request.getMethod())) {
      return overload(request, response);
    }
    var sent = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    if (sent != null && access.credentials().get().knows(sent)) {
      return overload(request, response);
    }
    response
        .getHeaders()
        .put(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"trawl\", charset=\"UTF-8\"");
    return Optional.of(Problem.of(401, "This server answers only to those it knows."));
  }

  private Optional<Problem> overload(Request request, Response response) {
    var refusal = early.of(request.getMethod(), Request.getPathInContext(request));
    if (refusal.isEmpty()) {
      return Optional.empty();
    }
    request.setAttribute(ROUTE, refusal.get().route());
    var why = refusal.get().why();
    response.getHeaders().put(HttpHeader.RETRY_AFTER, why.retryAfterSeconds());
    return Optional.of(Problem.of(503, String.valueOf(why.getMessage())));
  }

  /// Lets scripts of a configured site read the answer.
  private boolean allowOrigin(Request request, Response response) {
    var origin = request.getHeaders().get(HttpHeader.ORIGIN);
    if (origin == null || !access.origins().contains(origin)) {
      return false;
    }
    var headers = response.getHeaders();
    headers.put("Access-Control-Allow-Origin", origin);
    headers.put("Access-Control-Expose-Headers", "Content-Disposition, ETag, Retry-After");
    headers.put("Cross-Origin-Resource-Policy", "cross-origin");
    headers.put(HttpHeader.VARY, "Accept-Encoding, Origin");
    return true;
  }

  private static void preflight(Response response, Callback callback) {
    var headers = response.getHeaders();
    headers.put("Access-Control-Allow-Methods", "GET, HEAD, POST");
    headers.put("Access-Control-Allow-Headers", "Authorization, Content-Type, If-None-Match");
    headers.put("Access-Control-Max-Age", "600");
    response.setStatus(204);
    response.write(true, null, callback);
  }

  /// The address at the other end of the socket, or the one that a trusted proxy says it got the
  /// request from.
  private String client(Request request) {
    var address = Request.getRemoteAddr(request);
    var forwarded = request.getHeaders().get(HttpHeader.X_FORWARDED_FOR);
    if (forwarded == null || !access.trustedProxies().contains(address)) {
      return address;
    }
    return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip().toLowerCase(Locale.ROOT);
  }

  private void answered(Request request, Response response, String client) {
    var took = Duration.ofNanos(System.nanoTime() - request.getHeadersNanoTime());
    var route = request.getAttribute(ROUTE) instanceof String pattern ? pattern : NO_ROUTE;
    metrics.ended(route, response.getStatus(), took);
    log.write(
        new AccessLog.Line(
            client,
            request.getMethod(),
            route,
            request.getHttpURI().getPathQuery(),
            response.getStatus(),
            took,
            Response.getContentBytesWritten(response)));
  }
}
