package org.trawl.tweet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The columns of a file by name, whatever their order.
public final class Header {
  private final List<String> columns;
  private final Map<String, Integer> places = new HashMap<>();

  public Header(List<String> columns) {
    this.columns = List.copyOf(columns);
    for (var i = 0; i < columns.size(); i++) {
      places.putIfAbsent(canonical(columns.get(i)), i);
    }
  }

  /// A column's name in lower case with underscores: `userDisplayName` is `user_display_name`.
  public static String canonical(String column) {
    var name = new StringBuilder();
    var text = column.strip();
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '\uFEFF') {
        continue;
      }
      if (Character.isUpperCase(c) && i > 0 && Character.isLowerCase(text.charAt(i - 1))) {
        name.append('_');
      }
      name.append(Character.toLowerCase(c));
    }
    return name.toString().equals("user_id") ? "userid" : name.toString();
  }

  public List<String> columns() {
    return columns;
  }

  /// A column of the file.
  record Column(int place) {
    /// The cell, or empty where the file lacks the column.
    String of(Row row) {
      return place < 0 ? "" : row.cells().get(place);
    }
  }

  Column column(String name) {
    return new Column(places.getOrDefault(name, -1));
  }
}
