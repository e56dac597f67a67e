package org.trawl.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
  /// From a clock's end, as [System#nanoTime] may overflow.
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000);

  private final Places places = new Places(2, 6, now::get);

  @Test
  void areAsManyAsMayRunAndWait() {
    assertEquals(8, takeAll(places));
    assertTrue(places.full());
    places.leave();
    assertFalse(places.full());
    assertEquals(1, takeAll(places));
  }

  @Test
  void fewRefusalsCutNothing() {
    assertEquals(8, takeAll(places));
    for (int second = 0; second < 60; second++) {
      refuse(Places.CROWD * 8 - 1);
      pass(Duration.ofSeconds(1));
    }
    leave(8);
    assertEquals(8, takeAll(places));
  }

  @Test
  void aCrowdCutsTheQueue() {
    assertEquals(8, takeAll(places));
    refuse(Places.CROWD * 8);
    leave(4);
    assertTrue(places.full(), "four are in: two run, and two wait");
    assertEquals(0, takeAll(places));
    leave(1);
    assertEquals(1, takeAll(places));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10_000})
  void theCutEndsThoughMoreAreRefusedMeanwhile(int more) {
    refuse(Places.CROWD * 8);
    assertEquals(4, takeAll(places));
    refuse(more);
    pass(Places.CUT);
    assertEquals(4, takeAll(places), "the other four");
    refuse(Places.CROWD * 8 - 1);
    leave(1);
    assertFalse(places.full(), "refusals during the cut are no crowd after it");
  }

  @Test
  void aQueueShorterThanWhatRunsIsNeverCut() {
    var one = new Places(2, 1, now::get);
    for (int i = 0; i < 1_000; i++) {
      one.refused();
    }
    assertEquals(3, takeAll(one));
  }

  private static int takeAll(Places places) {
    int taken = 0;
    while (places.take()) {
      taken++;
    }
    return taken;
  }

  private void leave(int many) {
    for (int i = 0; i < many; i++) {
      places.leave();
    }
  }

  private void refuse(int many) {
    for (int i = 0; i < many; i++) {
      places.refused();
    }
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
