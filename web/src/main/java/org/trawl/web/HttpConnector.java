package org.trawl.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.trawl.web.ServerOptions.Clients;
import org.trawl.web.ServerOptions.Network;

/// Takes connections, and keeps an eye on them.
final class HttpConnector extends ServerConnector {
  /// One address may have this part of all connections.
  private static final int PART_OF_ONE_CLIENT = 8;

  HttpConnector(Server server, HttpConfiguration http, Network network, Clients clients) {
    super(server, 1, 1, new HttpConnectionFactory(http));
    setHost(network.host());
    setPort(network.port());
    setIdleTimeout(http.getIdleTimeout());
    addBean(
        new ConnectionGuard(
            getScheduler(),
            clients.patience(),
            Math.max(1, clients.connections() / PART_OF_ONE_CLIENT)));
  }

  @Override
  protected SocketChannelEndPoint newEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key) {
    var endPoint = new WatchedEndPoint(channel, selector, key, getScheduler(), getExecutor());
    endPoint.setIdleTimeout(getIdleTimeout());
    return endPoint;
  }

  /// Whether the client of a request has closed its connection. Only to be asked once the request's
  /// body was read to its end: to look for the end of the stream would take bytes of it.
  static boolean left(HttpServletRequest request) {
    return endPoint(request) instanceof WatchedEndPoint watched && watched.left();
  }

  /// Breaks a request's connection: to end its answer would tell the client that it is whole.
  static void breakOff(HttpServletRequest request) {
    endPoint(request).close();
  }

  private static EndPoint endPoint(HttpServletRequest request) {
    return ServletContextRequest.getServletContextRequest(request)
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint();
  }
}
