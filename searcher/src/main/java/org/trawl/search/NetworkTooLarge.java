package org.trawl.search;

/// A network takes more memory than there is for it.
public final class NetworkTooLarge extends Exception {
  private static final long serialVersionUID = 1;

  private final long needed;
  private final long free;

  /// @param needed bytes that it takes
  /// @param free bytes there are for it
  public NetworkTooLarge(long needed, long free) {
    super("a network needs " + megabytes(needed) + " MB, and " + megabytes(free) + " MB are free");
    this.needed = needed;
    this.free = free;
  }

  private static long megabytes(long bytes) {
    return Math.ceilDiv(bytes, 1L << 20);
  }

  /// What it takes, in millions of bytes of 1024 x 1024, rounded up.
  public long neededMegabytes() {
    return megabytes(needed);
  }

  /// What there is for it, counted alike.
  public long freeMegabytes() {
    return megabytes(free);
  }
}
