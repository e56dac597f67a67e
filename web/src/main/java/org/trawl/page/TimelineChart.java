package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trawl.page.site.Wording;
import org.trawl.search.TimeRange;
import org.trawl.search.Timeline;
import org.trawl.search.Timeline.Bucket;
import org.trawl.search.Timeline.Interval;

/// The timeline as it is drawn: bars placed in percent of the width, so that it is crisp at every
/// width without a script, and heights in pixels of [#HEIGHT].
///
/// @param peak what the axis says of its highest bar, empty if all are
/// @param steps the intervals that fit the range, the current one marked
/// @param moves links to wider and neighbouring ranges
/// @param says the whole chart in one sentence
/// @param zone whose days and hours these are, such as `UTC`
public record TimelineChart(
    Interval interval,
    List<Bar> bars,
    List<Tick> ticks,
    String peak,
    List<Step> steps,
    List<Move> moves,
    String says,
    String zone) {
  /// Pixels of the highest bar.
  public static final int HEIGHT = 72;

  /// The most bars that an interval may need to be offered.
  private static final long MAX_BARS = 800;

  public TimelineChart {
    requireNonNull(interval, "interval");
    bars = List.copyOf(bars);
    ticks = List.copyOf(ticks);
    requireNonNull(peak, "peak");
    steps = List.copyOf(steps);
    moves = List.copyOf(moves);
    requireNonNull(says, "says");
    requireNonNull(zone, "zone");
  }

  /// The bar that stands highest, the first of several; empty where there is but one to look at.
  public Optional<Bar> highest() {
    return bars.size() == 1
        ? Optional.empty()
        : bars.stream().filter(bar -> bar.height() == HEIGHT).findFirst();
  }

  /// A period and its tweets.
  ///
  /// @param x left edge, percent
  /// @param width percent
  /// @param height pixels, at least 1 where there are tweets
  /// @param href the search of this period alone
  public record Bar(
      String x, String width, double height, String label, String count, Range range, String href) {
    public double y() {
      return HEIGHT - height;
    }

    public boolean empty() {
      return height == 0;
    }
  }

  /// From `since` up to `until`, as addresses write times.
  public record Range(String since, String until) {}

  /// A label of the axis.
  ///
  /// @param between whether it is left out where there is little room
  /// @param late whether it ends at its bar where there is little room, rather than begin there
  public record Tick(String x, String label, boolean between, boolean late) {}

  /// An interval to choose.
  public record Step(String label, String href, boolean current) {}

  /// Another range to go to.
  ///
  /// @param kind `out`, `earlier`, `later` or `all`
  public record Move(String kind, String label, String href) {}

  /// How the timeline is drawn for this search; empty if there is nothing to draw.
  ///
  /// @param chosen the dates beside the query
  /// @param typed the dates in the query
  static Optional<TimelineChart> of(
      Timeline timeline, SearchAddress address, TimeRange chosen, TimeRange typed) {
    var buckets = timeline.buckets();
    if (buckets.isEmpty()) {
      return Optional.empty();
    }
    var interval = timeline.interval();
    long most = buckets.stream().mapToLong(Bucket::count).max().orElse(0);
    return Optional.of(
        new TimelineChart(
            interval,
            bars(buckets, interval, most, address, chosen),
            TimelineTicks.of(buckets, interval, address.zone()),
            most == 0 ? "" : Wording.compact(most),
            steps(buckets, interval, address),
            new TimelineMoves(address, chosen, typed).around(buckets, interval),
            says(buckets, interval, most, address.zone()),
            Wording.zone(address.zone())));
  }

  private static List<Bar> bars(
      List<Bucket> buckets, Interval interval, long most, SearchAddress address, TimeRange chosen) {
    var bars = new ArrayList<Bar>(buckets.size());
    double step = 100.0 / buckets.size();
    double gap = buckets.size() > 240 ? 0 : Math.min(step * 0.18, 0.4);
    for (int i = 0; i < buckets.size(); i++) {
      var bucket = buckets.get(i);
      var between = period(bucket.start(), interval, address, chosen);
      bars.add(
          new Bar(
              percent(i * step + gap / 2),
              percent(step - gap),
              height(bucket.count(), most),
              Wording.period(bucket.start(), interval, address.zone()),
              Wording.number(bucket.count()),
              new Range(between.first("since").orElseThrow(), between.first("until").orElseThrow()),
              between.href()));
    }
    return bars;
  }

  /// The search of one period: no wider than the search that is shown, so that it finds as many
  /// tweets as the bar says.
  public static SearchAddress period(
      Instant start, Interval interval, SearchAddress address, TimeRange chosen) {
    var since = chosen.since().filter(start::isBefore).orElse(start);
    var end = next(start, interval, address.zone());
    var until = chosen.until().filter(end::isAfter).orElse(end);
    return address.between(Optional.of(since), Optional.of(until));
  }

  private static double height(long count, long most) {
    return count == 0 ? 0 : Math.max(1, Math.round(10.0 * HEIGHT * count / most) / 10.0);
  }

  private static String percent(double value) {
    return Math.round(value * 1000) / 1000.0 + "%";
  }

  /// The start of the period after the one that starts here.
  public static Instant next(Instant start, Interval interval, ZoneId zone) {
    var there = start.atZone(zone);
    return switch (interval) {
      case YEAR, MONTH, DAY ->
          there.toLocalDate().plus(1, unit(interval)).atStartOfDay(zone).toInstant();
      case HOUR, MINUTE -> there.plus(1, unit(interval)).toInstant();
    };
  }

  /// How long a period is.
  public static ChronoUnit unit(Interval interval) {
    return switch (interval) {
      case YEAR -> ChronoUnit.YEARS;
      case MONTH -> ChronoUnit.MONTHS;
      case DAY -> ChronoUnit.DAYS;
      case HOUR -> ChronoUnit.HOURS;
      case MINUTE -> ChronoUnit.MINUTES;
    };
  }

  private static List<Step> steps(List<Bucket> buckets, Interval current, SearchAddress address) {
    var start = buckets.getFirst().start().atZone(address.zone());
    var end = next(buckets.getLast().start(), current, address.zone()).atZone(address.zone());
    var steps = new ArrayList<Step>();
    for (var interval : Interval.values()) {
      long bars = unit(interval).between(start, end);
      if (interval == current || (bars >= 2 && bars <= MAX_BARS)) {
        var key = interval.name().toLowerCase(java.util.Locale.ROOT);
        steps.add(
            new Step(
                key.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + key.substring(1),
                address.with("timeline", key).href(),
                interval == current));
      }
    }
    return steps;
  }

  /// A timeline in one sentence.
  static String says(Timeline timeline, ZoneId zone) {
    var buckets = timeline.buckets();
    long most = buckets.stream().mapToLong(Bucket::count).max().orElse(0);
    return says(buckets, timeline.interval(), most, zone);
  }

  private static String says(List<Bucket> buckets, Interval interval, long most, ZoneId zone) {
    var from = Wording.period(buckets.getFirst().start(), interval, zone);
    var to = Wording.period(buckets.getLast().start(), interval, zone);
    return "Tweets by "
        + interval.name().toLowerCase(java.util.Locale.ROOT)
        + (buckets.size() == 1 ? ", " + from : ", " + from + " to " + to)
        + (most == 0
            ? ". There are none."
            : ". Most in " + peak(buckets, interval, most, zone) + ".");
  }

  private static String peak(List<Bucket> buckets, Interval interval, long most, ZoneId zone) {
    var peak = buckets.stream().filter(bucket -> bucket.count() == most).findFirst().orElseThrow();
    return Wording.period(peak.start(), interval, zone) + ": " + Wording.number(most);
  }
}
