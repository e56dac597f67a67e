package org.trawl.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.util.JavalinException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trawl.api.Problem;
import org.trawl.search.ArchiveInfo;
import org.trawl.search.EngineUnavailable;
import org.trawl.search.NotOffered;
import org.trawl.search.QueryRefused;
import org.trawl.search.TweetSearch;

/// Answers over HTTP. What it answers is made of [Routes]; here is what holds for all of them: how
/// connections are kept, what a request may cost, and what a failure looks like from outside.
public final class SearchServer implements AutoCloseable {
  /// The longest query there may be, percent-encoded as nine characters for each of its own, as
  /// Chinese is, with room for the other parameters.
  private static final int HEADER_BYTES = 640 << 10;

  /// How long a connection may lie idle, in a request or between two.
  private static final int IDLE_MILLIS = 30_000;

  /// Whoever sends a body more slowly is cut off.
  private static final int MIN_BYTES_PER_SECOND = 500;

  private static final Logger LOG = LoggerFactory.getLogger("trawl.server");
  private static final Logger ACCESS = LoggerFactory.getLogger("trawl.access");

  private final ServerOptions options;
  private final Metrics metrics = new Metrics();
  private final WorkPool searches;
  private final WorkPool streams;
  private final CurrentRoutes routes;
  private final Optional<GenerationWatch> watch;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final EarlyRefusal early;
  private final ProblemWriter problems;
  private final Javalin app;

  /// A server of an index that is open.
  ///
  /// @param searcher closed by the caller, after the server
  /// @param pages other routes than those of the interface for programs
  public static SearchServer of(TweetSearch searcher, ServerOptions options, Routes pages) {
    var searches = searches(options.limits().searches());
    var generation =
        new Generation(parts(searcher, options, searches, pages), Optional.of(searcher), () -> {});
    return new SearchServer(options, searches, new CurrentRoutes(generation), Optional.empty());
  }

  /// A server of what an index folder has published, and of what it publishes later: without a
  /// pause, once that is ready.
  ///
  /// @throws IOException if the folder has published nothing that can be opened
  public static SearchServer of(IndexSource source, ServerOptions options) throws IOException {
    var searches = searches(options.limits().searches());
    Function<IndexSource.Opened, Generation> maker =
        opened ->
            new Generation(
                parts(opened.searcher(), options, searches, opened.pages()),
                Optional.of(opened.searcher()),
                opened.searcher());
    var routes = new CurrentRoutes(maker.apply(source.open(Optional.empty())));
    var watch = new GenerationWatch(source, routes, maker);
    return new SearchServer(options, searches, routes, Optional.of(watch));
  }

  private static List<Routes> parts(
      TweetSearch searcher, ServerOptions options, WorkPool searches, Routes pages) {
    var budget = options.limits().searches().budget();
    return List.of(
        new ApiRoutes(searcher, budget),
        new AnalysisRoutes(searcher, budget),
        new CoordinationRoutes(searcher, budget),
        new ExportRoutes(searcher),
        new BatchRoutes(searcher, searches, budget),
        new ListRoutes(searcher, budget),
        new DocsRoutes(options.network().base()),
        pages);
  }

  /// @param parts tried in their order, the first fitting route answers
  SearchServer(ServerOptions options, List<Routes> parts) {
    this(
        options,
        searches(options.limits().searches()),
        new CurrentRoutes(new Generation(parts, Optional.empty(), () -> {})),
        Optional.empty());
  }

  private SearchServer(
      ServerOptions options,
      WorkPool searches,
      CurrentRoutes routes,
      Optional<GenerationWatch> watch) {
    this.options = options;
    this.searches = searches;
    this.routes = routes;
    this.watch = watch;
    early = new EarlyRefusal(searches);
    problems = new ProblemWriter(List.of(routes));
    // None waits for another to end, but one with a place may wait for its thread to wake.
    var patience = options.limits().searches().patience();
    streams = new WorkPool("stream", options.limits().clients().exports(), 0, patience);
    measure("searches", searches);
    measure("streams", streams);
    measureIndex();
    app = Javalin.create(this::configure);
  }

  private void measureIndex() {
    metrics.read(
        "trawl_index_age_seconds",
        "gauge",
        "Time since the index was last changed.",
        () ->
            state()
                .map(one -> Duration.between(one.updated(), Instant.now()).toMillis() / 1e3)
                .orElse(0.0));
    metrics.read(
        "trawl_index_generation",
        "gauge",
        "Number of the index's state that is in service.",
        () -> state().map(one -> (double) one.generation()).orElse(0.0));
  }

