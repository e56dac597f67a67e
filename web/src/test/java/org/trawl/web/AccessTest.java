package org.trawl.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trawl.web.ServerOptions.Access;
import org.trawl.web.ServerOptions.Clients;
import org.trawl.web.ServerOptions.Limits;
import org.trawl.web.ServerOptions.Network;
import org.trawl.web.ServerOptions.Searches;
import org.trawl.web.access.Credentials;
import org.trawl.web.access.PasswordCheck;

/// Who is let in, and as whom.
@Timeout(60)
class AccessTest {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir private Path folder;

  private final List<SearchServer> servers = new ArrayList<>();

  /// One answer, and who asks for it.
  private static final class Quick implements Routes {
    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
      routes.get("/quick", ctx -> ctx.result("quick"));
      routes.post("/quick", ctx -> ctx.result("quick"));
      routes.get("/light", ctx -> ctx.result("light"), Work.LIGHT);
    }
  }

  private SearchServer start(Clients clients, Access access) {
    var limits = new Limits(Searches.DEFAULT, clients, Duration.ofSeconds(2));
    var options = new ServerOptions(Network.LOOPBACK, limits, access, false).onPort(0);
    var server = new SearchServer(options, List.of(new Quick())).start();
    servers.add(server);
    return server;
  }

  /// @param iterations of the hash, which make checking a password take so long
  private SearchServer withPassword(int iterations) throws IOException {
    var line = Credentials.line("desk", "s3cret", iterations);
    var file = Files.writeString(folder.resolve("passwords"), line);
    var known = Optional.of(Credentials.read(file));
    return start(Clients.DEFAULT, new Access(Set.of(), Set.of("127.0.0.1"), Set.of(), known));
  }

  @AfterEach
  void stop() {
    servers.forEach(SearchServer::close);
  }

  private static HttpRequest.Builder request(SearchServer server, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder from(HttpRequest.Builder request, String client) {
    return request.header("X-Forwarded-For", client);
  }

  @Test
  void onlyThoseInTheFileAreLetIn() throws Exception {
    var server = withPassword(1_000);
    for (var path : List.of("/quick", "/light", "/healthz", "/metrics", "/nowhere")) {
      var refused = send(request(server, path));
      assertEquals(401, refused.statusCode(), path);
      assertTrue(refused.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Basic "));
    }
    var basic = "Basic " + Base64.getEncoder().encodeToString("desk:s3cret".getBytes(UTF_8));
    assertEquals(200, send(request(server, "/quick").header("Authorization", basic)).statusCode());
    assertEquals(
        200, send(request(server, "/quick").header("Authorization", "Bearer s3cret")).statusCode());
    assertEquals(
        401, send(request(server, "/quick").header("Authorization", "Bearer other")).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "POST", "OPTIONS", "TRACE", "options", "NONSENSE"})
  void noMethodGetsPastThePassword(String method) throws Exception {
    var server = withPassword(1_000);
    var nobody = HttpRequest.BodyPublishers.noBody();
    assertEquals(401, send(request(server, "/quick").method(method, nobody)).statusCode());
    for (var other : List.of("GET", "POST")) {
      var disguised =
          request(server, "/quick")
              .method(method, nobody)
              .header("X-HTTP-Method-Override", other)
              .header("Origin", "https://other.example");
      assertEquals(400, send(disguised).statusCode(), other);
    }
  }

  @Test
  void whoGuessesWaitsAndWhoKnowsDoesNot() throws Exception {
    var server = withPassword(300_000);
    long start = System.nanoTime();
    var guesses = new ArrayList<CompletableFuture<HttpResponse<String>>>();
    for (int i = 0; i < 100; i++) {
      var guess = from(request(server, "/quick"), "6.6.6.6").header("Authorization", "Bearer " + i);
      guesses.add(CLIENT.sendAsync(guess.build(), HttpResponse.BodyHandlers.ofString()));
    }
    int looked = 0;
    for (var guess : guesses) {
      int status = guess.get().statusCode();
      assertTrue(status == 401 || status == 429 || status == 503, "status " + status);
      looked += status == 401 ? 1 : 0;
    }
    var more = from(request(server, "/quick"), "6.6.6.6").header("Authorization", "Bearer x");
    var answer = send(more.copy());
    while (answer.statusCode() == 401) {
      looked++;
      answer = send(more.copy());
    }
    assertEquals(429, answer.statusCode());
    assertTrue(answer.headers().firstValue("Retry-After").isPresent());
    // One more guess is free every few seconds, and checking many may take longer than that.
    var taken = Duration.ofNanos(System.nanoTime() - start);
    long allowed =
        PasswordCheck.WRONG_PER_MINUTE
            * (60 + taken.toSeconds() + 1)
            / Duration.ofMinutes(1).toSeconds();
    assertTrue(looked <= allowed, looked + " were looked at, not " + allowed);
    var right =
        from(request(server, "/quick"), "10.0.0.1").header("Authorization", "Bearer s3cret");
    assertEquals(200, send(right).statusCode());
  }

  @Test
  void trustedProxySaysWhoAsks() throws Exception {
    var clients = new Clients(2, 4, 2_000, 8 << 20, Duration.ofSeconds(20));
    var access = new Access(Set.of(), Set.of("127.0.0.1"), Set.of(), Optional.empty());
    var server = start(clients, access);
    for (int i = 0; i < 6; i++) {
      assertEquals(200, send(from(request(server, "/quick"), "6.6.6.6, 10.0.0." + i)).statusCode());
    }
  }

  @Test
  void whatAClientSaysOfItselfIsNotBelieved() throws Exception {
    var clients = new Clients(2, 4, 2_000, 8 << 20, Duration.ofSeconds(20));
    var access = new Access(Set.of(), Set.of("127.0.0.1"), Set.of(), Optional.empty());
    var server = start(clients, access);
    int passed = 0;
    for (int i = 0; i < 6; i++) {
      // The client's own header comes first, then the proxy's.
      var request = from(from(request(server, "/quick"), "10.0.0." + i), "6.6.6.6");
      passed += send(request).statusCode() == 200 ? 1 : 0;
    }
    assertEquals(2, passed);
  }

  @Test
  void onlyConfiguredSitesMayReadAnswers() throws Exception {
    var access = new Access(Set.of(), Set.of(), Set.of("https://friend.example"), Optional.empty());
    var server = start(Clients.DEFAULT, access);
    var friend = send(request(server, "/quick").header("Origin", "https://friend.example"));
    assertEquals(
        "https://friend.example",
        friend.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    var other = send(request(server, "/quick").header("Origin", "https://other.example"));
    assertTrue(other.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
    var preflight =
        send(
            request(server, "/quick")
                .header("Origin", "https://friend.example")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    assertEquals(204, preflight.statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"q=trump%", "q=%zz", "filter=%", "q=a&x=%FF", "q=%E2%82", "%=1", "q=%u0041"})
  void whatCannotBeDecodedIsRefusedAndNotLeftOut(String query) throws Exception {
    var server = start(Clients.DEFAULT, Access.ANYONE);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      var asked =
          "GET /quick?" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(asked.getBytes(UTF_8));
      var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    }
  }

  @Test
  void aThousandParametersAreEnough() throws Exception {
    var server = start(Clients.DEFAULT, Access.ANYONE);
    var many = "filter=language:a&".repeat(FormText.MAX_PARAMETERS);
    assertEquals(200, send(request(server, "/quick?" + many)).statusCode());
    var refused = send(request(server, "/quick?" + many + "q=a"));
    assertEquals(400, refused.statusCode());
    assertTrue(refused.body().contains("listAccounts"), refused.body());
  }
}
