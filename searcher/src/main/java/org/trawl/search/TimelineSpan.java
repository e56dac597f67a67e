package org.trawl.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// From where to where a timeline goes, both ends included, in seconds of the epoch: the dates that
/// were chosen, with all that is empty in them, and at an end that nobody chose as far as the hits.
/// What lies outside the archive's years is left out of it, unless all of it lies there.
public record TimelineSpan(long first, long last) {
  /// Of dates wholly outside the archive, the years nearest to it are shown, and no more than
  /// these.
  private static final int MOST_YEARS = 100;

  /// All that four digits can write.
  private static final TimelineSpan WRITABLE =
      new TimelineSpan(
          Instant.parse("0001-01-01T00:00:00Z").getEpochSecond(),
          Instant.parse("9999-12-31T23:59:59Z").getEpochSecond());

  /// @param range that was chosen
  /// @param hits from the first hit to the last
  /// @param archive from the archive's first tweet to its last
  /// @return empty if there is nothing to show: no hits and no dates, or dates that cannot be
  public static Optional<TimelineSpan> of(
      TimeRange range, Optional<TimelineSpan> hits, TimelineSpan archive) {
    if (range.equals(TimeRange.ALL) || range.and(WRITABLE.range()).isEmpty()) {
      return hits;
    }
    var since = range.since().map(TimelineSpan::writable);
    var until = range.until().map(end -> writable(end.minusNanos(1)));
    var years = archive.wholeYears();
    var around = hits.orElse(years);
    var within = new TimelineSpan(since.orElse(around.first), until.orElse(around.last)).and(years);
    return within.isPresent()
        ? within
        : new TimelineSpan(
                since.orElseGet(() -> year(until.orElseThrow(), -1)),
                until.orElseGet(() -> year(since.orElseThrow(), 1)))
            .and(WRITABLE)
            .flatMap(outside -> outside.and(outside.nearest(archive)));
  }

  private TimeRange range() {
    return new TimeRange(
        Optional.of(Instant.ofEpochSecond(first)), Optional.of(Instant.ofEpochSecond(last + 1)));
  }

  private static long writable(Instant time) {
    return Math.clamp(time.getEpochSecond(), WRITABLE.first, WRITABLE.last);
  }

  /// From the earlier of two beginnings to the later of two ends.
  public TimelineSpan or(TimelineSpan other) {
    return new TimelineSpan(Math.min(first, other.first), Math.max(last, other.last));
  }

  private Optional<TimelineSpan> and(TimelineSpan other) {
    var both = new TimelineSpan(Math.max(first, other.first), Math.min(last, other.last));
    return both.first <= both.last ? Optional.of(both) : Optional.empty();
  }

  private TimelineSpan wholeYears() {
    var start = utc(first).truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
    var end = utc(last).truncatedTo(ChronoUnit.DAYS).withDayOfYear(1).plusYears(1);
    return new TimelineSpan(start.toEpochSecond(), end.toEpochSecond() - 1);
  }

  private TimelineSpan nearest(TimelineSpan archive) {
    return first > archive.last
        ? new TimelineSpan(first, year(first, MOST_YEARS))
        : new TimelineSpan(year(last, -MOST_YEARS), last);
  }

  /// So many years away, less the second that the way there begins with.
  private static long year(long second, int years) {
    return utc(second).plusYears(years).toEpochSecond() - Integer.signum(years);
  }

  private static ZonedDateTime utc(long second) {
    return Instant.ofEpochSecond(second).atZone(ZoneOffset.UTC);
  }
}
