package org.trawl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trawl.query.TextSpan;

class QueryCaretsTest {
  @Test
  void caretsStandUnderThePlace() {
    assertEquals(
        List.of("brexit form:x", "       ^^^^^"),
        QueryCarets.mark("brexit form:x", new TextSpan(7, 5)));
  }

  @Test
  void aPlaceAtTheEndHasACaretBehindTheQuery() {
    assertEquals(
        List.of("brexit AND", "          ^"), QueryCarets.mark("brexit AND", new TextSpan(10, 0)));
  }

  @Test
  void aPlaceOfNoLengthHasOneCaret() {
    assertEquals(List.of("abc", " ^"), QueryCarets.mark("abc", new TextSpan(1, 0)));
  }

  @Test
  void wideLettersTakeTwoColumnsAndMarksNone() {
    assertEquals(
        List.of("北京 form:x", "     ^^^^^"), QueryCarets.mark("北京 form:x", new TextSpan(3, 5)));
    assertEquals(
        List.of("e\u0301t x:", "   ^^"), QueryCarets.mark("e\u0301t x:", new TextSpan(4, 2)));
    assertEquals(List.of("😂 x:", "   ^^"), QueryCarets.mark("😂 x:", new TextSpan(3, 2)));
  }

  @Test
  void lineBreaksAndTabsAreSpaces() {
    assertEquals(List.of("a b x:", "    ^^"), QueryCarets.mark("a\nb\tx:", new TextSpan(4, 2)));
  }

  @Test
  void aLongQueryIsCutAroundThePlace() {
    var query = "word ".repeat(500) + "form:x " + "word ".repeat(500);
    var lines = QueryCarets.mark(query, new TextSpan(2500, 5));
    assertTrue(lines.getFirst().length() <= 80, lines.getFirst());
    var caret = lines.get(1).indexOf('^');
    assertEquals("form:", lines.getFirst().substring(caret, caret + 5));
    assertEquals(5, lines.get(1).strip().length());
  }
}
