package org.trawl.archive;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.trawl.tweet.Header;
import org.trawl.tweet.Layout;
import org.trawl.tweet.UnusableRow;
import org.trawl.tweet.UnusableRow.Reason;

/// Takes the records of one table, of whatever format, as lists of cells: knows headers from rows,
/// and hands on the rows that have as many cells as there are columns.
final class TableRows {
  /// No column of the archive's files has a longer name, however it is spelt.
  private static final int LONGEST_NAME = 60;

  private final RowTaker taker;
  private List<String> columns;

  /// @param taker of rows with these columns
  TableRows(List<String> columns, RowTaker taker) {
    this.columns = List.copyOf(columns);
    this.taker = taker;
  }

  /// The records from here on have these columns.
  void use(List<String> header) throws IOException {
    columns = List.copyOf(header);
    taker.use(columns);
  }

  List<String> columns() {
    return columns;
  }

  /// Takes one record in. A header passes over; so files that were joined have them in the middle,
  /// and what stands below one is read by it.
  ///
  /// @param line where it begins, from 1
  /// @return why it cannot be used, if it cannot
  Optional<UnusableRow> take(long line, List<String> cells) throws IOException {
    if (isOwnHeader(cells)) {
      return Optional.empty();
    }
    if (isHeader(cells)) {
      use(cells);
      return Optional.empty();
    }
    var fitting = fitting(cells);
    if (fitting.size() != columns.size()) {
      return Optional.of(
          new UnusableRow(Reason.WRONG_CELL_COUNT, cells.size() + " instead of " + columns.size()));
    }
    try {
      taker.take(line, fitting);
      return Optional.empty();
    } catch (UnusableRow e) {
      return Optional.of(e);
    }
  }

  /// Without empty cells past the last column, which some programs write.
  private List<String> fitting(List<String> cells) {
    var count = cells.size();
    while (count > columns.size() && cells.get(count - 1).isEmpty()) {
      count--;
    }
    return count == cells.size() ? cells : cells.subList(0, count);
  }

  /// The header itself, or as R writes it: without a name for the row numbers in front.
  private boolean isOwnHeader(List<String> cells) {
    return cells.equals(columns)
        || (columns.getFirst().isEmpty()
            && cells.size() == columns.size() - 1
            && cells.equals(columns.subList(1, columns.size())));
  }

  /// Cells that name columns, each one of the archive's or of this table.
  private boolean isHeader(List<String> cells) {
    return cells.size() > 1
        && isColumn(cells.getFirst())
        && cells.stream().allMatch(this::isColumn)
        && Layout.of(cells) != Layout.OTHER;
  }

  private boolean isColumn(String cell) {
    return cell.length() <= LONGEST_NAME && (Header.isKnown(cell) || columns.contains(cell));
  }

  /// Sets a record aside.
  ///
  /// @param line where it begins, from 1
  /// @param text as it stands in the file
  void reject(long line, UnusableRow why, String text) throws IOException {
    taker.reject(line, why, text);
  }

  /// Says something about the table as a whole.
  void note(String words) {
    taker.note(words);
  }
}
