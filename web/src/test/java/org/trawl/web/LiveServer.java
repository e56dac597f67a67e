package org.trawl.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.trawl.api.Json;
import org.trawl.ingest.IndexOptions;
import org.trawl.ingest.IndexProgress;
import org.trawl.ingest.TweetIndexer;
import org.trawl.naive.NaiveSearch;
import org.trawl.page.analysis.AllPages;
import org.trawl.search.TweetSearch;
import org.trawl.web.access.FramedBy;
import tools.jackson.databind.JsonNode;

/// A real server of a [SampleArchive] on a free port, and a client to ask it.
final class LiveServer implements AutoCloseable {
  static final Routes NO_PAGES = routes -> {};

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Path folder;
  private final TweetSearch searcher;
  private final SearchServer server;
  final long seed;

  private LiveServer(Path folder, TweetSearch searcher, SearchServer server, long seed) {
    this.folder = folder;
    this.searcher = searcher;
    this.server = server;
    this.seed = seed;
  }

  static LiveServer start(ServerOptions options) throws IOException {
    long seed = Long.getLong("trawl.seed", 2018);
    var folder = Files.createTempDirectory("trawl-test");
    var searcher = TweetSearch.open(SampleArchive.index(folder, seed));
    var server = SearchServer.of(searcher, options.onPort(0), NO_PAGES).start();
    return new LiveServer(folder, searcher, server, seed);
  }

  /// A server with its pages.
  static LiveServer withPages() throws IOException {
    return framedBy(FramedBy.NOBODY);
  }

  /// A server whose charts these sites may frame.
  static LiveServer framedBy(FramedBy sites) throws IOException {
    long seed = Long.getLong("trawl.seed", 2018);
    var folder = Files.createTempDirectory("trawl-test");
    var searcher = TweetSearch.open(SampleArchive.index(folder, seed));
    var pages = new AllPages(searcher, Duration.ofSeconds(10), BasePath.ROOT, sites);
    var server = SearchServer.of(searcher, ServerOptions.DEFAULT.onPort(0), pages).start();
    return new LiveServer(folder, searcher, server, seed);
  }

  /// A server of the tweets of a file of Twitter's columns, with its pages.
  static LiveServer of(String csv) throws IOException {
    var folder = Files.createTempDirectory("trawl-test");
    var file = Files.writeString(folder.resolve("ira_tweets_csv_hashed.csv"), csv);
    var index = folder.resolve("index");
    new TweetIndexer(IndexOptions.of(List.of(file), index), IndexProgress.SILENT).run();
    var searcher = TweetSearch.open(index);
    var pages = new AllPages(searcher, Duration.ofSeconds(10));
    var server = SearchServer.of(searcher, ServerOptions.DEFAULT.onPort(0), pages).start();
    return new LiveServer(folder, searcher, server, 0);
  }

  /// A server of the same tweets with an engine that looks at each of them for each question.
  static LiveServer naive() throws IOException {
    long seed = Long.getLong("trawl.seed", 2018);
    var folder = Files.createTempDirectory("trawl-test");
    var searcher = new NaiveSearch(SampleArchive.tweets(seed));
    var options = ServerOptions.DEFAULT.onPort(0);
    var server =
        SearchServer.of(searcher, options, new AllPages(searcher, Duration.ofSeconds(10))).start();
    return new LiveServer(folder, searcher, server, seed);
  }

  int port() {
    return server.port();
  }

  TweetSearch searcher() {
    return searcher;
  }

  SearchServer server() {
    return server;
  }

  /// A request for a path with parameters: names and values by turns.
  HttpRequest.Builder request(String path, String... parameters) {
    return HttpRequest.newBuilder(URI.create(address(path, parameters)));
  }

  String address(String path, String... parameters) {
    var address = new StringBuilder("http://127.0.0.1:" + port() + path);
    for (int i = 0; i < parameters.length; i += 2) {
      address.append(i == 0 ? '?' : '&').append(parameters[i]).append('=');
      address.append(URLEncoder.encode(parameters[i + 1], UTF_8));
    }
    return address.toString();
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<String> get(String path, String... parameters)
      throws IOException, InterruptedException {
    return send(request(path, parameters));
  }

  /// The JSON answered, whatever the status.
  JsonNode json(String path, String... parameters) throws IOException, InterruptedException {
    return Json.MAPPER.readTree(get(path, parameters).body());
  }

  @Override
  public void close() throws IOException {
    server.close();
    searcher.close();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
