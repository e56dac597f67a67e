package org.trawl.archive;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqMap;
import dev.hardwood.row.PqStruct;
import dev.hardwood.schema.SchemaNode;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Reads tweets or accounts from a Parquet file. Values become cells as the archive's CSV files
/// write them.
record ParquetTable(Part part) {
  /// Doubles above hold no whole number for sure.
  private static final double EXACT = 1e15;

  private static final int TELL_EVERY = 4096;

  /// Held here, as a logger that nobody holds forgets its level.
  private static final Logger LIBRARY = Logger.getLogger("dev.hardwood");

  static {
    // Which instructions of the processor it uses is nothing to tell a person who indexes.
    LIBRARY.setLevel(Level.WARNING);
  }

  /// The columns of the file.
  ///
  /// @throws NotAnArchive if it is damaged
  List<String> columns() throws IOException {
    try (var reader = ParquetFileReader.open(InputFile.of(part.file()))) {
      return reader.getFileSchema().getRootNode().children().stream()
          .map(SchemaNode::name)
          .toList();
    } catch (RuntimeException | IOException e) {
      throw damaged(e);
    }
  }

  private NotAnArchive damaged(Exception e) {
    return NotAnArchive.unusable(
        part.fullName()
            + " is a Parquet file that cannot be read ("
            + e.getMessage()
            + "); get it again, or write it with Snappy, Zstandard, gzip or no compression");
  }

  void read(TableRows rows, LongConsumer progress) throws IOException {
    var columns = columns();
    var bytes = Files.size(part.file());
    try (var records = open()) {
      var all = Math.max(1, records.file().getFileMetaData().numRows());
      var number = 0L;
      while (hasNext(records.rows())) {
        var cells = new ArrayList<String>(columns.size());
        for (var i = 0; i < columns.size(); i++) {
          cells.add(cell(value(records.rows(), i)).replace("\0", ""));
        }
        number++;
        var unusable = rows.take(number, cells);
        if (unusable.isPresent()) {
          rows.reject(number, unusable.get(), String.join(",", cells));
        }
        if (number % TELL_EVERY == 0) {
          progress.accept(bytes * TELL_EVERY / all);
        }
      }
    }
  }

  /// The library tells damage by unchecked exceptions, also when it opens and closes a file. Those
  /// of the rows' taker are none of them, so each call is guarded by itself.
  private record Records(ParquetTable table, ParquetFileReader file, RowReader rows)
      implements Closeable {
    @Override
    public void close() throws IOException {
      try (file;
          rows) {
        // Both are closed, whatever the other does.
      } catch (RuntimeException e) {
        throw table.damaged(e);
      }
    }
  }

  private Records open() throws IOException {
    ParquetFileReader file = null;
    try {
      file = ParquetFileReader.open(InputFile.of(part.file()));
      return new Records(this, file, file.rowReader());
    } catch (RuntimeException e) {
      if (file != null) {
        file.close();
      }
      throw damaged(e);
    }
  }

  private boolean hasNext(RowReader records) throws IOException {
    try {
      if (!records.hasNext()) {
        return false;
      }
      records.next();
      return true;
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  private @Nullable Object value(RowReader records, int column) throws IOException {
    try {
      return records.isNull(column) ? null : records.getValue(column);
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> text;
      case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
      case Double number -> number(number);
      case Float number -> number(number);
      case BigDecimal number -> number.toPlainString();
      case Instant time -> time.toString();
      case PqList list -> list(list);
      case PqMap map -> map(map);
      case PqStruct struct -> struct(struct);
      case Object other -> other.toString();
    };
  }

  /// A whole number as `1.0`; one that a double cannot hold for sure says so by its exponent.
  private static String number(double number) {
    if (Double.isNaN(number)) {
      return "";
    }
    return number == Math.rint(number) && Math.abs(number) < EXACT
        ? (long) number + ".0"
        : Double.toString(number);
  }

  private static String list(PqList list) {
    var text = new StringBuilder("[");
    for (var item : list.values()) {
      var cell = cell(item);
      if (!cell.isEmpty()) {
        text.append(text.length() > 1 ? ", " : "");
        text.append(
            item instanceof String || item instanceof byte[] ? JsonCells.quoted(cell) : cell);
      }
    }
    return text.append(']').toString();
  }

  private static String map(PqMap map) {
    var text = new StringBuilder("{");
    for (var entry : map.getEntries()) {
      text.append(text.length() > 1 ? ", " : "");
      text.append(JsonCells.quoted(cell(entry.getKey())))
          .append(": ")
          .append(JsonCells.quoted(cell(entry.getValue())));
    }
    return text.append('}').toString();
  }

  private static String struct(PqStruct struct) {
    var text = new StringBuilder("{");
    for (var i = 0; i < struct.getFieldCount(); i++) {
      text.append(i > 0 ? ", " : "").append(JsonCells.quoted(struct.getFieldName(i)));
      text.append(": ").append(JsonCells.quoted(struct.isNull(i) ? "" : cell(struct.getValue(i))));
    }
    return text.append('}').toString();
  }
}
