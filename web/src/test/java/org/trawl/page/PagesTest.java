package org.trawl.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
}
