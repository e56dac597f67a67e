package org.trawl.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PagesTest {
  @TempDir private Path folder;

  @Test
  void pagesForTheFirstVisitorsAreMadeUntilTheServerEnds() throws Exception {
    try (var searcher = SmallArchive.open(folder)) {
      var pages = new Pages(searcher, Duration.ofSeconds(10));
      var made = pages.warmUp();
      assertTrue(made > 10, () -> "only " + made);
      Thread.currentThread().interrupt();
      assertEquals(1, pages.warmUp());
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void pagesThatTimeRanOutOverAreMadeAgain() throws Exception {
    try (var searcher = SmallArchive.open(folder)) {
      var hurried = new ArchivePages(searcher, Duration.ofNanos(1));
      assertNotSame(hurried.home(), hurried.home());
      assertNotSame(hurried.archive(), hurried.archive());
      assertEquals("905 tweets", hurried.home().tweets());
      var patient = new ArchivePages(searcher, Duration.ofMinutes(1));
      assertSame(patient.home(), patient.home());
      assertSame(patient.archive(), patient.archive());
      assertEquals("905 tweets", patient.home().tweets());
    }
  }
}
