package org.trawl.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
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
      var running = clients.submit(() -> pool.run(() -> held(began, go)));
      began.await();
      var waiting = clients.submit(() -> pool.run(() -> "waited"));
      until(() -> pool.waiting() == 1);

      long asked = System.nanoTime();
      assertThrows(Overloaded.class, () -> pool.run(() -> "never"));
      assertTrue(System.nanoTime() - asked < 100_000_000, "a refusal takes no time");
      assertEquals(1, pool.refused());

      go.countDown();
      assertEquals("held", running.get());
      assertEquals("waited", waiting.get());
    }
  }

  @Test
  void refusesWhatWaitedTooLong() throws Exception {
    var began = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    try (var clients = Executors.newVirtualThreadPerTaskExecutor();
        var pool = new WorkPool("test", 1, 4, Duration.ofMillis(20))) {
      var running = clients.submit(() -> pool.run(() -> held(began, go)));
      began.await();
      assertThrows(Overloaded.class, () -> pool.run(() -> "never"));
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
              pool.run(() -> {
                throw new IOException("disk");
              }));
      assertThrows(
          StackOverflowError.class,
          () ->
              pool.run(() -> {
                throw new StackOverflowError();
              }));
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
