package org.trawl.lucene;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.trawl.search.SearchRequest;

/// The place of a hit in its order: what it is sorted by, and its id.
///
/// @param key the time in seconds, the count, or the points of the score
/// @param shown how many hits were shown up to this one, 0 or more; 0 where nobody counted
public record Cursor(SearchRequest.Sort sort, long key, long id, long shown) {
  private static final int BYTES = 1 + 3 * Long.BYTES;

  /// As many tweets as an index can have.
  private static final long MOST_SHOWN = Integer.MAX_VALUE;

  public Cursor {
    if (shown < 0) {
      throw new IllegalArgumentException("shown must be 0 or more, got " + shown);
    }
  }

  public Cursor(SearchRequest.Sort sort, long key, long id) {
    this(sort, key, id, 0);
  }

  /// The same place, when so many hits have been shown.
  public Cursor after(long hits) {
    return new Cursor(sort, key, id, hits);
  }

  /// As opaque text for an address.
  public String encode() {
    var bytes =
        ByteBuffer.allocate(BYTES).put(letter(sort)).putLong(key).putLong(id).putLong(shown);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /// Reads what [#encode] wrote.
  ///
  /// @throws IllegalArgumentException if this is no cursor, or one of another order
  public static Cursor decode(String text, SearchRequest.Sort sort) {
    var cursor =
        bytes(text)
            .filter(bytes -> bytes.length == BYTES && bytes[0] == letter(sort))
            .map(bytes -> ByteBuffer.wrap(bytes, 1, BYTES - 1))
            .map(read -> new long[] {read.getLong(), read.getLong(), read.getLong()})
            .filter(longs -> longs[2] >= 0 && longs[2] <= MOST_SHOWN);
    if (cursor.isEmpty()) {
      throw new IllegalArgumentException(
          "after must be the `next` of an answer sorted by "
              + sort.name().toLowerCase(Locale.ROOT)
              + ", got "
              + text);
    }
    var values = cursor.get();
    return new Cursor(sort, values[0], values[1], values[2]);
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
          case COPIES -> 'c';
        };
  }
}
