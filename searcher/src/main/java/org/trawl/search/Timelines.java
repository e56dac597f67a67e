package org.trawl.search;

import java.util.List;

/// Timelines of several searches, in their order, all of the same interval and the same periods:
/// from the first tweet that any of them finds, or the first date chosen, to the last.
///
/// @param timelines none at all if no search finds a tweet or has dates
/// @param partial whether time ran out, so that counts are lower bounds
public record Timelines(List<Timeline> timelines, boolean partial) {
  public Timelines {
    timelines = List.copyOf(timelines);
  }
}
