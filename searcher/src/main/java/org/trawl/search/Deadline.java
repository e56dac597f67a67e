package org.trawl.search;

import java.time.Duration;

/// When a search must stop, on the clock of [System#nanoTime].
record Deadline(long nanos) {
  static Deadline in(Duration budget) {
    // Saturates, so that "forever" does not wrap into the past.
    var nanos = budget.compareTo(Duration.ofDays(365)) > 0 ? Long.MAX_VALUE / 4 : budget.toNanos();
    return new Deadline(System.nanoTime() + nanos);
  }

  boolean over() {
    return System.nanoTime() - nanos >= 0 || Thread.currentThread().isInterrupted();
  }
}