  private Optional<ArchiveInfo.State> state() {
    return routes.current().searcher().map(searcher -> searcher.archive().state());
  }

  /// Makes ready what first questions would else wait for, until the thread is interrupted.
  public void warmUp() throws IOException, QueryRefused {
    var generation = routes.current();
    if (!generation.enter()) {
      return;
    }
    try {
      if (generation.searcher().isPresent()) {
        generation.searcher().get().warmUp();
      }
      for (var part : generation.parts()) {
        part.warmUp();
      }
    } finally {
      generation.leave();
    }
  }

  private static WorkPool searches(ServerOptions.Searches limits) {
    return new WorkPool("search", limits.atOnce(), limits.waiting(), limits.patience());
  }

  private void measure(String name, WorkPool pool) {
    metrics.read(
        "trawl_" + name + "_running",
        "gauge",
        "Of the " + name + ", those that run.",
        pool::running);
    metrics.read(
        "trawl_" + name + "_waiting",
        "gauge",
        "Of the " + name + ", those that wait.",
        pool::waiting);
    metrics.read(
        "trawl_" + name + "_refused_total",
        "counter",
        "Of the " + name + ", those refused as too many.",
        () -> (double) pool.refused());
    metrics.read(
        "trawl_" + name + "_stopped_total",
        "counter",
        "Of the " + name + ", those stopped: their client left, or their time was over.",
        () -> (double) pool.stopped());
  }

  /// Begins to listen.
  ///
  /// @throws io.javalin.util.JavalinException if it cannot, as when the port is taken
  public SearchServer start() {
    app.start();
    watch.ifPresent(GenerationWatch::start);
    return this;
  }

  /// The port it listens at.
  public int port() {
    return app.port();
  }

