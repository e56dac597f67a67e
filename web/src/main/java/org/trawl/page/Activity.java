package org.trawl.page;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.trawl.page.site.Wording;
import org.trawl.search.Timeline.Bucket;

/// When an account was active: a calendar of its days, and the hours of its week.
///
/// @param years one grid of days each, the newest first
/// @param key what the levels of the days mean, the highest last
/// @param hours Monday to Sunday, 24 hours each
/// @param zone whose days and hours these are, such as `UTC`
public record Activity(List<Year> years, List<Key> key, List<Weekday> hours, String zone) {
  /// Pixels from one day of the calendar to the next.
  private static final int STEP = 13;

  private static final int LEVELS = 4;

  public Activity {
    years = List.copyOf(years);
    key = List.copyOf(key);
    hours = List.copyOf(hours);
  }

  /// A year of the calendar.
  ///
  /// @param months counts by month, for reading
  public record Year(int year, String says, List<Day> days, List<Month> months) {
    public Year {
      days = List.copyOf(days);
      months = List.copyOf(months);
    }
  }

  /// A day with tweets.
  ///
  /// @param level 1 to 4, by its count
  public record Day(int x, int y, int level, String title, String href) {}

  /// What a level means.
  ///
  /// @param says how many tweets a day has, such as `16–62`
  public record Key(int level, String says) {}

  /// A month's count.
  public record Month(String name, String count, String href) {}

  /// A day of the week.
  public record Weekday(String name, List<Hour> hours) {
    public Weekday {
      hours = List.copyOf(hours);
    }
  }

  /// An hour of the week: its tweets over all weeks.
  ///
  /// @param count empty for none
  /// @param level 0 to 4
  public record Hour(String count, int level, String title, String href) {}

  /// @param days counts by day
  /// @param hours counts by hour
  /// @param address the search for all of the account's tweets
  static Activity of(List<Bucket> days, List<Bucket> hours, SearchAddress address) {
    long most = days.stream().mapToLong(Bucket::count).max().orElse(1);
    return new Activity(
        years(days, most, address), key(most), week(hours, address), Wording.zone(address.zone()));
  }

  private static List<Year> years(List<Bucket> buckets, long most, SearchAddress address) {
    Map<Integer, List<Bucket>> byYear = new TreeMap<>();
    for (var bucket : buckets) {
      if (bucket.count() > 0) {
        byYear.computeIfAbsent(date(bucket, address).getYear(), _ -> new ArrayList<>()).add(bucket);
      }
    }
    var years = new ArrayList<Year>();
    byYear.forEach((year, own) -> years.addFirst(year(year, own, most, address)));
    return years;
  }

  private static Year year(int year, List<Bucket> buckets, long most, SearchAddress address) {
    var days = new ArrayList<Day>();
    long total = 0;
    var first = LocalDate.of(year, 1, 1);
    int offset = first.getDayOfWeek().getValue() - 1;
    for (var bucket : buckets) {
      var date = date(bucket, address);
      int cell = date.getDayOfYear() - 1 + offset;
      total += bucket.count();
      days.add(
          new Day(
              cell / 7 * STEP,
              cell % 7 * STEP,
              level(bucket.count(), most),
              Wording.day(date) + ": " + Wording.number(bucket.count(), "tweet", "tweets"),
              span(address, date, date.plusDays(1))));
    }
    return new Year(
        year, Wording.number(total, "tweet", "tweets"), days, months(year, buckets, address));
  }

  private static List<Month> months(int year, List<Bucket> buckets, SearchAddress address) {
    var months = new ArrayList<Month>();
    for (int month = 1; month <= 12; month++) {
      var first = LocalDate.of(year, month, 1);
      long count =
          buckets.stream()
              .filter(bucket -> date(bucket, address).getMonth() == first.getMonth())
              .mapToLong(Bucket::count)
              .sum();
      months.add(
          new Month(
              first.getMonth().getDisplayName(java.time.format.TextStyle.SHORT, Locale.ENGLISH),
              Wording.number(count),
              span(address, first, first.plusMonths(1))));
    }
    return months;
  }

  private static List<Weekday> week(List<Bucket> buckets, SearchAddress address) {
    var counts = new long[7][24];
    long most = 1;
    for (var bucket : buckets) {
      var time = bucket.start().atZone(address.zone());
      int day = time.getDayOfWeek().getValue() - 1;
      counts[day][time.getHour()] += bucket.count();
      most = Math.max(most, counts[day][time.getHour()]);
    }
    var week = new ArrayList<Weekday>();
    for (var day : DayOfWeek.values()) {
      var name = day.getDisplayName(java.time.format.TextStyle.SHORT, Locale.ENGLISH);
      var hours = new ArrayList<Hour>();
      for (int hour = 0; hour < 24; hour++) {
        long count = counts[day.getValue() - 1][hour];
        hours.add(
            new Hour(
                count == 0 ? "" : Wording.compact(count),
                level(count, most),
                "%s %02d:00 to %02d:59 %s: %s"
                    .formatted(
                        name,
                        hour,
                        hour,
                        address.zoneName(),
                        Wording.number(count, "tweet", "tweets")),
                address
                    .with(
                        "q",
                        address.query()
                            + " weekday:"
                            + name.toLowerCase(Locale.ROOT)
                            + " hour:"
                            + hour)
                    .href()));
      }
      week.add(new Weekday(name, hours));
    }
    return week;
  }

  private static int level(long count, long most) {
    int level = count == 0 ? 0 : LEVELS;
    while (level > 1 && count < least(level, most)) {
      level--;
    }
    return level;
  }

  /// The lowest count of a level. Each is a quarter of that of the next: counts have long tails.
  private static long least(int level, long most) {
    return level == 1 ? 1 : Math.ceilDiv(most, 1L << (2 * (LEVELS + 1 - level)));
  }

  private static List<Key> key(long most) {
    var key = new ArrayList<Key>();
    long last = most;
    for (int level = LEVELS; level > 0 && last > 0; level--) {
      long first = least(level, most);
      if (first <= last) {
        var until = first == last ? "" : "–" + Wording.number(last);
        key.addFirst(new Key(level, Wording.number(first) + until));
        last = first - 1;
      }
    }
    return key;
  }

  private static LocalDate date(Bucket bucket, SearchAddress address) {
    return bucket.start().atZone(address.zone()).toLocalDate();
  }

  private static String span(SearchAddress address, LocalDate since, LocalDate until) {
    return address.with("since", since.toString()).with("until", until.toString()).href();
  }
}
