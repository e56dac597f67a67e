package org.trawl.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.trawl.generate.ArchiveGenerator;
import org.trawl.ingest.IndexOptions;
import org.trawl.ingest.IndexProgress;
import org.trawl.ingest.TweetIndexer;
import org.trawl.page.analysis.AllPages;
import org.trawl.search.TweetSearch;

/// Whatever is asked of a real server over a real connection, it answers soon and with no error of
/// its own. [FuzzedRequest] says what the bytes of an input mean.
public final class RequestFuzz {
  /// What no answer may tell: names of classes and places on disk.
  private static final List<String> INSIDES =
      List.of("java.lang.", "java.io.", "org.trawl.", "org.eclipse.", "\tat ", "/trawl-fuzz");

  private static final List<String> FAILURES =
      List.of("<h1>Something went wrong on the server</h1>", "<h1>The server is busy</h1>");

  private static final int PATIENCE_MILLIS = 15_000;
  private static final int TWEETS = 200;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3}) ");

  private static final int PORT = start();
  private static final KeptConnection KEPT = new KeptConnection(PORT, PATIENCE_MILLIS);

  private RequestFuzz() {}

  /// A server that lives as long as the program.
  private static int start() {
    try {
      var folder = Files.createTempDirectory("trawl-fuzz");
      new ArchiveGenerator(TWEETS, 7, 1).write(folder.resolve("files"), done -> {});
      var options =
          IndexOptions.of(List.of(folder.resolve("files")), folder.resolve("index")).withThreads(1);
      new TweetIndexer(options, IndexProgress.SILENT).run();
      var searcher = TweetSearch.open(folder.resolve("index"));
      return SearchServer.of(
              searcher,
              ServerOptions.DEFAULT.onPort(0),
              new AllPages(searcher, Duration.ofSeconds(10)))
          .start()
          .port();
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /// Starts the server and asks each route once, before the first input, whose time counts: classes
  /// that are read and instrumented take longer than any answer.
  public static void fuzzerInitialize() throws IOException {
    var patient = new KeptConnection(PORT, 20 * PATIENCE_MILLIS);
    for (int first = FuzzedRequest.RAW_BELOW; first < 256; first++) {
      var request = FuzzedRequest.of(new byte[] {(byte) first, 0, 'a'});
      patient.ask(request, request[0] == 'H');
    }
  }

  /// Tries one input.
  ///
  /// @throws AssertionError if the server fails, or does not answer
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    boolean raw = FuzzedRequest.isRaw(input);
    var request = FuzzedRequest.of(input);
    try {
      check(raw ? alone(request) : kept(request), raw, request);
    } catch (SocketTimeoutException e) {
      throw new AssertionError("no end within " + PATIENCE_MILLIS + " ms: " + shown(request), e);
    } catch (IOException e) {
      // Of a request that is none, the server may close the connection while it is still sent.
      if (!raw) {
        throw new AssertionError("no whole answer: " + shown(request), e);
      }
    }
  }

  /// What is no whole request would be waited for, so the sending side is closed. To the server
  /// this is a client that left.
  private static byte[] alone(byte[] request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
      return socket.getInputStream().readAllBytes();
    }
  }

  private static byte[] kept(byte[] request) throws IOException {
    synchronized (KEPT) {
      return KEPT.ask(request, request[0] == 'H');
    }
  }

  private static void check(byte[] answer, boolean raw, byte[] request) {
    var text = new String(answer, ISO_8859_1);
    var head = text.substring(0, Math.min(text.length(), 64));
    var status = STATUS.matcher(head);
    if (!status.lookingAt()) {
      if (raw && answer.length == 0) {
        return;
      }
      throw new AssertionError("answered “" + head + "” to " + shown(request));
    }
    // 505 names a version of HTTP that there is not, 501 a method or coding; those are the asker's.
    int code = Integer.parseInt(status.group(1));
    if (code >= 500 && !(raw && (code == 501 || code == 505))) {
      throw new AssertionError("answered " + code + " to " + shown(request));
    }
    if (code >= 200 && !text.contains("\r\nContent-Security-Policy: ")) {
      throw new AssertionError("answered without headers of security to " + shown(request));
    }
    // A page that has begun has its status, and can only say what went wrong.
    if (FAILURES.stream().anyMatch(text::contains)) {
      throw new AssertionError("failed in its midst: " + shown(request));
    }
    for (var inside : INSIDES) {
      if (text.contains(inside) && !shown(request).contains(inside)) {
        throw new AssertionError("said “" + inside + "” to " + shown(request));
      }
    }
  }

  private static String shown(byte[] request) {
    return new String(request, ISO_8859_1);
  }
}
