package org.trawl.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trawl.archive.RecordSplitter.Piece;
import org.trawl.tweet.Layout;
import org.trawl.tweet.UnusableRow;
import org.trawl.tweet.UnusableRow.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/// Reads tweets or accounts that stand as JSON: an object a line, or all in one array. A key that
/// comes late is a column from there on.
final class JsonTable {
  private static final CsvStyle LINES = new CsvStyle('\t', '\n', CsvStyle.Quoting.NONE);

  private final TableRows rows;
  private final ArchiveText text;
  private boolean cutOff;

  JsonTable(TableRows rows, ArchiveText text) {
    this.rows = rows;
    this.text = text;
  }

  /// The keys of the objects that a text begins with, if it begins with some.
  static List<String> columns(String beginning) {
    var columns = new LinkedHashSet<String>();
    try (var parser = JsonCells.parser(new java.io.StringReader(beginning))) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          columns.addAll(JsonCells.object(parser).keySet());
        } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
          break;
        }
      }
    } catch (JacksonException e) {
      // The beginning ends somewhere: what was whole before counts.
    }
    return List.copyOf(columns);
  }

  /// Reads all objects; says whether the text ended inside of one.
  boolean read() throws IOException {
    var pushed = new java.io.PushbackReader(text, 1);
    var first = pushed.read();
    while (first >= 0 && Character.isWhitespace(first)) {
      first = pushed.read();
    }
    if (first >= 0) {
      pushed.unread(first);
    }
    if (first == '[') {
      array(pushed);
    } else {
      lines(pushed);
    }
    return cutOff || text.isCut();
  }

  private void lines(java.io.Reader in) throws IOException {
    var splitter = new RecordSplitter(in, new RecordSplitter.Shape(LINES, 0, Layout.OTHER));
    for (var line = splitter.next(); line.isPresent(); line = splitter.next()) {
      line(line.get());
    }
  }

  private void line(Piece piece) throws IOException {
    if (ArchiveText.hasBad(piece.text())) {
      reject(piece, new UnusableRow(Reason.NOT_UTF8, ""));
      return;
    }
    Optional<Map<String, String>> object;
    try {
      object = Optional.of(JsonCells.of(piece.text()));
    } catch (JacksonException e) {
      object = Optional.empty();
    }
    if (object.isEmpty() || object.get().isEmpty()) {
      if (piece.ended()) {
        reject(piece, new UnusableRow(Reason.NOT_JSON, ""));
      } else {
        cutOff = true;
        if (!text.isCut()) {
          reject(piece, new UnusableRow(Reason.CUT_OFF, ""));
        }
      }
      return;
    }
    var unusable = rows.take(piece.line(), cells(object.get()));
    if (unusable.isPresent()) {
      reject(piece, unusable.get());
    }
  }

  private void array(java.io.Reader in) throws IOException {
    var number = 0L;
    try (var parser = JsonCells.parser(in)) {
      parser.nextToken();
      for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; ) {
        if (token != JsonToken.START_OBJECT) {
          cutOff = true;
          return;
        }
        number = parser.currentTokenLocation().getLineNr();
        var object = JsonCells.object(parser);
        var unusable = rows.take(number, cells(object));
        if (unusable.isPresent()) {
          rows.reject(number, unusable.get(), object.toString());
        }
        token = parser.nextToken();
      }
    } catch (JacksonException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      cutOff = true;
      rows.note("is no JSON from line " + number + " on: what stands below is not read");
    }
  }

  private List<String> cells(Map<String, String> object) throws IOException {
    var columns = rows.columns();
    if (!columns.containsAll(object.keySet())) {
      var more = new LinkedHashSet<>(columns);
      more.addAll(object.keySet());
      rows.use(List.copyOf(more));
      columns = rows.columns();
    }
    var cells = new ArrayList<String>(columns.size());
    for (var column : columns) {
      cells.add(object.getOrDefault(column, "").replace("\0", ""));
    }
    return cells;
  }

  private void reject(Piece piece, UnusableRow why) throws IOException {
    rows.reject(piece.line(), why, ArchiveText.shown(piece.text()));
  }
}
