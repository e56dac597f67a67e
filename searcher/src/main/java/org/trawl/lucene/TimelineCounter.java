package org.trawl.lucene;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import org.trawl.search.TimeRange;
import org.trawl.search.Timeline;
import org.trawl.search.Timeline.Choice;
import org.trawl.search.Timeline.Interval;
import org.trawl.search.TimelineSpan;

/// Counts hits over time. Each segment is sorted by time, newest first, so a bucket is a range of
/// documents and its count a count of bits, whatever the number of hits.
final class TimelineCounter {
  /// Finer buckets than asked for are refused past this many: a coarser interval is taken.
  static final int MAX_BUCKETS = 10_000;

  /// The automatic choice takes the finest interval with no more buckets than this, so that a bar
  /// stays wide enough to be hit.
  static final int COMFORTABLE = 130;

  private final int[] times;
  private final Optional<TimelineSpan> archive;

  TimelineCounter(int[] times) {
    this.times = times;
    var bounds = Arrays.stream(times).summaryStatistics();
    archive =
        times.length == 0
            ? Optional.empty()
            : Optional.of(new TimelineSpan(bounds.getMin(), bounds.getMax()));
  }

  /// The timeline over the range that was chosen, and where none was, from the first hit to the
  /// last; empty where there is neither.
  Optional<Timeline> count(HitSet hits, Choice choice, TimeRange range, ZoneId zone) {
    return archive
        .flatMap(all -> TimelineSpan.of(range, span(hits), all))
        .map(span -> count(hits, choice, span, zone));
  }

  private Optional<TimelineSpan> span(HitSet hits) {
    var first = Integer.MAX_VALUE;
    var last = Integer.MIN_VALUE;
    for (var segment : hits.segments()) {
      if (segment.count() > 0) {
        last = Math.max(last, times[segment.base() + segment.next(0)]);
        first = Math.min(first, times[segment.base() + segment.previous(segment.size() - 1)]);
      }
    }
    return last < first ? Optional.empty() : Optional.of(new TimelineSpan(first, last));
  }

  private Timeline count(HitSet hits, Choice choice, TimelineSpan span, ZoneId zone) {
    var interval = interval(choice, span, zone);
    var starts = starts(interval, span, zone);
    var counts = new long[starts.length];
    for (var segment : hits.segments()) {
      if (segment.count() > 0) {
        count(segment, starts, counts);
      }
    }
    var buckets = new ArrayList<Timeline.Bucket>(counts.length);
    for (var i = 0; i < counts.length; i++) {
      buckets.add(new Timeline.Bucket(Instant.ofEpochSecond(starts[i]), counts[i]));
    }
    return new Timeline(interval, buckets);
  }

  private void count(SegmentHits segment, long[] starts, long[] counts) {
    var to = segment.size();
    for (var bucket = 0; bucket < starts.length; bucket++) {
      var end = bucket + 1 < starts.length ? starts[bucket + 1] : Long.MAX_VALUE;
      var from = firstBefore(times, segment.base(), segment.size(), end);
      counts[bucket] += segment.count(from, to);
      to = from;
    }
  }

  /// The first document of a segment that was sent before a time, or its size if none was.
  static int firstBefore(int[] times, int base, int size, long time) {
    var low = 0;
    var high = size;
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (times[base + middle] < time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static Interval interval(Choice choice, TimelineSpan span, ZoneId zone) {
    var wanted =
        switch (choice) {
          case YEAR -> Interval.YEAR;
          case MONTH -> Interval.MONTH;
          case DAY -> Interval.DAY;
          case HOUR -> Interval.HOUR;
          case MINUTE -> Interval.MINUTE;
          case AUTO -> finest(span, COMFORTABLE, zone);
        };
    return buckets(wanted, span, zone) <= MAX_BUCKETS ? wanted : finest(span, MAX_BUCKETS, zone);
  }

  private static Interval finest(TimelineSpan span, int most, ZoneId zone) {
    for (var interval :
        new Interval[] {Interval.MINUTE, Interval.HOUR, Interval.DAY, Interval.MONTH}) {
      if (buckets(interval, span, zone) <= most) {
        return interval;
      }
    }
    return Interval.YEAR;
  }

  private static long buckets(Interval interval, TimelineSpan span, ZoneId zone) {
    return isOfDays(interval)
        ? unit(interval)
                .between(date(interval, span.first(), zone), date(interval, span.last(), zone))
            + 1
        : unit(interval)
                .between(clock(interval, span.first(), zone), clock(interval, span.last(), zone))
            + 1;
  }

  private static long[] starts(Interval interval, TimelineSpan span, ZoneId zone) {
    var starts = new long[Math.toIntExact(buckets(interval, span, zone))];
    if (isOfDays(interval)) {
      // A day begins where the zone's clocks let it: at one in the morning, where they skip
      // midnight.
      var day = date(interval, span.first(), zone);
      Arrays.setAll(starts, i -> day.plus(i, unit(interval)).atStartOfDay(zone).toEpochSecond());
    } else {
      var start = clock(interval, span.first(), zone);
      Arrays.setAll(starts, i -> start.plus(i, unit(interval)).toEpochSecond());
    }
    return starts;
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
