package org.trawl.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Issue 15, numbers 19 and 32.
class SafeCellTest {
  /// What the documents say: one apostrophe is dropped.
  private static String back(String cell) {
    return cell.startsWith("'") ? cell.substring(1) : cell;
  }

  @Test
  void whatWouldBeRunIsGuardedHoweverItBegins() {
    for (var run :
        List.of(
            "=1+1",
            "+44",
            "-5",
            "@x",
            "\t=1",
            "\ta",
            " =1",
            "\u00a0 =1",
            "\u3000+1",
            "\ufeff=1",
            "\u200b@x",
            "\u0007=1",
            "\r=1",
            "＝1",
            " ＠x")) {
      assertTrue(SafeCell.of(run).startsWith("'"), run);
    }
  }

  @Test
  void plainTextsStayAsTheyAre() {
    for (var plain :
        List.of("", "a=1", "  leading", "1e5", "\u200bword", " ", "RT @x: -1", "😀=")) {
      assertEquals(plain, SafeCell.of(plain));
    }
  }

  @Test
  void twoTextsAreNeverOneCell() {
    assertEquals("'@someone", SafeCell.of("@someone"));
    assertEquals("''@someone", SafeCell.of("'@someone"));
    assertEquals("''tis", SafeCell.of("'tis"));
  }

  @Test
  void droppingOneApostropheGivesTheTextBack() {
    long seed = Long.getLong("trawl.seed", 2018);
    var random = new Random(seed);
    var signs = "=+-@' \ta\n\u00a0＝x1";
    for (int i = 0; i < 5_000; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(5); n >= 0; n--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      assertEquals(text.toString(), back(SafeCell.of(text.toString())), "seed " + seed);
    }
  }

  @Test
  void controlCharactersBecomeTheirPictures() {
    assertEquals("a␀b␇␛␡\uFFFD\n\r\t", SafeCell.of("a\u0000b\u0007\u001b\u007f\u0085\n\r\t"));
    assertFalse(SafeCell.of("\u0000=1").contains("\u0000"));
    assertEquals("'␀=1", SafeCell.of("\u0000=1"));
  }
}
