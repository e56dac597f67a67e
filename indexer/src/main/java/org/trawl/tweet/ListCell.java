package org.trawl.tweet;

import java.util.ArrayList;
import java.util.List;

/// A cell that holds a list: `[a, b]` of the first release, or the Python literals `['a', "b's"]`
/// of later ones.
final class ListCell {
  private ListCell() {}

  /// The items, empty ones left out.
  static List<String> items(String cell) {
    var text = cell.strip();
    if (text.length() <= 2) {
      return List.of();
    }
    var bracketed = text.charAt(0) == '[' && text.charAt(text.length() - 1) == ']';
    var inside = bracketed ? text.substring(1, text.length() - 1) : text;
    return inside.indexOf('\'') == 0 || inside.indexOf('"') == 0 || inside.contains(", '")
        ? literals(inside)
        : split(inside);
  }

  private static List<String> split(String inside) {
    var items = new ArrayList<String>();
    for (var start = 0; start <= inside.length(); ) {
      var end = inside.indexOf(", ", start);
      var stop = end < 0 ? inside.length() : end;
      add(items, inside.substring(start, stop));
      start = stop + 2;
    }
    return items;
  }

  /// Items in quotes with backslash escapes; an item without quotes runs to the next comma.
  private static List<String> literals(String inside) {
    var items = new ArrayList<String>();
    var at = 0;
    while (at < inside.length()) {
      var c = inside.charAt(at);
      if (c == ',' || c == ' ') {
        at++;
      } else if (c == '\'' || c == '"') {
        at = literal(inside, at, items);
      } else {
        var end = inside.indexOf(", ", at);
        var stop = end < 0 ? inside.length() : end;
        add(items, inside.substring(at, stop));
        at = stop;
      }
    }
    return items;
  }

  /// Reads one literal that begins at a quote; returns where the next item may begin.
  private static int literal(String inside, int start, List<String> items) {
    var quote = inside.charAt(start);
    var item = new StringBuilder();
    var at = start + 1;
    while (at < inside.length() && inside.charAt(at) != quote) {
      if (inside.charAt(at) == '\\' && at + 1 < inside.length()) {
        at++;
      }
      item.append(inside.charAt(at++));
    }
    add(items, item.toString());
    return at + 1;
  }

  private static void add(List<String> items, String item) {
    var stripped = item.strip();
    if (!stripped.isEmpty()) {
      items.add(stripped);
    }
  }
}
