package org.trawl.api.analysis;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.trawl.api.SafeCell;

/// A comparison as a table with a row for each period of each search. Queries stand as [SafeCell]s,
/// as a spreadsheet would run one that begins with a minus.
public final class CompareCsv {
  /// The columns.
  public static final List<String> HEADER =
      List.of("start", "search", "query", "count", "whole", "share");

  private CompareCsv() {}

  public static String of(CompareJson compared) {
    var out = new StringWriter();
    try (var csv = CsvWriter.builder().build(out)) {
      csv.writeRecord(HEADER);
      for (int i = 0; i < compared.series().size(); i++) {
        var series = compared.series().get(i);
        for (var bucket : series.buckets()) {
          csv.writeRecord(
              bucket.start(),
              Integer.toString(i + 1),
              SafeCell.of(series.query().text()),
              Long.toString(bucket.count()),
              Long.toString(bucket.whole()),
              bucket.share() == null ? "" : bucket.share().toString());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory failed", e);
    }
    return out.toString();
  }
}
