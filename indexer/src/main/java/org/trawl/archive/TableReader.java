package org.trawl.archive;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trawl.archive.RecordSplitter.Piece;
import org.trawl.archive.RecordSplitter.State;
import org.trawl.tweet.Dialect;
import org.trawl.tweet.Header;
import org.trawl.tweet.Layout;
import org.trawl.tweet.UnusableRow;
import org.trawl.tweet.UnusableRow.Reason;

/// Reads one CSV table of the archive from its header to its end.
final class TableReader {
  private static final int BATCH_ROWS = 256;

  private final String name;
  private final RecordSplitter splitter;
  private final ArchiveRows rows;
  private final List<String> columns;
  private final Layout layout;
  private final String secondColumn;
  private final Findings findings = new Findings();
  private final RowReader reader;
  private boolean cutOff;

  /// @param columns of the header, which `text` begins with unless it is one that the file lacks
  TableReader(
      String name,
      String operation,
      List<String> columns,
      Dialect dialect,
      Reader text,
      ArchiveRows rows) {
    this.name = name;
    this.columns = List.copyOf(columns);
    this.layout = Layout.of(columns);
    this.secondColumn = columns.size() > 1 ? Header.canonical(columns.get(1)) : "";
    this.splitter = new RecordSplitter(text, layout);
    this.rows = rows;
    reader = new RowReader(this.columns, dialect, operation, findings, rows);
  }

  /// Reads all rows; says whether the file ended inside of one.
  boolean read() throws IOException {
    var batch = new ArrayList<Piece>(BATCH_ROWS);
    for (var piece = splitter.next(); piece.isPresent(); piece = splitter.next()) {
      batch.add(piece.get());
      if (batch.size() == BATCH_ROWS) {
        flush(batch);
      }
    }
    flush(batch);
    for (var sentence : reader.sentences()) {
      rows.note(name + " " + sentence);
    }
    for (var sentence : findings.sentences()) {
      rows.note(name + " " + sentence);
    }
    return cutOff;
  }

  private void flush(List<Piece> batch) throws IOException {
    var whole =
        batch.stream().filter(piece -> piece.state() == State.WHOLE).map(Piece::text).toList();
    var cells = Cells.of(whole).iterator();
    for (var piece : batch) {
      switch (piece.state()) {
        case WHOLE -> record(piece, cells.next());
        case BROKEN -> reject(piece, new UnusableRow(Reason.BROKEN_QUOTES, ""));
        case TOO_LONG -> reject(piece, new UnusableRow(Reason.TOO_LONG, ""));
        case CUT_OFF -> {
          cutOff = true;
          reject(piece, new UnusableRow(Reason.CUT_OFF, ""));
        }
      }
    }
    batch.clear();
  }

  private void record(Piece piece, Optional<List<String>> cells) throws IOException {
    if (cells.isEmpty()) {
      reject(piece, new UnusableRow(Reason.BROKEN_QUOTES, ""));
      return;
    }
    if (isHeader(cells.get())) {
      return;
    }
    if (cells.get().size() != columns.size()) {
      reject(
          piece,
          new UnusableRow(
              Reason.WRONG_CELL_COUNT, cells.get().size() + " instead of " + columns.size()));
      return;
    }
    try {
      reader.read(piece.line(), cells.get());
    } catch (UnusableRow e) {
      reject(piece, e);
    }
  }

  /// The header stands again and again in files that were joined.
  private boolean isHeader(List<String> cells) {
    return cells.size() > 1
        && cells.get(1).length() < 2 * secondColumn.length()
        && Header.canonical(cells.get(1)).equals(secondColumn)
        && Layout.of(cells) == layout;
  }

  private void reject(Piece piece, UnusableRow why) throws IOException {
    var tooFew =
        why.reason() == Reason.BROKEN_QUOTES
            || why.reason() == Reason.WRONG_CELL_COUNT
            // Of the column that it is about only the comma before it is left.
            || (why.reason() == Reason.UNREADABLE_TIME
                && piece.text().endsWith(",")
                && Header.canonical(columns.getLast()).equals("tweet_time"));
    if (!piece.ended() && tooFew) {
      // The last row of a file without a last line break: cut off, wherever in it that was.
      cutOff = true;
      reject(piece, new UnusableRow(Reason.CUT_OFF, ""));
      return;
    }
    findings.at(piece.line());
    findings.add(why);
    rows.reject(
        name, piece.line(), java.util.Objects.requireNonNull(why.getMessage()), piece.text());
  }
}
