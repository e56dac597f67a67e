package org.trawl.page.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DrawingTest {
  @Test
  void linesEndBetweenWords() {
    assertEquals(List.of("one two", "three"), Drawing.lines("one two three", 8));
    assertEquals(List.of("all of it"), Drawing.lines("all of it", 20));
  }

  @Test
  void wideLettersTakeTwice() {
    assertEquals(List.of("政治政治", "政治"), Drawing.lines("政治政治政治", 8));
  }

  @Test
  void whatIsTooLongEndsInAnEllipsis() {
    var lines = Drawing.lines("word ".repeat(100), 20);
    assertEquals(3, lines.size());
    assertTrue(lines.getLast().endsWith(" …"), lines.getLast());
  }

  @Test
  void aWordWiderThanALineIsParted() {
    var lines = Drawing.lines("انتخابات".repeat(4), 10);
    assertTrue(
        lines.size() > 1 && lines.stream().allMatch(line -> line.length() <= 12), lines::toString);
  }
}
