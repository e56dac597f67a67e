package org.trawl.distinct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LogLikelihoodTest {
  /// The table of 110, 2442, 111 and 29114 in section 5 of the paper has the value 270.72.
  @Test
  void thePapersExample() {
    assertEquals(270.72, LogLikelihood.of(110, 110 + 2442, 111, 111 + 29_114), 0.01);
  }

  @Test
  void aValueAsFrequentHereAsThereHasNone() {
    assertEquals(0, LogLikelihood.of(5, 100, 50, 1000), 1e-9);
    assertEquals(0, LogLikelihood.of(0, 100, 0, 1000), 1e-9);
    assertEquals(0, LogLikelihood.of(0, 0, 7, 1000), 1e-9);
  }

  @Test
  void aRarerValueIsBelowZero() {
    assertTrue(LogLikelihood.of(1, 100, 50, 100) < 0);
    assertEquals(-LogLikelihood.of(1, 100, 50, 100), LogLikelihood.of(50, 100, 1, 100), 1e-9);
  }

  @Test
  void countsThatCannotBeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> LogLikelihood.of(2, 1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> LogLikelihood.of(0, 1, -1, 0));
  }
}
