package org.trawl.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.page.site.ShownControls;
import org.trawl.web.SearchServer;
import org.trawl.web.ServerOptions;

final class PagesTest {
  @TempDir private Path folder;

  @Test
  void pagesForTheFirstVisitorsAreMadeUntilTheServerEnds() throws Exception {
    try (var searcher = SmallArchive.open(folder)) {
      var pages = new Pages(searcher, Duration.ofSeconds(10));
      var made = pages.warmUp();
      assertTrue(made > 10, () -> "only " + made);
      Thread.currentThread().interrupt();
      assertEquals(1, pages.warmUp());
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void pagesThatTimeRanOutOverAreMadeAgain() throws Exception {
    try (var searcher = SmallArchive.open(folder)) {
      var hurried = new ArchivePages(searcher, Duration.ofNanos(1));
      assertNotSame(hurried.home(), hurried.home());
      assertNotSame(hurried.archive(), hurried.archive());
      assertEquals("905 tweets", hurried.home().tweets());
      var patient = new ArchivePages(searcher, Duration.ofMinutes(1));
      assertSame(patient.home(), patient.home());
      assertSame(patient.archive(), patient.archive());
      assertEquals("905 tweets", patient.home().tweets());
    }
  }

  /// Issue 15, number 31: the router cannot decode these, and failed.
  @Test
  void pathThatCannotBeDecodedIsRefused() throws Exception {
    try (var searcher = SmallArchive.open(folder);
        var server =
            SearchServer.of(
                    searcher,
                    ServerOptions.DEFAULT.onPort(0),
                    new Pages(searcher, Duration.ofSeconds(10)))
                .start()) {
      for (var path :
          List.of(
              "/tweets/%u0041",
              "/tweets/%",
              "/tweets/%4",
              "/tweets/%zz",
              "/accounts/%FF",
              "/api/accounts/%C3",
              "/api/tweets/%u0041",
              "/facets/%u0041",
              "/assets/%u0041/x",
              "/lists/%u0041/list",
              "/%u0041")) {
        assertEquals(400, status(server.port(), path), path);
      }
      assertEquals(404, status(server.port(), "/accounts/%D0%B6"));
    }
  }

  /// As it stands: an HTTP client would not send such a path.
  private static int status(int port, String path) throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }

  /// Issue 15, number 32.
  @Test
  void controlCharactersAreShownByTheirPictures() {
    var page = "a\u0000b\u0007 \u0085 \u007f ü ß €\n\t".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        "a␀b␇ \uFFFD ␡ ü ß €\n\t", new String(ShownControls.in(page), StandardCharsets.UTF_8));
    var plain = "ü ß €".getBytes(StandardCharsets.UTF_8);
    assertSame(plain, ShownControls.in(plain));
  }

  @Test
  void aPageTakesNoMoreValuesThanItsLinksCanHold() throws Exception {
    try (var searcher = SmallArchive.open(folder);
        var client = HttpClient.newHttpClient();
        var server =
            SearchServer.of(
                    searcher,
                    ServerOptions.DEFAULT.onPort(0),
                    new Pages(searcher, Duration.ofSeconds(10)))
                .start()) {
      var address = new StringBuilder("http://127.0.0.1:" + server.port() + "/?q=bridge");
      for (int i = 0; i < 200; i++) {
        address.append(i % 2 == 0 ? "&filter=language:" : "&exclude=hashtag:").append(i);
      }
      var most = client.send(request(address), BodyHandlers.ofString());
      assertEquals(200, most.statusCode());
      assertTrue(most.body().length() < 3_000_000, () -> "page of " + most.body().length());
      var more =
          client.send(request(address.append("&filter=kind:tweet")), BodyHandlers.ofString());
      assertEquals(400, more.statusCode());
      assertTrue(more.body().contains("Search with a list"), more::body);
    }
  }

  private static HttpRequest request(CharSequence address) {
    return HttpRequest.newBuilder(URI.create(address.toString()))
        .header("Accept", "text/html")
        .build();
  }
}
