package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.trawl.search.Facet;
import org.trawl.search.SearchResult.FacetCounts;

/// The most frequent values of a facet as a list of searches.
///
/// @param key the facet's
/// @param more where all values are, empty if they are all here
public record TopList(String key, String title, List<Value> values, Optional<String> more) {
  public TopList {
    requireNonNull(key, "key");
    requireNonNull(title, "title");
    values = List.copyOf(values);
    requireNonNull(more, "more");
  }

  /// A value and its tweets.
  ///
  /// @param share of the list's first value, 0 to 100
  public record Value(String label, String count, double share, String href) {}

  /// How much of the most a count is, 0 to 100.
  static double share(long count, long most) {
    return most == 0 ? 0 : Math.round(1000.0 * count / most) / 10.0;
  }

  /// A facet's first values under a search; none where it has no value but "none".
  static Optional<TopList> of(
      Facet facet, Optional<FacetCounts> counts, SearchAddress address, int shown) {
    var boxed =
        counts.map(found -> FacetBox.values(facet, found, address)).orElse(List.of()).stream()
            .filter(value -> !value.field().endsWith(":" + Facet.NONE))
            .toList();
    if (boxed.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TopList(
            facet.key(),
            facet.label(),
            boxed.stream()
                .limit(shown)
                .map(v -> new Value(v.label(), v.count(), v.share(), v.toggle()))
                .toList(),
            boxed.size() > shown
                ? Optional.of(address.href("/facets/" + facet.key()))
                : Optional.empty()));
  }
}
