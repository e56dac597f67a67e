package org.trawl.page;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trawl.page.TimelineChart.Tick;
import org.trawl.search.Timeline.Bucket;
import org.trawl.search.Timeline.Interval;

/// Labels of a timeline's axis: as many as fit, at round times.
public final class TimelineTicks {
  private static final int MOST = 7;

  /// The narrowest plot that labels stand under, on a phone of 320 pixels.
  private static final double NARROW = 288;

  /// What a letter of a label takes there, and the room between two labels.
  private static final double LETTER = 6.5;

  private static final double GAP = 8;

  /// Round times, from the finest to the coarsest.
  private enum Round {
    MINUTE("HH:mm"),
    FIVE_MINUTES("HH:mm"),
    QUARTER_HOUR("HH:mm"),
    HOUR("HH:mm"),
    SIX_HOURS("d MMM HH:mm"),
    HALF_DAY("d MMM HH:mm"),
    DAY("d MMM"),
    WEEK("d MMM"),
    MONTH("MMM uuuu"),
    QUARTER("MMM uuuu"),
    HALF_YEAR("MMM uuuu"),
    YEAR("uuuu"),
    TWO_YEARS("uuuu"),
    FIVE_YEARS("uuuu");

    private final DateTimeFormatter format;

    Round(String pattern) {
      format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    boolean holds(ZonedDateTime time) {
      return switch (this) {
        case MINUTE -> true;
        case FIVE_MINUTES -> time.getMinute() % 5 == 0;
        case QUARTER_HOUR -> time.getMinute() % 15 == 0;
        case HOUR -> time.getMinute() == 0;
        case SIX_HOURS -> HOUR.holds(time) && time.getHour() % 6 == 0;
        case HALF_DAY -> HOUR.holds(time) && time.getHour() % 12 == 0;
        case DAY -> HOUR.holds(time) && time.getHour() == 0;
        case WEEK -> DAY.holds(time) && time.getDayOfMonth() % 7 == 1 && time.getDayOfMonth() < 29;
        case MONTH -> DAY.holds(time) && time.getDayOfMonth() == 1;
        case QUARTER -> MONTH.holds(time) && time.getMonthValue() % 3 == 1;
        case HALF_YEAR -> MONTH.holds(time) && time.getMonthValue() % 6 == 1;
        case YEAR -> MONTH.holds(time) && time.getMonthValue() == 1;
        case TWO_YEARS -> YEAR.holds(time) && time.getYear() % 2 == 0;
        case FIVE_YEARS -> YEAR.holds(time) && time.getYear() % 5 == 0;
      };
    }
  }

  private TimelineTicks() {}

  /// The labels of these periods.
  public static List<Tick> of(List<Bucket> buckets, Interval interval, ZoneId zone) {
    var finest =
        switch (interval) {
          case MINUTE -> Round.MINUTE;
          case HOUR -> Round.HOUR;
          case DAY -> Round.DAY;
          case MONTH -> Round.MONTH;
          case YEAR -> Round.YEAR;
        };
    List<Tick> ticks = List.of();
    for (var round : Round.values()) {
      if (round.compareTo(finest) < 0) {
        continue;
      }
      var rounder = at(buckets, round, zone);
      if (rounder.isEmpty()) {
        break;
      }
      ticks = rounder;
      if (ticks.size() <= MOST) {
        break;
      }
    }
    return ticks;
  }

  private static List<Tick> at(List<Bucket> buckets, Round round, ZoneId zone) {
    var ticks = new ArrayList<Tick>();
    double free = 0;
    for (int i = 0; i < buckets.size(); i++) {
      var time = buckets.get(i).start().atZone(zone);
      // A label begins at its bar; nothing fits into the last twentieth.
      if (round.holds(time) && i <= buckets.size() * 0.95) {
        var label = round.format.format(time);
        double x = 100.0 * i / buckets.size();
        double width = 100 * LETTER * label.length() / NARROW;
        // On a phone a label without room to its right ends at its bar, and one that would touch
        // the
        // label before it is left out.
        boolean late = x + width > 100;
        double begin = late ? x - width : x;
        boolean fits = begin >= free;
        if (fits) {
          free = begin + width + 100 * GAP / NARROW;
        }
        ticks.add(new Tick(Math.round(x * 1000) / 1000.0 + "%", label, !fits, late));
      }
    }
    return ticks;
  }
}
