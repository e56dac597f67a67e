package org.trawl.tweet;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times as programs write them; UTC unless an offset stands there. The archive's own `2017-06-22
/// 16:03` goes first and fast; the others are what spreadsheets, databases and languages made of
/// it.
final class Times {
  private static final String CLOCK =
      "(?:(?<before>上午|下午|오전|오후|午前|午後)\\s*)?"
          + "(?<hour>\\d{1,2})(?:[:.h](?<minute>\\d{2}))(?:[:.](?<second>\\d{2})(?:[.,]\\d{1,9})?)?"
          + "(?:\\s*(?<half>[aApP]\\.?\\s?[mM]\\.?|上午|下午|오전|오후|午前|午後))?"
          + "(?:\\s*(?<zone>Z|UTC|GMT|UT)?(?<offset>[+-]\\d{2}(?::?\\d{2})?)?"
          + "(?:\\s*(?:\\([^)]*\\)|\\[[^\\]]*\\]))?)";
  private static final String WEEKDAY = "(?:\\p{L}{2,12}\\.?,?\\s+)?";
  private static final String YEAR_FIRST =
      "(?<y1>\\d{4})\\s?[-/.年년]\\s?(?<m1>\\d{1,2})\\s?[-/.月월]\\s?(?<d1>\\d{1,2})[日일.]?";
  private static final String NUMBERS =
      "(?<a>\\d{1,2})(?<sign>[-/.])(?<b>\\d{1,2})\\k<sign>(?<y2>\\d{4}|\\d{2})\\.?";
  private static final String DAY_NAME =
      "(?<d3>\\d{1,2})(?:\\.|st|nd|rd|th)?[-/ ]+(?:de\\s+)?(?<n3>\\p{L}{3,12})\\.?,?[-/"
          + " ]+(?:de\\s+)?(?<y3>\\d{4}|\\d{2})";
  private static final String NAME_DAY =
      "(?<n4>\\p{L}{3,12})\\.?\\s+(?<d4>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y4>\\d{4})";
  private static final String DATE =
      "(?:" + YEAR_FIRST + "|" + NUMBERS + "|" + DAY_NAME + "|" + NAME_DAY + ")";
  private static final Pattern DATE_CLOCK =
      Pattern.compile(WEEKDAY + DATE + "(?:(?:\\s*[T,·]\\s*|\\s+(?:at\\s+)?)" + CLOCK + ")?");
  private static final Pattern CLOCK_DATE =
      Pattern.compile(CLOCK + "\\s*[,·-]?\\s*" + WEEKDAY + DATE);

  /// `Sun Nov 24 06:30:00 +0000 2019`, as Twitter's interface writes it; C and Java put no offset
  /// or the zone's name.
  private static final Pattern API =
      Pattern.compile(
          "\\p{L}{3} (?<n4>\\p{L}{3}) +(?<d4>\\d{1,2})"
              + " (?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})(?: (?<zone>UTC|GMT|Z))?(?:"
              + " ?(?<offset>[+-]\\d{2}:?\\d{2}))? (?<y4>\\d{4})");

  private static final Pattern ORDERED =
      Pattern.compile("(?<!\\d)(\\d{1,2})[-/](\\d{1,2})[-/](?:\\d{4}|\\d{2})(?!\\d)");

  private static final Pattern COMPACT =
      Pattern.compile(
          "(20\\d{2})(\\d{2})(\\d{2})(?:[T"
              + " _]?(\\d{2})(\\d{2})(\\d{2})?(?:\\.\\d+)?(Z|\\+00:?00)?)?");
  private static final Pattern NUMBER = Pattern.compile("(\\d{5,19})(?:[.,](\\d+))?");
  private static final Pattern POWER = Pattern.compile("(\\d)(?:[.,](\\d+))?[eE]\\+?(\\d{1,2})");
  private static final Pattern MONGO =
      Pattern.compile(
          "(?:\\{\\s*\"?\\$date\"?\\s*:\\s*|ISODate\\(|new"
              + " Date\\(|Timestamp\\()\\s*(?:\\{\\s*\"\\$numberLong\"\\s*:\\s*)?[\"']?([^\"'})]+)[\"']?[\\s})]*");

  /// 2006, when Twitter began, to 2035: seconds whose size tells the unit of a number.
  private static final long FIRST_SECOND = 1_136_073_600L;

  private static final long LAST_SECOND = 2_051_222_400L;

  /// Days of spreadsheets are counted from here.
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private Times() {}

  /// The time in a cell; empty if it is none.
  static Optional<WrittenTime> read(String cell) {
    var plain = official(cell);
    return plain.isPresent() ? plain : other(cell);
  }

  /// `2017-06-22 16:03`, with seconds at times.
  private static Optional<WrittenTime> official(String text) {
    var length = text.length();
    if ((length != 16 && length != 19)
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || (text.charAt(10) != ' ' && text.charAt(10) != 'T')
        || text.charAt(13) != ':'
        || (length == 19 && text.charAt(16) != ':')) {
      return Optional.empty();
    }
    var seconds = length == 19 ? two(text, 17) : 0;
    var clock = clock(two(text, 11), two(text, 14), seconds);
    var year = two(text, 0) * 100 + two(text, 2);
    var month = two(text, 5);
    var day = two(text, 8);
    return clock < 0 || two(text, 0) < 0 || two(text, 2) < 0
        ? Optional.empty()
        : written(date(year, month, day), clock, length == 19 ? 1 : WrittenTime.MINUTE);
  }

