package org.trawl.web.media;

import java.util.Optional;
import java.util.regex.Pattern;

/// A part of a file, as a browser asks for it to play from the middle (RFC 9110, 14).
///
/// @param from the first byte
/// @param length how many, 1 or more
record ByteRange(long from, long length) {
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /// What an answer has.
  sealed interface Asked {
    /// All of it: nothing else was asked for that is understood, which a server may do.
    record Whole() implements Asked {}

    record Part(ByteRange range) implements Asked {}

    /// There is no such part.
    record Outside() implements Asked {}
  }

  /// Reads a header `Range`. Several ranges at once are answered with the whole.
  ///
  /// @param size of the file
  static Asked of(Optional<String> header, long size) {
    var match = ONE.matcher(header.orElse(""));
    if (!match.matches() || (match.group(1).isEmpty() && match.group(2).isEmpty())) {
      return new Asked.Whole();
    }
    if (match.group(1).isEmpty()) {
      var last = Math.min(size, Long.parseLong(match.group(2)));
      return last == 0 ? new Asked.Outside() : new Asked.Part(new ByteRange(size - last, last));
    }
    var from = Long.parseLong(match.group(1));
    var to = match.group(2).isEmpty() ? size - 1 : Long.parseLong(match.group(2));
    if (from >= size) {
      return new Asked.Outside();
    }
    if (to < from) {
      return new Asked.Whole();
    }
    return new Asked.Part(new ByteRange(from, Math.min(to, size - 1) - from + 1));
  }
}
