package org.trawl.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.trawl.api.Json;
import org.trawl.api.TweetJson;
import org.trawl.search.SearchResult.Hit;

/// One JSON object a line: the whole tweet with its row, or the chosen columns.
final class JsonlTweets implements ExportWriter {
  private final OutputStream out;
  private final ExportOptions options;

  JsonlTweets(OutputStream out, ExportOptions options) {
    this.out = out;
    this.options = options;
  }

  @Override
  public void take(Hit hit) throws IOException {
    out.write(Json.bytes(options.whole() ? TweetJson.of(hit) : chosen(hit)));
    out.write('\n');
  }

  private Map<String, Object> chosen(Hit hit) {
    var json = new LinkedHashMap<String, Object>();
    for (var column : options.columns()) {
      json.put(
          options.headers().of(column),
          switch (column.of(hit)) {
            case ExportColumn.Cell.Id id -> options.ids().of(id);
            case ExportColumn.Cell.Flag(boolean yes) -> yes;
            case ExportColumn.Cell.Count(long number) -> number;
            case ExportColumn.Cell.Degrees(double number) -> Double.toString(number);
            case ExportColumn.Cell.Time(var time) -> time.toString();
            case ExportColumn.Cell.Day(var day) -> day.toString();
            case ExportColumn.Cell.Plain(var text) -> text;
            case ExportColumn.Cell.Text(var text) -> text;
            case ExportColumn.Cell.Texts(var texts) -> texts;
          });
    }
    return json;
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }
}
