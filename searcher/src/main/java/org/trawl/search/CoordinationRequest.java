package org.trawl.search;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.trawl.query.QueryAst;
import org.trawl.search.SearchRequest.Selection;

/// Which accounts of a search acted together more often than chance has it, on items of one kind.
///
/// @param type what is shared: a type of [NetworkType.Shape#SHARES]
/// @param window most time between two tweets of accounts that acted together, inclusive: 0 seconds
///   to [#MAX_WINDOW]
/// @param items on at least so many different items, 1 or more
/// @param size most groups to tell of, 1 to [#MAX_SIZE]
/// @param budget how long it may take before it answers with what it has
public record CoordinationRequest(
    QueryAst query,
    Selection selection,
    NetworkType type,
    Duration window,
    int items,
    int size,
    Duration budget) {
  /// Within a day times are shuffled to see what chance gives, so a longer window has no meaning.
  public static final Duration MAX_WINDOW = Duration.ofHours(6);

  public static final int MAX_SIZE = 1_000;

  public CoordinationRequest {
    requireNonNull(query, "query");
    requireNonNull(selection, "selection");
    requireNonNull(type, "type");
    requireNonNull(window, "window");
    requireNonNull(budget, "budget");
    if (!type.shares()) {
      throw new IllegalArgumentException(type.key() + " shares no items");
    }
    if (window.isNegative() || window.compareTo(MAX_WINDOW) > 0) {
      throw new IllegalArgumentException("window must be 0 to 6 hours, got " + window);
    }
    if (items < 1 || size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException(
          "items and size must be 1 or more, got " + items + ", " + size);
    }
  }
}
