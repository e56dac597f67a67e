package org.trawl.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trawl.web.WorkPool.Bounds.NONE;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkPoolTest {
  @Test
  void refusesAtOnceWhatCannotEvenWait() throws Exception {
    var began = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    try (var clients = Executors.newVirtualThreadPerTaskExecutor();
        var pool = new WorkPool("test", 1, 1, Duration.ofMinutes(1))) {
      var running = clients.submit(() -> pool.run(() -> held(began, go), NONE));
      began.await();
      var waiting = clients.submit(() -> pool.run(() -> "waited", NONE));
      until(() -> pool.waiting() == 1);

      // Whoever waited for a thread here would wait for ever: the one that has it is held.
      assertThrows(Overloaded.class, () -> pool.run(() -> "never", NONE));
      assertEquals(1, pool.refused());

      go.countDown();
      assertEquals("held", running.get());
      assertEquals("waited", waiting.get());
    }
  }

  @Test
  void asManyClientsAsThereArePlacesAreNeverRefused() throws Exception {
    try (var clients = Executors.newVirtualThreadPerTaskExecutor();
        var pool = new WorkPool("test", 2, 6, Duration.ofMinutes(1))) {
      var asking = new ArrayList<Future<Integer>>();
      for (int client = 0; client < 8; client++) {
        asking.add(
            clients.submit(() -> {
              int answers = 0;
              // No pause: the next question is there before the thread of the last one is free.
              while (answers < 5_000) {
                answers += pool.run(() -> 1, NONE);
              }
              return answers;
            }));
      }
      for (var client : asking) {
        assertEquals(5_000, client.get());
      }
      assertEquals(0, pool.refused());
      assertFalse(pool.full());
    }
  }

  @Test
  void placesAreFreeAgainHoweverATaskEnds() throws Exception {
    var began = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    try (var clients = Executors.newVirtualThreadPerTaskExecutor();
        var pool = new WorkPool("test", 1, 1, Duration.ofMillis(20))) {
      var running = clients.submit(() -> pool.run(() -> held(began, go), NONE));
      began.await();
      assertThrows(Overloaded.class, () -> pool.run(() -> "waits too long", NONE));
      var left = new WorkPool.Bounds(Duration.ofMinutes(1), () -> true);
      assertThrows(WorkPool.Pointless.class, () -> pool.run(() -> "its client left", left));
      assertFalse(pool.full(), "only the one that is held has a place");
      go.countDown();
      assertEquals("held", running.get());
      assertThrows(
          IOException.class,
          () ->
              pool.run(
                  () -> {
                    throw new IOException("disk");
                  },
                  NONE));
      var again = new CountDownLatch(1);
      var forEver = clients.submit(() -> pool.run(() -> held(again, new CountDownLatch(1)), NONE));
      again.await();
      assertFalse(pool.full(), "the other place is free after every end that a task can have");
      forEver.cancel(true);
    }
  }

  @Test
  void refusesWhatWaitedTooLong() throws Exception {
    var began = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    try (var clients = Executors.newVirtualThreadPerTaskExecutor();
        var pool = new WorkPool("test", 1, 4, Duration.ofMillis(20))) {
      var running = clients.submit(() -> pool.run(() -> held(began, go), NONE));
      began.await();
      assertThrows(Overloaded.class, () -> pool.run(() -> "never", NONE));
      assertEquals(0, pool.waiting(), "what is refused does not stay in line");
      go.countDown();
      assertEquals("held", running.get(), "what runs is not cut off by the patience to wait");
    }
  }

  @Test
  void failureComesOutAsItIs() {
    try (var pool = new WorkPool("test", 1, 1, Duration.ofMinutes(1))) {
      assertThrows(
          IOException.class,
          () ->
              pool.run(
                  () -> {
                    throw new IOException("disk");
                  },
                  NONE));
      assertThrows(
          StackOverflowError.class,
          () ->
              pool.run(
                  () -> {
                    throw new StackOverflowError();
                  },
                  NONE));
    }
  }

  @Test
  void whatBecamePointlessIsInterruptedAndWaitedFor() throws Exception {
    var began = new CountDownLatch(1);
    var ended = new AtomicBoolean();
    try (var pool = new WorkPool("test", 1, 1, Duration.ofMinutes(1))) {
      assertThrows(
          WorkPool.Pointless.class,
          () ->
              pool.run(
                  () -> {
                    began.countDown();
                    try {
                      return Thread.currentThread().join(Duration.ofMinutes(1));
                    } finally {
                      ended.set(true);
                    }
                  },
                  new WorkPool.Bounds(Duration.ofMinutes(1), () -> began.getCount() == 0)));
      assertTrue(ended.get(), "its thread is done with the request");
      assertEquals(1, pool.stopped());
      assertEquals("next", pool.run(() -> "next", NONE), "and not interrupted any more");
    }
  }

  @Test
  void whatNobodyWaitsForAnyMoreIsStopped() throws Exception {
    var began = new CountDownLatch(1);
    var ended = new AtomicBoolean();
    try (var clients = Executors.newVirtualThreadPerTaskExecutor();
        var pool = new WorkPool("test", 1, 1, Duration.ofMinutes(1))) {
      // As a batch waits for one of its searches when its own client leaves.
      var waiting =
          clients.submit(() ->
              pool.run(
                  () -> {
                    try {
                      return held(began, new CountDownLatch(1));
                    } finally {
                      ended.set(true);
                    }
                  },
                  NONE));
      began.await();
      waiting.cancel(true);
      until(ended::get);
      assertEquals("next", pool.run(() -> "next", NONE));
      assertEquals(1, pool.stopped());
    }
  }

  @Test
  void whatRunsPastItsLimitIsStopped() throws Exception {
    try (var pool = new WorkPool("test", 1, 1, Duration.ofMinutes(1))) {
      var bounds = new WorkPool.Bounds(Duration.ofMillis(60), () -> false);
      assertThrows(
          Overloaded.class,
          () -> pool.run(() -> Thread.currentThread().join(Duration.ofMinutes(1)), bounds));
      assertEquals("next", pool.run(() -> "next", bounds));
    }
  }

  @Test
  @SuppressWarnings("try") // closed before its time is what this is about
  void closingRefusesWhatWaitsAndInterruptsWhatRuns() throws Exception {
    var began = new CountDownLatch(1);
    try (var clients = Executors.newVirtualThreadPerTaskExecutor();
        var pool = new WorkPool("test", 1, 1, Duration.ofMinutes(1))) {
      var running = clients.submit(() -> pool.run(() -> held(began, new CountDownLatch(1)), NONE));
      began.await();
      var waiting = clients.submit(() -> pool.run(() -> "never", NONE));
      until(() -> pool.waiting() == 1);
      pool.close();
      var interrupted = assertThrows(ExecutionException.class, running::get);
      assertTrue(interrupted.getCause() instanceof InterruptedException);
      var refused = assertThrows(ExecutionException.class, waiting::get);
      assertTrue(refused.getCause() instanceof Overloaded);
    }
  }

  private static String held(CountDownLatch began, CountDownLatch go) throws InterruptedException {
    began.countDown();
    go.await();
    return "held";
  }

  private static void until(java.util.function.BooleanSupplier reached)
      throws InterruptedException {
    while (!reached.getAsBoolean()) {
      Thread.sleep(1);
    }
  }
}
