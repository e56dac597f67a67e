package org.trawl.api;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.trawl.query.QueryLimits;

/// A long query as one part of a path, so that a page's links need not repeat it.
///
/// @param text as typed, up to the longest query there may be
public record PackedQuery(String text) {
  /// A character of UTF-16 takes three bytes at most.
  private static final int MAX_BYTES = 3 * QueryLimits.MAX_LENGTH;

  public PackedQuery {
    requireNonNull(text, "text");
    if (text.length() > QueryLimits.MAX_LENGTH) {
      throw new IllegalArgumentException("a query of " + text.length() + " characters");
    }
  }

  /// The query as part of a path: at most 265,000 characters.
  public String packed() {
    return PackedText.of(text);
  }

  /// Reads what [#packed] wrote; empty if it is anything else.
  public static Optional<PackedQuery> read(String packed) {
    return PackedText.read(packed, MAX_BYTES)
        .filter(text -> text.length() <= QueryLimits.MAX_LENGTH)
        .map(PackedQuery::new);
  }
}
