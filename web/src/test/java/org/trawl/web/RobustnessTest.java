package org.trawl.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trawl.web.ServerOptions.Access;
import org.trawl.web.ServerOptions.Clients;
import org.trawl.web.ServerOptions.Limits;
import org.trawl.web.ServerOptions.Network;
import org.trawl.web.ServerOptions.Searches;

/// The server under clients that ask too much, too slowly or without right.
@Timeout(60)
class RobustnessTest {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final CountDownLatch go = new CountDownLatch(1);
  private final CountDownLatch began = new CountDownLatch(1);
  private final AtomicBoolean interrupted = new AtomicBoolean();
  private final AtomicLong streamed = new AtomicLong();
  private final List<SearchServer> servers = new ArrayList<>();

  /// A search that lasts until it is let go, and a stream that lasts for ever.
  private final class Slow implements Routes {
    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
      routes.get("/quick", ctx -> ctx.result("quick"));
      routes.get("/light", ctx -> ctx.result("light"), Work.LIGHT);
      routes.get("/of/a/{name}", ctx -> ctx.result("of a " + ctx.pathParam("name")));
      routes.get("/middle/{name}/quick", ctx -> ctx.result("quick"));
      routes.get("/slow", this::wait);
      routes.post("/slow", this::wait);
      routes.get(
          "/stream",
          ctx -> {
            var out = new ClientStream(ctx.outputStream());
            began.countDown();
            var block = new byte[64 << 10];
            while (true) {
              out.write(block);
              streamed.addAndGet(block.length);
            }
          },
          Work.STREAM);
    }

