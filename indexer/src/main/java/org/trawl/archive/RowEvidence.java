package org.trawl.archive;

import java.io.IOException;
import java.util.List;
import org.trawl.tweet.Dialect;
import org.trawl.tweet.DialectEvidence;
import org.trawl.tweet.UnusableRow;

/// Looks at a table's first rows for how its cells are written; at all of them where their dates
/// may have the day or the month first.
final class RowEvidence implements RowTaker {
  /// Rows that are looked at before a table is read.
  private static final int FIRST_ROWS = 256;

  private final DialectEvidence evidence;
  private int seen;

  /// Enough was seen.
  static final class Enough extends IOException {
    private static final long serialVersionUID = 1;

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  private RowEvidence(List<String> columns) {
    evidence = new DialectEvidence(columns);
  }

  /// How a table's cells are written.
  ///
  /// @throws NotAnArchive if its dates may have day or month first, and nothing tells which
  static Dialect of(Table table) throws IOException {
    var looked = new RowEvidence(table.columns());
    try {
      table.read(new TableRows(table.columns(), looked), bytes -> {});
    } catch (Enough | java.io.EOFException e) {
      // Enough was seen, or the table is cut off, which is said when its rows are read.
    }
    var undecided = looked.evidence.undecided();
    if (undecided.isPresent()) {
      throw NotAnArchive.unusable(
          table.name()
              + ": its times, such as "
              + undecided.get()
              + ", may have the day or the month first, and no row and no id tells which; write"
              + " them as 2019-04-03 10:00");
    }
    return looked.evidence.dialect();
  }

  @Override
  public void use(List<String> columns) throws Enough {
    throw new Enough();
  }

  @Override
  public void take(long line, List<String> cells) throws Enough {
    evidence.add(cells);
    if (++seen >= FIRST_ROWS && !evidence.ordered()) {
      throw new Enough();
    }
  }

  @Override
  public void reject(long line, UnusableRow why, String text) {
    // Said when its rows are read.
  }

  @Override
  public void note(String words) {
    // Said when its rows are read.
  }
}
