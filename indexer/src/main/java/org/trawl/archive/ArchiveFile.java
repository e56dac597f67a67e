package org.trawl.archive;

import static java.util.Objects.requireNonNull;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.trawl.tweet.Dialect;
import org.trawl.tweet.Layout;

/// One file on disk with the tables in it: one, or as many as a zip has.
///
/// @param operation the release its rows belong to
/// @param tables one or more, in reading order
public record ArchiveFile(Path path, String operation, List<Table> tables) {
  public ArchiveFile {
    requireNonNull(path, "path");
    requireNonNull(operation, "operation");
    tables = List.copyOf(tables);
    if (tables.isEmpty()) {
      throw new IllegalArgumentException(path + " without tables");
    }
  }

  /// A CSV table.
  ///
  /// @param entry its name in a zip; empty for a file that is the table
  /// @param columns as its header writes them
  /// @param dialect how its cells are written
  public record Table(String entry, List<String> columns, Dialect dialect) {
    public Table {
      requireNonNull(entry, "entry");
      requireNonNull(dialect, "dialect");
      columns = List.copyOf(columns);
    }

    public Layout layout() {
      return Layout.of(columns);
    }
  }

  /// How reading ended.
  public enum End {
    WHOLE,
    /// A table ends inside a row, or its packed bytes do; what stands before was read.
    CUT_OFF
  }

  /// Hands on every row, the same ones in the same order each time.
  ///
  /// @throws IOException if the file cannot be read or its checksum differs
  public End read(ArchiveRows rows) throws IOException {
    var cutOff = false;
    for (var table : tables) {
      var name = String.valueOf(path.getFileName());
      var shown = table.entry.isEmpty() ? name : name + "!" + table.entry;
      try (var text = TweetArchive.text(path, table.entry, rows::progressed)) {
        cutOff |=
            new TableReader(shown, operation, table.columns, table.dialect, text, rows).read();
      } catch (EOFException e) {
        cutOff = true;
      }
    }
    return cutOff ? End.CUT_OFF : End.WHOLE;
  }
}
