package org.trawl.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.api.Problem;
import org.trawl.page.Pages;
import org.trawl.search.TweetSearch;

@Timeout(60)
class BegunPageTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  private final CountDownLatch go = new CountDownLatch(1);

  @TempDir private Path folder;

  /// A page that begins, and is gone on with once it is let.
  private final class Waiting implements Routes {
    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
      routes.get("/good", new Page(false));
      routes.get("/bad", new Page(true));
      routes.get("/late", new Late());
    }

    @Override
    public Optional<byte[]> content(Problem problem, Optional<String> again) {
      return Optional.of(("sorry, " + problem.status()).getBytes(UTF_8));
    }

    /// Ends its page, and fails all the same, as one whose time is over in that moment.
    private static final class Late implements BegunPage.Beginning {
      @Override
      public void begin(Context ctx) throws IOException {
        BegunPage.begin(ctx, "<before>", "<after>");
      }

      @Override
      public void handle(Context ctx) {
        ctx.result(BegunPage.of(ctx).orElseThrow().end("found".getBytes(UTF_8)));
        throw new Overloaded("too late", Duration.ofSeconds(1));
      }
    }

    private final class Page implements BegunPage.Beginning {
      private final boolean fails;

      Page(boolean fails) {
        this.fails = fails;
      }

      @Override
      public void begin(Context ctx) throws IOException {
        if (BegunPage.suits(ctx)) {
          BegunPage.begin(ctx, "<before>", "<after>");
        }
      }

      @Override
      public void handle(Context ctx) throws Exception {
        go.await();
        if (fails) {
          throw new IOException("/var/secret/path is gone");
        }
        var found = "found".getBytes(UTF_8);
        ctx.result(BegunPage.of(ctx).map(page -> page.end(found)).orElse(found));
      }
    }
  }

  private static HttpRequest.Builder request(SearchServer server, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .header("Accept", BROWSER);
  }

  private static HttpRequest.Builder navigation(SearchServer server, String path) {
    return request(server, path).header("Sec-Fetch-Mode", "navigate");
  }

  private SearchServer waiting() {
    return new SearchServer(ServerOptions.DEFAULT.onPort(0), List.of(new Waiting())).start();
  }

  private static InputStream unpacked(HttpResponse<InputStream> answer) throws IOException {
    assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse(""));
    return new GZIPInputStream(answer.body(), 1);
  }

  @Test
  void aBrowserReadsTheBeginningWhileThePagesSearchRuns() throws Exception {
    try (var server = waiting()) {
      for (var packed : List.of(true, false)) {
        var asked = navigation(server, "/good");
        if (packed) {
          asked.header("Accept-Encoding", "gzip, deflate, br");
        }
        var answer = CLIENT.send(asked.build(), BodyHandlers.ofInputStream());
        try (var body = packed ? unpacked(answer) : answer.body()) {
          var first = new String(body.readNBytes("<before>".length()), UTF_8);
          assertEquals("<before>", first);
          if (packed) {
            assertEquals(1, go.getCount());
            go.countDown();
          }
          assertEquals("found<after>", new String(body.readAllBytes(), UTF_8));
        }
      }
    }
  }

  @Test
  void aSearchThatFailsStillEndsThePage() throws Exception {
    go.countDown();
    try (var server = waiting()) {
      var answer =
          CLIENT.send(
              navigation(server, "/bad").header("Accept-Encoding", "gzip").build(),
              BodyHandlers.ofInputStream());
      try (var body = unpacked(answer)) {
        assertEquals("<before>sorry, 500<after>", new String(body.readAllBytes(), UTF_8));
      }
      var program = CLIENT.send(request(server, "/bad").build(), BodyHandlers.ofString());
      assertEquals(500, program.statusCode());
      assertFalse(program.body().contains("secret"), program.body());
    }
  }

  @Test
  void aPageEndsOnce() throws Exception {
    try (var server = waiting()) {
      var asked = navigation(server, "/late").header("Accept-Encoding", "gzip").build();
      var answer = CLIENT.send(asked, BodyHandlers.ofInputStream());
      try (var body = unpacked(answer)) {
        assertEquals("<before>found<after>", new String(body.readAllBytes(), UTF_8));
      }
    }
  }

  @Test
  void whoDoesNotNavigateGetsThePageWhole() throws Exception {
    go.countDown();
    try (var server = waiting()) {
      var answer = CLIENT.send(request(server, "/good").build(), BodyHandlers.ofString());
      assertEquals("found", answer.body());
      assertTrue(answer.headers().firstValue("Content-Encoding").isEmpty());
    }
  }

  @Test
  void aPageThatBeganIsTheSameAsOneSentWhole() throws Exception {
    try (var searcher = TweetSearch.open(SampleArchive.index(folder, 7));
        var server =
            SearchServer.of(
                    searcher,
                    ServerOptions.DEFAULT.onPort(0),
                    new Pages(searcher, Duration.ofSeconds(10)))
                .start()) {
      for (var path :
          List.of("/?q=maga", "/?q=nosuchwordatall", "/?q=lang%3Aru", "/?filter=language%3Aen")) {
        var begun = packed(server, path);
        var whole = CLIENT.send(request(server, path).build(), BodyHandlers.ofString());
        assertEquals(200, begun.statusCode());
        assertTrue(inTwo(begun.body()), path);
        try (var body = new GZIPInputStream(new ByteArrayInputStream(begun.body()))) {
          var page = new String(body.readAllBytes(), UTF_8);
          assertEquals(withoutTimes(whole.body()), withoutTimes(page));
        }
        for (var header : List.of("Content-Security-Policy", "Content-Type", "Cache-Control")) {
          assertEquals(whole.headers().firstValue(header), begun.headers().firstValue(header));
        }
      }
      assertEquals(400, packed(server, "/?q=%28").statusCode());
      assertFalse(inTwo(packed(server, "/").body()));
    }
  }

  private static HttpResponse<byte[]> packed(SearchServer server, String path) throws Exception {
    var asked = navigation(server, path).header("Accept-Encoding", "gzip").build();
    return CLIENT.send(asked, BodyHandlers.ofByteArray());
  }

  /// Whether what is packed was sent on at some place before its end: an empty block stands there.
  private static boolean inTwo(byte[] packed) {
    return new String(packed, ISO_8859_1).contains("\0\0\u00ff\u00ff");
  }

  private static String withoutTimes(String page) {
    return page.replaceAll("[0-9.,]+ (ms|s)\\b", "TIME").replaceAll("\n+", "\n");
  }
}
