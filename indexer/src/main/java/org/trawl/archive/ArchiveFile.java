package org.trawl.archive;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;

/// One file on disk with the tables in it: one, or as many as a zip has. A file that was split lies
/// on disk as several.
public final class ArchiveFile {
  private final String operation;
  private final List<Table> tables;

  /// @param operation the release its rows belong to
  /// @param tables one or more, in reading order
  ArchiveFile(String operation, List<Table> tables) {
    this.operation = requireNonNull(operation, "operation");
    this.tables = List.copyOf(tables);
    if (tables.isEmpty()) {
      throw new IllegalArgumentException("a file without tables");
    }
  }

  /// How reading ended.
  public enum End {
    WHOLE,
    /// A table ends inside a row, or its packed bytes do; what stands before was read.
    CUT_OFF
  }

  public String operation() {
    return operation;
  }

  /// Where it lies on disk, or the first part of it.
  public Path path() {
    return paths().getFirst();
  }

  /// Every file on disk that it is made of, in reading order.
  public List<Path> paths() {
    var paths = new LinkedHashSet<Path>();
    tables.forEach(table -> table.parts().forEach(part -> paths.add(part.file())));
    return List.copyOf(paths);
  }

  /// Hands on every row, the same ones in the same order each time.
  ///
  /// @throws IOException if the file cannot be read or its checksum differs
  public End read(ArchiveRows rows) throws IOException {
    var cutOff = false;
    for (var table : tables) {
      cutOff |= table.read(operation, rows);
    }
    return cutOff ? End.CUT_OFF : End.WHOLE;
  }
}
