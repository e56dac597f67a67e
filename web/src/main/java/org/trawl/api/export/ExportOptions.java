package org.trawl.api.export;

import java.util.List;
import java.util.Set;

/// What an export holds, and how.
///
/// @param columns in their order
/// @param byteOrderMark whether a CSV begins with one: Excel takes it for the sign of UTF-8
/// @param formulas whether a CSV keeps all texts as they are, those too that a spreadsheet would
///   run
/// @param sheetTimes whether a CSV has times that spreadsheets take for times, such as `2016-06-24
///   09:11:00`, rather than ISO's `2016-06-24T09:11:00Z`; both are UTC
public record ExportOptions(
    List<ExportColumn> columns,
    Headers headers,
    Ids ids,
    boolean byteOrderMark,
    boolean formulas,
    boolean sheetTimes) {
  /// Everything, safe to open anywhere.
  public static final ExportOptions DEFAULT =
      new ExportOptions(
          List.of(ExportColumn.values()), Headers.TRAWL, Ids.PLAIN, false, false, false);

  public ExportOptions {
    columns = List.copyOf(columns);
    if (columns.isEmpty() || Set.copyOf(columns).size() < columns.size()) {
      throw new IllegalArgumentException("columns must be some, each once, got " + columns);
    }
  }

  /// These options, with these columns.
  public ExportOptions withColumns(List<ExportColumn> chosen) {
    return new ExportOptions(chosen, headers, ids, byteOrderMark, formulas, sheetTimes);
  }

  /// These options, with columns called so.
  public ExportOptions withHeaders(Headers called) {
    return new ExportOptions(columns, called, ids, byteOrderMark, formulas, sheetTimes);
  }

  /// These options, with ids written so.
  public ExportOptions withIds(Ids written) {
    return new ExportOptions(columns, headers, written, byteOrderMark, formulas, sheetTimes);
  }

  /// These options, with a byte order mark or not.
  public ExportOptions withByteOrderMark(boolean mark) {
    return new ExportOptions(columns, headers, ids, mark, formulas, sheetTimes);
  }

  /// These options, with texts kept as they are or not.
  public ExportOptions withFormulas(boolean kept) {
    return new ExportOptions(columns, headers, ids, byteOrderMark, kept, sheetTimes);
  }

  /// These options, with times for spreadsheets or not.
  public ExportOptions withSheetTimes(boolean sheet) {
    return new ExportOptions(columns, headers, ids, byteOrderMark, formulas, sheet);
  }

  /// Whether JSONL has the whole tweet, nested as everywhere in the interface, and its row. Chosen
  /// columns, other names and ids with letters make one flat object a tweet.
  public boolean whole() {
    return columns.size() == ExportColumn.values().length
        && headers == Headers.TRAWL
        && ids == Ids.PLAIN;
  }

  List<String> header() {
    return columns.stream().map(headers::of).toList();
  }
}
