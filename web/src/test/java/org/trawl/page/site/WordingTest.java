package org.trawl.page.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class WordingTest {
  @Test
  void sentencesBeginInUpperCaseButOperatorsAreAsTyped() {
    assertEquals("The word “a”", Wording.capital("the word “a”"));
    assertEquals("lang: knows no “xx”", Wording.capital("lang: knows no “xx”"));
  }

  @Test
  void textFromRightToLeftKeepsToItself() {
    assertEquals("Search for “merkel”", Wording.isolated("Search for “merkel”"));
    assertEquals("\u2068Search for “مرکل”\u2069", Wording.isolated("Search for “مرکل”"));
  }
}
