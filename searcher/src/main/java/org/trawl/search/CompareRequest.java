package org.trawl.search;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/// Several searches to compare.
///
/// @param scopes one to [#MOST]
/// @param wholes what the share of each scope is of; holds every tweet of its scope
/// @param interval of the periods that all are counted by
/// @param most periods there may be, 1 or more; where the interval makes more, a coarser one is
///   taken
/// @param zone whose days and hours the periods are
/// @param budget how long it may take before it answers with what it has
public record CompareRequest(
    List<SearchScope> scopes,
    List<SearchScope> wholes,
    Timeline.Choice interval,
    int most,
    ZoneId zone,
    Duration budget) {
  /// As many lines as a person can tell apart.
  public static final int MOST = 8;

  public CompareRequest {
    scopes = List.copyOf(scopes);
    wholes = List.copyOf(wholes);
    requireNonNull(interval, "interval");
    requireNonNull(zone, "zone");
    requireNonNull(budget, "budget");
    if (most < 1) {
      throw new IllegalArgumentException("one period at least, got " + most);
    }
    if (scopes.isEmpty() || scopes.size() > MOST || wholes.size() != scopes.size()) {
      throw new IllegalArgumentException(
          "1 to %d searches with a whole each, got %d and %d"
              .formatted(MOST, scopes.size(), wholes.size()));
    }
  }
}
