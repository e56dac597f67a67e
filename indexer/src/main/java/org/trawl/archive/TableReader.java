package org.trawl.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trawl.archive.RecordSplitter.Piece;
import org.trawl.archive.RecordSplitter.Shape;
import org.trawl.archive.RecordSplitter.State;
import org.trawl.tweet.Layout;
import org.trawl.tweet.UnusableRow;
import org.trawl.tweet.UnusableRow.Reason;

/// Reads one CSV table of the archive from its header to its end.
final class TableReader {
  private static final int BATCH_ROWS = 256;

  private final TableRows rows;
  private final ArchiveText text;
  private final CsvStyle style;
  private final RecordSplitter splitter;
  private final Cells cells;
  private boolean cutOff;
  private long unreadable;
  private long nuls;
  private String firstNul = "";

  /// @param rows of the table's header, which `text` begins with unless it is one that it lacks
  TableReader(TableRows rows, CsvStyle style, ArchiveText text) {
    this.rows = rows;
    this.text = text;
    this.style = style;
    var columns = rows.columns();
    splitter = new RecordSplitter(text, new Shape(style, columns.size(), Layout.of(columns)));
    cells = new Cells(style);
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
    note();
    return cutOff || text.isCut();
  }

  private void flush(List<Piece> batch) throws IOException {
    var whole =
        batch.stream().filter(piece -> piece.state() == State.WHOLE).map(Piece::text).toList();
    var read = cells.of(whole).iterator();
    for (var piece : batch) {
      switch (piece.state()) {
        case WHOLE -> record(piece, read.next());
        case BROKEN -> reject(piece, Reason.BROKEN_QUOTES);
        case TOO_LONG -> reject(piece, Reason.TOO_LONG);
        case CUT_OFF -> cutOff(piece);
      }
    }
    batch.clear();
  }

  private void record(Piece piece, Optional<List<String>> found) throws IOException {
    if (text.badBytes() > 0 && ArchiveText.hasBad(piece.text())) {
      unreadable++;
      reject(piece, Reason.NOT_UTF8);
      return;
    }
    if (!piece.ended() && text.isCut()) {
      // Whole as it looks, its last cell may not be.
      cutOff(piece);
      return;
    }
    if (found.isEmpty()) {
      rejectOrCutOff(piece, new UnusableRow(Reason.BROKEN_QUOTES, ""));
      return;
    }
    var cells = piece.text().indexOf('\0') < 0 ? found.get() : withoutNuls(piece, found.get());
    if (!piece.ended() && cutInList(cells.getLast())) {
      cutOff(piece);
      return;
    }
    var unusable = rows.take(piece.line(), cells);
    if (unusable.isPresent()) {
      var last = cells.getLast();
      var byLast =
          last.isBlank() || String.valueOf(unusable.get().getMessage()).endsWith(": " + last);
      if (!piece.ended() && byLast) {
        cutOff(piece);
        return;
      }
      rejectOrCutOff(piece, unusable.get());
    } else if (!piece.ended() && mayBeCut(piece, cells.getLast())) {
      rows.note(
          "has no line end behind its last row: if it was cut there, that row's last cell (“"
              + cells.getLast()
              + "”) may be too short");
    }
  }

  /// The last row of a file without a last line end: cut off where it has too few cells.
  private void rejectOrCutOff(Piece piece, UnusableRow why) throws IOException {
    var tooFew = why.reason() == Reason.BROKEN_QUOTES || why.reason() == Reason.WRONG_CELL_COUNT;
    if (!piece.ended() && tooFew) {
      cutOff(piece);
      return;
    }
    rows.reject(piece.line(), why, ArchiveText.shown(piece.text()));
  }

  private void cutOff(Piece piece) throws IOException {
    cutOff = true;
    // Of what unpacks no further, nobody can say how the row stood in the file.
    if (!text.isCut()) {
      reject(piece, Reason.CUT_OFF);
    }
  }

  private void reject(Piece piece, Reason reason) throws IOException {
    rows.reject(piece.line(), new UnusableRow(reason, ""), ArchiveText.shown(piece.text()));
  }

  private static boolean cutInList(String last) {
    return last.startsWith("[") && !last.endsWith("]");
  }

  private static boolean mayBeCut(Piece piece, String last) {
    return !last.isEmpty() && !last.endsWith("]") && !piece.text().endsWith("\"");
  }

  /// NUL is no letter of any text, but what a damaged disk leaves, and programs end texts at it. In
  /// a number it becomes U+FFFD: what would be left of that is another number.
  private List<String> withoutNuls(Piece piece, List<String> cells) {
    if (nuls++ == 0) {
      firstNul = "line " + piece.line();
    }
    return cells.stream().map(TableReader::withoutNuls).toList();
  }

  private static String withoutNuls(String cell) {
    if (cell.indexOf('\0') < 0) {
      return cell;
    }
    var rest = cell.replace("\0", "");
    var number = !rest.isEmpty() && rest.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? cell.replace('\0', '\uFFFD') : rest;
  }

  private void note() {
    var words = style.inWords();
    var encodings = String.join(" and ", text.encodings());
    if (!words.isEmpty() || !encodings.isEmpty()) {
      rows.note(
          "is "
              + (encodings.isEmpty() ? "" : "in " + encodings)
              + (words.isEmpty() || encodings.isEmpty() ? "" : ", ")
              + words
              + ", and was read as that");
    }
    if (unreadable > 0) {
      rows.note(
          "has %,d %s with bytes that are not UTF-8%s: they stand in rejected.csv; convert the file with iconv"
              .formatted(
                  unreadable,
                  unreadable == 1 ? "row" : "rows",
                  text.guess().isEmpty() ? "" : ", maybe " + text.guess()));
    }
    if (nuls > 0) {
      rows.note(
          "has NUL characters in %,d %s (first: %s), which are left out"
              .formatted(nuls, nuls == 1 ? "row" : "rows", firstNul));
    }
  }
}
