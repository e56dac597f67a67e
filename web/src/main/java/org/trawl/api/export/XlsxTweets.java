package org.trawl.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.trawl.api.Json;
import org.trawl.search.SearchResult.Hit;

/// An Excel workbook. Times and days are date cells, counts and degrees numbers; all else is text:
/// ids keep every digit, and nothing is run as a formula. Times are UTC, as date cells have no
/// zone. A sheet ends where Excel's does, and another goes on.
///
/// Rows are written out every now and then; texts stand in their rows and not in the workbook's
/// common table, which would have to be held in memory.
final class XlsxTweets implements ExportWriter {
  /// Rows of a sheet, by Excel's own limit.
  static final int MAX_ROWS = 1_048_576;

  /// Characters of a cell, by Excel's own limit.
  private static final int MAX_CELL = 32_767;

  private static final int FLUSH_ROWS = 500;

  private static final Pattern ESCAPE = Pattern.compile("_x[0-9A-Fa-f]{4}_");

  /// How Excel shows date cells: no program takes these for anything else, whatever its language.
  private static final String TIME = "yyyy\\-mm\\-dd\\ hh:mm:ss";

  private static final String DAY = "yyyy\\-mm\\-dd";

  /// Excel counts days from this one. Earlier ones stand as text.
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  /// Characters, so that a time is not shown as a row of hashes.
  private static final int TIME_WIDTH = 20;

  private final Workbook workbook;
  private final ExportOptions options;
  private final int maxRows;
  private int sheets;
  private Worksheet sheet;
  private int row;

  XlsxTweets(OutputStream out, ExportOptions options) {
    this(out, options, MAX_ROWS);
  }

  /// @param maxRows of a sheet, its header included, 2 or more
  XlsxTweets(OutputStream out, ExportOptions options, int maxRows) {
    this.options = options;
    this.maxRows = maxRows;
    workbook = new Workbook(out, "Trawl", null);
    sheet = begin();
  }

  private Worksheet begin() {
    sheets++;
    var begun = workbook.newWorksheet(sheets == 1 ? "tweets" : "tweets " + sheets);
    begun.freezePane(0, 1);
    for (int i = 0; i < options.columns().size(); i++) {
      begun.inlineString(0, i, options.header().get(i));
      if (options.columns().get(i) == ExportColumn.TIME) {
        begun.width(i, TIME_WIDTH);
      }
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
    for (int i = 0; i < options.columns().size(); i++) {
      switch (options.columns().get(i).of(hit)) {
        case ExportColumn.Cell.Id id -> text(i, options.ids().of(id));
        case ExportColumn.Cell.Flag(boolean yes) -> text(i, Boolean.toString(yes));
        case ExportColumn.Cell.Count(long number) -> sheet.value(row, i, number);
        case ExportColumn.Cell.Degrees(double number) -> sheet.value(row, i, number);
        case ExportColumn.Cell.Time(var time) -> time(i, time);
        case ExportColumn.Cell.Day(var day) -> day(i, day);
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

  private void time(int column, Instant time) {
    var utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    if (utc.toLocalDate().isBefore(FIRST_DAY)) {
      text(column, time.toString());
      return;
    }
    sheet.value(row, column, utc);
    sheet.style(row, column).format(TIME).set();
  }

  private void day(int column, LocalDate day) {
    if (day.isBefore(FIRST_DAY)) {
      text(column, day.toString());
      return;
    }
    sheet.value(row, column, day);
    sheet.style(row, column).format(DAY).set();
  }

  private void text(int column, String text) {
    if (!text.isEmpty()) {
      sheet.inlineString(row, column, fitting(text));
    }
  }

  /// No longer than a cell may be. What XML cannot hold, and the carriage return, which it would
  /// make a line feed of, stands as Excel writes it: `_x0007_` is the character of that number.
  static String fitting(String typed) {
    var held = typed.length() <= MAX_CELL ? typed : cut(typed);
    // Excel reads _x0041_ as the letter of that number; an underscore's own number stands for it.
    var text = ESCAPE.matcher(held).replaceAll("_x005F$0");
    if (text.chars().allMatch(c -> c >= ' ' && c < 0xD800)) {
      return text;
    }
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (inXml(c)) {
        out.appendCodePoint(c);
      } else {
        out.append("_x%04X_".formatted(c));
      }
    }
    return out.toString();
  }

  private static String cut(String text) {
    boolean splits = Character.isHighSurrogate(text.charAt(MAX_CELL - 1));
    return text.substring(0, splits ? MAX_CELL - 1 : MAX_CELL);
  }

  private static boolean inXml(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= ' ' && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  @Override
  public boolean holds(ExportManifest manifest) throws IOException {
    sheet.finish();
    sheet = workbook.newWorksheet("about");
    row = 0;
    for (var line : manifest.lines()) {
      sheet.inlineString(row, 0, line.getKey());
      text(1, line.getValue());
      row++;
    }
    return true;
  }

  @Override
  public void finish() throws IOException {
    workbook.finish();
  }
}
