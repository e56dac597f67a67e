package org.trawl.web;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The threads of one kind of work. As much of it runs as there are threads, some may wait, and the
/// rest is refused at once: what would be answered too late is not begun.
///
/// A task has its place until it has ended, and not a moment longer: when its client knows the
/// answer, the place is free. So as many clients as there are [TaskSlots], each with one request at
/// a time, are never refused, however late a thread turns to what waits.
///
/// Requests themselves run on virtual threads, which share few real ones and give them back only
/// when they wait. A search computes without waiting, so it would keep everyone else from being
/// answered, refusals included; here it runs on a real thread of its own.
///
/// A task is stopped by an interrupt, and is waited for even then: it holds its client's request,
/// which must not be answered by two threads. Searches look for interrupts as they look at their
/// time budget.
final class WorkPool implements AutoCloseable {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  /// How often one who waits for a result looks whether it still should.
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final ThreadPoolExecutor threads;
  private final TaskSlots slots;
  private final Duration patience;
  private final LongAdder refused = new LongAdder();
  private final LongAdder stopped = new LongAdder();

  /// @param name of the threads
  /// @param atOnce tasks that run at once, 1 or more
  /// @param waiting tasks that may wait, 0 or more
  /// @param patience how long one waits at most
  WorkPool(String name, int atOnce, int waiting, Duration patience) {
    this.patience = patience;
    slots = new TaskSlots(atOnce, waiting, System::nanoTime);
    threads =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name(name + "-", 1).daemon().factory());
  }

  /// When a task is to be stopped before it ends by itself.
  ///
  /// @param limit how long it may run
  /// @param pointless asked now and then: whether nobody waits for its result any more
  record Bounds(Duration limit, BooleanSupplier pointless) {
    static final Bounds NONE = new Bounds(Duration.ofDays(10_000), () -> false);

    Bounds {
      requireNonNull(limit, "limit");
      requireNonNull(pointless, "pointless");
    }
  }

  /// Nobody waits for the result of a task.
  static final class Pointless extends Exception {
    private static final long serialVersionUID = 1;

    Pointless() {
      super("nobody waits for this", null, false, false);
    }
  }

  /// Runs a task and waits for its result.
  ///
  /// @throws Overloaded if there is no place for it, its turn did not come in time, or it ran
  ///   longer than its limit
  /// @throws Pointless if it became so
  /// @throws InterruptedException if who waits is interrupted; the task is stopped then
  /// @throws Exception what the task throws, as it is
  <T> T run(Callable<T> work, Bounds bounds) throws Exception {
    if (!slots.take()) {
      throw refuse();
    }
    var task = new Task<>(inItsPlace(work));
    try {
      threads.execute(task);
    } catch (RejectedExecutionException e) {
      slots.leave();
      throw refuse();
    }
    try {
      return await(task, bounds);
    } catch (CancellationException e) {
      throw refuse();
    } catch (ExecutionException e) {
      throw cause(e);
    }
  }

  /// Leaves the place before anyone can know the result.
  private <T> Callable<T> inItsPlace(Callable<T> work) {
    return () -> {
      try {
        return work.call();
      } finally {
        slots.leave();
      }
    };
  }

  /// Whether a task has not begun, and now never will.
  private boolean withdraw(Task<?> task) {
    boolean withdrawn = threads.remove(task);
    if (withdrawn) {
      slots.leave();
    }
    return withdrawn;
  }

  private <T> T await(Task<T> task, Bounds bounds) throws Exception {
    long asked = System.nanoTime();
    while (true) {
      try {
        return task.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (bounds.pointless.getAsBoolean()) {
          stop(task);
          throw new Pointless();
        }
        if (task.runsLongerThan(bounds.limit)) {
          stop(task);
          throw new Overloaded("This takes longer than the server can spend on it.", RETRY_AFTER);
        }
        if (System.nanoTime() - asked > patience.toNanos() && withdraw(task)) {
          throw refuse();
        }
      } catch (InterruptedException e) {
        stop(task);
        throw e;
      }
    }
  }

  /// Ends a task and waits until it has ended; what it gives is nobody's.
  private void stop(Task<?> task) throws InterruptedException {
    if (withdraw(task)) {
      return;
    }
    stopped.increment();
    task.interrupt();
    try {
      task.get();
    } catch (ExecutionException | CancellationException e) {
      // An interrupted task may well fail.
    }
  }

  /// A task that can be interrupted without being given up.
  private static final class Task<T> extends FutureTask<T> {
    private @Nullable Thread runner;
    private long began;

    Task(Callable<T> work) {
      super(work);
    }

    @Override
    public void run() {
      synchronized (this) {
        runner = Thread.currentThread();
        began = System.nanoTime();
      }
      try {
        super.run();
      } finally {
        synchronized (this) {
          runner = null;
        }
      }
    }

    synchronized boolean runsLongerThan(Duration limit) {
      return runner != null && System.nanoTime() - began > limit.toNanos();
    }

    /// Only while it runs: the thread has another task later.
    synchronized void interrupt() {
      if (runner != null) {
        runner.interrupt();
      }
    }
  }

  /// Whether a task would be refused now.
  boolean full() {
    return slots.full();
  }

  /// Counts a task as refused, and says so.
  Overloaded refuse() {
    refused.increment();
    slots.refused();
    return new Overloaded(
        "The server has as much to do as it can. Try again shortly.", RETRY_AFTER);
  }

  private static Exception cause(ExecutionException e) {
    return switch (e.getCause()) {
      case Exception exception -> exception;
      case Error error -> throw error;
      case null, default -> e;
    };
  }

  /// Tasks that run now.
  int running() {
    return threads.getActiveCount();
  }

  /// Tasks that wait now.
  int waiting() {
    return threads.getQueue().size();
  }

  /// Tasks refused since the start.
  long refused() {
    return refused.sum();
  }

  /// Tasks stopped under way since the start.
  long stopped() {
    return stopped.sum();
  }

  /// Ends the threads: interrupts what runs, and refuses what waits.
  @Override
  public void close() {
    for (var task : threads.shutdownNow()) {
      if (task instanceof FutureTask<?> waiting) {
        waiting.cancel(false);
      }
    }
  }
}