    private void wait(Context ctx) {
      began.countDown();
      try {
        go.await();
      } catch (InterruptedException e) {
        interrupted.set(true);
      }
      ctx.result("slow");
    }
  }

  private SearchServer start(Searches searches, Clients clients, Access access) {
    var limits = new Limits(searches, clients, Duration.ofSeconds(2));
    var options = new ServerOptions(Network.LOOPBACK, limits, access, false).onPort(0);
    var server = new SearchServer(options, List.of(new Slow())).start();
    servers.add(server);
    return server;
  }

  private SearchServer start() {
    return start(Searches.DEFAULT, Clients.DEFAULT, Access.ANYONE);
  }

  @AfterEach
  void stop() {
    go.countDown();
    servers.forEach(SearchServer::close);
  }

  private static HttpRequest.Builder request(SearchServer server, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(SearchServer server, String path) throws Exception {
    return send(request(server, path));
  }

  private static CompletableFuture<HttpResponse<String>> later(SearchServer server, String path) {
    return CLIENT.sendAsync(request(server, path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Socket open(SearchServer server, String path) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(20_000);
    var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(UTF_8));
    return socket;
  }

  /// The status answered, or 0 if the server is not even connected to.
  private static int status(URI address) throws InterruptedException {
    try {
      return send(HttpRequest.newBuilder(address)).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  @Test
  void oneSearchTooManyIsRefusedWhileTheOthersRun() throws Exception {
    var server =
        start(
            new Searches(1, 0, Duration.ZERO, Duration.ofMinutes(1)),
            Clients.DEFAULT,
            Access.ANYONE);
    get(server, "/quick");
    var slow = later(server, "/slow");
    began.await();
    for (int i = 0; i < 20; i++) {
      // The search that has the thread is held until all of these were refused.
      var refused = get(server, "/quick");
      assertEquals(503, refused.statusCode());
      assertEquals("1", refused.headers().firstValue("Retry-After").orElse(""));
    }
    assertEquals("light", get(server, "/light").body(), "what costs nothing is answered");
    assertTrue(get(server, "/metrics").body().contains("\ntrawl_searches_refused_total 20"));
    go.countDown();
    assertEquals("slow", slow.get().body());
  }

  @Test
  void whatIsRefusedIsNotEvenRead() throws Exception {
    var server =
        start(
            new Searches(1, 0, Duration.ZERO, Duration.ofMinutes(1)),
            Clients.DEFAULT,
            Access.ANYONE);
    var slow = later(server, "/slow");
    began.await();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(5_000);
      // Its body never comes: who read it first would wait longer than this socket does.
      var request = "POST /slow HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      var begin = new String(socket.getInputStream().readNBytes(12), ISO_8859_1);
      assertEquals("HTTP/1.1 503", begin);
    }
    assertEquals(503, get(server, "/of/a/name").statusCode());
    assertEquals(404, get(server, "/of/a/name/more").statusCode(), "no route of a search");
    assertEquals(503, get(server, "/middle/name/quick").statusCode(), "refused by its route");
    var metrics = get(server, "/metrics").body();
    assertTrue(metrics.contains("{route=\"/of/a/{name}\",status=\"503\"} 1"), metrics);
    assertTrue(metrics.contains("\ntrawl_searches_refused_total 3"), metrics);
    go.countDown();
    assertEquals("slow", slow.get().body());
    assertEquals("of a name", get(server, "/of/a/name").body());
  }

  /// Its method is not known, so that even a HEAD gets a body: the next answer would begin with it.
  @Test
  void whatCannotBeReadEndsItsConnection() throws Exception {
    var server = start();
    for (var method : List.of("GET", "HEAD")) {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        socket.setSoTimeout(10_000);
        var request = method + " /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(UTF_8));
        var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.contains("\r\nConnection: close\r\n"), answer);
      }
    }
  }

  @Test
  void searchOfAClientThatLeftIsInterrupted() throws Exception {
    var server = start();
    open(server, "/slow").close();
    began.await();
    thenIsInterrupted();
    assertEquals("quick", get(server, "/quick").body());
  }

  @Test
  void postedSearchOfAClientThatLeftIsInterrupted() throws Exception {
    var server = start();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      var request = "POST /slow HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nq=ab";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      began.await();
    }
    thenIsInterrupted();
    assertEquals("quick", get(server, "/quick").body());
  }

  private void thenIsInterrupted() throws InterruptedException {
    for (int i = 0; i < 200 && !interrupted.get(); i++) {
      Thread.sleep(20);
    }
    assertTrue(interrupted.get());
  }

  @Test
  void nextRequestSentAheadIsNotLost() throws Exception {
    var server = start();
    try (var socket = open(server, "/slow")) {
      began.await();
      var next = "GET /quick HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(next.getBytes(UTF_8));
      Thread.sleep(300);
      go.countDown();
      var answers = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertTrue(answers.contains("\r\n\r\nslow"), answers);
      assertTrue(answers.endsWith("\r\n\r\nquick"), answers);
    }
  }

  @Test
  void searchThatHangsIsInterrupted() throws Exception {
    var server =
        start(
            new Searches(1, 1, Duration.ofSeconds(1), Duration.ofMillis(100)),
            Clients.DEFAULT,
            Access.ANYONE);
    assertEquals(503, get(server, "/slow").statusCode());
    assertEquals("quick", get(server, "/quick").body());
    assertTrue(interrupted.get());
  }

  @Test
  void readersThatStandStillHoldNoSearchAndNoMemory() throws Exception {
    var server = start();
    var readers = new ArrayList<Socket>();
    for (int i = 0; i < 4; i++) {
      readers.add(open(server, "/stream"));
    }
    began.await();
    long before;
    do {
      before = streamed.get();
      Thread.sleep(300);
    } while (streamed.get() > before);
    for (int i = 0; i < 50; i++) {
      assertEquals("quick", get(server, "/quick").body());
    }
    assertEquals(503, get(server, "/stream").statusCode(), "no fifth");
    assertEquals(before, streamed.get(), "nothing is made that nobody reads");
    for (var reader : readers) {
      reader.close();
    }
    for (int i = 0;
        i < 100 && !get(server, "/metrics").body().contains("trawl_streams_running 0");
        i++) {
      Thread.sleep(50);
    }
    assertTrue(get(server, "/metrics").body().contains("\ntrawl_streams_running 0"));
  }

  @Test
  void clientThatAsksTooOftenHasToWait() throws Exception {
    var clients = new Clients(3, 4, 2_000, 8 << 20, Duration.ofSeconds(20));
    var server = start(Searches.DEFAULT, clients, Access.ANYONE);
    for (int i = 0; i < 3; i++) {
      assertEquals(200, get(server, "/quick").statusCode());
    }
    var refused = send(request(server, "/quick").header("X-Forwarded-For", "10.9.8.7"));
    assertEquals(429, refused.statusCode(), "whatever it says of itself");
    assertTrue(Integer.parseInt(refused.headers().firstValue("Retry-After").orElse("0")) > 0);
  }

  @Test
  void stoppingServerEndsWhatItTookAndTakesNothingNew() throws Exception {
    var server = start();
    var address = URI.create("http://127.0.0.1:" + server.port() + "/quick");
    var slow = later(server, "/slow");
    began.await();
    var stopping = CompletableFuture.runAsync(server::close);
    Thread.sleep(300);
    assertNotEquals(200, status(address));
    go.countDown();
    assertEquals("slow", slow.get().body());
    stopping.get();
  }

  @Test
  void stoppingServerWaitsNotForEver() throws Exception {
    var server = start();
    var address = URI.create("http://127.0.0.1:" + server.port() + "/quick");
    var slow = later(server, "/slow");
    began.await();
    server.close(); // the search does not end by itself: that this returns is the deadline's work
    for (int i = 0; i < 200 && !interrupted.get(); i++) {
      Thread.sleep(20);
    }
    assertTrue(interrupted.get(), "what had not ended is stopped");
    assertThrows(ExecutionException.class, slow::get);
    assertThrows(ConnectException.class, () -> send(HttpRequest.newBuilder(address)));
  }
}
