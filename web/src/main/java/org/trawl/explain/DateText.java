package org.trawl.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Dates of a query as a newspaper writes them: `on 24 June 2016`, `1–30 June 2016`, UTC.
final class DateText {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_AND_MONTH =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  private DateText() {}

  /// A span of time; at least one end is given.
  ///
  /// @param since inclusive
  /// @param until exclusive
  static String time(Optional<Instant> since, Optional<Instant> until) {
    var whole =
        since.map(DateText::isMidnight).orElse(true)
            && until.map(DateText::isMidnight).orElse(true);
    if (whole) {
      return days(since.map(DateText::day), until.map(DateText::day));
    }
    var from = since.map(DateText::moment);
    var to = until.map(DateText::moment);
    if (from.isPresent() && to.isPresent()) {
      return "from " + from.get() + " to before " + to.get() + " UTC";
    }
    return from.map(time -> "from " + time + " UTC on")
        .orElseGet(() -> "before " + to.orElseThrow() + " UTC");
  }

  /// A span of days; at least one end is given.
  ///
  /// @param since inclusive
  /// @param until exclusive
  static String days(Optional<LocalDate> since, Optional<LocalDate> until) {
    if (since.isEmpty()) {
      return "before " + DAY.format(until.orElseThrow());
    }
    return until
        .map(end -> between(since.get(), end))
        .orElseGet(() -> "from " + DAY.format(since.get()) + " on");
  }

  private static String between(LocalDate first, LocalDate until) {
    var last = until.minusDays(1);
    if (first.equals(last)) {
      return "on " + DAY.format(first);
    }
    if (last.isBefore(first)) {
      return "from " + DAY.format(first) + " on and before " + DAY.format(until);
    }
    if (first.getDayOfYear() == 1 && first.plusYears(1).equals(until)) {
      return "in " + first.getYear();
    }
    var begins = first.getDayOfMonth() == 1;
    if (begins && first.plusMonths(1).equals(until)) {
      return "in " + MONTH.format(first);
    }
    if (first.getYear() != last.getYear()) {
      return DAY.format(first) + " – " + DAY.format(last);
    }
    return first.getMonth() == last.getMonth()
        ? first.getDayOfMonth() + "–" + DAY.format(last)
        : DAY_AND_MONTH.format(first) + " – " + DAY.format(last);
  }

  private static boolean isMidnight(Instant time) {
    return time.getEpochSecond() % 86_400 == 0 && time.getNano() == 0;
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  private static String moment(Instant time) {
    return DAY.format(day(time)) + ", " + LocalTime.ofInstant(time, ZoneOffset.UTC);
  }
}
