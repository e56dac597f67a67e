package org.trawl.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.thread.Scheduler;

/// A connection that can tell, while a request of it is being answered, whether the client is still
/// there. Nobody reads from the connection then, so a client's leaving would only be seen when the
/// answer is written. Here one reads ahead: the end of the stream is the client's leaving, and what
/// else comes, such as a next request, is kept for who reads it in its turn.
///
/// As other servers do, this takes a client that closes its sending side for one that has left.
final class WatchedEndPoint extends SocketChannelEndPoint {
  private static final int AHEAD_BYTES = 4 << 10;

  private final Executor executor;
  private ByteBuffer ahead = ByteBuffer.allocate(0);

  WatchedEndPoint(
      SocketChannel channel,
      ManagedSelector selector,
      SelectionKey key,
      Scheduler scheduler,
      Executor executor) {
    super(channel, selector, key, scheduler);
    this.executor = executor;
  }

  /// Whether the client closed the connection.
  synchronized boolean left() {
    if (!isOpen()) {
      return true;
    }
    if (ahead.hasRemaining()) {
      // It sent another request: it is there, and more is not read ahead.
      return false;
    }
    var buffer = ByteBuffer.allocate(AHEAD_BYTES);
    try {
      int read = getChannel().read(buffer);
      ahead = buffer.flip();
      return read < 0;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public int fill(ByteBuffer buffer) throws IOException {
    synchronized (this) {
      if (ahead.hasRemaining()) {
        return take(buffer);
      }
    }
    return super.fill(buffer);
  }

  /// Jetty's buffers are always ready to be read from: new bytes go behind their limit.
  private int take(ByteBuffer buffer) {
    int taken = Math.min(ahead.remaining(), buffer.capacity() - buffer.limit());
    int end = buffer.limit();
    buffer.limit(end + taken);
    buffer.put(end, ahead, ahead.position(), taken);
    ahead.position(ahead.position() + taken);
    return taken;
  }

  @Override
  protected void needsFillInterest() {
    boolean waiting;
    synchronized (this) {
      waiting = ahead.hasRemaining();
    }
    if (waiting) {
      executor.execute(() -> getFillInterest().fillable());
    } else {
      super.needsFillInterest();
    }
  }
}
