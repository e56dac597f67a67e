package org.trawl.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trawl.api.Json;
import org.trawl.web.access.SecurityHeaders;

/// What holds for every route, whatever it answers.
@Timeout(60)
class SearchServerTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static SearchServer server;

  /// Routes that answer, fail and refuse.
  private static final class Samples implements Routes {
    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
      routes.get("/hello/<name>", ctx -> ctx.result("hello " + ctx.pathParam("name")));
      routes.get(
          "/broken",
          ctx -> {
            throw new IOException("/var/secret/path is gone");
          });
      routes.get(
          "/overflow",
          ctx -> {
            throw new StackOverflowError("deep inside");
          });
      routes.post("/body", ctx -> ctx.result(Integer.toString(ctx.bodyAsBytes().length)));
      routes.get(
          "/half",
          ctx -> {
            ctx.outputStream().write(new byte[200_000]);
            ctx.outputStream().flush();
            ExportRoutes.cutOff(ctx);
          },
          Work.STREAM);
      routes.get(
          "/busy",
          ctx -> {
            throw new Overloaded("too much", java.time.Duration.ofSeconds(3));
          });
    }
  }

  @BeforeAll
  static void start() {
    server = new SearchServer(ServerOptions.DEFAULT.onPort(0), List.of(new Samples())).start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /// Sends lines as they are and reads until the server closes.
  private static String raw(String... lines) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() throws Exception {
    for (var path : List.of("/hello/you", "/nowhere", "/broken", "/overflow", "/hello/%00")) {
      var headers = get(path).headers();
      assertEquals(
          List.of(SecurityHeaders.CONTENT_SECURITY_POLICY),
          headers.allValues("Content-Security-Policy"),
          path);
      assertEquals(List.of("nosniff"), headers.allValues("X-Content-Type-Options"), path);
      assertEquals(List.of("no-referrer"), headers.allValues("Referrer-Policy"), path);
      assertTrue(headers.firstValue("Set-Cookie").isEmpty(), path);
      assertTrue(headers.firstValue("Server").isEmpty(), path);
      assertTrue(headers.firstValue("Access-Control-Allow-Origin").isEmpty(), path);
    }
  }

  @Test
  void failureInsideTellsNothingOfTheInside() throws Exception {
    for (var path : List.of("/broken", "/overflow")) {
      var answer = get(path);
      assertEquals(500, answer.statusCode(), path);
      assertEquals(
          "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
      for (var inside : List.of("secret", "Exception", "Error", "deep", "org.trawl", "\tat ")) {
        assertFalse(answer.body().contains(inside), answer.body());
      }
    }
  }

  @Test
  void unknownAddressIsAProblem() throws Exception {
    var answer = get("/nowhere");
    assertEquals(404, answer.statusCode());
    assertEquals(404, Json.MAPPER.readTree(answer.body()).get("status").asInt());
  }

  @Test
  void wrongMethodNamesTheRightOne() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/healthz"))
            .DELETE()
            .build();
    var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(405, answer.statusCode());
    assertEquals("GET, HEAD", answer.headers().firstValue("Allow").orElse(""));
  }

  @Test
  void tooLargeABodyIs413() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/body"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[(8 << 20) + 1]))
            .build();
    assertEquals(413, CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
  }

  @Test
  void busyServerSaysWhenToTryAgain() throws Exception {
    var answer = get("/busy");
    assertEquals(503, answer.statusCode());
    assertEquals("3", answer.headers().firstValue("Retry-After").orElse(""));
  }

  @Test
  void answerThatFailsUnderWayDoesNotLookWhole() {
    assertThrows(IOException.class, () -> get("/half"));
    var zipped =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/half"))
            .header("Accept-Encoding", "gzip")
            .build();
    assertThrows(
        IOException.class, () -> CLIENT.send(zipped, HttpResponse.BodyHandlers.ofString()));
  }

  @Test
  void foreignHostNameIsRefused() throws Exception {
    var answer = raw("GET /hello/you HTTP/1.1", "Host: evil.example", "Connection: close");
    assertTrue(answer.startsWith("HTTP/1.1 421 "), answer);
    assertFalse(answer.contains("hello you"), answer);
    var named = raw("GET /hello/you HTTP/1.1", "Host: localhost:1", "Connection: close");
    assertTrue(named.startsWith("HTTP/1.1 200 "), named);
  }

  @Test
  void requestThatIsNoHttpGetsAProblem() throws Exception {
    for (var line :
        List.of("GET /hello\u0001 HTTP/1.1", "GET / HTTP/9.9", "NONSENSE", "GET /%zz HTTP/1.1")) {
      var answer = raw(line, "Host: localhost", "Connection: close");
      assertTrue(answer.matches("(?s)HTTP/1.1 (4\\d\\d|505) .*"), line + "\n" + answer);
      assertFalse(answer.contains("jetty") || answer.contains("Exception"), answer);
    }
  }

  @Test
  void pathMayHoldEncodedSlashes() throws Exception {
    assertEquals("hello a/b+c=", get("/hello/a%2Fb%2Bc%3D").body());
  }

  @Test
  void healthAndMetricsAnswer() throws Exception {
    assertEquals("{\"status\":\"ready\",\"problems\":[]}", get("/healthz").body());
    get("/hello/metrics");
    var metrics = get("/metrics").body();
    assertTrue(
        metrics.contains("trawl_requests_total{route=\"/hello/<name>\",status=\"200\"}"), metrics);
    assertTrue(
        metrics.contains("trawl_request_seconds_bucket{route=\"/hello/<name>\",le=\"+Inf\"}"));
    assertTrue(metrics.contains("\ntrawl_requests_in_flight 1\n"), metrics);
  }
}
