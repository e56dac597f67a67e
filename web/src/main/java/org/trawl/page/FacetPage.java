package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/// All values of a facet under a search.
///
/// @param prefix what the values shown begin with
/// @param kept the search, as fields of the form that looks for values
/// @param all how many different values there are
/// @param longer the same with more values, empty if all are shown
/// @param back the search
public record FacetPage(
    String title,
    String key,
    String prefix,
    List<SearchAddress.Field> kept,
    List<FacetBox.Value> values,
    String all,
    Optional<String> longer,
    SearchAddress back) {
  public FacetPage {
    requireNonNull(title, "title");
    requireNonNull(key, "key");
    requireNonNull(prefix, "prefix");
    kept = List.copyOf(kept);
    values = List.copyOf(values);
    requireNonNull(all, "all");
    requireNonNull(longer, "longer");
    requireNonNull(back, "back");
  }
}
