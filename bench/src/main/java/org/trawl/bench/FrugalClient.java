package org.trawl.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/// A client that takes as little of the machine as it can: clients and server share its processors,
/// and what a hundred clients take is missing in the server's times. It keeps as many connections
/// open as ask at once. Thread-safe.
final class FrugalClient implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 << 10;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final int port;
  private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

  /// @param port of a server on this machine
  FrugalClient(int port) {
    this.port = port;
  }

  /// @param saysWhen whether it says when to come back
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Answer(int status, boolean saysWhen, byte[] body) {}

  private record Connection(Socket socket, InputStream in) {}

  private record Head(int status, boolean saysWhen, boolean closes, boolean chunked, int length) {}

  /// Asks by GET and waits for the whole answer. A connection that was kept may have been closed by
  /// the server since, as it lay idle for too long; then another one is opened, as RFC 9112 (9.3.1)
  /// has it.
  Answer ask(String path) throws IOException {
    var kept = idle.poll();
    if (kept != null) {
      var answer = ask(path, kept);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return ask(path, open()).orElseThrow(() -> new EOFException("no answer to " + path));
  }

  /// Asks over one connection; nothing if it ended before an answer began.
  private Optional<Answer> ask(String path, Connection connection) throws IOException {
    try {
      var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
      if (!begins(connection, request.getBytes(ISO_8859_1))) {
        connection.socket.close();
        return Optional.empty();
      }
      var head = head(connection.in);
      var body = head.chunked ? chunks(connection.in) : exactly(connection.in, head.length);
      if (head.closes) {
        connection.socket.close();
      } else {
        idle.push(connection);
      }
      return Optional.of(new Answer(head.status, head.saysWhen, body));
    } catch (IOException | RuntimeException e) {
      connection.socket.close();
      throw e;
    }
  }

  /// Sends a request; says whether an answer begins.
  private static boolean begins(Connection connection, byte[] request) throws IOException {
    try {
      connection.socket.getOutputStream().write(request);
      connection.in.mark(1);
      if (connection.in.read() < 0) {
        return false;
      }
      connection.in.reset();
      return true;
    } catch (SocketException e) {
      // Closed by the other side: written into, it answers with a reset.
      return false;
    }
  }

  private Connection open() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) PATIENCE.toMillis());
    return new Connection(socket, new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES));
  }

  private static Head head(InputStream in) throws IOException {
    var status = Integer.parseInt(line(in).split(" ", 3)[1]);
    boolean saysWhen = false;
    boolean closes = false;
    boolean chunked = false;
    var length = 0;
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
      var colon = line.indexOf(':');
      var value = line.substring(colon + 1).strip();
      switch (line.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT)) {
        case "retry-after" -> saysWhen = true;
        case "connection" -> closes = value.equalsIgnoreCase("close");
        case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
        case "content-length" -> length = Integer.parseInt(value);
        default -> {}
      }
    }
    return new Head(status, saysWhen, closes, chunked, length);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder(64);
    for (var next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the answer ended in its head");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    var bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the answer ended after " + bytes.length + " of " + length + " bytes");
    }
    return bytes;
  }

  private static byte[] chunks(InputStream in) throws IOException {
    var body = new ByteArrayOutputStream();
    for (var length = size(in); length > 0; length = size(in)) {
      body.writeBytes(exactly(in, length));
      line(in);
    }
    line(in);
    return body.toByteArray();
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
  }

  @Override
  public void close() throws IOException {
    for (var connection : idle) {
      connection.socket.close();
    }
  }
}
