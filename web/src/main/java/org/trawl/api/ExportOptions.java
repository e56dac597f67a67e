package org.trawl.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What an export holds.
///
/// @param columns in their order; all of them for JSONL mean the whole tweet, nested as everywhere
///   in the interface, and its row
/// @param byteOrderMark whether a CSV begins with one: Excel takes it for the sign of UTF-8
/// @param formulas whether a CSV keeps texts that a spreadsheet would run as formulas as they are
public record ExportOptions(List<ExportColumn> columns, boolean byteOrderMark, boolean formulas) {
  /// Everything, safe to open anywhere.
  public static final ExportOptions DEFAULT =
      new ExportOptions(List.of(ExportColumn.values()), false, false);

  public ExportOptions {
    columns = List.copyOf(columns);
    if (columns.isEmpty() || Set.copyOf(columns).size() < columns.size()) {
      throw new IllegalArgumentException("columns must be some, each once, got " + columns);
    }
  }

  public boolean whole() {
    return EnumSet.copyOf(columns).size() == ExportColumn.values().length;
  }
}
