package org.trawl.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsExceptionHandler;
import io.javalin.websocket.WsHandlerType;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/// Where [Routes] add theirs: puts each on the thread that suits its [Work], and lets it answer
/// HEAD as it answers GET (Javalin alone says 200 to it, whatever the route would say).
final class ServerRoutes implements JavalinDefaultRoutingApi {
  /// A stream lasts as long as its client reads.
  private static final Duration FOREVER = Duration.ofDays(10_000);

  private final RoutesConfig routes;
  private final WorkPool searches;
  private final WorkPool streams;
  private final EarlyRefusal early;
  private final RequestBody bodies;
  private final ClientShares shares;
  private final Duration limit;

  /// @param early learns which routes search
  /// @param limit how long a search may run: its time budget ends it before, this is for the rest
  ServerRoutes(
      RoutesConfig routes,
      WorkPool searches,
      WorkPool streams,
      EarlyRefusal early,
      RequestBody bodies,
      ClientShares shares,
      Duration limit) {
    this.routes = routes;
    this.searches = searches;
    this.streams = streams;
    this.early = early;
    this.bodies = bodies;
    this.shares = shares;
    this.limit = limit;
  }

  @Override
  public ServerRoutes addEndpoint(Endpoint endpoint) {
    var placed = contained(placed(endpoint));
    add(endpoint.method, endpoint.path, placed);
    if (endpoint.method.equals(HandlerType.GET)) {
      add(HandlerType.HEAD, endpoint.path, placed);
    }
    return this;
  }

  private void add(HandlerType method, String path, Handler handler) {
    routes.addEndpoint(new Endpoint(method, path, handler));
  }

  private Handler placed(Endpoint endpoint) {
    var roles = endpoint.metadata(Roles.class);
    var work = roles == null ? Set.<RouteRole>of() : roles.getRoles();
    if (work.contains(Work.LIGHT)) {
      return endpoint.handler;
    }
    if (work.contains(Work.STREAM)) {
      return ctx -> bodies.whileHeld(ctx, () -> stream(endpoint.handler, ctx));
    }
    early.add(endpoint.path);
    // The body is read while it takes nobody's place, however slowly it comes.
    return ctx -> bodies.whileHeld(ctx, () -> search(endpoint.handler, ctx));
  }

  private void search(Handler handler, Context ctx) throws Exception {
    if (handler instanceof BegunPage.Beginning page && !searches.full()) {
      page.begin(ctx);
    }
    run(searches, handler, ctx, limit);
  }

  private void stream(Handler handler, Context ctx) throws Exception {
    var client = String.valueOf(ctx.req().getAttribute(FrontDoor.CLIENT));
    shares.run(client, () -> run(streams, handler, ctx, FOREVER));
  }

  private static void run(WorkPool pool, Handler handler, Context ctx, Duration limit)
      throws Exception {
    pool.run(
        () -> {
          handler.handle(ctx);
          return ctx;
        },
        new WorkPool.Bounds(limit, () -> HttpConnector.left(ctx.req())));
  }

  /// An error of the machine, such as a stack that ran over, fails its request as an exception
  /// does.
  private static Handler contained(Handler handler) {
    return ctx -> {
      try {
        handler.handle(ctx);
      } catch (Error e) {
        throw new ExecutionException(e);
      }
    };
  }

  @Override
  public <E extends Exception> ServerRoutes exception(
      Class<E> type, ExceptionHandler<? super E> handler) {
    routes.exception(type, handler);
    return this;
  }

  @Override
  public ServerRoutes error(int status, String contentType, Handler handler) {
    routes.error(status, contentType, handler);
    return this;
  }

  @Override
  public <E extends Exception> ServerRoutes wsException(
      Class<E> type, WsExceptionHandler<? super E> handler) {
    throw new UnsupportedOperationException("the server has no web sockets");
  }

  @Override
  public ServerRoutes addWsHandler(
      WsHandlerType type, String path, Consumer<WsConfig> config, RouteRole... roles) {
    throw new UnsupportedOperationException("the server has no web sockets");
  }
}
