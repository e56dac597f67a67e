package org.trawl.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.api.Json;
import org.trawl.page.analysis.AllPages;
import org.trawl.search.TweetSearch;
import org.trawl.web.BasePath;
import org.trawl.web.SearchServer;
import org.trawl.web.ServerOptions;
import org.trawl.web.ServerOptions.Network;

/// Issue 15, number 21: below a folder of a host every address is below that folder.
@Timeout(120)
class BasePathTest {
  private static final Path DEPLOY = Path.of("..", "docs", "deploy.md");
  private static final String UNPACKED =
      Path.of("target", "nginx", "usr", "sbin").toAbsolutePath().toString();
  private static final Pattern LOCATION =
      Pattern.compile("```nginx\\n(  location /trawl/ .*?)```", Pattern.DOTALL);
  private static final Pattern ADDRESS =
      Pattern.compile("<[^>]*\\s(href|src|action|content)=\"([^\"]*)\"");
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir static Path folder;

  private static TweetSearch searcher;
  private static SearchServer server;

  @BeforeAll
  static void start() throws IOException {
    searcher = SmallArchive.open(folder.resolve("small"));
    var base = BasePath.of("/trawl/");
    var standard = ServerOptions.DEFAULT;
    var options =
        new ServerOptions(
            new Network("127.0.0.1", 0, base), standard.limits(), standard.access(), false);
    var pages = new AllPages(searcher, Duration.ofSeconds(10), base);
    server = SearchServer.of(searcher, options, pages).start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    searcher.close();
  }

