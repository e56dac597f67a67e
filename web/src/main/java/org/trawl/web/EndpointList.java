package org.trawl.web;

import io.javalin.http.ExceptionHandler;
import io.javalin.http.Handler;
import io.javalin.router.Endpoint;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.javalin.security.RouteRole;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsExceptionHandler;
import io.javalin.websocket.WsHandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Takes the routes of parts of the server as a list.
final class EndpointList implements JavalinDefaultRoutingApi {
  private final List<Endpoint> endpoints = new ArrayList<>();

  private EndpointList() {}

  static List<Endpoint> of(List<Routes> parts) {
    var list = new EndpointList();
    parts.forEach(part -> part.addTo(list));
    return List.copyOf(list.endpoints);
  }

  @Override
  public EndpointList addEndpoint(Endpoint endpoint) {
    endpoints.add(endpoint);
    return this;
  }

  private static UnsupportedOperationException onlyRoutes() {
    return new UnsupportedOperationException("a part of the server adds routes alone");
  }

  @Override
  public <E extends Exception> EndpointList exception(
      Class<E> type, ExceptionHandler<? super E> handler) {
    throw onlyRoutes();
  }

  @Override
  public EndpointList error(int status, String contentType, Handler handler) {
    throw onlyRoutes();
  }

  @Override
  public <E extends Exception> EndpointList wsException(
      Class<E> type, WsExceptionHandler<? super E> handler) {
    throw onlyRoutes();
  }

  @Override
  public EndpointList addWsHandler(
      WsHandlerType type, String path, Consumer<WsConfig> config, RouteRole... roles) {
    throw onlyRoutes();
  }
}
