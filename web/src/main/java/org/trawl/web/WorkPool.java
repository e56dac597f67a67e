package org.trawl.web;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;

/// The threads of one kind of work. As much of it runs as there are threads, some may wait, and the
/// rest is refused at once: what would be answered too late is not begun.
///
/// Requests themselves run on virtual threads, which share few real ones and give them back only
/// when they wait. A search computes without waiting, so it would keep everyone else from being
/// answered, refusals included; here it runs on a real thread of its own.
final class WorkPool implements AutoCloseable {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final ThreadPoolExecutor threads;
  private final Duration patience;
  private final LongAdder refused = new LongAdder();

  /// @param name of the threads
  /// @param atOnce tasks that run at once, 1 or more
  /// @param waiting tasks that may wait, 0 or more
  /// @param patience how long one waits at most
  WorkPool(String name, int atOnce, int waiting, Duration patience) {
    this.patience = patience;
    threads =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            1,
            TimeUnit.MINUTES,
            waiting == 0 ? new SynchronousQueue<>() : new ArrayBlockingQueue<>(waiting),
            Thread.ofPlatform().name(name + "-", 1).daemon().factory());
  }

  /// Runs a task and waits for its result.
  ///
  /// @throws Overloaded if there is no place for it, or its turn did not come in time
  /// @throws Exception what the task throws, as it is
  <T> T run(Callable<T> work) throws Exception {
    var task = new FutureTask<>(work);
    try {
      threads.execute(task);
    } catch (RejectedExecutionException e) {
      throw refuse();
    }
    try {
      return await(task);
    } catch (ExecutionException e) {
      throw cause(e);
    }
  }

  private <T> T await(FutureTask<T> task) throws InterruptedException, ExecutionException {
    try {
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      if (threads.remove(task)) {
        throw refuse();
      }
      // It runs, and ends by its own time budget.
      return task.get();
    }
  }

  private Overloaded refuse() {
    refused.increment();
    return new Overloaded(RETRY_AFTER);
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

  /// Ends the threads; tasks that run are left to end.
  @Override
  public void close() {
    threads.shutdown();
  }
}
