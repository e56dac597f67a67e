package org.trawl.cli;

import java.util.ArrayList;
import java.util.List;
import org.trawl.query.TextSpan;

/// Shows a place of a query as terminals can: the query on one line, carets under the place.
final class QueryCarets {
  /// Most columns of a line; a longer query is cut around the place.
  private static final int WIDTH = 76;

  private QueryCarets() {}

  /// Two lines: the query, or the part of it around the place, and the carets.
  static List<String> mark(String query, TextSpan span) {
    var glyphs = glyphs(query);
    var first = glyphs.size();
    var last = glyphs.size();
    for (var i = glyphs.size() - 1; i >= 0; i--) {
      var glyph = glyphs.get(i);
      if (glyph.end > span.offset()) {
        first = i;
      }
      if (glyph.offset >= span.end()) {
        last = i;
      }
    }
    last = Math.max(last, first + 1);
    var from = Math.max(0, Math.min(first - WIDTH / 4, glyphs.size() - WIDTH));
    var to = Math.min(glyphs.size(), from + WIDTH);
    var line = new StringBuilder(from > 0 ? "…" : "");
    var carets = new StringBuilder(from > 0 ? " " : "");
    for (var i = from; i < Math.max(to, Math.min(last, from + WIDTH)); i++) {
      var mark = i >= first && i < last ? "^" : " ";
      if (i < glyphs.size()) {
        line.append(glyphs.get(i).text);
        carets.repeat(mark, glyphs.get(i).columns);
      } else {
        carets.append(mark);
      }
    }
    if (to < glyphs.size()) {
      line.append('…');
    }
    return List.of(line.toString(), carets.toString().stripTrailing());
  }

  /// What fills one place on the line: a character with the marks that sit on it.
  private record Glyph(String text, int offset, int end, int columns) {}

  private static List<Glyph> glyphs(String query) {
    var glyphs = new ArrayList<Glyph>();
    for (var i = 0; i < query.length(); ) {
      var point = query.codePointAt(i);
      var end = i + Character.charCount(point);
      var text = Character.isISOControl(point) ? " " : query.substring(i, end);
      var columns = columns(point);
      if (columns == 0 && !glyphs.isEmpty()) {
        var base = glyphs.removeLast();
        glyphs.add(new Glyph(base.text + text, base.offset, end, base.columns));
      } else {
        glyphs.add(new Glyph(text, i, end, columns));
      }
      i = end;
    }
    return glyphs;
  }

  /// How many columns terminals give a character: none to marks and invisible ones, two to East
  /// Asian letters and emoji.
  static int columns(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(point) ? 2 : 1;
    };
  }

  private static boolean isWide(int point) {
    return (point >= 0x1100 && point <= 0x115F)
        || (point >= 0x2E80 && point <= 0xA4CF)
        || (point >= 0xAC00 && point <= 0xD7A3)
        || (point >= 0xF900 && point <= 0xFAFF)
        || (point >= 0xFE30 && point <= 0xFE6F)
        || (point >= 0xFF00 && point <= 0xFF60)
        || (point >= 0xFFE0 && point <= 0xFFE6)
        || Character.isEmojiPresentation(point)
        || (point >= 0x20000 && point <= 0x3FFFD);
  }
}
