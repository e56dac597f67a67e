package org.trawl.query;

/// Characters `offset` to `offset + length` of a typed query, in UTF-16 units; a length of 0 is the
/// place between two characters.
public record Place(int offset, int length) {
  public Place {
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException("no place: " + offset + ", " + length);
    }
  }

  /// The place from one offset up to another.
  static Place between(int start, int end) {
    return new Place(start, end - start);
  }

  /// The first offset after it.
  public int end() {
    return offset + length;
  }

  /// The text that stands here.
  public String of(String text) {
    return text.substring(offset, end());
  }
}
