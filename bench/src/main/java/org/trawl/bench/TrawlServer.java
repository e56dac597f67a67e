package org.trawl.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// `trawl serve` in a JVM of its own, and a client of it.
final class TrawlServer implements AutoCloseable {
  /// What `./trawl serve` gives.
  static final String HEAP = "1400m";

  private static final Pattern ADDRESS = Pattern.compile("answers at http://[^:]+:([0-9]+)/");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Program program;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;
  private final String address;
  private final Duration ready;

  private TrawlServer(Program program, Path log) throws IOException, InterruptedException {
    this.program = program;
    port = Integer.parseInt(port(log));
    address = "http://127.0.0.1:" + port;
    get("/healthz", BodyHandlers.discarding());
    ready = Duration.ofNanos(System.nanoTime() - program.started());
  }

  /// Starts a server and waits until it is ready.
  ///
  /// @param log takes in what it prints
  static TrawlServer start(Path index, Path log) throws IOException, InterruptedException {
    return ready(Program.trawl(HEAP, log, arguments(index)), log);
  }

  /// The same of another build, by its launcher.
  static TrawlServer start(Path launcher, Path index, Path log)
      throws IOException, InterruptedException {
    return ready(Program.launched(launcher, HEAP, log, arguments(index)), log);
  }

  private static String[] arguments(Path index) {
    return new String[] {"serve", "--index", index.toString(), "--port", "0"};
  }

  private static TrawlServer ready(Program program, Path log)
      throws IOException, InterruptedException {
    try {
      return new TrawlServer(program, log);
    } catch (IOException | InterruptedException | RuntimeException e) {
      program.close();
      throw e;
    }
  }

  private String port(Path log) throws IOException, InterruptedException {
    var process = program.process();
    while (Duration.ofNanos(System.nanoTime() - program.started()).compareTo(PATIENCE) < 0) {
      var found = ADDRESS.matcher(Files.readString(log));
      if (found.find()) {
        return found.group(1);
      }
      if (process.waitFor(2, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    throw new IOException("the server did not start: " + Files.readString(log).strip());
  }

  int port() {
    return port;
  }

  /// When it was started, as [System#nanoTime].
  long started() {
    return program.started();
  }

  /// From the start of the program to the first answer of `/healthz`.
  Duration ready() {
    return ready;
  }

  /// Asks, and gives the body of an answer that is 200.
  <T> T get(String path, HttpResponse.BodyHandler<T> body)
      throws IOException, InterruptedException {
    var answer = answer(path, body);
    if (answer.statusCode() != 200) {
      throw new IOException(path + " was answered with " + answer.statusCode());
    }
    return answer.body();
  }

  private <T> HttpResponse<T> answer(String path, HttpResponse.BodyHandler<T> body)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE).build();
    return http.send(request, body);
  }

  /// The address of a question's answer.
  ///
  /// @param after a cursor; empty for the first page
  static String path(Parameters asked, Optional<String> after) {
    var path = "/api/search?" + asked.encoded();
    return after.isEmpty() ? path : path + "&after=" + after.get();
  }

  /// The whole answer to a question.
  byte[] ask(String path) throws IOException, InterruptedException {
    return get(path, BodyHandlers.ofByteArray());
  }

  /// What an answer says of itself.
  record Counted(long total, long accounts, boolean partial, int hits) {
    static Counted of(byte[] answer) {
      var json = Reports.JSON.readTree(answer);
      return new Counted(
          json.path("total").asLong(),
          json.path("accounts").asLong(),
          json.path("partial").asBoolean(),
          json.path("hits").size());
    }
  }

  /// The cursor behind some pages, or behind the last one if there are fewer; empty if there is no
  /// second page.
  Optional<String> cursor(Parameters asked) throws IOException, InterruptedException {
    var cursor = Optional.<String>empty();
    for (var page = 0; page < asked.deep(); page++) {
      var leaf = "&size=" + Parameters.DEEP_PAGE + "&facets=none&timeline=none";
      var next = text(Reports.JSON.readTree(ask(path(asked, cursor) + leaf)).get("next"));
      if (next.isEmpty()) {
        break;
      }
      cursor = next;
    }
    return cursor;
  }

  /// A text that may be missing or null.
  static Optional<String> text(@Nullable JsonNode node) {
    return node == null || node.isNull() ? Optional.empty() : Optional.of(node.asString());
  }

  /// Its memory, after its heap was cleared of what nobody holds.
  ServerMemory memory() throws IOException, InterruptedException {
    collectGarbage();
    var process = processMemory();
    return new ServerMemory(heap(), process.resident(), process.own());
  }

  /// Processor time since its start, in seconds.
  double processorSeconds() {
    return program.processorSeconds();
  }

  /// Its memory as the system tells it.
  ProcessMemory processMemory() {
    return ProcessMemory.of(program.process().pid());
  }

  /// Bytes of heap in use, garbage included.
  long heap() throws IOException, InterruptedException {
    return metric("trawl_heap_used_bytes");
  }

  private void collectGarbage() throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var pid = Long.toString(program.process().pid());
    // Twice: what a first run finds unreachable may keep more from being freed.
    for (var run = 0; run < 2; run++) {
      var ended =
          new ProcessBuilder(jcmd, pid, "GC.run")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      if (ended != 0) {
        throw new IOException("jcmd " + pid + " GC.run ended with " + ended);
      }
    }
  }

  private long metric(String name) throws IOException, InterruptedException {
    for (var line : get("/metrics", BodyHandlers.ofString()).lines().toList()) {
      if (line.startsWith(name + " ")) {
        return (long) Double.parseDouble(line.substring(name.length() + 1));
      }
    }
    throw new IOException("/metrics has no " + name);
  }

  @Override
  public void close() {
    http.close();
    program.close();
  }
}
