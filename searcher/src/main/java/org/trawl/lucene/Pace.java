package org.trawl.lucene;

import org.trawl.search.Deadline;

/// How far to go between two looks at the clock: as far as takes some milliseconds. A document
/// costs a nanosecond where a posting list becomes bits, and a millisecond where a phrase of
/// thousands of words is looked for in it, so no number of documents fits both.
///
/// Not thread-safe: made for one walk through one segment.
final class Pace {
  private static final int LEAST = 16;
  private static final int FIRST = 1 << 10;
  private static final int MOST = 1 << 17;
  private static final int STEP = 8;

  private static final long SOON_NANOS = 1_000_000;
  private static final long LATE_NANOS = 8 * SOON_NANOS;

  private final Deadline deadline;
  private int documents = FIRST;
  private long looked = System.nanoTime();

  Pace(Deadline deadline) {
    this.deadline = deadline;
  }

  /// The end of the next stretch.
  ///
  /// @param from where it begins
  /// @param size where all ends
  int end(int from, int size) {
    return (int) Math.min(size, (long) from + documents);
  }

  /// Looks at the clock, at the end of a stretch.
  ///
  /// @return whether to stop
  boolean over() {
    long now = System.nanoTime();
    long took = now - looked;
    looked = now;
    if (took < SOON_NANOS) {
      documents = Math.min(MOST, documents * STEP);
    } else if (took > LATE_NANOS) {
      documents = Math.max(LEAST, documents / STEP);
    }
    return deadline.over();
  }
}
