package org.trawl.web;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;
import org.trawl.web.access.RateLimit;

/// Closes connections that only take up room: those on which no request comes in time that has
/// begun, or is the first, and those of a client that has very many already. Whoever sends a byte
/// now and then is not idle, so the time for idle connections alone does not end them.
final class ConnectionGuard implements Connection.Listener {
  private final Scheduler scheduler;
  private final Duration patience;
  private final int perClient;
  private final Map<String, Integer> open = new ConcurrentHashMap<>();

  /// @param patience how long a first request may take to arrive; a later one up to thrice that
  /// @param perClient connections one address may have; those of this machine are not counted
  ConnectionGuard(Scheduler scheduler, Duration patience, int perClient) {
    this.scheduler = scheduler;
    this.patience = patience;
    this.perClient = perClient;
  }

  @Override
  public void onOpened(Connection connection) {
    var client = client(connection);
    int now = open.merge(client, 1, Integer::sum);
    if (now > perClient && !client.isEmpty()) {
      connection.getEndPoint().close();
      return;
    }
    watch(connection, new Seen(0, 0, true));
  }

  /// How far a connection had come when it was looked at.
  ///
  /// @param coming whether a request was on its way: some of its bytes were there, not all of its
  ///   headers
  private record Seen(long requests, long bytes, boolean coming) {}

  /// Looks at a connection again and again. One on whose next request the client has worked since
  /// the last time it was looked at, and longer, is closed.
  private void watch(Connection connection, Seen before) {
    scheduler.schedule(
        () -> {
          if (!(connection.getEndPoint() instanceof WatchedEndPoint client) || !client.isOpen()) {
            return;
          }
          var waits = !client.answering() && client.requests() == before.requests;
          if (waits && before.coming) {
            client.close();
            return;
          }
          var coming = waits && connection.getBytesIn() > before.bytes;
          watch(connection, new Seen(client.requests(), connection.getBytesIn(), coming));
        },
        patience.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  @Override
  public void onClosed(Connection connection) {
    open.computeIfPresent(client(connection), (client, count) -> count > 1 ? count - 1 : null);
  }

  /// The other end's address; empty for this machine, where all clients and every proxy are.
  private static String client(Connection connection) {
    return connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress remote
            && !remote.getAddress().isLoopbackAddress()
        ? RateLimit.key(remote.getAddress().getHostAddress())
        : "";
  }
}
