package org.trawl.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.trawl.generate.ArchiveGenerator;
import org.trawl.index.IndexOptions;
import org.trawl.index.IndexProgress;
import org.trawl.index.TweetIndexer;
import org.trawl.page.Pages;
import org.trawl.search.TweetSearcher;

/// Whatever is asked of a real server over a real connection, it answers soon and with no error of
/// its own.
///
/// The first byte of an input says how it is sent: below 32, the rest is the request as it stands;
/// else it names one of [#ROUTES], and the lines of the rest are parameters, each a byte for one of
/// [#NAMES] and the value. From 128 on the rest is posted as it stands.
public final class RequestFuzz {
  private static final List<String> ROUTES =
      List.of(
          "/",
          "/api/search",
          "/api/export",
          "/api/batch",
          "/api/suggest",
          "/api/archive",
          "/api/facets/account",
          "/api/tweets/",
          "/api/accounts/",
          "/advanced",
          "/archive",
          "/tweets/",
          "/accounts/",
          "/facets/hashtag",
          "/assets/1/",
          "/healthz");

  private static final List<String> NAMES =
      List.of(
          "q",
          "after",
          "since",
          "until",
          "filter",
          "exclude",
          "sort",
          "size",
          "facets",
          "facetSize",
          "timeline",
          "copies",
          "format",
          "columns",
          "bom",
          "formulas",
          "text",
          "any",
          "all",
          "phrase",
          "none",
          "from",
          "to",
          "lang",
          "page",
          "x");

  private static final String HEADERS = "Host: localhost\r\nConnection: close\r\n";
  private static final int RAW_BELOW = 32;
  private static final int POST_FROM = 128;
  private static final int PATIENCE_MILLIS = 15_000;
  private static final int TWEETS = 200;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3}) ");

  private static final int PORT = start();

  private RequestFuzz() {}

  /// A server that lives as long as the program.
  private static int start() {
    try {
      var folder = Files.createTempDirectory("trawl-fuzz");
      new ArchiveGenerator(TWEETS, 7, 1).write(folder.resolve("files"), done -> {});
      var options =
          IndexOptions.of(List.of(folder.resolve("files")), folder.resolve("index")).withThreads(1);
      new TweetIndexer(options, IndexProgress.SILENT).run();
      var searcher = TweetSearcher.open(folder.resolve("index"));
      return SearchServer.of(
              searcher,
              ServerOptions.DEFAULT.onPort(0),
              new Pages(searcher, Duration.ofSeconds(10)))
          .start()
          .port();
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /// Starts the server before the first input, whose time counts.
  public static void fuzzerInitialize() {
    if (PORT == 0) {
      throw new IllegalStateException("the server has no port");
    }
  }

  /// Tries one input.
  ///
  /// @throws AssertionError if the server fails, or does not answer
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    boolean raw = (input[0] & 0xff) < RAW_BELOW;
    var request = raw ? Arrays.copyOfRange(input, 1, input.length) : request(input);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request);
      if (raw) {
        // What is no whole request would be waited for. To the server this is a client that left.
        socket.shutdownOutput();
      }
      check(socket.getInputStream().readAllBytes(), raw, request);
    } catch (SocketTimeoutException e) {
      throw new AssertionError("no end within " + PATIENCE_MILLIS + " ms: " + shown(request), e);
    } catch (IOException e) {
      // Of a request that is none, the server may close the connection while it is still sent.
      if (!raw) {
        throw new AssertionError("no answer: " + shown(request), e);
      }
    }
  }

  private static void check(byte[] answer, boolean raw, byte[] request) {
    var head = new String(answer, 0, Math.min(answer.length, 64), ISO_8859_1);
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
  }

  private static byte[] request(byte[] input) {
    int first = input[0] & 0xff;
    var path = ROUTES.get(first % ROUTES.size());
    if (first >= POST_FROM) {
      return post(path, Arrays.copyOfRange(input, 1, input.length));
    }
    var parameters = parameters(input);
    // What is asked for stands in the path itself.
    var target =
        path.length() > 1 && path.endsWith("/")
            ? path + parameters.substring(parameters.indexOf('=') + 1)
            : path + "?" + parameters;
    return ("GET " + target + " HTTP/1.1\r\n" + HEADERS + "\r\n").getBytes(ISO_8859_1);
  }

  private static byte[] post(String path, byte[] body) {
    var request = new ByteArrayOutputStream();
    var head =
        "POST " + path + " HTTP/1.1\r\n" + HEADERS + "Content-Length: " + body.length + "\r\n\r\n";
    request.writeBytes(head.getBytes(ISO_8859_1));
    request.writeBytes(body);
    return request.toByteArray();
  }

  private static String parameters(byte[] input) {
    var text = new StringBuilder();
    for (int at = 1; at < input.length; ) {
      int end = at + 1;
      while (end < input.length && input[end] != '\n') {
        end++;
      }
      text.append(text.isEmpty() ? "" : "&")
          .append(NAMES.get((input[at] & 0xff) % NAMES.size()))
          .append('=')
          .append(URLEncoder.encode(new String(input, at + 1, end - at - 1, UTF_8), UTF_8));
      at = end + 1;
    }
    return text.toString();
  }

  private static String shown(byte[] request) {
    return new String(request, ISO_8859_1);
  }
}
