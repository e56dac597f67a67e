package org.trawl.archive;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the cells of records: with FastCSV where quotes are doubled, as nearly always, and by hand
/// where they are not. Records come one by one and are read many at a time, as a reader for each
/// would cost more than the reading.
final class Cells {
  private static final int BATCH_CHARS = 1 << 19;

  private final CsvStyle style;
  private final CsvReader.CsvReaderBuilder reader;

  Cells(CsvStyle style) {
    this.style = style;
    reader =
        CsvReader.builder()
            .fieldSeparator(style.delimiter())
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .skipEmptyLines(false)
            .maxBufferSize(RecordSplitter.MAX_LENGTH * 2);
  }

  /// The cells of one record; empty if it is not one record.
  Optional<List<String>> of(String record) {
    return switch (style.quoting()) {
      case DOUBLED -> {
        var all = records(record);
        yield all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
      }
      case ESCAPED, ESCAPED_QUOTE -> escaped(record);
      case NONE -> Optional.of(split(record));
      case BACKSLASH -> Optional.of(split(record).stream().map(Cells::unescaped).toList());
    };
  }

  /// The cells of each record, in order; empty for one that is not a record by itself.
  List<Optional<List<String>>> of(List<String> records) {
    var all = new ArrayList<Optional<List<String>>>(records.size());
    if (style.quoting() != CsvStyle.Quoting.DOUBLED) {
      records.forEach(record -> all.add(of(record)));
      return all;
    }
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

  private List<List<String>> records(String text) {
    var records = new ArrayList<List<String>>();
    try (var csv = reader.ofCsvRecord(text)) {
      for (CsvRecord record : csv) {
        records.add(record.getFields());
      }
    } catch (CsvParseException e) {
      return List.of(); // Told apart record by record, or set aside by the caller.
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("reading from memory", e);
    }
    return records;
  }

  private List<String> split(String record) {
    var cells = new ArrayList<String>();
    var text = record.endsWith("\r") ? record.substring(0, record.length() - 1) : record;
    var from = 0;
    for (var at = text.indexOf(style.delimiter()); at >= 0; ) {
      cells.add(text.substring(from, at));
      from = at + 1;
      at = text.indexOf(style.delimiter(), from);
    }
    cells.add(text.substring(from));
    return cells;
  }

  private static String unescaped(String cell) {
    if (cell.equals("\\N")) {
      return "";
    }
    if (cell.indexOf('\\') < 0) {
      return cell;
    }
    var text = new StringBuilder();
    for (var i = 0; i < cell.length(); i++) {
      var c = cell.charAt(i);
      if (c != '\\' || i + 1 == cell.length()) {
        text.append(c);
        continue;
      }
      var next = cell.charAt(++i);
      switch (next) {
        case 't' -> text.append('\t');
        case 'n' -> text.append('\n');
        case 'r' -> text.append('\r');
        case '\\' -> text.append('\\');
        default -> text.append('\\').append(next);
      }
    }
    return text.toString();
  }

  /// Cells in quotes with a backslash before a quote, and cells without quotes.
  private Optional<List<String>> escaped(String record) {
    var cells = new ArrayList<String>();
    var text = record.endsWith("\r") ? record.substring(0, record.length() - 1) : record;
    var at = 0;
    while (true) {
      var cell = new StringBuilder();
      if (at < text.length() && text.charAt(at) == '"') {
        at = quoted(text, at + 1, cell);
        if (at < 0 || (at < text.length() && text.charAt(at) != style.delimiter())) {
          return Optional.empty();
        }
      } else {
        var end = text.indexOf(style.delimiter(), at);
        cell.append(text, at, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end;
      }
      cells.add(cell.toString());
      if (at >= text.length()) {
        return Optional.of(cells);
      }
      at++;
      if (at == text.length()) {
        cells.add("");
        return Optional.of(cells);
      }
    }
  }

  /// Reads to the quote that ends a cell; the place behind it, or -1.
  private int quoted(String text, int start, StringBuilder cell) {
    var both = style.quoting() == CsvStyle.Quoting.ESCAPED;
    for (var at = start; at < text.length(); at++) {
      var c = text.charAt(at);
      if (c == '"') {
        return at + 1;
      }
      if (c == '\\' && at + 1 < text.length()) {
        var next = text.charAt(at + 1);
        if (next == '"' || (both && next == '\\')) {
          cell.append(next);
          at++;
          continue;
        }
      }
      cell.append(c);
    }
    return -1;
  }
}