  /// Two digits as a number, or below 0.
  private static int two(String text, int at) {
    var tens = text.charAt(at) - '0';
    var ones = text.charAt(at + 1) - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1_000 : tens * 10 + ones;
  }

  private static Optional<WrittenTime> written(Optional<LocalDate> day, int second, int step) {
    return day.map(date -> new WrittenTime(date, Optional.empty(), second, step));
  }

  /// Seconds since midnight, or -1.
  private static int clock(int hour, int minute, int second) {
    return hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59
        ? -1
        : hour * 3600 + minute * 60 + second;
  }

  private static Optional<LocalDate> date(int year, int month, int day) {
    try {
      return year < 1000 || year > 9999 || month < 1 || day < 1
          ? Optional.empty()
          : Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<WrittenTime> other(String cell) {
    var text =
        NumberCell.bare(cell).replaceAll("[\\u00A0\\u202F\\u2009\\u200E\\u200F]", " ").strip();
    if (text.length() < 5 || text.length() > 80) {
      return Optional.empty();
    }
    var mongo = MONGO.matcher(text);
    if (mongo.matches()) {
      text = mongo.group(1).strip();
    }
    var compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return compact(compact);
    }
    var number = number(text);
    if (number.isPresent()) {
      return number;
    }
    var api = API.matcher(text);
    if (api.matches()) {
      return ofNamedDay(api, "4").flatMap(day -> at(new Days(day, Optional.empty()), api));
    }
    for (var pattern : new Pattern[] {DATE_CLOCK, CLOCK_DATE}) {
      var found = pattern.matcher(text);
      if (found.matches()) {
        return days(found).flatMap(days -> at(days, found));
      }
    }
    return Optional.empty();
  }

  /// What the numbers of a date tell about the order of day and month: one above 12 is no month.
  enum Order {
    DAY_FIRST,
    MONTH_FIRST,
    /// Nothing: both may be months, or the notation leaves no doubt.
    NONE
  }

  /// What a cell with a certain time tells about the order in its column.
  static Order order(String cell) {
    var found = ORDERED.matcher(NumberCell.bare(cell));
    if (!found.find()) {
      return Order.NONE;
    }
    var first = integer(found, 1);
    var second = integer(found, 2);
    if (first > 12 && second <= 12) {
      return Order.DAY_FIRST;
    }
    return second > 12 && first <= 12 ? Order.MONTH_FIRST : Order.NONE;
  }

  /// What a date may mean: with the day first, or as it certainly is, and with the month first.
  private record Days(LocalDate day, Optional<LocalDate> monthFirst) {}

  private static Optional<Days> days(Matcher found) {
    if (found.group("y1") != null) {
      return date(integer(found, "y1"), integer(found, "m1"), integer(found, "d1"))
          .map(day -> new Days(day, Optional.empty()));
    }
    if (found.group("y3") != null || found.group("y4") != null) {
      return ofNamedDay(found, found.group("y3") != null ? "3" : "4")
          .map(day -> new Days(day, Optional.empty()));
    }
    var year = year(found.group("y2"));
    var dayFirst = date(year, integer(found, "b"), integer(found, "a"));
    var monthFirst = date(year, integer(found, "a"), integer(found, "b"));
    if (dayFirst.isEmpty()) {
      return monthFirst.map(day -> new Days(day, Optional.empty()));
    }
    // Whoever writes dots writes the day first.
    var same = monthFirst.equals(dayFirst) || found.group("sign").equals(".");
    return Optional.of(new Days(dayFirst.get(), same ? Optional.empty() : monthFirst));
  }

  private static Optional<LocalDate> ofNamedDay(Matcher found, String place) {
    var month = MonthNames.number(found.group("n" + place));
    return month == 0
        ? Optional.empty()
        : date(year(found.group("y" + place)), month, integer(found, "d" + place));
  }

  private static int year(String digits) {
    var year = Integer.parseInt(digits);
    return digits.length() == 4 ? year : year < 70 ? 2000 + year : 1900 + year;
  }

  private static int integer(Matcher found, String group) {
    return Integer.parseInt(found.group(group));
  }

  private static Optional<WrittenTime> at(Days days, Matcher found) {
    if (found.group("hour") == null) {
      return Optional.of(new WrittenTime(days.day, days.monthFirst, 0, WrittenTime.DAY));
    }
    var hour = hour(found);
    var seconds = found.group("second");
    var clock =
        clock(hour, integer(found, "minute"), seconds == null ? 0 : Integer.parseInt(seconds));
    if (clock < 0) {
      return Optional.empty();
    }
    var offset = offset(found.group("offset"));
    return Math.abs(offset) > 18 * 3600
        ? Optional.empty()
        : Optional.of(
            new WrittenTime(
                days.day,
                days.monthFirst,
                clock - offset,
                seconds == null ? WrittenTime.MINUTE : 1));
  }

  /// The hour of the day; -1 if it is none.
  private static int hour(Matcher found) {
    var hour = integer(found, "hour");
    var half = half(found);
    if (half == 0) {
      return hour;
    }
    if (hour > 12) {
      return -1;
    }
    return hour % 12 + (half > 0 ? 12 : 0);
  }

  /// Below 0 for the first half of the day, above 0 for the second, 0 where none is said.
  private static int half(Matcher found) {
    for (var group : new String[] {"before", "half"}) {
      String said;
      try {
        said = found.group(group);
      } catch (IllegalArgumentException e) {
        return 0; // Not in Twitter's own notation.
      }
      if (said != null) {
        var first = said.charAt(0);
        return first == 'p'
                || first == 'P'
                || said.equals("下午")
                || said.equals("오후")
                || said.equals("午後")
            ? 1
            : -1;
      }
    }
    return 0;
  }

  /// Seconds east of Greenwich.
  private static int offset(String text) {
    if (text == null) {
      return 0;
    }
    var digits = text.substring(1).replace(":", "");
    var hours = Integer.parseInt(digits.substring(0, 2));
    var minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(2)) : 0;
    var seconds = hours * 3600 + minutes * 60;
    return text.charAt(0) == '-' ? -seconds : seconds;
  }

