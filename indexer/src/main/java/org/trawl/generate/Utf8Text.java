package org.trawl.generate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Text under construction, as UTF-8. Reused from tweet to tweet, as making strings would take most
/// of the time. Not thread-safe.
final class Utf8Text {
  private byte[] bytes;
  private int size;

  Utf8Text(int capacity) {
    bytes = new byte[capacity];
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  byte[] array() {
    return bytes;
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  Utf8Text add(byte[] utf8) {
    return add(utf8, 0, utf8.length);
  }

  Utf8Text add(byte[] utf8, int start, int length) {
    ensure(length);
    System.arraycopy(utf8, start, bytes, size, length);
    size += length;
    return this;
  }

  Utf8Text add(Utf8Text text) {
    return add(text.bytes, 0, text.size);
  }

  Utf8Text add(char ascii) {
    ensure(1);
    bytes[size++] = (byte) ascii;
    return this;
  }

  Utf8Text add(String ascii) {
    ensure(ascii.length());
    for (var i = 0; i < ascii.length(); i++) {
      bytes[size++] = (byte) ascii.charAt(i);
    }
    return this;
  }

  Utf8Text add(long number) {
    if (number < 0) {
      return add(Long.toString(number));
    }
    ensure(20);
    var start = size;
    var rest = number;
    do {
      bytes[size++] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    for (int i = start, j = size - 1; i < j; i++, j--) {
      var digit = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = digit;
    }
    return this;
  }

  /// Two digits, a zero first where one is needed.
  Utf8Text addTwo(int number) {
    return add((char) ('0' + number / 10)).add((char) ('0' + number % 10));
  }

  /// Adds the text as a CSV cell stands between its quotes; as Twitter wrote tweets' texts, also
  /// with HTML's three characters escaped where `html` says so.
  Utf8Text addCell(byte[] utf8, int length, boolean html) {
    var from = 0;
    for (var i = 0; i < length; i++) {
      var b = utf8[i];
      if (b == '"' || (html && (b == '&' || b == '<' || b == '>'))) {
        add(utf8, from, i - from);
        add(
            switch (b) {
              case '"' -> "\"\"";
              case '&' -> "&amp;";
              case '<' -> "&lt;";
              default -> "&gt;";
            });
        from = i + 1;
      }
    }
    return add(utf8, from, length - from);
  }

  /// How many characters (code points) there are.
  int characters() {
    var count = 0;
    for (var i = 0; i < size; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        count++;
      }
    }
    return count;
  }

  /// Keeps the first characters only.
  void cut(int characters) {
    var count = 0;
    for (var i = 0; i < size; i++) {
      if ((bytes[i] & 0xC0) != 0x80 && count++ == characters) {
        size = i;
        return;
      }
    }
  }

  @Override
  public String toString() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }

  private void ensure(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
