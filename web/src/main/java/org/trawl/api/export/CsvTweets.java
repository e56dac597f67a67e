package org.trawl.api.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.trawl.api.Json;
import org.trawl.api.SafeCell;
import org.trawl.search.SearchResult.Hit;

/// CSV as RFC 4180 has it: UTF-8, a header, cells in quotes where they hold commas, quotes or line
/// breaks, which stay. Lists are JSON arrays of one cell.
///
/// A tweet's text is anyone's: it stands as a [SafeCell], unless asked otherwise.
final class CsvTweets implements ExportWriter {
  /// Some spreadsheets part cells at these, and what stands behind one would be a cell's beginning.
  private static final QuoteStrategy PARTS_ELSEWHERE =
      new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
          return value.indexOf(';') >= 0 || value.indexOf('\t') >= 0;
        }
      };

  /// What spreadsheets of every language take for a time; they take ISO's `T` and `Z` for text.
  private static final DateTimeFormatter SHEET_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final CsvWriter csv;
  private final ExportOptions options;
  private final String[] cells;

  CsvTweets(OutputStream out, ExportOptions options) throws IOException {
    this.options = options;
    cells = new String[options.columns().size()];
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    if (options.byteOrderMark()) {
      writer.write('\uFEFF');
    }
    csv = CsvWriter.builder().quoteStrategy(PARTS_ELSEWHERE).build(writer);
    csv.writeRecord(options.header());
  }

  @Override
  public void take(Hit hit) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      cells[i] =
          switch (options.columns().get(i).of(hit)) {
            case ExportColumn.Cell.Id id -> options.ids().of(id);
            case ExportColumn.Cell.Flag(boolean yes) -> Boolean.toString(yes);
            case ExportColumn.Cell.Count(long number) -> Long.toString(number);
            case ExportColumn.Cell.Degrees(double number) -> Double.toString(number);
            case ExportColumn.Cell.Time(var time) ->
                options.sheetTimes() ? SHEET_TIME.format(time) : time.toString();
            case ExportColumn.Cell.Day(var day) -> day.toString();
            case ExportColumn.Cell.Plain(var text) -> text;
            case ExportColumn.Cell.Text(var text) -> options.formulas() ? text : SafeCell.of(text);
            case ExportColumn.Cell.Texts(var texts) ->
                texts.isEmpty() ? "" : list(Json.MAPPER.writeValueAsString(texts));
          };
    }
    csv.writeRecord(cells);
  }

  /// JSON escapes most control characters itself.
  private String list(String json) {
    return options.formulas() ? json : SafeCell.withoutControls(json);
  }

  @Override
  public void finish() throws IOException {
    csv.flush();
  }
}
