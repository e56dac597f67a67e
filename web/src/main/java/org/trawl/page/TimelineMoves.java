package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trawl.page.TimelineChart.Move;
import org.trawl.page.site.Wording;
import org.trawl.search.TimeRange;
import org.trawl.search.Timeline.Bucket;
import org.trawl.search.Timeline.Interval;

/// The ways from the dates that were chosen to others: as long a time before and after, and the
/// calendar's next wider period. Where nothing was chosen there are none.
///
/// @param chosen the dates beside the query, which a move changes
/// @param typed the dates in the query, which stay
record TimelineMoves(SearchAddress address, TimeRange chosen, TimeRange typed) {
  /// Addresses write years with four digits.
  private static final int LAST_YEAR = 9999;

  private static final List<Interval> FINEST_FIRST =
      List.of(Interval.HOUR, Interval.DAY, Interval.MONTH, Interval.YEAR);

  TimelineMoves {
    requireNonNull(address, "address");
    requireNonNull(chosen, "chosen");
    requireNonNull(typed, "typed");
  }

  /// A period of the calendar.
  private record Period(Instant since, Instant until, String label) {
    TimeRange range() {
      return new TimeRange(Optional.of(since), Optional.of(until));
    }
  }

  /// @param buckets of the timeline, which end where an end was not chosen
  List<Move> around(List<Bucket> buckets, Interval interval) {
    if (chosen.equals(TimeRange.ALL)) {
      return List.of();
    }
    var since = chosen.since().orElse(buckets.getFirst().start());
    var until =
        chosen
            .until()
            .orElseGet(
                () -> TimelineChart.next(buckets.getLast().start(), interval, address.zone()));
    var moves = new ArrayList<Move>();
    if (chosen.since().isPresent()) {
      beside(since, until, -1).ifPresent(range -> moves.add(move("earlier", "Earlier", range)));
    }
    wider().ifPresent(period -> moves.add(move("out", period.label, period.range())));
    moves.add(move("all", "All dates", TimeRange.ALL));
    if (chosen.until().isPresent()) {
      beside(since, until, 1).ifPresent(range -> moves.add(move("later", "Later", range)));
    }
    return moves;
  }

  private Move move(String kind, String label, TimeRange range) {
    return new Move(kind, label, address.between(range.since(), range.until()).href());
  }

  /// As long a time right before or after. Whole months are followed by as many months, whatever
  /// their days.
  private Optional<TimeRange> beside(Instant since, Instant until, int direction) {
    var start = since.atZone(address.zone());
    var end = until.atZone(address.zone());
    if (!start.isBefore(end) || !isWritable(start) || !isWritable(end)) {
      return Optional.empty();
    }
    long months = ChronoUnit.MONTHS.between(start, end);
    boolean whole = isMonth(start) && isMonth(end);
    var length = Duration.between(start, end).multipliedBy(direction);
    var from = whole ? start.plusMonths(direction * months) : start.plus(length);
    var to = whole ? end.plusMonths(direction * months) : end.plus(length);
    var range = new TimeRange(Optional.of(from.toInstant()), Optional.of(to.toInstant()));
    return isWritable(from) && isWritable(to) && !range.and(typed).isEmpty()
        ? Optional.of(range)
        : Optional.empty();
  }

  /// The smallest period of the calendar around what is shown that shows more, or the years around
  /// it.
  private Optional<Period> wider() {
    if (chosen.since().isEmpty() || chosen.until().isEmpty()) {
      return Optional.empty();
    }
    var since = chosen.since().get();
    var last = chosen.until().get().minusNanos(1);
    if (!isWritable(since.atZone(address.zone())) || !isWritable(last.atZone(address.zone()))) {
      return Optional.empty();
    }
    var shown = chosen.and(typed);
    for (var interval : FINEST_FIRST) {
      var start = start(since, interval);
      if (start.equals(start(last, interval))) {
        var period = period(start, start, interval);
        if (period.range().and(typed).isWiderThan(shown) && isWritable(period)) {
          return Optional.of(period);
        }
      }
    }
    var years = period(start(since, Interval.YEAR), start(last, Interval.YEAR), Interval.YEAR);
    return Optional.of(years)
        .filter(period -> period.range().and(typed).isWiderThan(shown) && isWritable(period));
  }

  private Period period(Instant first, Instant last, Interval interval) {
    var label = Wording.period(first, interval, address.zone());
    var end = Wording.period(last, interval, address.zone());
    return new Period(
        first,
        TimelineChart.next(last, interval, address.zone()),
        label.equals(end) ? label : label + " – " + end);
  }

  private Instant start(Instant time, Interval interval) {
    var there = time.atZone(address.zone());
    var start =
        switch (interval) {
          case MINUTE -> there.truncatedTo(ChronoUnit.MINUTES);
          case HOUR -> there.truncatedTo(ChronoUnit.HOURS);
          case DAY -> there.truncatedTo(ChronoUnit.DAYS);
          case MONTH -> there.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
          case YEAR -> there.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
        };
    return start.toInstant();
  }

  private static boolean isMonth(ZonedDateTime time) {
    return time.equals(time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1));
  }

  private boolean isWritable(Period period) {
    return isWritable(period.since.atZone(address.zone()))
        && isWritable(period.until.atZone(address.zone()));
  }

  private static boolean isWritable(ZonedDateTime time) {
    return time.getYear() >= 1 && time.getYear() <= LAST_YEAR;
  }
}
