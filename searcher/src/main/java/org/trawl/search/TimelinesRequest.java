package org.trawl.search;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/// Timelines of several searches over the same periods.
///
/// @param scopes one or more
/// @param most periods there may be, 1 or more; where the interval makes more, a coarser one is
///   taken
/// @param zone whose days and hours the periods are
/// @param budget how long it may take before it answers with what it has
public record TimelinesRequest(
    List<SearchScope> scopes, Timeline.Choice interval, int most, ZoneId zone, Duration budget) {
  public TimelinesRequest {
    scopes = List.copyOf(scopes);
    requireNonNull(interval, "interval");
    requireNonNull(zone, "zone");
    requireNonNull(budget, "budget");
    if (scopes.isEmpty() || most < 1) {
      throw new IllegalArgumentException(
          "one search and one period at least, got " + scopes.size() + " and " + most);
    }
  }
}
