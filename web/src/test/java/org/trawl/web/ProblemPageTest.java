package org.trawl.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.page.analysis.AllPages;
import org.trawl.search.TweetSearch;
import org.trawl.web.ServerOptions.Access;
import org.trawl.web.ServerOptions.Clients;
import org.trawl.web.ServerOptions.Limits;
import org.trawl.web.ServerOptions.Network;
import org.trawl.web.ServerOptions.Searches;
import org.trawl.web.access.SecurityHeaders;

/// What a person at a browser gets in place of a page.
@Timeout(60)
class ProblemPageTest {
  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private Path folder;

  private final CountDownLatch began = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);
  private final List<SearchServer> servers = new ArrayList<>();
  private TweetSearch searcher;
  private AllPages pages;

  /// A search that lasts until it is let go, and routes that fail.
  private final class Troubled implements Routes {
    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
      routes.get(
          "/slow",
          ctx -> {
            began.countDown();
            go.await();
          });
      routes.get(
          "/broken",
          ctx -> {
            throw new IOException("/var/secret/path is gone");
          });
      routes.get(
          "/overflow",
          ctx -> {
            throw new StackOverflowError("deep inside");
          },
          Work.LIGHT);
    }
  }

  @BeforeEach
  void open() throws IOException {
    searcher = TweetSearch.open(SampleArchive.index(folder, 7));
    pages = new AllPages(searcher, Duration.ofSeconds(10));
  }

  @AfterEach
  void close() throws IOException {
    go.countDown();
    servers.forEach(SearchServer::close);
    searcher.close();
  }

  private SearchServer start(Searches searches, Clients clients) {
    var limits = new Limits(searches, clients, Duration.ofSeconds(2));
    var options = new ServerOptions(Network.LOOPBACK, limits, Access.ANYONE, false).onPort(0);
    var server = new SearchServer(options, List.of(new Troubled(), pages)).start();
    servers.add(server);
    return server;
  }

  private SearchServer start() {
    return start(Searches.DEFAULT, Clients.DEFAULT);
  }

  private static HttpRequest.Builder ask(SearchServer server, String path, String accept) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .header("Accept", accept);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(SearchServer server, String path) throws Exception {
    return send(ask(server, path, BROWSER));
  }

  private static void isPage(HttpResponse<String> answer, int status, String... holds) {
    assertEquals(status, answer.statusCode());
    assertTrue(header(answer, "Content-Type").startsWith("text/html;"), answer::body);
    assertEquals("no-store", header(answer, "Cache-Control"));
    assertEquals(
        SecurityHeaders.CONTENT_SECURITY_POLICY, header(answer, "Content-Security-Policy"));
    assertFalse(answer.body().contains("<script"), "it must work with nothing else");
    for (var text : holds) {
      assertTrue(answer.body().contains(text), text + " is not in\n" + answer.body());
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void overloadIsAPageAndCostsNoSearchThread() throws Exception {
    var server = start(new Searches(1, 0, Duration.ZERO, Duration.ofMinutes(1)), Clients.DEFAULT);
    get(server, "/help");
    var slow =
        CLIENT.sendAsync(
            ask(server, "/slow", BROWSER).build(), HttpResponse.BodyHandlers.ofString());
    began.await();
    for (int i = 0; i < 20; i++) {
      // The search that has the thread is held until all of these were refused.
      var answer = get(server, "/?q=red%20%22green&sort=newest");
      isPage(
          answer,
          503,
          "<h1>The server is busy</h1>",
          "Nothing is lost",
          "href=\"/?q=red%20%22green&amp;sort=newest\"");
      assertEquals("1", header(answer, "Retry-After"));
    }
    go.countDown();
    assertEquals(200, slow.get().statusCode());
  }

  @Test
  void programsGetJsonWhateverTheyAccept() throws Exception {
    var server = start();
    for (var request :
        List.of(
            ask(server, "/broken", "*/*"),
            ask(server, "/broken", "application/json"),
            ask(server, "/api/nothing", BROWSER))) {
      assertEquals("application/problem+json", header(send(request), "Content-Type"));
    }
  }

  @Test
  void whoeverAsksTooOftenIsToldOnAPage() throws Exception {
    var server = start(Searches.DEFAULT, new Clients(2, 4, 2_000, 8 << 20, Duration.ofSeconds(20)));
    get(server, "/help");
    get(server, "/help");
    var answer = get(server, "/help?x=1");
    isPage(answer, 429, "Too many requests from here", "href=\"/help?x=1\"");
    assertTrue(Integer.parseInt(header(answer, "Retry-After")) > 0);
    var head = send(ask(server, "/help", BROWSER).HEAD());
    assertEquals(429, head.statusCode());
    assertEquals("", head.body());
  }

  @Test
  void failureIsAPageThatTellsNothingOfTheInside() throws Exception {
    var server = start();
    for (var path : List.of("/broken", "/overflow")) {
      var answer = get(server, path);
      isPage(answer, 500, "Something went wrong on the server", "href=\"" + path + "\"");
      for (var inside : List.of("secret", "Exception", "Error", "deep", "org.trawl")) {
        assertFalse(answer.body().contains(inside), answer.body());
      }
    }
  }

  @Test
  void whatCannotBeHadOffersNoSecondTry() throws Exception {
    var server = start();
    var answer = get(server, "/nowhere?q=%3Cscript%3E");
    isPage(answer, 404, "There is nothing here");
    assertFalse(answer.body().contains("Try again"), answer.body());
    var sent = send(ask(server, "/help", BROWSER).POST(HttpRequest.BodyPublishers.ofString("a")));
    isPage(sent, 405, "It takes GET");
  }

  @Test
  void secondTryStaysOnThisServer() throws Exception {
    var server = start(Searches.DEFAULT, new Clients(1, 4, 2_000, 8 << 20, Duration.ofSeconds(20)));
    get(server, "/help");
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      var lines =
          List.of(
              "GET //evil.example/\"><script> HTTP/1.1",
              "Host: localhost",
              "Accept: text/html",
              "Connection: close");
      var request = String.join("\r\n", lines) + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
      assertFalse(answer.contains("href=\"//"), answer);
      assertFalse(answer.contains("<script"), answer);
    }
  }
}
