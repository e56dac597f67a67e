package org.trawl.explain;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/// Hours of the day and days of the week in words.
final class ClockText {
  private ClockText() {}

  /// `from 09:00 to 17:59 UTC`.
  static String hours(long first, long last) {
    return first > 23
        ? "in an hour that no day has"
        : "from %02d:00 to %02d:59 UTC".formatted(first, Math.min(23, last));
  }

  /// `a Monday`, `a day from Monday to Friday`.
  ///
  /// @param first 1 for Monday to 7 for Sunday, or any other number
  static String weekdays(long first, long last) {
    if (first > 7 || last < 1) {
      return "a day that no week has";
    }
    var from = weekday(Math.max(1, first));
    var to = weekday(Math.min(7, last));
    return from.equals(to) ? "a " + from : "a day from " + from + " to " + to;
  }

  private static String weekday(long number) {
    return DayOfWeek.of((int) number).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
