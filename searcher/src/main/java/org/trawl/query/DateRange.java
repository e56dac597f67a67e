package org.trawl.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The span of time that a written date or time covers: a year, a month, a day, a minute, a second.
///
/// @param start inclusive, UTC
/// @param end exclusive, UTC
record DateRange(Instant start, Instant end) {
  private static final int MAX_TYPED = 40;

  /// Years have four digits: nothing is later than this, or earlier than the first.
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(\\d{4})(?:([-/.])(\\d{1,2})(?:\\2(\\d{1,2})"
              + "(?:[T_ ](\\d{1,2})(?::(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?)?"
              + "(Z|[_ ]?UTC|[_ ]?GMT|[+-]\\d{2}:?\\d{2})?)?)?)?",
          Pattern.CASE_INSENSITIVE);

  /// As X's first API wrote them: day, or day and minute, without signs between.
  private static final Pattern PACKED =
      Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)?(\\d\\d)?");

  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");
  private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");

  /// Reads `2016`, `2016-06`, `2016-06-24`, `2016-06-24T13:30:00Z`, `2016-06-24_13:30` and their
  /// like.
  static Optional<DateRange> read(String typed) {
    return read(typed, ZoneOffset.UTC);
  }

  /// The same by the clocks of a zone, where what is written names none.
  static Optional<DateRange> read(String typed, ZoneId zone) {
    var text = plainSigns(typed);
    if (text.length() > MAX_TYPED) {
      return Optional.empty();
    }
    try {
      var packed = PACKED.matcher(text);
      if (packed.matches()) {
        return Optional.of(packed(packed, zone));
      }
      var written = WRITTEN.matcher(text);
      return written.matches() ? Optional.of(written(written, zone)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// Reads seconds, or milliseconds, since 1970.
  static Optional<DateRange> readEpoch(String typed) {
    var text = asciiDigits(typed);
    if (!text.matches("\\d{1,13}")) {
      return Optional.empty();
    }
    long number = Long.parseLong(text);
    long seconds = text.length() > 11 ? number / 1000 : number;
    return Optional.of(span(Instant.ofEpochSecond(seconds), ChronoUnit.SECONDS));
  }

  /// The date that was perhaps meant by one that cannot be read.
  static Optional<String> nearest(String typed) {
    var text = plainSigns(typed);
    var dayFirst = DAY_FIRST.matcher(text);
    if (dayFirst.matches()) {
      int first = Integer.parseInt(dayFirst.group(1));
      int second = Integer.parseInt(dayFirst.group(2));
      int year = Integer.parseInt(dayFirst.group(3));
      // With both up to 12, nobody can tell which of them is the month.
      if (first > 12 || first == second) {
        return day(year, second, first);
      }
      return second > 12 ? day(year, first, second) : Optional.empty();
    }
    var iso = ISO_DAY.matcher(text);
    if (iso.matches()) {
      int year = Integer.parseInt(iso.group(1));
      int month = Integer.parseInt(iso.group(2));
      int day = Integer.parseInt(iso.group(3));
      if (month < 1 || month > 12) {
        return day(year, day, month).or(() -> readable(iso.group(1)));
      }
      return day > 28 && day <= 31
          ? day(year, month, YearMonth.of(year, month).lengthOfMonth())
          : readable(YearMonth.of(year, month).toString());
    }
    return Optional.empty();
  }

  private static Optional<String> readable(String date) {
    return read(date).map(_ -> date);
  }

  private static Optional<String> day(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day).toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static DateRange packed(Matcher match, ZoneId zone) {
    var day = date(match.group(1), match.group(2), match.group(3));
    if (match.group(4) == null) {
      return days(day, day.plusDays(1), zone);
    }
    int minute = match.group(5) == null ? 0 : Integer.parseInt(match.group(5));
    var time = LocalTime.of(Integer.parseInt(match.group(4)), minute);
    return span(
        day.atTime(time).atZone(zone).toInstant(),
        match.group(5) == null ? ChronoUnit.HOURS : ChronoUnit.MINUTES);
  }

  private static DateRange written(Matcher match, ZoneId zone) {
    if (match.group(3) == null) {
      var year = date(match.group(1), "1", "1");
      return days(year, year.plusYears(1), zone);
    }
    if (match.group(4) == null) {
      var month = date(match.group(1), match.group(3), "1");
      return days(month, month.plusMonths(1), zone);
    }
    var day = date(match.group(1), match.group(3), match.group(4));
    if (match.group(5) == null) {
      return days(day, day.plusDays(1), zone);
    }
    int second = match.group(7) == null ? 0 : Integer.parseInt(match.group(7));
    int minute = match.group(6) == null ? 0 : Integer.parseInt(match.group(6));
    // 24:00 is the end of a day.
    int hour = Integer.parseInt(match.group(5));
    boolean midnight = hour == 24 && minute == 0 && second == 0;
    var time = LocalTime.of(midnight ? 0 : hour, minute, second);
    var start =
        (midnight ? day.plusDays(1) : day)
            .atTime(time)
            .atZone(zone(match.group(8), zone))
            .toInstant();
    if (match.group(7) != null) {
      return span(start, ChronoUnit.SECONDS);
    }
    return span(start, match.group(6) == null ? ChronoUnit.HOURS : ChronoUnit.MINUTES);
  }

  private static ZoneId zone(@org.jspecify.annotations.Nullable String written, ZoneId otherwise) {
    if (written == null) {
      return otherwise;
    }
    boolean isOffset = written.charAt(0) == '+' || written.charAt(0) == '-';
    return isOffset ? ZoneOffset.of(written) : ZoneOffset.UTC;
  }

  private static LocalDate date(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  private static DateRange days(LocalDate start, LocalDate end, ZoneId zone) {
    return within(start.atStartOfDay(zone).toInstant(), end.atStartOfDay(zone).toInstant());
  }

  private static DateRange span(Instant start, ChronoUnit unit) {
    return within(start, start.plus(unit.getDuration()));
  }

  private static DateRange within(Instant start, Instant end) {
    if (start.isBefore(EARLIEST)) {
      throw new DateTimeException("too early: " + start);
    }
    return new DateRange(
        start.isAfter(LATEST) ? LATEST : start, end.isAfter(LATEST) ? LATEST : end);
  }

  /// Digits as in [#asciiDigits], and the dashes that word processors write as hyphens.
  private static String plainSigns(String typed) {
    var text = new StringBuilder(asciiDigits(typed));
    for (int i = 0; i < text.length(); i++) {
      if (QueryChars.isDash(text.charAt(i))) {
        text.setCharAt(i, '-');
      }
    }
    return text.toString();
  }

  /// Digits of every script as those of ASCII, so that an Arabic keyboard types dates as well.
  static String asciiDigits(String typed) {
    var text = new StringBuilder(typed.length());
    for (int i = 0; i < typed.length(); i++) {
      char sign = typed.charAt(i);
      int digit = Character.digit(sign, 10);
      text.append(digit >= 0 ? (char) ('0' + digit) : sign);
    }
    return text.toString();
  }
}
