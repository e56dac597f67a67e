package org.trawl.lucene.network;

import java.util.concurrent.atomic.AtomicLong;
import org.trawl.search.NetworkTooLarge;

/// What all networks under way may take of the heap together. One that does not fit is refused
/// before it is begun, so that no search dies of it.
final class Memory {
  private final long limit;
  private final AtomicLong taken = new AtomicLong();

  /// @param limit bytes
  Memory(long limit) {
    this.limit = limit;
  }

  /// Some bytes until closed.
  interface Taken extends AutoCloseable {
    @Override
    void close();
  }

  Taken take(long bytes) throws NetworkTooLarge {
    long before = taken.getAndAdd(bytes);
    if (before + bytes > limit) {
      taken.addAndGet(-bytes);
      throw new NetworkTooLarge(bytes, Math.max(0, limit - before));
    }
    return () -> taken.addAndGet(-bytes);
  }
}
