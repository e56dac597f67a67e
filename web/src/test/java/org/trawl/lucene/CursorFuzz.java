package org.trawl.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.trawl.search.SearchRequest.Sort;

/// Any text is refused as a cursor or is one, of one order only, and stays the same when it is
/// written again.
public final class CursorFuzz {
  private CursorFuzz() {}

  /// Tries one input.
  ///
  /// @throws AssertionError if a law is broken
  public static void fuzzerTestOneInput(byte[] input) {
    var text = new String(input, UTF_8);
    int orders = 0;
    for (var sort : Sort.values()) {
      var read = read(text, sort);
      if (read.isPresent()) {
        orders++;
        var written = read.get().encode();
        if (!read(written, sort).equals(read)) {
          throw new AssertionError(
              "“" + text + "” is " + read + ", written " + written + " it is not");
        }
      }
    }
    if (orders > 1) {
      throw new AssertionError("“" + text + "” is a cursor of " + orders + " orders");
    }
  }

  /// Empty if the text is refused as it should be: with a reason.
  private static Optional<Cursor> read(String text, Sort sort) {
    try {
      return Optional.of(Cursor.decode(text, sort));
    } catch (IllegalArgumentException e) {
      if (!String.valueOf(e.getMessage()).startsWith("after must be")) {
        throw new AssertionError("refused without a reason: “" + text + "”", e);
      }
      return Optional.empty();
    }
  }
}
