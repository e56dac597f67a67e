package org.trawl.archive;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What the first bytes of a text say of its encoding.
///
/// @param length bytes of the mark, which are no text; 0 where the zeros of UTF-16 told it
record ByteOrderMark(Charset charset, int length) {
  /// Of so many bytes, more than this share is a zero in every second place of UTF-16.
  private static final double ZEROS = 0.3;

  static Optional<ByteOrderMark> of(byte[] bytes, int length) {
    if (starts(bytes, length, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(new ByteOrderMark(StandardCharsets.UTF_8, 3));
    }
    if (starts(bytes, length, 0xFF, 0xFE, 0, 0)) {
      return Optional.of(new ByteOrderMark(StandardCharsets.UTF_32LE, 4));
    }
    if (starts(bytes, length, 0, 0, 0xFE, 0xFF)) {
      return Optional.of(new ByteOrderMark(StandardCharsets.UTF_32BE, 4));
    }
    if (starts(bytes, length, 0xFF, 0xFE)) {
      return Optional.of(new ByteOrderMark(StandardCharsets.UTF_16LE, 2));
    }
    if (starts(bytes, length, 0xFE, 0xFF)) {
      return Optional.of(new ByteOrderMark(StandardCharsets.UTF_16BE, 2));
    }
    return byZeros(bytes, length);
  }

  private static boolean starts(byte[] bytes, int length, int... mark) {
    if (length < mark.length) {
      return false;
    }
    for (var i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<ByteOrderMark> byZeros(byte[] bytes, int length) {
    var even = 0;
    var odd = 0;
    for (var i = 0; i + 1 < length; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    var pairs = length / 2;
    if (pairs > 4 && odd > pairs * ZEROS && even == 0) {
      return Optional.of(new ByteOrderMark(StandardCharsets.UTF_16LE, 0));
    }
    return pairs > 4 && even > pairs * ZEROS && odd == 0
        ? Optional.of(new ByteOrderMark(StandardCharsets.UTF_16BE, 0))
        : Optional.empty();
  }
}
