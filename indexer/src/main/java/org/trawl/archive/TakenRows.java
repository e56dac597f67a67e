package org.trawl.archive;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import org.trawl.tweet.Dialect;
import org.trawl.tweet.UnusableRow;

/// Makes tweets and accounts of a table's rows, and says at its end what is to be known of them.
final class TakenRows implements RowTaker {
  private final String name;
  private final String operation;
  private final Dialect dialect;
  private final ArchiveRows rows;
  private final Findings findings = new Findings();
  private RowReader reader;

  /// @param name what people call the table
  TakenRows(
      String name, String operation, List<String> columns, Dialect dialect, ArchiveRows rows) {
    this.name = name;
    this.operation = operation;
    this.dialect = dialect;
    this.rows = rows;
    reader = new RowReader(columns, dialect, operation, findings, rows);
  }

  @Override
  public void use(List<String> columns) {
    reader.sentences().forEach(this::note);
    reader = new RowReader(columns, dialect, operation, findings, rows);
  }

  @Override
  public void take(long line, List<String> cells) throws IOException, UnusableRow {
    reader.read(line, cells);
  }

  @Override
  public void reject(long line, UnusableRow why, String text) throws IOException {
    findings.at(line);
    findings.add(why);
    rows.reject(name, line, requireNonNull(why.getMessage()), text);
  }

  @Override
  public void note(String words) {
    rows.note(name + " " + words);
  }

  /// Says what was found in all rows.
  void end() {
    reader.sentences().forEach(this::note);
    findings.sentences().forEach(this::note);
  }
}
