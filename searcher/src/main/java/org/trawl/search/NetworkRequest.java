package org.trawl.search;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import org.trawl.query.QueryAst;
import org.trawl.search.SearchRequest.Selection;

/// Which network of which search, and how much of it.
///
/// @param size most edges to return, 1 to [#MAX_SIZE]: the heaviest
/// @param budget how long it may take before it answers with what it has
public record NetworkRequest(
    QueryAst query, Selection selection, Rule rule, int size, Duration budget) {
  /// A file of so many edges is more than any program draws.
  public static final int MAX_SIZE = 250_000;

  public NetworkRequest {
    requireNonNull(query, "query");
    requireNonNull(selection, "selection");
    requireNonNull(rule, "rule");
    requireNonNull(budget, "budget");
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("size must be 1 to " + MAX_SIZE + ", got " + size);
    }
  }

  public NetworkType type() {
    return rule.type;
  }

  /// The same of other tweets.
  public NetworkRequest of(QueryAst other, Selection otherSelection) {
    return new NetworkRequest(other, otherSelection, rule, size, budget);
  }

  /// What makes an edge.
  ///
  /// @param window most seconds between two tweets that make a pair, inclusive; empty for any time.
  ///   Only of types that share an item
  /// @param min least weight of an edge, 1 or more
  /// @param items least number of different items of an edge, 1 or more. Only of types that share
  ///   an item
  public record Rule(NetworkType type, Optional<Duration> window, long min, int items) {
    /// The longest window; a longer one is none.
    public static final Duration MAX_WINDOW = Duration.ofDays(366);

    public Rule {
      requireNonNull(type, "type");
      requireNonNull(window, "window");
      if (min < 1 || items < 1) {
        throw new IllegalArgumentException(
            "min and items must be 1 or more, got " + min + " and " + items);
      }
      if (!type.shares() && (window.isPresent() || items > 1)) {
        throw new IllegalArgumentException(
            "window and items are of types that share an item, not of " + type.key());
      }
      if (window.isPresent()
          && (window.get().isNegative() || window.get().compareTo(MAX_WINDOW) > 0)) {
        throw new IllegalArgumentException(
            "window must be 0 seconds to " + MAX_WINDOW.toDays() + " days, got " + window.get());
      }
    }

    /// Every edge of a type, at any time.
    public static Rule of(NetworkType type) {
      return new Rule(type, Optional.empty(), 1, 1);
    }
  }
}
