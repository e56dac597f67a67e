package org.trawl.page;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Debian's Firefox ESR, whose engine is Tor Browser's too: older than the Chromium of the other
/// tests by a year of features. Driven by WebDriver BiDi, one page, one command at a time; what a
/// reader does is a script in the page. Tests are skipped where there is no Firefox.
final class Firefox implements AutoCloseable {
  private static final Path EXECUTABLE =
      Path.of(Objects.requireNonNullElse(System.getenv("TRAWL_FIREFOX"), "/usr/bin/firefox-esr"));

  private static final String LISTENS = "WebDriver BiDi listening on ";
  private static final int PATIENCE_SECONDS = 30;

  private final Path profile;
  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket socket;
  private final LinkedBlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  private final List<String> complaints = new ArrayList<>();
  private final String context;
  private int commands;

  private Firefox() throws IOException {
    profile = Files.createTempDirectory("trawl-firefox");
    process =
        new ProcessBuilder(
                EXECUTABLE.toString(),
                "--headless",
                "--no-remote",
                "--profile",
                profile.toString(),
                "--remote-debugging-port=0",
                "about:blank")
            .redirectErrorStream(true)
            .start();
    socket =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create(address(process) + "/session"), new Answers())
            .join();
    send("session.new", Map.of("capabilities", Map.of()));
    send("session.subscribe", Map.of("events", List.of("log.entryAdded")));
    var tree = send("browsingContext.getTree", Map.of());
    context = tree.get("contexts").get(0).get("context").asString();
  }

  static Firefox start() throws IOException {
    assumeTrue(Files.isExecutable(EXECUTABLE), "no Firefox at " + EXECUTABLE);
    return new Firefox();
  }

  /// Where it listens, which it says once it does. What else it says is read away for as long as it
  /// runs, as it would wait for that.
  private static String address(Process process) throws IOException {
    BufferedReader says = process.inputReader();
    for (var line = says.readLine(); line != null; line = says.readLine()) {
      if (line.startsWith(LISTENS)) {
        Thread.ofVirtual().start(() -> readAway(says));
        return line.substring(LISTENS.length()).strip();
      }
    }
    throw new IOException("Firefox ended without listening");
  }

  private static void readAway(BufferedReader says) {
    try (says) {
      while (says.readLine() != null) {
        // Nothing of it is of use.
      }
    } catch (IOException e) {
      // It was ended while this waited for more.
    }
  }

  /// Opens a page in a window of this size and waits until it is loaded.
  void open(int width, int height, String address) {
    send(
        "browsingContext.setViewport",
        Map.of("context", context, "viewport", Map.of("width", width, "height", height)));
    send(
        "browsingContext.navigate", Map.of("context", context, "url", address, "wait", "complete"));
  }

  /// What an expression is in the page, as text.
  String read(String expression) {
    var result =
        send(
            "script.evaluate",
            Map.of(
                "expression",
                "String(" + expression + ")",
                "target",
                Map.of("context", context),
                "awaitPromise",
                false));
    if (result.get("type").asString().equals("exception")) {
      fail(expression + ": " + result.get("exceptionDetails").get("text").asString());
    }
    return result.get("result").get("value").asString();
  }

  /// Waits until an expression is something in the page.
  void waitFor(String expected, String expression) {
    var last = read(expression);
    for (int i = 0; i < 20 * PATIENCE_SECONDS && !last.equals(expected); i++) {
      sleep();
      last = read(expression);
    }
    if (!last.equals(expected)) {
      fail(expression + " stays " + last + ", not " + expected);
    }
  }

  private static void sleep() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The errors that pages had.
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  private JsonNode send(String method, Map<String, ?> parameters) {
    int id = ++commands;
    var command = Map.of("id", id, "method", method, "params", parameters);
    socket.sendText(JsonMapper.shared().writeValueAsString(command), true).join();
    while (true) {
      var message = next(method);
      if (message.has("id") && message.get("id").asInt() == id) {
        if (message.get("type").asString().equals("error")) {
          fail(method + ": " + message.get("message").asString());
        }
        return message.get("result");
      }
      if (message.has("method") && message.get("params").get("level").asString().equals("error")) {
        complaints.add(message.get("params").get("text").asString());
      }
    }
  }

  private JsonNode next(String method) {
    try {
      var message = received.poll(2L * PATIENCE_SECONDS, TimeUnit.SECONDS);
      return message == null ? fail("no answer to " + method) : message;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Joins the parts of each message and keeps it until it is waited for.
  private final class Answers implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        received.add(JsonMapper.shared().readTree(message.toString()));
        message.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    client.close();
    process.destroy();
    process.onExit().join();
    try (var files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(Firefox::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
