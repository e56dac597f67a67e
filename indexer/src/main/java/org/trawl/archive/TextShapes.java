package org.trawl.archive;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Watches the texts of a table for what a program does to all of them that reads or writes them in
/// another encoding: UTF-8 read letter by letter (`Ð’Ñ‹Ð±Ð¾Ñ€Ñ‹` for `Выборы`), or a question mark
/// for each letter that the encoding lacks. Some tweets hold such text themselves, so only a share
/// of the table's texts that people do not write is told.
final class TextShapes {
  /// Share of the texts, in percent, and number of them from which on it is told.
  private static final int SHARE = 1;

  private static final int ENOUGH = 3;

  /// Question marks of a text that stand for letters, and are more than half of it.
  private static final int MANY_MARKS = 8;

  /// Letters of UTF-8 that a text must fall into when it is read back.
  private static final int LETTERS = 3;

  private static final int EXAMPLE = 40;

  /// Encodings that UTF-8 is read in by mistake: those of Windows for Latin, Cyrillic, Turkish and
  /// Arabic letters.
  private static final List<Wrong> WRONG =
      List.of(
          new Wrong("windows-1252"),
          new Wrong("windows-1251"),
          new Wrong("windows-1254"),
          new Wrong("windows-1256"));

  private long texts;
  private long marks;
  private long wrong;
  private String markExample = "";
  private String wrongExample = "";
  private String encoding = "";

  /// The bytes that an encoding's letters stand for; 0 for letters it lacks.
  private static final class Wrong {
    final String name;
    private final byte[] bytes = new byte[1 << 16];

    Wrong(String name) {
      this.name = name;
      var charset = Charset.forName(name);
      for (var value = 0x80; value <= 0xFF; value++) {
        // Bytes that an encoding leaves free are often read as the control characters of Latin-1.
        bytes[value] = value < 0xA0 ? (byte) value : bytes[value];
        var letter = new String(new byte[] {(byte) value}, charset).charAt(0);
        if (letter != '\uFFFD') {
          bytes[letter] = (byte) value;
        }
      }
    }

    /// Whether the text's letters beyond ASCII, as bytes, are whole sequences of UTF-8.
    boolean hides(String text) {
      var letters = 0;
      var open = 0;
      for (var i = 0; i < text.length(); i++) {
        var c = text.charAt(i);
        if (c < 0x80) {
          if (open > 0) {
            return false;
          }
          continue;
        }
        var value = bytes[c] & 0xFF;
        if (open > 0) {
          if ((value & 0xC0) != 0x80) {
            return false;
          }
          open--;
        } else {
          open = value >= 0xF0 ? 3 : value >= 0xE0 ? 2 : value >= 0xC2 ? 1 : -1;
          if (open < 0 || value > 0xF4) {
            return false;
          }
          letters++;
        }
      }
      return open == 0 && letters >= LETTERS;
    }
  }

  void add(String text) {
    texts++;
    if (isMarks(text)) {
      markExample = marks++ == 0 ? text : markExample;
      return;
    }
    for (var candidate : WRONG) {
      if (candidate.hides(text)) {
        if (wrong++ == 0) {
          wrongExample = text;
          encoding = candidate.name;
        }
        return;
      }
    }
  }

  private static boolean isMarks(String text) {
    var found = 0;
    var other = 0;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '?') {
        found++;
      } else if (c >= 0x80) {
        return false;
      } else if (Character.isLetterOrDigit(c)) {
        other++;
      }
    }
    return found >= MANY_MARKS && found > other && text.contains("??? ?");
  }

  /// What was done to the texts, as ends of sentences.
  List<String> sentences() {
    var all = new ArrayList<String>();
    if (isMany(wrong)) {
      all.add(
          share(wrong)
              + " that are UTF-8 read as "
              + encoding
              + ", such as “"
              + cut(wrongExample)
              + "”: they are kept as they are and no word finds them; get the file anew, and open"
              + " it as UTF-8");
    }
    if (isMany(marks)) {
      all.add(
          share(marks)
              + " that are mostly question marks, such as “"
              + cut(markExample)
              + "”: a program wrote them in an encoding that lacks their letters, which are lost;"
              + " get the file anew");
    }
    return all;
  }

  private boolean isMany(long count) {
    return count >= ENOUGH && count * 100 >= texts * SHARE;
  }

  private String share(long count) {
    return String.format(Locale.ROOT, "has %,d of %,d texts", count, texts);
  }

  private static String cut(String text) {
    var line = text.replace('\n', ' ');
    return line.codePointCount(0, line.length()) <= EXAMPLE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, EXAMPLE)) + "…";
  }
}
