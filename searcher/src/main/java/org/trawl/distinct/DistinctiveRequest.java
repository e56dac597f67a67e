package org.trawl.distinct;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.trawl.search.SearchScope;

/// What to look for among the tweets of a search.
///
/// @param scope the search
/// @param background what it is held against; tweets that are in both count as the search's
/// @param size most values to return, 1 to [#MAX_SIZE]
/// @param budget how long it may take before it answers with what it has
public record DistinctiveRequest(
    SearchScope scope, SearchScope background, ValueKind kind, int size, Duration budget) {
  public static final int MAX_SIZE = 100;

  public DistinctiveRequest {
    requireNonNull(scope, "scope");
    requireNonNull(background, "background");
    requireNonNull(kind, "kind");
    requireNonNull(budget, "budget");
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("size must be 1 to " + MAX_SIZE + ", got " + size);
    }
    if (kind.facet().filter(scope.selection().facets()::contains).isPresent()) {
      // Facets are counted without their own choice.
      throw new IllegalArgumentException("values of a facet of which some are chosen");
    }
  }
}
