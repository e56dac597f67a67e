package org.trawl.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.trawl.search.SearchResult.Hit;

/// CSV as RFC 4180 has it: UTF-8, a header, cells in quotes where they hold commas, quotes or line
/// breaks, which stay. Lists are JSON arrays of one cell.
///
/// A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` as a formula, and a tweet's text
/// is anyone's: such texts get an apostrophe in front, unless asked otherwise.
final class CsvTweets implements TweetWriter {
  /// First characters that make spreadsheets run, strip or misread a cell; the wide ones are taken
  /// for the narrow ones.
  private static final String RUN = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  /// Some spreadsheets part cells at these, and what stands behind one would be a cell's beginning.
  private static final QuoteStrategy PARTS_ELSEWHERE =
      new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
          return value.indexOf(';') >= 0 || value.indexOf('\t') >= 0;
        }
      };

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
    csv.writeRecord(options.columns().stream().map(ExportColumn::key).toList());
  }

  @Override
  public void take(Hit hit) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      cells[i] =
          switch (options.columns().get(i).of(hit)) {
            case ExportColumn.Cell.Id(long id) -> Long.toString(id);
            case ExportColumn.Cell.Count(long number) -> Long.toString(number);
            case ExportColumn.Cell.Plain(var text) -> text;
            case ExportColumn.Cell.Text(var text) -> options.formulas() ? text : inert(text);
            case ExportColumn.Cell.Texts(var texts) ->
                texts.isEmpty() ? "" : Json.MAPPER.writeValueAsString(texts);
          };
    }
    csv.writeRecord(cells);
  }

  static String inert(String text) {
    return !text.isEmpty() && RUN.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  @Override
  public void finish() throws IOException {
    csv.flush();
  }
}
