package org.trawl.tweet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The columns of a file by name, whatever their order.
public final class Header {
  /// Known names without what programs change in them: case, underscores, spaces, dots, dashes.
  private static final Map<String, String> KNOWN = known();

  private final List<String> columns;
  private final Map<String, Integer> indexes = new HashMap<>();

  public Header(List<String> columns) {
    this.columns = List.copyOf(columns);
    for (var i = 0; i < columns.size(); i++) {
      indexes.putIfAbsent(canonical(columns.get(i)), i);
    }
  }

  private static Map<String, String> known() {
    var known = new HashMap<String, String>();
    for (var layout : Layout.values()) {
      for (var column : layout.columns()) {
        known.putIfAbsent(squeezed(column), column);
      }
    }
    return Map.copyOf(known);
  }

  /// A column's name as the archive's own files write it, if it is one of theirs in any spelling:
  /// `userDisplayName`, `User Display Name` and `USER.DISPLAY.NAME` are `user_display_name`. Any
  /// other is in lower case.
  public static String canonical(String column) {
    var known = KNOWN.get(squeezed(column));
    return known != null ? known : NumberCell.stripped(column).toLowerCase(Locale.ROOT);
  }

  /// Whether a column is one of the archive's files, in any spelling.
  public static boolean isKnown(String column) {
    return KNOWN.containsKey(squeezed(column));
  }

  private static String squeezed(String column) {
    var name = new StringBuilder(column.length());
    for (var i = 0; i < column.length(); i++) {
      var c = column.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        // Turkish programs write a dotless i for I, and one with a dot above for i.
        name.append(c == 'ı' || c == 'İ' ? 'i' : Character.toLowerCase(c));
      }
    }
    return name.toString();
  }

  public List<String> columns() {
    return columns;
  }

  /// The columns of a layout that the file has under two names or more.
  static List<String> repeated(List<String> columns) {
    var seen = new HashMap<String, Integer>();
    for (var column : columns) {
      seen.merge(canonical(column), 1, Integer::sum);
    }
    var repeated = new ArrayList<String>();
    for (var column :
        new java.util.LinkedHashSet<>(columns.stream().map(Header::canonical).toList())) {
      if (seen.getOrDefault(column, 0) > 1 && KNOWN.containsValue(column)) {
        repeated.add(column);
      }
    }
    return repeated;
  }

  /// A column of the file.
  record Column(String name, int index) {
    /// The cell, or empty where the file lacks the column.
    String of(Row row) {
      return index < 0 ? "" : row.cells().get(index);
    }

    boolean there() {
      return index >= 0;
    }
  }

  Column column(String name) {
    return new Column(name, indexes.getOrDefault(name, -1));
  }
}
