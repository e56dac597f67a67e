package org.trawl.tweet;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// One record of an archive file, cells as they stood there.
///
/// @param columns the file's column names, as its header writes them; one list shared by all rows
///   of a file
/// @param cells as many as there are columns
public record Row(List<String> columns, List<String> cells) {
  public Row {
    requireNonNull(columns, "columns");
    requireNonNull(cells, "cells");
    if (columns.size() != cells.size()) {
      throw new IllegalArgumentException(
          "a row must have " + columns.size() + " cells, got " + cells.size());
    }
  }
}
