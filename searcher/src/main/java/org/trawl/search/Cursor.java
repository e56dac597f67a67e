package org.trawl.search;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// The place of a hit in its order: what it is sorted by, and its id.
///
/// @param key the time in seconds, the count, or the bits of the score
record Cursor(SearchRequest.Sort sort, long key, long id) {
  private static final int BYTES = 1 + 2 * Long.BYTES;

  /// As opaque text for an address.
  String encode() {
    var bytes = ByteBuffer.allocate(BYTES).put(letter(sort)).putLong(key).putLong(id);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /// Reads what [#encode] wrote.
  ///
  /// @throws IllegalArgumentException if this is no cursor, or one of another order
  static Cursor decode(String text, SearchRequest.Sort sort) {
    var cursor =
        bytes(text)
            .filter(bytes -> bytes.length == BYTES && bytes[0] == letter(sort))
            .map(ByteBuffer::wrap);
    if (cursor.isEmpty()) {
      throw new IllegalArgumentException(
          "after must be the `next` of an answer sorted by "
              + sort.name().toLowerCase(Locale.ROOT)
              + ", got "
              + text);
    }
    return new Cursor(sort, cursor.get().getLong(1), cursor.get().getLong(1 + Long.BYTES));
  }

  private static Optional<byte[]> bytes(String text) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte letter(SearchRequest.Sort sort) {
    return (byte)
        switch (sort) {
          case RELEVANCE -> 's';
          case NEWEST -> 'n';
          case OLDEST -> 'o';
          case LIKES -> 'l';
          case RETWEETS -> 'r';
        };
  }
}