  private static HttpResponse<String> get(String address) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html, */*").build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  @Test
  void everyLinkOfEveryPageLeadsBelowIt() throws Exception {
    crawl("http://127.0.0.1:" + server.port() + "/trawl/", 50);
  }

  /// Follows links page by page, one of each kind, and looks where all of them lead.
  ///
  /// @param most pages that are asked for
  private static void crawl(String start, int most) throws Exception {
    var waiting = new ArrayDeque<String>();
    waiting.add(start);
    for (var more :
        List.of(
            "?q=bridge",
            "?q=bridge&view=table&clauses=true",
            "export?q=bridge",
            "?q=nowheretobefound",
            "?q=(",
            "advanced?q=x",
            "docs",
            "no/such/page",
            "tweets/1")) {
      waiting.add(start + more);
    }
    var kinds = new LinkedHashSet<String>();
    var seen = new LinkedHashSet<String>();
    for (int pages = 0; pages < most && !waiting.isEmpty(); pages++) {
      var page = waiting.remove();
      var answer = get(page);
      assertTrue(answer.statusCode() < 500, page + ": " + answer.statusCode());
      var type = answer.headers().firstValue("Content-Type").orElse("");
      if (!type.startsWith("text/html")) {
        assertEquals(200, answer.statusCode(), page);
        continue;
      }
      var found = ADDRESS.matcher(answer.body());
      while (found.find()) {
        var text = found.group(2).replace("&amp;", "&");
        if (found.group(1).equals("content")) {
          assertFalse(text.contains("url=/") && !text.contains("url=/trawl/"), text);
          continue;
        }
        if (text.startsWith("/")) {
          assertTrue(text.startsWith("/trawl/"), page + " leads to " + text);
        }
        if (text.startsWith("https://") || text.startsWith("#")) {
          continue;
        }
        var there = URI.create(page).resolve(text.replace("\"", "%22")).toString();
        assertTrue(there.startsWith(start) || there.equals(start), page + " leads to " + there);
        var kind =
            URI.create(there).getPath().replaceAll("(tweets|accounts)/.*", "$1")
                + there.replaceAll("^[^?]*|=[^&]*", "").replaceAll("(&[a-z]+)\\1+", "$1");
        if (seen.add(there) && kinds.add(kind) && !kind.contains("format")) {
          waiting.add(there);
        }
      }
    }
    assertTrue(seen.size() > 150 && kinds.size() > 20, seen.size() + " of " + kinds);
  }

  @Test
  void redirectsAndDescriptionNameIt() throws Exception {
    var host = "http://127.0.0.1:" + server.port();
    var bare = get(host + "/trawl?q=red");
    assertEquals(308, bare.statusCode());
    assertEquals("/trawl/?q=red", bare.headers().firstValue("Location").orElse(""));
    var advanced = get(host + "/trawl/advanced?go=1&all=bridge");
    assertEquals(303, advanced.statusCode());
    assertEquals("/trawl/?q=bridge", advanced.headers().firstValue("Location").orElse(""));
    var described = Json.MAPPER.readTree(get(host + "/trawl/openapi.json").body());
    assertEquals("/trawl", described.at("/servers/0/url").asString());
    var page = get(host + "/trawl/?q=bridge").body();
    assertTrue(page.contains("data-absolute>/trawl/?q=bridge</code>"), "to be copied as it is");
    assertTrue(page.contains("data-absolute>/trawl/api/search?q=bridge</code>"), "and the JSON");
    assertEquals(404, get(host + "/trawlx/").statusCode());
    var begun =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(host + "/trawl/?q=bridge"))
                .header("Sec-Fetch-Mode", "navigate")
                .build(),
            BodyHandlers.ofString());
    assertTrue(begun.body().contains("<a href=\"/trawl/saved\">"), "a page that begins early");
    assertFalse(begun.body().contains("href=\"/saved\""));
  }

  @Test
  void whatTweetsSayIsNotChanged() {
    var base = BasePath.of("trawl");
    assertEquals(
        "<p title=\"a href=\">href=\"/x\" <a href=\"/trawl/y\" data-z=\"/n\">",
        base.in("<p title=\"a href=\">href=\"/x\" <a href=\"/y\" data-z=\"/n\">"));
    assertEquals("<source srcset=\"/trawl/y\">", base.in("<source srcset=\"/y\">"));
    // What scripts read.
    assertEquals("<a data-of=\"/trawl/y\">", base.in("<a data-of=\"/y\">"));
    assertEquals("<b data-peculiar=\"/trawl/y\">", base.in("<b data-peculiar=\"/y\">"));
    assertEquals("<a href=\"//x\">", base.in("<a href=\"//x\">"));
    assertEquals("<b data-copy=\"/x\">/x", base.in("<b data-copy=\"/x\">/x"));
  }

  @Test
  void pathThatIsNoneOrTheServersOwnIsRefused() {
    for (var bad :
        List.of("/archive", "/charts", "/api/x", "/a b", "/%41", "/a//b", "/?x", "/..", "/ü")) {
      assertThrows(IllegalArgumentException.class, () -> BasePath.of(bad), bad);
    }
    assertEquals("/a/b", BasePath.of("a/b/").path());
    assertEquals("", BasePath.of("/").path());
  }

  @Test
  void everyLinkLeadsThroughTheProxyAsDocumented() throws Exception {
    throughNginx(located());
  }

  @Test
  void everyLinkLeadsThroughAProxyThatTakesTheFolderAway() throws Exception {
    var port = ":" + server.port() + ";";
    throughNginx(located().replaceFirst(port, port.replace(";", "/;")));
  }

  private static String located() throws IOException {
    var found = LOCATION.matcher(Files.readString(DEPLOY));
    assertTrue(found.find(), "the document shows the folder's location");
    return found.group(1).replace("127.0.0.1:8080", "127.0.0.1:" + server.port());
  }

  private static void throughNginx(String locations) throws Exception {
    var program =
        Stream.of((System.getenv("PATH") + ":/usr/sbin:" + UNPACKED).split(":"))
            .map(path -> Path.of(path, "nginx"))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(program.isPresent(), "no nginx on the PATH, and ./verify unpacked none");
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var own = Files.createTempDirectory(folder, "nginx");
    var text = new StringBuilder("daemon off;\nmaster_process off;\n");
    text.append("pid ").append(own.resolve("pid")).append(";\nerror_log stderr;\nevents {}\n");
    text.append("http {\naccess_log off;\n");
    for (var kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
      text.append(kind).append("_temp_path ").append(own.resolve(kind)).append(";\n");
    }
    text.append("server {\nlisten 127.0.0.1:").append(port).append(";\n");
    text.append(locations).append("}\n}\n");
    var file = Files.writeString(own.resolve("nginx.conf"), text);
    var nginx =
        new ProcessBuilder(program.get().toString(), "-p", own.toString(), "-c", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(own.resolve("out").toFile())
            .start();
    try {
      await(nginx, port, own.resolve("out"));
      crawl("http://127.0.0.1:" + port + "/trawl/", 20);
      assertEquals(
          "308", Integer.toString(get("http://127.0.0.1:" + port + "/trawl").statusCode()));
    } finally {
      nginx.destroy();
      assertTrue(nginx.waitFor(10, TimeUnit.SECONDS), "nginx does not end");
    }
  }

  private static void await(Process nginx, int port, Path out) throws Exception {
    for (int i = 0; i < 400; i++) {
      assertTrue(nginx.isAlive(), Optional.of(out).map(BasePathTest::said).orElse(""));
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        assertTrue(socket.isConnected());
        return;
      } catch (ConnectException e) {
        Thread.sleep(25);
      }
    }
    throw new AssertionError("nginx does not listen");
  }

  private static String said(Path out) {
    try {
      return Files.readString(out);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