  private static Optional<WrittenTime> compact(Matcher found) {
    var day = date(integer(found, 1), integer(found, 2), integer(found, 3));
    if (found.group(4) == null) {
      return written(day, 0, WrittenTime.DAY);
    }
    var seconds = found.group(6) == null ? 0 : integer(found, 6);
    var clock = clock(integer(found, 4), integer(found, 5), seconds);
    return clock < 0
        ? Optional.empty()
        : written(day, clock, found.group(6) == null ? WrittenTime.MINUTE : 1);
  }

  private static int integer(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }

  /// Seconds, or parts of them, since 1970, or a spreadsheet's days: each in its own size.
  private static Optional<WrittenTime> number(String text) {
    var digits = text;
    var power = POWER.matcher(text);
    if (power.matches()) {
      var fraction = power.group(2) == null ? "" : power.group(2);
      var exponent = Integer.parseInt(power.group(3));
      if (exponent < 9 || exponent > 18) {
        return Optional.empty();
      }
      // What the notation left out was zeros only if the time is exact to the second.
      var unit = exponent < 12 ? 0 : exponent < 15 ? 3 : exponent < 18 ? 6 : 9;
      if (fraction.length() < exponent - unit) {
        return Optional.empty();
      }
      digits = power.group(1) + (fraction + "0".repeat(exponent)).substring(0, exponent);
    }
    var number = NUMBER.matcher(digits);
    if (!number.matches()) {
      return Optional.empty();
    }
    var whole = Long.parseLong(number.group(1));
    if (number.group(1).length() == 5) {
      return serial(whole, number.group(2));
    }
    for (var unit = 1L; unit <= 1_000_000_000L; unit *= 1_000) {
      var second = Math.floorDiv(whole, unit);
      if (second >= FIRST_SECOND && second < LAST_SECOND) {
        var time = Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC);
        return written(Optional.of(time.toLocalDate()), time.toLocalTime().toSecondOfDay(), 1);
      }
    }
    return Optional.empty();
  }

  private static Optional<WrittenTime> serial(long days, String fraction) {
    var day = DAY_ZERO.plusDays(days);
    if (day.getYear() < 2006 || day.getYear() > 2034) {
      return Optional.empty();
    }
    if (fraction == null || fraction.matches("0*")) {
      return written(Optional.of(day), 0, WrittenTime.DAY);
    }
    var second = (int) Math.round(Double.parseDouble("0." + fraction) * WrittenTime.DAY);
    return written(
        Optional.of(day),
        second,
        fraction.length() < 5 ? WrittenTime.MINUTE * 15 : WrittenTime.MINUTE);
  }

  /// The names of months, in the languages of most spreadsheets.
  private static final class MonthNames {
    private static final java.util.Map<String, Integer> NUMBERS = numbers();

    private MonthNames() {}

    private static java.util.Map<String, Integer> numbers() {
      var numbers = new java.util.HashMap<String, Integer>();
      for (var language : "en de fr es it pt nl ru uk tr pl cs sv da fi".split(" ")) {
        for (var month : java.time.Month.values()) {
          for (var style : java.time.format.TextStyle.values()) {
            var name = key(month.getDisplayName(style, Locale.forLanguageTag(language)));
            if (name.length() >= 3) {
              // A name of two months in two languages tells none.
              numbers.merge(name, month.getValue(), (a, b) -> a.equals(b) ? a : 0);
            }
          }
        }
      }
      numbers.put("sept", 9);
      return java.util.Map.copyOf(numbers);
    }

    private static String key(String name) {
      return name.toLowerCase(Locale.ROOT).replace(".", "");
    }

    /// 1 to 12, or 0.
    static int number(String name) {
      return NUMBERS.getOrDefault(key(name), 0);
    }
  }
}
