package org.trawl.search;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.trawl.search.SearchResult.Hit;

/// The tweets behind an edge, in order of time.
///
/// @param total pairs in all, or tweets where the type has no pairs: the edge's weight
/// @param partial whether the time budget ended before all were found
public record Evidence(
    Network.Node source, Network.Node target, long total, List<Pair> pairs, boolean partial) {
  public Evidence {
    requireNonNull(source, "source");
    requireNonNull(target, "target");
    pairs = List.copyOf(pairs);
  }

  /// Two tweets on one item, or one tweet where the type has no pairs.
  ///
  /// @param item what both share: a link, a host, a hashtag, the id of a tweet; empty for a text
  /// @param first the source's tweet
  /// @param second the target's
  /// @param seconds from the first to the second; below 0 if the target was earlier
  public record Pair(String item, Hit first, Optional<Hit> second, long seconds) {
    public Pair {
      requireNonNull(item, "item");
      requireNonNull(first, "first");
      requireNonNull(second, "second");
    }
  }

  /// Which edge.
  ///
  /// @param source the id of a node
  /// @param target that of another
  /// @param from how many pairs to pass over
  /// @param size most pairs to return, 1 to [#MAX_SIZE]
  public record Asked(String source, String target, int from, int size) {
    public static final int MAX_SIZE = 1_000;

    /// The furthest that pairs are counted through, page by page.
    public static final int MAX_FROM = 1_000_000;

    public Asked {
      requireNonNull(source, "source");
      requireNonNull(target, "target");
      if (size < 1 || size > MAX_SIZE || from < 0 || from > MAX_FROM) {
        throw new IllegalArgumentException(
            "size must be 1 to "
                + MAX_SIZE
                + " and from 0 to "
                + MAX_FROM
                + ", got "
                + size
                + " and "
                + from);
      }
    }
  }
}
