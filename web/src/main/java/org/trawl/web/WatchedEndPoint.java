package org.trawl.web;

import java.io.IOException;
import java.net.StandardSocketOptions;
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
  private int requests;
  private boolean answering;

  WatchedEndPoint(
      SocketChannel channel,
      ManagedSelector selector,
      SelectionKey key,
      Scheduler scheduler,
      Executor executor) {
    super(channel, selector, key, scheduler);
    this.executor = executor;
  }

  /// Notes that a request has come, with all of its headers.
  synchronized void began() {
    requests++;
    answering = true;
  }

  /// Notes that a request was answered, to its end.
  synchronized void ended() {
    answering = false;
  }

  /// How many requests have come.
  synchronized int requests() {
    return requests;
  }

  /// Whether one is being answered.
  synchronized boolean answering() {
    return answering;
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

  /// In the midst of an answer the client is told of the end as an error, whoever it is that closes
  /// the connection: an answer whose length the client does not know ends where the connection
  /// does, and would look whole.
  @Override
  public void doClose() {
    if (answering()) {
      try {
        getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException e) {
        // It is closed already, by the client or by its network.
      }
    }
    super.doClose();
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
