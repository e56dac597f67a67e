package org.trawl.tweet;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.trawl.tweet.Dialect.DateOrder;

/// A time as a cell has it, before it is decided whether day or month stands first.
///
/// @param day the day, read with the day first if both orders are possible
/// @param monthFirst the day read with the month first, if that is another day
/// @param second since midnight, the cell's offset taken off; may lie outside of the day then
/// @param step how exact it is, in seconds: 1, 60, or a day
record WrittenTime(LocalDate day, Optional<LocalDate> monthFirst, int second, int step) {
  static final int DAY = 86_400;
  static final int MINUTE = 60;

  WrittenTime {
    requireNonNull(day, "day");
    requireNonNull(monthFirst, "monthFirst");
  }

  boolean ambiguous() {
    return monthFirst.isPresent();
  }

  /// The day under an order; empty if it takes one and none is known.
  Optional<LocalDate> day(DateOrder order) {
    return monthFirst.isEmpty()
        ? Optional.of(day)
        : switch (order) {
          case DAY_FIRST -> Optional.of(day);
          case MONTH_FIRST -> monthFirst;
          case UNKNOWN -> Optional.empty();
        };
  }

  /// The moment under an order; empty if it takes one and none is known.
  Optional<Instant> time(DateOrder order) {
    return day(order).map(this::on);
  }

  private Instant on(LocalDate date) {
    return date.atStartOfDay().plusSeconds(second).toInstant(ZoneOffset.UTC);
  }

  /// The order under which this is the moment that an id holds; unknown if both are or none is.
  DateOrder orderBy(Instant id) {
    if (monthFirst.isEmpty()) {
      return DateOrder.UNKNOWN;
    }
    var byDay = near(on(day), id);
    var byMonth = near(on(monthFirst.get()), id);
    if (byDay == byMonth) {
      return DateOrder.UNKNOWN;
    }
    return byDay ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
  }

  /// Whether two moments are one but for the time zone.
  private boolean near(Instant cell, Instant id) {
    return Math.abs(away(cell, id)) <= DAY;
  }

  /// How many seconds an id's moment lies before (below 0) or after the span that the cell means.
  long away(Instant cell, Instant id) {
    var difference = id.getEpochSecond() - cell.getEpochSecond();
    if (difference < 0) {
      return difference;
    }
    return Math.max(0, difference - (step - 1));
  }
}
