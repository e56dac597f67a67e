package org.trawl.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A connection to a server on this machine for one request after the other: to make one for each
/// takes longer than most answers. Not thread-safe.
final class KeptConnection {
  private static final Pattern LENGTH = field("Content-Length: ([0-9]+)");
  private static final Pattern CHUNKED = field("Transfer-Encoding: chunked");
  private static final Pattern CLOSES = field("Connection: close");
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3}) .*");
  private static final int BUFFER_BYTES = 64 << 10;

  private final int port;
  private final int patienceMillis;
  private @Nullable Socket socket;
  private @Nullable InputStream in;

  /// The request that was answered last.
  private byte[] before = {};

  /// @param patienceMillis how long to wait for the next byte
  KeptConnection(int port, int patienceMillis) {
    this.port = port;
    this.patienceMillis = patienceMillis;
  }

  private static Pattern field(String line) {
    return Pattern.compile("\r\n" + line + "\r\n", Pattern.CASE_INSENSITIVE);
  }

  /// Sends a whole request and reads the whole answer, head and all, its chunks put together.
  ///
  /// @throws EOFException if the answer breaks off
  byte[] ask(byte[] request, boolean isHead) throws IOException {
    boolean isNew = socket == null;
    try {
      return answer(request, isHead);
    } catch (EOFException | SocketException e) {
      close();
      // A server ends a connection that lay idle, or whose last body it did not read to its end.
      if (isNew || !(e instanceof Stale || e instanceof SocketException)) {
        throw e;
      }
      return answer(request, isHead);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /// The connection ended before the first byte of an answer.
  private static final class Stale extends EOFException {
    private static final long serialVersionUID = 1;
  }

  private byte[] answer(byte[] request, boolean isHead) throws IOException {
    var open = socket;
    if (open == null) {
      open = new Socket(InetAddress.getLoopbackAddress(), port);
      open.setSoTimeout(patienceMillis);
      open.setTcpNoDelay(true);
      in = new BufferedInputStream(open.getInputStream(), BUFFER_BYTES);
      socket = open;
    }
    open.getOutputStream().write(request);
    var stream = Objects.requireNonNull(in);
    var answer = new ByteArrayOutputStream();
    var head = head(stream, answer);
    read(stream, head, isHead, answer);
    if (CLOSES.matcher(head).find()) {
      close();
    } else if (stream.available() > 0) {
      // It would be taken for the beginning of the next answer.
      var more = new String(stream.readNBytes(stream.available()), ISO_8859_1);
      throw new IOException(
          "more came than its answer, which is\n"
              + answer.toString(ISO_8859_1)
              + more
              + "\nafter the answer to\n"
              + new String(before, ISO_8859_1));
    }
    before = request;
    return answer.toByteArray();
  }

  private static String head(InputStream in, ByteArrayOutputStream answer) throws IOException {
    for (int ends = 0; ends < 4; ) {
      int next = in.read();
      if (next < 0) {
        throw answer.size() == 0 ? new Stale() : new EOFException("no end of the head");
      }
      answer.write(next);
      boolean isEnd = next == (ends % 2 == 0 ? '\r' : '\n');
      ends = isEnd ? ends + 1 : next == '\r' ? 1 : 0;
    }
    return answer.toString(ISO_8859_1);
  }

  private static void read(
      InputStream in, String head, boolean isHead, ByteArrayOutputStream answer)
      throws IOException {
    Matcher status = STATUS.matcher(head);
    int code = status.lookingAt() ? Integer.parseInt(status.group(1)) : 0;
    if (isHead || code == 204 || code == 304) {
      return;
    }
    if (CHUNKED.matcher(head).find()) {
      for (int size = size(in); size > 0; size = size(in)) {
        part(in, size, answer);
        line(in);
      }
      line(in);
      return;
    }
    Matcher length = LENGTH.matcher(head);
    if (length.find()) {
      part(in, Integer.parseInt(length.group(1)), answer);
    } else {
      in.transferTo(answer);
    }
  }

  private static void part(InputStream in, int size, ByteArrayOutputStream answer)
      throws IOException {
    var bytes = in.readNBytes(size);
    answer.writeBytes(bytes);
    if (bytes.length < size) {
      throw new EOFException("broken off in its body");
    }
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("broken off between its chunks");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private void close() throws IOException {
    var open = socket;
    socket = null;
    if (open != null) {
      open.close();
    }
  }
}
