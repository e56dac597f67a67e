package org.trawl.schema;

import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/// Bytes of a row under construction; grows as needed.
final class RowOutput {
  private byte[] bytes = new byte[256];
  private int length;

  /// Leaves room for bytes that [#add] fills.
  ///
  /// @return where it begins
  int skip(int count) {
    grow(count);
    length += count;
    return length - count;
  }

  /// Sets bits of a byte that was left out.
  void add(int at, int bits) {
    bytes[at] |= (byte) bits;
  }

  /// All that was written; nothing is written after it.
  BytesRef bytes() {
    return new BytesRef(bytes, 0, length);
  }

  void write(int value) {
    grow(1);
    bytes[length++] = (byte) value;
  }

  void write(byte[] content) {
    grow(content.length);
    System.arraycopy(content, 0, bytes, length, content.length);
    length += content.length;
  }

  /// Seven bits a byte, the lowest first; the highest bit says that more follow.
  void varint(long value) {
    var rest = value;
    while ((rest & ~0x7FL) != 0) {
      write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    write((int) rest);
  }

  private void grow(int count) {
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
  }
}
