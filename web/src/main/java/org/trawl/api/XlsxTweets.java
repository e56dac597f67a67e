package org.trawl.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.trawl.search.SearchResult.Hit;

/// An Excel workbook. All but counts are text cells: ids keep every digit, and nothing is run as a
/// formula. A sheet ends where Excel's does, and another goes on.
///
/// Rows are written out every now and then; texts stand in their rows and not in the workbook's
/// common table, which would have to be held in memory.
final class XlsxTweets implements TweetWriter {
  /// Rows of a sheet, by Excel's own limit.
  static final int MAX_ROWS = 1_048_576;

  /// Characters of a cell, by Excel's own limit.
  private static final int MAX_CELL = 32_767;

  private static final int FLUSH_ROWS = 500;

  private static final Pattern ESCAPE = Pattern.compile("_x[0-9A-Fa-f]{4}_");

  private final Workbook workbook;
  private final List<ExportColumn> columns;
  private final int maxRows;
  private int sheets;
  private Worksheet sheet;
  private int row;

  XlsxTweets(OutputStream out, List<ExportColumn> columns) {
    this(out, columns, MAX_ROWS);
  }

  /// @param maxRows of a sheet, its header included, 2 or more
  XlsxTweets(OutputStream out, List<ExportColumn> columns, int maxRows) {
    this.columns = columns;
    this.maxRows = maxRows;
    workbook = new Workbook(out, "Trawl", null);
    sheet = begin();
  }

  private Worksheet begin() {
    sheets++;
    var begun = workbook.newWorksheet(sheets == 1 ? "tweets" : "tweets " + sheets);
    begun.freezePane(0, 1);
    for (int i = 0; i < columns.size(); i++) {
      begun.inlineString(0, i, columns.get(i).key());
    }
    row = 1;
    return begun;
  }

  @Override
  public void take(Hit hit) throws IOException {
    if (row == maxRows) {
      sheet.finish();
      sheet = begin();
    }
    for (int i = 0; i < columns.size(); i++) {
      switch (columns.get(i).of(hit)) {
        case ExportColumn.Cell.Id(long id) -> text(i, Long.toString(id));
        case ExportColumn.Cell.Count(long number) -> sheet.value(row, i, number);
        case ExportColumn.Cell.Plain(var text) -> text(i, text);
        case ExportColumn.Cell.Text(var text) -> text(i, text);
        case ExportColumn.Cell.Texts(var texts) ->
            text(i, texts.isEmpty() ? "" : Json.MAPPER.writeValueAsString(texts));
      }
    }
    row++;
    if (row % FLUSH_ROWS == 0) {
      sheet.flush();
    }
  }

  private void text(int column, String text) {
    if (!text.isEmpty()) {
      sheet.inlineString(row, column, fitting(text));
    }
  }

  /// Without what XML cannot hold, and no longer than a cell may be.
  static String fitting(String typed) {
    // Excel reads _x0041_ as the letter of that number; an underscore's own number stands for it.
    var text = ESCAPE.matcher(typed).replaceAll("_x005F$0");
    if (text.length() <= MAX_CELL && text.chars().allMatch(c -> c >= ' ' && c < 0xD800)) {
      return text;
    }
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (out.length() + Character.charCount(c) > MAX_CELL) {
        break;
      }
      out.appendCodePoint(inXml(c) ? c : 0xFFFD);
    }
    return out.toString();
  }

  private static boolean inXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= ' ' && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  @Override
  public void finish() throws IOException {
    workbook.finish();
  }
}
