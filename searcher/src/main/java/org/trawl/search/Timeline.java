package org.trawl.search;

import java.time.Instant;
import java.util.List;

/// Tweets over time, by the days and hours of the zone that was asked for; periods without tweets
/// are there with 0.
public record Timeline(Interval interval, List<Bucket> buckets) {
  public Timeline {
    buckets = List.copyOf(buckets);
  }

  /// How long a bucket is; weeks are left out as they cross months.
  public enum Interval {
    YEAR,
    MONTH,
    DAY,
    HOUR,
    MINUTE
  }

  /// What was asked for: one interval, or the one that suits the range.
  public enum Choice {
    AUTO,
    YEAR,
    MONTH,
    DAY,
    HOUR,
    MINUTE
  }

  /// The tweets from `start` up to the next bucket's.
  public record Bucket(Instant start, long count) {}
}
