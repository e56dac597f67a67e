package org.trawl.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import org.trawl.search.Timeline.Choice;
import org.trawl.search.Timeline.Interval;

/// The periods that a timeline counts by: one after another, without gaps, over a span of time.
public final class TimelinePeriods {
  /// Finer periods than asked for are refused past this many: a coarser interval is taken.
  public static final int MAX = 10_000;

  /// The automatic choice takes the finest interval with no more periods than this, so that a bar
  /// stays wide enough to be hit.
  public static final int COMFORTABLE = 130;

  private final Interval interval;
  private final long[] edges;

  private TimelinePeriods(Interval interval, long[] edges) {
    this.interval = interval;
    this.edges = edges;
  }

  /// @param most periods there may be; where the choice makes more, a coarser interval is taken
  public static TimelinePeriods of(Choice choice, TimelineSpan span, int most, ZoneId zone) {
    var wanted =
        switch (choice) {
          case YEAR -> Interval.YEAR;
          case MONTH -> Interval.MONTH;
          case DAY -> Interval.DAY;
          case HOUR -> Interval.HOUR;
          case MINUTE -> Interval.MINUTE;
          case AUTO -> finest(span, Math.min(most, COMFORTABLE), zone);
        };
    var interval = count(wanted, span, zone) <= most ? wanted : finest(span, most, zone);
    return new TimelinePeriods(interval, edges(interval, span, zone));
  }

  public Interval interval() {
    return interval;
  }

  /// How many periods there are, 1 or more.
  public int size() {
    return edges.length - 1;
  }

  /// When each begins, and when the last ends, in seconds of the epoch, ascending.
  public long[] edges() {
    return edges.clone();
  }

  /// The timeline of these counts, one for each period.
  public Timeline timeline(long[] counts) {
    var buckets = new ArrayList<Timeline.Bucket>(counts.length);
    for (int i = 0; i < counts.length; i++) {
      buckets.add(new Timeline.Bucket(Instant.ofEpochSecond(edges[i]), counts[i]));
    }
    return new Timeline(interval, buckets);
  }

  private static Interval finest(TimelineSpan span, int most, ZoneId zone) {
    for (var interval :
        new Interval[] {Interval.MINUTE, Interval.HOUR, Interval.DAY, Interval.MONTH}) {
      if (count(interval, span, zone) <= most) {
        return interval;
      }
    }
    return Interval.YEAR;
  }

  private static long count(Interval interval, TimelineSpan span, ZoneId zone) {
    return isOfDays(interval)
        ? unit(interval)
                .between(date(interval, span.first(), zone), date(interval, span.last(), zone))
            + 1
        : unit(interval)
                .between(clock(interval, span.first(), zone), clock(interval, span.last(), zone))
            + 1;
  }

  private static long[] edges(Interval interval, TimelineSpan span, ZoneId zone) {
    var edges = new long[Math.toIntExact(count(interval, span, zone)) + 1];
    if (isOfDays(interval)) {
      // A day begins where the zone's clocks let it: at one in the morning, where they skip
      // midnight.
      var day = date(interval, span.first(), zone);
      Arrays.setAll(edges, i -> day.plus(i, unit(interval)).atStartOfDay(zone).toEpochSecond());
    } else {
      var start = clock(interval, span.first(), zone);
      Arrays.setAll(edges, i -> start.plus(i, unit(interval)).toEpochSecond());
    }
    return edges;
  }

  private static boolean isOfDays(Interval interval) {
    return switch (interval) {
      case YEAR, MONTH, DAY -> true;
      case HOUR, MINUTE -> false;
    };
  }

  private static LocalDate date(Interval interval, long time, ZoneId zone) {
    var day = LocalDate.ofInstant(Instant.ofEpochSecond(time), zone);
    return switch (interval) {
      case YEAR -> day.withDayOfYear(1);
      case MONTH -> day.withDayOfMonth(1);
      case DAY, HOUR, MINUTE -> day;
    };
  }

  private static ZonedDateTime clock(Interval interval, long time, ZoneId zone) {
    var there = Instant.ofEpochSecond(time).atZone(zone);
    return there.truncatedTo(interval == Interval.HOUR ? ChronoUnit.HOURS : ChronoUnit.MINUTES);
  }

  private static ChronoUnit unit(Interval interval) {
    return switch (interval) {
      case YEAR -> ChronoUnit.YEARS;
      case MONTH -> ChronoUnit.MONTHS;
      case DAY -> ChronoUnit.DAYS;
      case HOUR -> ChronoUnit.HOURS;
      case MINUTE -> ChronoUnit.MINUTES;
    };
  }
}
