package org.trawl.archive;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Optional;
import org.trawl.tweet.Layout;

/// Cuts the text of a table into records without reading cells, so that a broken quote costs the
/// rows around it and not the rest of the file.
///
/// A record ends at a line break outside of quotes, and a quote inside a cell is doubled (or stands
/// behind a backslash), so the quotes of a whole record are even in number. Where they are odd at
/// the end of a line, the record goes on in the next line, unless that line begins as only a record
/// can. Then either a quote is missing or too many, and what was gathered so far is broken; or a
/// text holds a line that looks like a row. The record that goes on tells: if it has as many cells
/// as the table has columns, the line is text.
final class RecordSplitter {
  /// Characters of the longest record that is read. The longest honest rows are a few thousand.
  static final int MAX_LENGTH = 1 << 20;

  /// Lines of the longest record with an open quote, so that one stray quote near the end of a huge
  /// file of another kind is not chased through all of it.
  private static final int MAX_LINES = 2_000;

  /// How far a record is followed past a line that looks like a row: longer than any text or bio.
  private static final int MAX_DOUBT_LINES = 100;

  private static final int MAX_DOUBT_CHARS = 1 << 14;

  /// From so many columns on, no line of a text is a whole row by chance.
  private static final int MANY_COLUMNS = 8;

  /// A piece of the file.
  ///
  /// @param line where it begins, from 1
  /// @param text without its last line break; cut to [#MAX_LENGTH]
  /// @param ended whether a line break ends it, as one does unless the file was cut off
  record Piece(long line, String text, State state, boolean ended) {}

  enum State {
    /// Quotes are even: cells can be read.
    WHOLE,
    BROKEN,
    TOO_LONG,
    /// The file ended inside quotes.
    CUT_OFF
  }

  /// How records look.
  ///
  /// @param columns cells of a record; 0 if that is not known
  /// @param layout how certain beginnings of records look
  record Shape(CsvStyle style, int columns, Layout layout) {}

  /// @param quotes outside of escapes
  /// @param ended whether a line break ends it
  private record Line(String text, int quotes, boolean tooLong, boolean ended) {}

  /// A queue whose lines can be looked at by their place.
  private static final class Lines {
    private final ArrayList<Line> lines = new ArrayList<>();
    private int first;

    int size() {
      return lines.size() - first;
    }

    Line get(int index) {
      return lines.get(first + index);
    }

    void add(Line line) {
      if (first == lines.size()) {
        lines.clear();
        first = 0;
      }
      lines.add(line);
    }

    Line removeFirst() {
      if (first == MAX_LINES) {
        lines.subList(0, first).clear();
        first = 0;
      }
      return lines.set(first++, GONE);
    }

    private static final Line GONE = new Line("", 0, false, true);
  }

  private final Reader reader;
  private final Shape shape;
  private final Cells cells;
  private final char lineBreak;
  private final char[] buffer = new char[1 << 16];
  private int from;
  private int to;
  private boolean ended;
  private long line = 1;

  /// Lines that are read and belong to no record yet.
  private final Lines ahead = new Lines();

  RecordSplitter(Reader reader, Shape shape) {
    this.reader = reader;
    this.shape = shape;
    cells = new Cells(shape.style);
    lineBreak = shape.style.lineBreak();
  }

  /// The next record; empty at the end of the file. Empty lines between records are passed over.
  Optional<Piece> next() throws IOException {
    while (peek(0)) {
      if (!blank(ahead.get(0).text)) {
        return Optional.of(record());
      }
      ahead.removeFirst();
      line++;
    }
    return Optional.empty();
  }

  /// An empty line of Windows is empty too.
  private static boolean blank(String line) {
    return line.isEmpty() || line.equals("\r");
  }

