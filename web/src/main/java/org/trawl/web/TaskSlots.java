package org.trawl.web;

import java.time.Duration;
import java.util.function.LongSupplier;

/// How many tasks may be running or waiting: as many as there are slots, and fewer while far more
/// ask than can be answered.
///
/// As many clients as there are slots, each with one task at a time, are never refused. Where many
/// more ask, most are refused however long the queue is, and each slot in it only makes those who
/// are let in wait longer: tasks run as often with a short one, as the next request is there within
/// a millisecond. So once [#CROWD] times as many tasks as there are slots were refused within
/// [#WITHIN], the queue is cut for [#CUT]. The cut ends by itself, whoever is refused during it:
/// then the crowd shows again, or those who fit are all let in.
///
/// Thread-safe.
final class TaskSlots {
  /// Refusals that make a crowd, for each slot. One client too many that comes again at once is
  /// none.
  static final int CROWD = 4;

  static final Duration WITHIN = Duration.ofMillis(500);
  static final Duration CUT = Duration.ofSeconds(2);

  private final int all;
  private final int cut;
  private final LongSupplier clock;
  private int taken;
  private int refused;
  private long refusedSince;
  private long cutUntil;

  /// @param running tasks that run at once, 1 or more
  /// @param waiting tasks that may wait, 0 or more; as many as may run when the queue is cut
  /// @param clock nanoseconds from anywhere, as [System#nanoTime] gives
  TaskSlots(int running, int waiting, LongSupplier clock) {
    this.clock = clock;
    all = running + waiting;
    cut = running + Math.min(running, waiting);
    refusedSince = clock.getAsLong();
    cutUntil = refusedSince;
  }

  /// Takes a slot.
  ///
  /// @return whether there was one
  synchronized boolean take() {
    if (taken >= bound()) {
      return false;
    }
    taken++;
    return true;
  }

  /// Gives a slot back.
  synchronized void leave() {
    taken--;
  }

  /// Whether all are taken now.
  synchronized boolean full() {
    return taken >= bound();
  }

  /// Notes that a task found none.
  synchronized void refused() {
    long now = clock.getAsLong();
    if (now - cutUntil < 0) {
      return;
    }
    if (now - refusedSince > WITHIN.toNanos()) {
      refused = 0;
      refusedSince = now;
    }
    if (++refused >= CROWD * all) {
      refused = 0;
      cutUntil = now + CUT.toNanos();
    }
  }

  private int bound() {
    return clock.getAsLong() - cutUntil < 0 ? cut : all;
  }
}
