package org.trawl.archive;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the cells of records, with FastCSV. Records come one by one and are read many at a time,
/// as a reader for each would cost more than the reading.
final class Cells {
  private static final int BATCH_CHARS = 1 << 19;

  private static final CsvReader.CsvReaderBuilder READER =
      CsvReader.builder()
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
          .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
          .allowUnclosedQuote(false)
          .skipEmptyLines(false)
          .maxBufferSize(RecordSplitter.MAX_LENGTH * 2);

  private Cells() {}

  /// The cells of one record; empty if it is not one record.
  static Optional<List<String>> of(String record) {
    var all = records(record);
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  /// The cells of each record, in order; empty for one that is not a record by itself.
  static List<Optional<List<String>>> of(List<String> records) {
    var all = new ArrayList<Optional<List<String>>>(records.size());
    for (var from = 0; from < records.size(); ) {
      var text = new StringBuilder();
      var to = from;
      while (to < records.size() && (to == from || text.length() < BATCH_CHARS)) {
        text.append(records.get(to++)).append('\n');
      }
      var cells = records(text.toString());
      if (cells.size() == to - from) {
        cells.forEach(record -> all.add(Optional.of(record)));
      } else {
        // One of them is more than one, or unreadable: each by itself tells which.
        records.subList(from, to).forEach(record -> all.add(of(record)));
      }
      from = to;
    }
    return all;
  }

  private static List<List<String>> records(String text) {
    var records = new ArrayList<List<String>>();
    try (var reader = READER.ofCsvRecord(text)) {
      for (CsvRecord record : reader) {
        records.add(record.getFields());
      }
    } catch (CsvParseException e) {
      return List.of(); // Told apart record by record, or set aside by the caller.
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("reading from memory", e);
    }
    return records;
  }
}
