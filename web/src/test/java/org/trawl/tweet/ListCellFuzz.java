package org.trawl.tweet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;

/// Any cell is read as a list of items, none empty and in all no longer than the cell; and the
/// items written as a list are read as the same items.
public final class ListCellFuzz {
  private ListCellFuzz() {}

  /// Tries one input.
  ///
  /// @throws AssertionError if a law is broken
  public static void fuzzerTestOneInput(byte[] input) {
    var cell = new String(input, UTF_8);
    var items = ListCell.items(cell);
    if (items.stream().anyMatch(item -> item.isEmpty() || !item.equals(item.strip()))
        || items.stream().mapToInt(String::length).sum() > cell.length()) {
      throw new AssertionError("“" + cell + "” is " + items);
    }
    var again = ListCell.items(literals(items));
    if (!again.equals(items)) {
      throw new AssertionError(
          "“" + cell + "” is " + items + ", written " + literals(items) + " it is " + again);
    }
  }

  private static String literals(List<String> items) {
    return items.stream()
        .map(item -> "'" + item.replace("\\", "\\\\").replace("'", "\\'") + "'")
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
