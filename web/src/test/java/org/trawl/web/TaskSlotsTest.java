package org.trawl.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskSlotsTest {
  /// From a clock's end, as [System#nanoTime] may overflow.
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000);

  private final TaskSlots slots = new TaskSlots(2, 6, now::get);

  @Test
  void areAsManyAsMayRunAndWait() {
    assertEquals(8, takeAll(slots));
    assertTrue(slots.full());
    slots.leave();
    assertFalse(slots.full());
    assertEquals(1, takeAll(slots));
  }

  @Test
  void fewRefusalsCutNothing() {
    assertEquals(8, takeAll(slots));
    for (int second = 0; second < 60; second++) {
      refuse(TaskSlots.CROWD * 8 - 1);
      pass(Duration.ofSeconds(1));
    }
    leave(8);
    assertEquals(8, takeAll(slots));
  }

  @Test
  void aCrowdCutsTheQueue() {
    assertEquals(8, takeAll(slots));
    refuse(TaskSlots.CROWD * 8);
    leave(4);
    assertTrue(slots.full(), "four are in: two run, and two wait");
    assertEquals(0, takeAll(slots));
    leave(1);
    assertEquals(1, takeAll(slots));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10_000})
  void theCutEndsThoughMoreAreRefusedMeanwhile(int more) {
    refuse(TaskSlots.CROWD * 8);
    assertEquals(4, takeAll(slots));
    refuse(more);
    pass(TaskSlots.CUT);
    assertEquals(4, takeAll(slots), "the other four");
    refuse(TaskSlots.CROWD * 8 - 1);
    leave(1);
    assertFalse(slots.full(), "refusals during the cut are no crowd after it");
  }

  @Test
  void aQueueShorterThanWhatRunsIsNeverCut() {
    var one = new TaskSlots(2, 1, now::get);
    for (int i = 0; i < 1_000; i++) {
      one.refused();
    }
    assertEquals(3, takeAll(one));
  }

  private static int takeAll(TaskSlots slots) {
    int taken = 0;
    while (slots.take()) {
      taken++;
    }
    return taken;
  }

  private void leave(int many) {
    for (int i = 0; i < many; i++) {
      slots.leave();
    }
  }

  private void refuse(int many) {
    for (int i = 0; i < many; i++) {
      slots.refused();
    }
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
