package org.trawl.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.trawl.api.Problem;
import org.trawl.web.access.HostNames;
import org.trawl.web.access.PasswordCheck;
import org.trawl.web.access.RateLimit;
import org.trawl.web.access.SecurityHeaders;

/// What every request passes before its route is looked for: is the server meant, does the client
/// ask too often, may it ask, is there a place for it. Counts and logs every answer, and puts
/// [SecurityHeaders] on it.
final class FrontDoor extends Handler.Wrapper {
  /// The request's attribute that holds its route's pattern.
  static final String ROUTE = "trawl.route";

  /// The request's attribute that holds who asks: an address.
  static final String CLIENT = "trawl.client";

  private static final String NO_ROUTE = "none";
  private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";

  private final ServerOptions.Access access;
  private final BasePath base;
  private final HostNames names;
  private final RateLimit rates;
  private final PasswordCheck passwords = new PasswordCheck();
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
    this.base = options.network().base();
    this.names = new HostNames(access.hostNames());
    this.rates = new RateLimit(options.limits().clients().requestsPerMinute());
    this.metrics = metrics;
    this.log = log;
    this.early = early;
    this.problems = problems;
  }

  @Override
  public boolean handle(Request asked, Response response, Callback callback) throws Exception {
    metrics.began();
    var request = inside(asked);
    var client = client(request);
    request.setAttribute(CLIENT, client);
    var connection = request.getConnectionMetaData().getConnection().getEndPoint();
    if (connection instanceof WatchedEndPoint watched) {
      watched.began();
      request.addHttpStreamWrapper(stream -> new ToItsEnd(stream, watched));
    }
    Request.addCompletionListener(request, failure -> answered(request, response, client));
    SecurityHeaders.addTo(response.getHeaders());
    var isPreflight = allowOrigin(request, response) && HttpMethod.OPTIONS.is(request.getMethod());
    var refusal =
        unfit(request)
            .or(() -> tooOften(response, client))
            // A browser sends no password before it has been told that it may.
            .or(() -> isPreflight ? Optional.empty() : unknown(request, response, client))
            .or(() -> overload(request, response));
    if (refusal.isPresent()) {
      problems.write(request, response, callback, refusal.get());
      return true;
    }
    if (isPreflight) {
      preflight(response, callback);
      return true;
    }
    if (base.isBare(asked.getHttpURI().getPath())) {
      toItsFolder(asked, response, callback);
      return true;
    }
    return super.handle(request, response, callback);
  }

  /// A request as the routes know it: they know of no base path.
  private Request inside(Request asked) {
    var uri = asked.getHttpURI();
    var path = uri.getPath();
    var inside = path == null ? null : base.inside(path);
    return inside == null || inside.equals(path)
        ? asked
        : Request.serveAs(asked, HttpURI.build(uri).path(inside).asImmutable());
  }

  /// The base path without its slash is a name of the start page.
  private void toItsFolder(Request asked, Response response, Callback callback) {
    var query = asked.getHttpURI().getQuery();
    var address = base.to("/") + (query == null ? "" : "?" + query);
    response.setStatus(308);
    response.getHeaders().put(HttpHeader.LOCATION, address);
    response.write(true, null, callback);
  }

  /// Notes that an answer has come to its end before its connection may be closed for that.
  private static final class ToItsEnd extends HttpStream.Wrapper {
    private final WatchedEndPoint client;

    ToItsEnd(HttpStream stream, WatchedEndPoint client) {
      super(stream);
      this.client = client;
    }

    @Override
    public void succeeded() {
      client.ended();
      super.succeeded();
    }
  }

  /// What no client may send.
  private Optional<Problem> unfit(Request request) {
    var headers = request.getHeaders();
    var host = headers.get(HttpHeader.HOST);
    if (host == null || !names.allow(host)) {
      return Optional.of(
          Problem.of(
              421,
              "The server was asked for in a name it does not know. Whoever runs it can allow the"
                  + " name."));
    }
    // The router would go by it, and everything in front of it by the method.
    if (headers.contains(METHOD_OVERRIDE)) {
      return Optional.of(Problem.of(400, "This server does not take " + METHOD_OVERRIDE + "."));
    }
    try {
      var query = request.getHttpURI().getQuery();
      FormText.read(query == null ? "" : query);
      // Jetty lets through what the router cannot decode, such as %u0041.
      FormText.checkPath(Objects.requireNonNullElse(request.getHttpURI().getPath(), ""));
      return Optional.empty();
    } catch (FormText.Unreadable e) {
      return Optional.of(Problem.of(400, String.valueOf(e.getMessage())));
    }
  }

  private Optional<Problem> tooOften(Response response, String client) {
    int wait = rates.take(RateLimit.key(client), System.nanoTime());
    if (wait > 0) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, wait);
      return Optional.of(
          Problem.of(429, "This client asks too often. It may ask again in " + wait + " s."));
    }
    return Optional.empty();
  }

  /// Whoever is not known: nobody, where no passwords are asked for.
  private Optional<Problem> unknown(Request request, Response response, String client) {
    if (access.credentials().isEmpty()) {
      return Optional.empty();
    }
    var sent = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    var headers = response.getHeaders();
    var answer =
        sent == null
            ? PasswordCheck.Answer.WRONG
            : passwords.check(access.credentials().get(), sent, RateLimit.key(client));
    return switch (answer) {
      case PasswordCheck.Answer.Right() -> Optional.empty();
      case PasswordCheck.Answer.Wrong() -> {
        headers.put(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"trawl\", charset=\"UTF-8\"");
        yield Optional.of(Problem.of(401, "This server answers only to those it knows."));
      }
      case PasswordCheck.Answer.Later(int status, int seconds) -> {
        headers.put(HttpHeader.RETRY_AFTER, seconds);
        yield Optional.of(
            Problem.of(
                status,
                status == 429
                    ? "Too many wrong passwords came from here. Try again in " + seconds + " s."
                    : "The server checks as many passwords as it can. Try again shortly."));
      }
    };
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
    if (!access.trustedProxies().contains(address)) {
      return address;
    }
    // Each proxy adds one at the end, perhaps in a header of its own.
    var forwarded =
        String.join(",", request.getHeaders().getValuesList(HttpHeader.X_FORWARDED_FOR));
    var last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    return last.isEmpty() ? address : last.toLowerCase(Locale.ROOT);
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
