package org.trawl.schema;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.BytesRef;

/// Reads what [RowOutput] wrote.
final class RowInput {
  private static final String DIGITS = "0123456789abcdef";
  private final byte[] bytes;
  private int at;

  RowInput(BytesRef ref) {
    bytes = ref.bytes;
    at = ref.offset;
  }

  /// Passes over bytes.
  ///
  /// @return where they begin
  int skip(int count) {
    at += count;
    return at - count;
  }

  long varint() {
    var value = 0L;
    for (var shift = 0; ; shift += 7) {
      var b = bytes[at++];
      value |= (b & 0x7FL) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }

  String hex() {
    var text = new StringBuilder(64);
    for (var i = 0; i < 32; i++) {
      text.append(DIGITS.charAt((bytes[at] >> 4) & 0xF)).append(DIGITS.charAt(bytes[at] & 0xF));
      at++;
    }
    return text.toString();
  }

  String text() {
    var length = (int) varint();
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }
}
