package org.trawl.web;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/// The way to a client who reads at its own pace. Writing waits while the client does not read, and
/// gives up on one who reads next to nothing for long: it would hold a place that others wait for.
public final class ClientStream extends FilterOutputStream {
  private static final Duration GRACE = Duration.ofMinutes(1);
  private static final double MIN_BYTES_PER_SECOND = 1_000;

  private final Duration grace;
  private long nanosWaited;
  private long bytes;

  /// The client left, or as good as.
  public static final class ClientGone extends IOException {
    private static final long serialVersionUID = 1;

    ClientGone(String message) {
      super(message);
    }

    ClientGone(IOException cause) {
      super(cause);
    }
  }

  public ClientStream(OutputStream out) {
    this(out, GRACE);
  }

  /// @param grace how long may be waited for a client, all in all, before its pace is looked at
  ClientStream(OutputStream out, Duration grace) {
    super(out);
    this.grace = grace;
  }

  /// Bytes sent so far.
  long bytes() {
    return bytes;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] b, int offset, int length) throws IOException {
    long began = System.nanoTime();
    try {
      out.write(b, offset, length);
    } catch (IOException e) {
      throw new ClientGone(e);
    }
    nanosWaited += System.nanoTime() - began;
    bytes += length;
    double seconds = nanosWaited / 1e9;
    if (nanosWaited > grace.toNanos() && bytes / seconds < MIN_BYTES_PER_SECOND) {
      throw new ClientGone("the client reads too slowly");
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      throw new ClientGone(e);
    }
  }
}
