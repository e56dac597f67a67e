package org.trawl.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// A JSON object as cells by column, written as the archive's CSV files write them: numbers digit
/// by digit as they stand, lists as `['a', 'b']`, nothing as an empty cell.
final class JsonCells {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonCells() {}

  static JsonParser parser(java.io.Reader text) {
    return JSON.createParser(ObjectReadContext.empty(), text);
  }

  /// The one object that a text is.
  ///
  /// @throws JacksonException if it is none
  static Map<String, String> of(String text) {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Map.of();
      }
      var cells = object(parser);
      return parser.nextToken() == null ? cells : Map.of();
    }
  }

  /// The cells of the object whose beginning was just read.
  static Map<String, String> object(JsonParser parser) {
    var cells = new LinkedHashMap<String, String>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      parser.nextToken();
      cells.put(name, value(parser));
    }
    return cells;
  }

  private static String value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_ARRAY -> list(parser);
      case START_OBJECT -> {
        var inside = new StringBuilder("{");
        object(parser)
            .forEach((name, cell) -> {
              inside.append(inside.length() > 1 ? ", " : "");
              inside.append(quoted(name)).append(": ").append(quoted(cell));
            });
        yield inside.append('}').toString();
      }
      case VALUE_NULL -> "";
      default -> parser.getString();
    };
  }

  private static String list(JsonParser parser) {
    var list = new StringBuilder("[");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      var isText = parser.currentToken() == JsonToken.VALUE_STRING;
      var item = value(parser);
      if (!item.isEmpty()) {
        list.append(list.length() > 1 ? ", " : "").append(isText ? quoted(item) : item);
      }
    }
    return list.append(']').toString();
  }

  /// As Python writes a text.
  static String quoted(String text) {
    return '\'' + text.replace("\\", "\\\\").replace("'", "\\'") + '\'';
  }
}
