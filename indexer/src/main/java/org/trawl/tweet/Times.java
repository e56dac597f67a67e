package org.trawl.tweet;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// Dates and times as the archive's files write them, all UTC: `2017-06-22 16:03`, with seconds at
/// times; `7/3/2018` and `10/1/2017 19:58` with the month first.
final class Times {
  private Times() {}

  static Optional<Instant> time(String cell) {
    var text = cell.strip();
    var space = text.indexOf(' ') > 0 ? text.indexOf(' ') : text.indexOf('T');
    if (space < 0) {
      return Optional.empty();
    }
    var day = date(text.substring(0, space));
    var clock = clock(text, space + 1);
    return day.isEmpty() || clock < 0
        ? Optional.empty()
        : Optional.of(day.get().atStartOfDay().plusSeconds(clock).toInstant(ZoneOffset.UTC));
  }

  /// Seconds since midnight, or -1.
  private static int clock(String text, int start) {
    var colon = text.indexOf(':', start);
    if (colon < 0) {
      return -1;
    }
    var hours = number(text, start, colon);
    var second = text.indexOf(':', colon + 1);
    var minutes = number(text, colon + 1, second < 0 ? Math.min(text.length(), colon + 3) : second);
    var seconds = second < 0 ? 0 : number(text, second + 1, Math.min(text.length(), second + 3));
    var rest = second < 0 ? colon + 3 : second + 3;
    var tail = rest < text.length() ? text.substring(rest) : "";
    if (hours < 0
        || hours > 23
        || minutes < 0
        || minutes > 59
        || seconds < 0
        || seconds > 59
        || !(tail.isEmpty()
            || tail.equals("Z")
            || tail.startsWith(".")
            || tail.startsWith("+00"))) {
      return -1;
    }
    return hours * 3600 + minutes * 60 + seconds;
  }

  static Optional<LocalDate> date(String cell) {
    var text = cell.strip();
    try {
      if (text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
        var plain = text.length() == 10 || text.charAt(10) == ' ' || text.charAt(10) == 'T';
        return plain
            ? of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
            : Optional.empty();
      }
      var first = text.indexOf('/');
      var second = text.indexOf('/', first + 1);
      if (first > 0 && second > first) {
        return of(
            number(text, second + 1, text.length()),
            number(text, 0, first),
            number(text, first + 1, second));
      }
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> of(int year, int month, int day) {
    return year < 1000 || year > 9999 || month < 1 || day < 1
        ? Optional.empty()
        : Optional.of(LocalDate.of(year, month, day));
  }

  /// The digits between two places as a number, or -1.
  private static int number(String text, int start, int end) {
    if (end <= start || end - start > 4) {
      return -1;
    }
    var number = 0;
    for (var i = start; i < end; i++) {
      var digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