  private Piece record() throws IOException {
    if (ahead.get(0).quotes % 2 == 0) {
      return take(1, State.WHOLE);
    }
    var doubt = 0;
    var length = ahead.get(0).text.length();
    var doubted = 0;
    for (var count = 1; ; count++) {
      if (!peek(count)) {
        return doubt > 0 ? take(doubt, State.BROKEN) : take(count, State.CUT_OFF);
      }
      var next = ahead.get(count);
      if (doubt == 0 && RecordStart.certain(next.text, shape.layout)) {
        doubt = count;
        doubted = length;
      }
      length += next.text.length() + 1;
      if (next.quotes % 2 != 0) {
        return doubt > 0 && !isText(doubt, count + 1)
            ? take(doubt, State.BROKEN)
            : take(count + 1, State.WHOLE);
      }
      if (doubt > 0 && (count - doubt > MAX_DOUBT_LINES || length - doubted > MAX_DOUBT_CHARS)) {
        return take(doubt, State.BROKEN);
      }
      if (count + 1 >= MAX_LINES) {
        return take(count + 1, State.BROKEN);
      }
    }
  }

  /// Whether a line that looks like a row is text of the record before it, which ends at `end`:
  /// that record is sound with it, and the line is not the beginning of a whole row of many cells.
  private boolean isText(int doubt, int end) {
    return shape.columns > 0
        && hasAllCells(joined(0, end))
        && (shape.columns < MANY_COLUMNS || !hasAllCells(ahead.get(doubt).text));
  }

  private boolean hasAllCells(String record) {
    return cells.of(record).filter(found -> found.size() == shape.columns).isPresent();
  }

  /// Takes so many lines as one piece.
  private Piece take(int count, State state) {
    var ends = ahead.get(count - 1).ended;
    var text = joined(0, count);
    var tooLong = text.length() > MAX_LENGTH;
    for (var i = 0; i < count; i++) {
      tooLong |= ahead.removeFirst().tooLong;
    }
    line += count;
    // Files with byte order marks were joined.
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    return new Piece(
        line - count,
        tooLong ? text.substring(0, Math.min(text.length(), MAX_LENGTH)) : text,
        tooLong && state != State.CUT_OFF ? State.TOO_LONG : state,
        ends);
  }

  private String joined(int start, int end) {
    if (end - start == 1) {
      return ahead.get(start).text;
    }
    var text = new StringBuilder();
    for (var i = start; i < end && text.length() <= MAX_LENGTH; i++) {
      text.append(i > start ? String.valueOf(lineBreak) : "").append(ahead.get(i).text);
    }
    return text.toString();
  }

  /// Has so many lines and one more at hand; says whether the file has them.
  private boolean peek(int count) throws IOException {
    while (ahead.size() <= count) {
      var next = readLine();
      if (next.isEmpty()) {
        return false;
      }
      ahead.add(next.get());
    }
    return true;
  }

  private Optional<Line> readLine() throws IOException {
    if (from == to && !fill()) {
      return Optional.empty();
    }
    var end = lineEnd();
    if (end < to) {
      var whole = new String(buffer, from, end - from);
      from = end + 1;
      return Optional.of(new Line(whole, quotes(whole), false, true));
    }
    var text = new StringBuilder();
    var length = 0L;
    while (from < to || fill()) {
      end = lineEnd();
      length += end - from;
      text.append(buffer, from, Math.min(end - from, MAX_LENGTH + 1 - text.length()));
      from = end;
      if (end < to) {
        from++;
        var whole = text.toString();
        return Optional.of(new Line(whole, quotes(whole), length > MAX_LENGTH, true));
      }
    }
    var whole = text.toString();
    return Optional.of(new Line(whole, quotes(whole), length > MAX_LENGTH, false));
  }

  private int lineEnd() {
    var at = from;
    while (at < to && buffer[at] != lineBreak) {
      at++;
    }
    return at;
  }

  /// The quotes of a line that begin or end a cell, or are half of one inside.
  private int quotes(String text) {
    return switch (shape.style.quoting()) {
      case DOUBLED -> {
        var count = 0;
        for (var at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
          count++;
        }
        yield count;
      }
      case ESCAPED -> unescaped(text, true);
      case ESCAPED_QUOTE -> unescaped(text, false);
      case NONE, BACKSLASH -> 0;
    };
  }

  private static int unescaped(String text, boolean backslashToo) {
    var count = 0;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '"') {
        count++;
      } else if (c == '\\' && i + 1 < text.length()) {
        var next = text.charAt(i + 1);
        if (next == '"' || (backslashToo && next == '\\')) {
          i++;
        }
      }
    }
    return count;
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    from = 0;
    to = Math.max(0, reader.read(buffer, 0, buffer.length));
    ended = to == 0;
    return !ended;
  }
}
