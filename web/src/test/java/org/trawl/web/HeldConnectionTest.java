package org.trawl.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trawl.web.ServerOptions.Access;
import org.trawl.web.ServerOptions.Clients;
import org.trawl.web.ServerOptions.Limits;
import org.trawl.web.ServerOptions.Network;
import org.trawl.web.ServerOptions.Searches;

/// Clients that hold on to their connections, and answers that do not come to their end.
@Timeout(60)
class HeldConnectionTest {
  private static final int BODY = 1 << 20;

  private final List<SearchServer> servers = new ArrayList<>();
  private final CountDownLatch streaming = new CountDownLatch(1);

  private final class Some implements Routes {
    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
      routes.get("/quick", ctx -> ctx.result("quick"));
      routes.post("/length", ctx -> ctx.result("length " + RequestBody.of(ctx).length));
      routes.get(
          "/stream",
          ctx -> {
            var out = new ClientStream(ctx.outputStream());
            streaming.countDown();
            while (true) {
              out.write(new byte[64 << 10]);
            }
          },
          Work.STREAM);
    }
  }

  private SearchServer start(Duration patience) {
    var clients = new Clients(0, 4, 2_000, BODY, patience);
    var limits = new Limits(Searches.DEFAULT, clients, Duration.ofSeconds(1));
    var behindAProxy = new Access(Set.of(), Set.of("127.0.0.1"), Set.of(), Optional.empty());
    var options = new ServerOptions(Network.LOOPBACK, limits, behindAProxy, false).onPort(0);
    var server = new SearchServer(options, List.of(new Some())).start();
    servers.add(server);
    return server;
  }

  @AfterEach
  void stop() {
    servers.forEach(SearchServer::close);
  }

  private static Socket open(SearchServer server, String... lines) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(String.join("\r\n", lines).getBytes(UTF_8));
    return socket;
  }

  @Test
  void headersThatNeverEndAreCutOff() throws Exception {
    var server = start(Duration.ofMillis(300));
    try (var socket = open(server, "GET /quick HTTP/1.1", "Host: localhost", "")) {
      var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 408"), answer);
    }
  }

  @Test
  void headersOfALaterRequestThatNeverEndAreCutOffToo() throws Exception {
    var server = start(Duration.ofMillis(300));
    try (var socket = open(server, "GET /quick HTTP/1.1", "Host: localhost", "", "")) {
      var out = socket.getOutputStream();
      out.write("GET /quick HTTP/1.1\r\n".getBytes(UTF_8));
      assertThrows(
          SocketException.class,
          () -> {
            for (int line = 0; line < 300; line++) {
              Thread.sleep(100);
              out.write(("X-" + line + ": x\r\n").getBytes(UTF_8));
            }
          });
    }
  }

  @Test
  void aConnectionThatIsUsedNowAndThenIsKept() throws Exception {
    var server = start(Duration.ofMillis(200));
    try (var socket = open(server, "GET /quick HTTP/1.1", "Host: localhost", "", "")) {
      for (int i = 0; i < 3; i++) {
        Thread.sleep(700);
        var next = "GET /quick HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(next.getBytes(UTF_8));
      }
      Thread.sleep(300);
      var last = "GET /quick HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(last.getBytes(UTF_8));
      var answers = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertEquals(5, answers.split("\r\n\r\nquick", -1).length - 1, answers);
    }
  }

  @Test
  void bodiesThatDoNotEndTakeABoundedPartOfTheMemory() throws Exception {
    var server = start(Duration.ofSeconds(20));
    var all = new ArrayList<Socket>();
    try {
      for (int i = 0; i < 20; i++) {
        all.add(almost(server));
      }
      int refused = 0;
      for (var socket : all) {
        refused += isRefused(socket) ? 1 : 0;
      }
      assertTrue(refused >= 10 && refused < 20, refused + " of 20 were refused");
      try (var other =
          open(server, "GET /quick HTTP/1.1", "Host: localhost", "Connection: close", "", "")) {
        var answer = new String(other.getInputStream().readAllBytes(), UTF_8);
        assertTrue(answer.endsWith("quick"), answer);
      }
    } finally {
      for (var socket : all) {
        socket.close();
      }
    }
    // What they held is free again.
    try (var whole = almost(server)) {
      whole.getOutputStream().write(0);
      assertEquals("HTTP/1.1 200", new String(whole.getInputStream().readNBytes(12), UTF_8));
    }
  }

  /// Sends the longest body that there may be, but for its last byte.
  private static Socket almost(SearchServer server) throws IOException {
    var length = "Content-Length: " + BODY;
    var socket = open(server, "POST /length HTTP/1.1", "Host: localhost", length, "", "");
    try {
      socket.getOutputStream().write(new byte[BODY - 1]);
    } catch (SocketException e) {
      // Refused while it was sent.
    }
    return socket;
  }

  private static boolean isRefused(Socket socket) throws IOException {
    socket.setSoTimeout(1_000);
    try {
      assertEquals("HTTP/1.1 503", new String(socket.getInputStream().readNBytes(12), UTF_8));
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException e) {
      return true;
    }
  }

  @Test
  void oneClientHasHalfOfTheStreams() throws Exception {
    var server = start(Duration.ofSeconds(20));
    var readers = new ArrayList<Socket>();
    try {
      var statuses = new ArrayList<String>();
      for (var client : List.of("6.6.6.6", "6.6.6.6", "6.6.6.6", "10.0.0.1")) {
        var forwarded = "X-Forwarded-For: " + client;
        var socket = open(server, "GET /stream HTTP/1.1", "Host: localhost", forwarded, "", "");
        readers.add(socket);
        statuses.add(new String(socket.getInputStream().readNBytes(12), UTF_8).substring(9));
      }
      assertEquals(List.of("200", "200", "503", "200"), statuses);
    } finally {
      for (var socket : readers) {
        socket.close();
      }
    }
  }

  @Test
  void whatIsStoppedHalfWayDoesNotLookWhole() throws Exception {
    for (var connection : List.of("keep-alive", "close")) {
      var server = start(Duration.ofSeconds(20));
      try (var socket =
          open(
              server,
              "GET /stream HTTP/1.1",
              "Host: localhost",
              "Connection: " + connection,
              "",
              "")) {
        streaming.await();
        var begin = new String(socket.getInputStream().readNBytes(100_000), ISO_8859_1);
        assertTrue(begin.startsWith("HTTP/1.1 200"), "it had begun");
        var stopping = Thread.startVirtualThread(server::close);
        // Where the connection's end is the answer's, the client must see no end.
        assertThrows(
            SocketException.class,
            () -> {
              var rest = new byte[1 << 16];
              while (true) {
                assertTrue(socket.getInputStream().read(rest) >= 0, "an end");
              }
            },
            connection);
        stopping.join();
      }
    }
  }
}
