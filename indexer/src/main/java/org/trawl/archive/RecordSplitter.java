package org.trawl.archive;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import org.trawl.tweet.Layout;

/// Cuts the text of a CSV file into records without reading cells, so that a broken quote costs the
/// rows around it and not the rest of the file.
///
/// A record ends at a line break outside of quotes, and a quote inside a cell is doubled, so the
/// quotes of a whole record are even in number. Where they are odd at the end of a line, the record
/// goes on in the next line — unless that line begins as only a record can: then a quote is missing
/// or too many, and what was gathered so far is given as broken.
final class RecordSplitter {
  /// Characters of the longest record that is read. The longest honest rows are a few thousand.
  static final int MAX_LENGTH = 1 << 20;

  /// Lines of the longest record with an open quote, so that one stray quote near the end of a huge
  /// file of another kind is not chased through all of it.
  private static final int MAX_LINES = 2_000;

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

  private final Reader reader;
  private Layout layout;
  private final char[] buffer = new char[1 << 16];
  private int from;
  private int to;
  private boolean ended;
  private long line = 1;

  private final StringBuilder gathered = new StringBuilder();
  private final StringBuilder next = new StringBuilder();
  private boolean nextIsTooLong;
  private boolean nextIsRead;
  private boolean nextIsEnded;
  private int nextQuotes;

  /// @param layout how certain beginnings of records look
  RecordSplitter(Reader reader, Layout layout) {
    this.reader = reader;
    this.layout = layout;
  }

  /// Says how records look, once the header is read.
  void expect(Layout records) {
    layout = records;
  }

  /// The next record; empty at the end of the file. Empty lines between records are passed over.
  Optional<Piece> next() throws IOException {
    while (peekLine()) {
      if (!next.isEmpty()) {
        return Optional.of(record());
      }
      takeLine();
      line++;
    }
    return Optional.empty();
  }

  private Piece record() throws IOException {
    var start = line;
    var quotes = 0;
    var tooLong = false;
    var lines = 0;
    gathered.setLength(0);
    while (peekLine()) {
      if (lines > 0 && RecordStart.certain(next, layout)) {
        return piece(start, tooLong ? State.TOO_LONG : State.BROKEN);
      }
      if (lines > 0 && !tooLong) {
        gathered.append('\n');
      }
      tooLong |= nextIsTooLong || gathered.length() + next.length() > MAX_LENGTH;
      if (!tooLong) {
        gathered.append(next);
      } else if (gathered.isEmpty()) {
        gathered.append(next, 0, Math.min(next.length(), MAX_LENGTH));
      }
      quotes += nextQuotes;
      takeLine();
      line++;
      lines++;
      if (quotes % 2 == 0) {
        return piece(start, tooLong ? State.TOO_LONG : State.WHOLE);
      }
      if (lines >= MAX_LINES) {
        return piece(start, State.BROKEN);
      }
    }
    return piece(start, State.CUT_OFF);
  }

  private Piece piece(long start, State state) {
    return new Piece(start, gathered.toString(), state, nextIsEnded);
  }

  private void takeLine() {
    nextIsRead = false;
  }

  /// Reads one line ahead into `next`; says whether there is one.
  private boolean peekLine() throws IOException {
    if (nextIsRead) {
      return true;
    }
    next.setLength(0);
    nextIsTooLong = false;
    nextQuotes = 0;
    nextIsEnded = false;
    var any = false;
    while (from < to || fill()) {
      any = true;
      var at = from;
      while (at < to && buffer[at] != '\n') {
        if (buffer[at] == '"') {
          nextQuotes++;
        }
        at++;
      }
      append(from, at);
      var atBreak = at < to;
      from = atBreak ? at + 1 : at;
      if (atBreak) {
        nextIsEnded = true;
        break;
      }
    }
    nextIsRead = any;
    // An empty line of Windows is empty too.
    if (next.length() == 1 && next.charAt(0) == '\r') {
      next.setLength(0);
    }
    return any;
  }

  private void append(int start, int end) {
    if (next.length() + (end - start) > MAX_LENGTH) {
      nextIsTooLong = true;
      next.append(buffer, start, Math.max(0, MAX_LENGTH - next.length()));
      return;
    }
    next.append(buffer, start, end - start);
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    from = 0;
    to = Math.max(0, reader.read(buffer));
    ended = to == 0;
    return !ended;
  }
}
