package org.trawl.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;
import org.trawl.tweet.Dialect;

/// One table of tweets or accounts.
///
/// @param parts where its bytes lie: one, or as many as the file was split into, in their order
/// @param columns as its header writes them
/// @param dialect how its cells are written
record Table(List<Part> parts, TableForm form, List<String> columns, Dialect dialect) {
  Table {
    parts = List.copyOf(parts);
    columns = List.copyOf(columns);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a table without parts");
    }
  }

  /// A table whose cells were not looked at yet.
  Table(List<Part> parts, TableForm form, List<String> columns) {
    this(parts, form, columns, Dialect.PLAIN);
  }

  /// The same table, once it is known how its cells are written.
  Table with(Dialect known) {
    return new Table(parts, form, columns, known);
  }

  /// The same table with one more part.
  Table with(Part next) {
    var all = new ArrayList<>(parts);
    all.add(next);
    return new Table(all, form, columns, dialect);
  }

  String name() {
    var first = parts.getFirst().name();
    return parts.size() == 1 ? first : first + " to " + parts.getLast().partName();
  }

  /// Hands on every row as a tweet or an account; says whether the table is cut off.
  boolean read(String operation, ArchiveRows rows) throws IOException {
    var read = new TakenRows(name(), operation, columns, dialect, rows);
    var cutOff = read(new TableRows(columns, read), rows::progressed);
    read.end();
    return cutOff;
  }

  /// Hands on every row; says whether the table is cut off.
  boolean read(TableRows rows, LongConsumer progress) throws IOException {
    return switch (form) {
      case TableForm.Csv(var style) -> {
        try (var text = new ArchiveText(bytes(progress))) {
          yield new TableReader(rows, style, text).read();
        }
      }
      case TableForm.Json() -> {
        try (var text = new ArchiveText(bytes(progress))) {
          yield new JsonTable(rows, text).read();
        }
      }
      case TableForm.Parquet() -> {
        new ParquetTable(parts.getFirst()).read(rows, progress);
        yield false;
      }
    };
  }

  private InputStream bytes(LongConsumer progress) throws IOException {
    var streams = new ArrayList<InputStream>();
    try {
      for (var part : parts) {
        streams.add(Container.open(part, progress));
      }
    } catch (IOException e) {
      for (var stream : streams) {
        stream.close();
      }
      throw e;
    }
    return streams.size() == 1
        ? streams.getFirst()
        : new SequenceInputStream(Collections.enumeration(streams));
  }
}
