package org.trawl.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.api.Json;
import org.trawl.ingest.IndexOptions;
import org.trawl.ingest.IndexProgress;
import org.trawl.ingest.TweetIndexer;
import org.trawl.search.TweetSearch;
import tools.jackson.databind.JsonNode;

/// Issue 15, number 29: a server knows when its index was cut or written over, and puts what is
/// published under it into service without a pause.
@Timeout(120)
class HealthTest {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir private Path folder;

  private Path index;
  private SearchServer server;

  @BeforeEach
  void start() throws IOException {
    index = SampleArchive.index(folder, 2018);
    var source =
        new IndexSource(
            index.toString(),
            TweetSearch.engine(index.toString()),
            0,
            searcher -> LiveServer.NO_PAGES);
    server = SearchServer.of(source, ServerOptions.DEFAULT.onPort(0)).start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    var address = URI.create("http://127.0.0.1:" + server.port() + path);
    return CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return Json.MAPPER.readTree(answer.body());
  }

  /// What is said is up to a second old.
  private JsonNode failing() throws Exception {
    for (int i = 0; i < 300; i++) {
      var answer = get("/healthz");
      if (answer.statusCode() == 503) {
        return json(answer);
      }
      Thread.sleep(100);
    }
    throw new AssertionError("still well: " + get("/healthz").body());
  }

  private Path largest() throws IOException {
    try (var files = Files.list(index.resolve("tweets"))) {
      return files
          .filter(file -> !file.getFileName().toString().startsWith("segments"))
          .max(java.util.Comparator.comparingLong(file -> file.toFile().length()))
          .orElseThrow();
    }
  }

  @Test
  void healthTellsWhatIsInService() throws Exception {
    var answer = get("/healthz");
    assertEquals(200, answer.statusCode());
    var json = json(answer);
    assertEquals("ready", json.get("status").asString());
    assertEquals(SampleArchive.RANDOM_TWEETS + 1, json.get("tweets").asInt());
    assertEquals(List.of(), json.get("problems").valueStream().toList());
  }

  @Test
  void fileThatIsCutIsNoticed() throws Exception {
    get("/healthz");
    var file = largest();
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }
    var json = failing();
    assertEquals("failing", json.get("status").asString());
    assertTrue(
        json.get("problems").get(0).asString().contains(file.getFileName().toString()),
        json.toString());
  }

  @Test
  void fileThatIsWrittenOverIsNoticedAndOneThatIsTouchedIsNone() throws Exception {
    var file = largest();
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_500_000_000_000L));
    Thread.sleep(1_200);
    assertEquals(200, get("/healthz").statusCode(), "only its time changed");
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[64]), channel.size() / 2);
    }
    assertTrue(failing().get("problems").get(0).asString().contains("written over"));
  }

  @Test
  void fileThatIsGoneIsNoticed() throws Exception {
    Files.delete(largest());
    assertTrue(failing().get("problems").get(0).asString().contains("is gone"));
  }

  @Test
  void newGenerationIsPutIntoServiceWithoutAPause() throws Exception {
    var old = json(get("/api/search?q=&size=0")).get("total").asInt();
    var more = folder.resolve("more");
    var other = SampleArchive.index(more, 99);
    assertTrue(Files.exists(other));
    var stop = new AtomicBoolean();
    var wrong = new java.util.concurrent.ConcurrentLinkedQueue<String>();
    var asking =
        Thread.ofPlatform()
            .start(() -> {
              while (!stop.get()) {
                try {
                  var answer = get("/api/search?q=red");
                  if (answer.statusCode() != 200) {
                    wrong.add(answer.statusCode() + " " + answer.body());
                  }
                } catch (Exception e) {
                  wrong.add(e.toString());
                }
              }
            });
    var options = IndexOptions.of(List.of(more.resolve("files")), index).withThreads(1);
    var report = new TweetIndexer(options, IndexProgress.SILENT).run();
    assertTrue(report.tweets() > old, "there is something new");
    for (int i = 0; i < 600; i++) {
      if (json(get("/healthz")).get("tweets").asLong() == report.tweets()) {
        break;
      }
      Thread.sleep(100);
    }
    stop.set(true);
    asking.join();
    assertEquals(List.of(), List.copyOf(wrong), "nobody noticed");
    var now = json(get("/api/search?q=&size=0")).get("total").asLong();
    assertEquals(report.tweets(), now);
    assertEquals(200, get("/healthz").statusCode());
  }

  @Test
  void indexThatCannotBeOpenedLeavesTheOneInService() throws Exception {
    Files.writeString(index.resolve("manifest.json"), "{}");
    for (int i = 0; i < 300 && !json(get("/healthz")).has("newer"); i++) {
      Thread.sleep(100);
    }
    assertTrue(json(get("/healthz")).get("newer").asString().contains("manifest"));
    assertEquals(200, get("/api/search?q=red").statusCode());
  }
}
