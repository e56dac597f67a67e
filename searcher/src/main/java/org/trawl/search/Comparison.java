package org.trawl.search;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.trawl.search.Timeline.Bucket;
import org.trawl.search.Timeline.Interval;

/// Several searches side by side. All counts are exact, unless time ran out.
///
/// @param interval of all timelines; empty if there is nothing to count
/// @param series one for each search, in the order of the request
/// @param overlaps one for each pair of searches, the earlier first
/// @param partial whether time ran out, so that counts are lower bounds
public record Comparison(
    Optional<Interval> interval,
    List<Series> series,
    List<Overlap> overlaps,
    Duration took,
    boolean partial) {
  public Comparison {
    requireNonNull(interval, "interval");
    series = List.copyOf(series);
    overlaps = List.copyOf(overlaps);
    requireNonNull(took, "took");
  }

  /// One of the searches.
  ///
  /// @param total tweets that match
  /// @param accounts that sent them
  /// @param buckets the tweets over time; all series have the same periods
  public record Series(
      long total,
      long accounts,
      Optional<Instant> first,
      Optional<Instant> last,
      List<Bucket> buckets,
      Whole whole) {
    public Series {
      requireNonNull(first, "first");
      requireNonNull(last, "last");
      buckets = List.copyOf(buckets);
      requireNonNull(whole, "whole");
    }

    /// The period with the most tweets, the first of several; empty if there are no tweets.
    public Optional<Bucket> peak() {
      // The first of several that are as high.
      return buckets.stream()
          .max(
              Comparator.comparingLong(Bucket::count)
                  .thenComparing(Bucket::start, Comparator.reverseOrder()))
          .filter(bucket -> bucket.count() > 0);
    }
  }

  /// What a series is a share of.
  ///
  /// @param total of its tweets
  /// @param buckets of the periods of the series
  public record Whole(long total, List<Bucket> buckets) {
    public Whole {
      buckets = List.copyOf(buckets);
    }
  }

  /// How many tweets two searches have in common.
  ///
  /// @param a the place of one search in the request
  /// @param b the place of the other, higher than `a`
  public record Overlap(int a, int b, long both) {}
}
