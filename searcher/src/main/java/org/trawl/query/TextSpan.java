package org.trawl.query;

/// Characters `offset` to `offset + length` of a typed query, in UTF-16 units; a length of 0 is the
/// gap between two characters.
public record TextSpan(int offset, int length) {
  public TextSpan {
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException("no span: " + offset + ", " + length);
    }
  }

  /// The span from one offset up to another.
  static TextSpan between(int start, int end) {
    return new TextSpan(start, end - start);
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
