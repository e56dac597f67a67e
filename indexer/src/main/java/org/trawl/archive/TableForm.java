package org.trawl.archive;

import static java.util.Objects.requireNonNull;

/// How a table is written.
sealed interface TableForm {
  record Csv(CsvStyle style) implements TableForm {
    public Csv {
      requireNonNull(style, "style");
    }
  }

  /// An object a line, or one array of objects.
  record Json() implements TableForm {}

  record Parquet() implements TableForm {}
}
