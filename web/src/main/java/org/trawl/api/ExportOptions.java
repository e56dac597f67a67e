package org.trawl.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What an export holds.
///
/// @param columns in their order; all of them for JSONL mean the whole tweet, nested as everywhere
///   in the interface, and its row
/// @param byteOrderMark whether a CSV begins with one: Excel takes it for the sign of UTF-8
/// @param formulas whether a CSV keeps all texts as they are, those too that a spreadsheet would
///   run
/// @param sheetTimes whether a CSV has times that spreadsheets take for times, such as `2016-06-24
///   09:11:00`, rather than ISO's `2016-06-24T09:11:00Z`; both are UTC
public record ExportOptions(
    List<ExportColumn> columns, boolean byteOrderMark, boolean formulas, boolean sheetTimes) {
  /// Everything, safe to open anywhere.
  public static final ExportOptions DEFAULT =
      new ExportOptions(List.of(ExportColumn.values()), false, false, false);

  public ExportOptions {
    columns = List.copyOf(columns);
    if (columns.isEmpty() || Set.copyOf(columns).size() < columns.size()) {
      throw new IllegalArgumentException("columns must be some, each once, got " + columns);
    }
  }

  /// These options, with texts kept as they are or not.
  public ExportOptions withFormulas(boolean kept) {
    return new ExportOptions(columns, byteOrderMark, kept, sheetTimes);
  }

  /// These options, with times for spreadsheets or not.
  public ExportOptions withSheetTimes(boolean sheet) {
    return new ExportOptions(columns, byteOrderMark, formulas, sheet);
  }

  public boolean whole() {
    return EnumSet.copyOf(columns).size() == ExportColumn.values().length;
  }
}
