package org.trawl.search;

import java.io.IOException;
import java.time.Duration;

/// When a search must stop: at a time on the clock of [System#nanoTime], or once the thread that it
/// began on is interrupted. Any thread of the search may ask.
public record Deadline(long nanos, Thread owner) {
  /// It is over, before there was anything to answer with.
  public static final class Over extends IOException {
    private static final long serialVersionUID = 1;

    Over() {
      super("a search's time was over");
    }
  }

  /// The deadline of a search that begins now on this thread.
  public static Deadline in(Duration budget) {
    // Saturates, so that "forever" does not wrap into the past.
    var nanos = budget.compareTo(Duration.ofDays(365)) > 0 ? Long.MAX_VALUE / 4 : budget.toNanos();
    return new Deadline(System.nanoTime() + nanos, Thread.currentThread());
  }

  /// This deadline, or a later one if so much time is not left: what was found deserves to be
  /// shown.
  public Deadline orIn(Duration least) {
    var later = System.nanoTime() + least.toNanos();
    return later - nanos > 0 ? new Deadline(later, owner) : this;
  }

  /// How much time is left; zero if it is over.
  public Duration left() {
    return over() ? Duration.ZERO : Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
  }

  public boolean over() {
    return System.nanoTime() - nanos >= 0 || owner.isInterrupted();
  }

  /// @throws Over if it is over
  public void check() throws Over {
    if (over()) {
      throw new Over();
    }
  }
}