  /// Takes no more requests, waits for those it took, but not for ever, and ends.
  @Override
  public void close() {
    try {
      app.stop();
    } catch (JavalinException e) {
      if (!(e.getCause() instanceof TimeoutException)) {
        throw e;
      }
      LOG.warn("Requests that had not ended in time were cut off");
    }
    searches.close();
    streams.close();
    watch.ifPresent(GenerationWatch::close);
    if (closed.compareAndSet(false, true)) {
      routes.current().leave();
    }
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.prefer405over404 = true;
    config.jetty.threadPool = threads();
    config.jetty.modifyServer(this::configure);
    config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(problems));
    config.jetty.modifyHttpConfiguration(SearchServer::configure);
    config.jetty.addConnector((server, http) ->
        new HttpConnector(server, http, options.network(), options.limits().clients()));
    config.routes.beforeMatched(SearchServer::nameRoute);
    var clients = options.limits().clients();
    var bodies = new RequestBody(clients.bodyBytes());
    var shares = new ClientShares(Math.max(1, clients.exports() / 2));
    var placed = new ServerRoutes(config.routes, searches, streams, early, bodies, shares, limit());
    var health = new Health(routes::current, () -> watch.map(GenerationWatch::refused).orElse(""));
    metrics.read(
        "trawl_index_problems",
        "gauge",
        "What is wrong with the index in service, as /healthz says; 0 if nothing is.",
        health::problems);
    new StatusRoutes(metrics, health).addTo(placed);
    routes.addTo(placed);
    config.routes.exception(WorkPool.Pointless.class, SearchServer::clientLeft);
    config.routes.exception(ClientStream.ClientGone.class, SearchServer::clientLeft);
    config.routes.exception(Refused.class, (e, ctx) -> problems.write(ctx, e.problem()));
    config.routes.exception(QueryRefused.class, this::tooBroad);
    config.routes.exception(Overloaded.class, this::overloaded);
    config.routes.exception(EngineUnavailable.class, this::unavailable);
    config.routes.exception(NotOffered.class, this::notOffered);
    config.routes.exception(MethodNotAllowedResponse.class, this::wrongMethod);
    config.routes.exception(HttpResponseException.class, this::refusedByJavalin);
    config.routes.exception(EofException.class, (e, ctx) -> brokenOff(ctx));
    config.routes.exception(HttpException.RuntimeException.class, (e, ctx) -> brokenOff(ctx));
    config.routes.exception(Exception.class, this::failed);
    config.router.javaLangErrorHandler(SearchServer::failed);
  }

  /// A request's body ends too soon, or is not what its headers say: its sender's fault.
  private void brokenOff(Context ctx) {
    problems.write(ctx, Problem.of(400, "The request's body cannot be read to its end."));
  }

  /// A few threads for the sockets; each request runs on a virtual thread of its own, so that
  /// clients who read or write slowly keep nobody else waiting.
  private static QueuedThreadPool threads() {
    var threads = new QueuedThreadPool(64, 4);
    threads.setName("http");
    threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("request-"));
    return threads;
  }

  private void configure(Server server) {
    server.insertHandler(new MinimumDataRateHandler(MIN_BYTES_PER_SECOND, 0));
    server.insertHandler(new GracefulHandler());
    server.insertHandler(
        new FrontDoor(
            options, metrics, new AccessLog(ACCESS::info, options.logQueries()), early, problems));
    server.setErrorHandler(problems);
    server.setStopTimeout(options.limits().stop().toMillis());
    server.addBean(new NetworkConnectionLimit(options.limits().clients().connections(), server));
  }

  private static void configure(HttpConfiguration http) {
    http.setUriCompliance(UriCompliance.LEGACY);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setIdleTimeout(IDLE_MILLIS);
    http.setSendServerVersion(false);
  }

  private static void nameRoute(Context ctx) {
    ServletContextRequest.getServletContextRequest(ctx.req())
        .setAttribute(FrontDoor.ROUTE, route(ctx));
  }

  private static String route(Context ctx) {
    var endpoint = ctx.endpoints().matchedHttpEndpoint();
    // Nobody's route: a HEAD that Javalin answers by itself.
    return endpoint == null ? "none" : endpoint.path;
  }

  private void tooBroad(QueryRefused e, Context ctx) {
    problems.write(ctx, Problem.of(400, "A part of the query fits too many words of the archive."));
  }

  private void overloaded(Overloaded e, Context ctx) {
    ctx.header("Retry-After", e.retryAfterSeconds());
    problems.write(ctx, Problem.of(503, String.valueOf(e.getMessage())));
  }

  private void unavailable(EngineUnavailable e, Context ctx) {
    LOG.warn("{} is not answered: {}", route(ctx), e.getMessage());
    ctx.header("Retry-After", Long.toString(e.retryAfter().toSeconds()));
    problems.write(ctx, Problem.of(503, sentence(e)));
  }

  private void notOffered(NotOffered e, Context ctx) {
    problems.write(ctx, Problem.of(501, sentence(e)));
  }

  private static String sentence(IOException e) {
    var text = String.valueOf(e.getMessage());
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  /// A task runs past its time budget while it counts what it found; past twice that, it hangs.
  private Duration limit() {
    return options.limits().searches().budget().multipliedBy(2);
  }

  private static void clientLeft(Exception e, Context ctx) {
    LOG.debug("A client left", e);
    if (!ctx.res().isCommitted()) {
      // Nobody reads this; the number is what other servers log for it.
      ctx.status(499);
    }
    // One who closed only the sending side still reads: what was stopped must not look whole.
    ExportRoutes.cutOff(ctx);
  }

  private void wrongMethod(MethodNotAllowedResponse e, Context ctx) {
    var allowed =
        e.getDetails().values().stream().map(Object::toString).collect(Collectors.joining(", "));
    ctx.header("Allow", allowed);
    problems.write(ctx, Problem.of(405, "It takes " + allowed + "."));
  }

  private void refusedByJavalin(HttpResponseException e, Context ctx) {
    var detail =
        switch (e.getStatus()) {
          case 404 -> "Nothing is found at this address.";
          case 413 -> "The request's body is longer than this server reads.";
          default -> "The server does not answer this request.";
        };
    problems.write(ctx, Problem.of(e.getStatus(), detail));
  }

  private void failed(Exception e, Context ctx) {
    LOG.error("{} failed", route(ctx), e);
    problems.write(
        ctx, Problem.of(500, "Something went wrong inside; the server's log says what."));
  }

  private static void failed(HttpServletResponse response, Error e) {
    LOG.error("A request failed", e);
    if (!response.isCommitted()) {
      ProblemWriter.write(
          response, Problem.of(500, "Something went wrong inside; the server's log says what."));
    }
  }
}
