package org.trawl.archive;

/// How much of some bytes is UTF-8 beyond ASCII.
///
/// @param good letters of two to four bytes
/// @param bad bytes above 127 that belong to no such letter
record Utf8Count(int good, int bad) {
  /// @param whole whether the bytes end where text ends; else a letter cut at their end is no fault
  static Utf8Count of(byte[] bytes, int from, int to, boolean whole) {
    var good = 0;
    var bad = 0;
    for (var at = from; at < to; ) {
      if (bytes[at] >= 0) {
        at++;
        continue;
      }
      var length = length(bytes, at, to);
      if (length > 0) {
        good++;
        at += length;
      } else if (!whole && to - at < 4 && expected(bytes[at] & 0xFF) > to - at) {
        break;
      } else {
        bad++;
        at++;
      }
    }
    return new Utf8Count(good, bad);
  }

  /// Whether most of it is UTF-8: other encodings hardly ever make such letters.
  boolean isUtf8() {
    return bad == 0 || good > bad;
  }

  /// Whether all is UTF-8, and so many letters of it are beyond ASCII.
  boolean isOnlyUtf8(int letters) {
    return bad == 0 && good >= letters;
  }

  private static int expected(int lead) {
    if (lead >= 0xC2 && lead < 0xE0) {
      return 2;
    }
    if (lead >= 0xE0 && lead < 0xF0) {
      return 3;
    }
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
  }

  /// Bytes of the letter that begins here, or 0.
  private static int length(byte[] bytes, int at, int to) {
    var lead = bytes[at] & 0xFF;
    var length = expected(lead);
    if (length == 0 || at + length > to) {
      return 0;
    }
    for (var i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    var second = bytes[at + 1] & 0xFF;
    var overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    var beyond = (lead == 0xED && second >= 0xA0) || (lead == 0xF4 && second >= 0x90);
    return overlong || beyond ? 0 : length;
  }
}
