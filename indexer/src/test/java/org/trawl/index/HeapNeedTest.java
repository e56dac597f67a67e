package org.trawl.index;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Issue 15, number 30: what memory is needed is said before anything is opened.
class HeapNeedTest {
  private static final Manifest LARGE =
      new Manifest(
          Manifest.Versions.CURRENT,
          Instant.EPOCH,
          Instant.EPOCH,
          new Manifest.Generation(
              1,
              "segments_1",
              "accounts-1.bin",
              "cells-1.bin",
              "columns-1.bin",
              "",
              List.of(
                  new Manifest.IndexFile("columns-1.bin", 4_000_000_000L, "00000000"),
                  new Manifest.IndexFile("tweets/_0.fdt", 90_000_000_000L, "00000000"))),
          List.of(),
          Map.of("ira", new Manifest.OperationCounts(100_000_000, 10)));

  @Test
  void tooLittleIsRefusedWithWhatIsNeededAndHowToGiveIt() {
    var refused =
        assertThrows(IndexRefused.class, () -> HeapNeed.check(LARGE, 1L << 30, 0)).getMessage();
    assertTrue(refused.contains("100,000,000 tweets"), refused);
    assertTrue(refused.contains("5110 MB") && refused.contains("may take 1024"), refused);
    assertTrue(refused.contains("TRAWL_JAVA_OPTS=-Xmx6400m"), refused);
    assertDoesNotThrow(() -> HeapNeed.check(LARGE, 6_400L << 20, 0));
    assertThrows(IndexRefused.class, () -> HeapNeed.check(LARGE, 6_400L << 20, 2L << 30));
  }
}
