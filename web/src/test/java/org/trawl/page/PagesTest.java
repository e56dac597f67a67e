package org.trawl.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
