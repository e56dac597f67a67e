package org.trawl.tweet;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// One record of an archive file, cells as they stood there.
///
/// @param columns the file's column names, as its header writes them; one list shared by all rows
///   of a file
/// @param cells as many as there are columns
/// @param dialect how the file writes what is in the cells; one value shared by all rows of a file
public record Row(List<String> columns, List<String> cells, Dialect dialect) {
  public Row {
    requireNonNull(columns, "columns");
    requireNonNull(cells, "cells");
    requireNonNull(dialect, "dialect");
    if (columns.size() != cells.size()) {
      throw new IllegalArgumentException(
          "a row must have " + columns.size() + " cells, got " + cells.size());
    }
  }

  /// A row of a file in which nothing is out of the ordinary.
  public Row(List<String> columns, List<String> cells) {
    this(columns, cells, Dialect.PLAIN);
  }
}
