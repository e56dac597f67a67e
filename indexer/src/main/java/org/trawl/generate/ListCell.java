package org.trawl.generate;

/// A list column's cell under construction, such as `['a', 'b']`.
final class ListCell {
  private final boolean quoted;
  private final Utf8Text cell = new Utf8Text(256);

  /// @param quoted whether items stand in quotes, as they do in most vintages
  ListCell(boolean quoted) {
    this.quoted = quoted;
  }

  void clear() {
    cell.clear();
  }

  boolean isEmpty() {
    return cell.size() == 0;
  }

  /// Adds an item: the bytes from `start` up to `end` of a text.
  void add(byte[] text, int start, int end) {
    open().add(text, start, end - start);
    close();
  }

  void add(byte[] item) {
    add(item, 0, item.length);
  }

  void add(long number) {
    open().add(number);
    close();
  }

  /// Adds the other's items; the other is of the same vintage.
  void addAll(ListCell other) {
    if (!other.isEmpty()) {
      if (!isEmpty()) {
        cell.add(", ");
      }
      cell.add(other.cell);
    }
  }

  /// Writes the cell.
  ///
  /// @param bare whether an empty list is an empty cell, as some rows have it
  void write(Utf8Text out, boolean bare) {
    if (!isEmpty() || !bare) {
      out.add('[').add(cell).add(']');
    }
  }

  private Utf8Text open() {
    if (!isEmpty()) {
      cell.add(", ");
    }
    if (quoted) {
      cell.add('\'');
    }
    return cell;
  }

  private void close() {
    if (quoted) {
      cell.add('\'');
    }
  }
}
