package org.trawl.query;

import static java.util.Objects.requireNonNull;

/// A change to a typed query that takes one problem away.
///
/// @param replacement what to write at the place instead of what stands there
public record Mend(Place place, String replacement) {
  public Mend {
    requireNonNull(place, "place");
    requireNonNull(replacement, "replacement");
  }

  /// The typed query with this change.
  public String apply(String text) {
    return text.substring(0, place.offset()) + replacement + text.substring(place.end());
  }
}
