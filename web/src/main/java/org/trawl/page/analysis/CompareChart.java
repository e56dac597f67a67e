package org.trawl.page.analysis;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.trawl.page.TimelineChart.Tick;
import org.trawl.page.TimelineTicks;
import org.trawl.page.chart.AxisScale;
import org.trawl.page.site.Wording;
import org.trawl.search.Comparison;
import org.trawl.search.Timeline.Interval;

/// Several timelines in one drawing: lines in a box of 1,000 by [#HEIGHT] that is stretched to the
/// width, or bars side by side in percent of it.
///
/// @param lines paths, one for each search; none if bars are drawn
/// @param bars by search; none if lines are drawn
/// @param grid lines across, the lowest first
/// @param says the whole chart in one sentence
public record CompareChart(
    Interval interval,
    List<Line> lines,
    List<Bar> bars,
    List<Grid> grid,
    List<Tick> ticks,
    String says) {
  /// Pixels from the axis to the top of the highest line.
  public static final int HEIGHT = 200;

  private static final int WIDTH = 1000;

  public CompareChart {
    requireNonNull(interval, "interval");
    lines = List.copyOf(lines);
    bars = List.copyOf(bars);
    grid = List.copyOf(grid);
    ticks = List.copyOf(ticks);
    requireNonNull(says, "says");
  }

  /// A search as a line.
  ///
  /// @param number of the search, from 1
  /// @param path as SVG writes it; broken where there is no value
  public record Line(int number, String path) {}

  /// A period of a search as a bar.
  public record Bar(int number, String x, String width, double height) {
    public double y() {
      return HEIGHT - height;
    }
  }

  /// A line across, and what it stands for.
  public record Grid(double y, String label) {}

  /// @param found with one period or more
  /// @param share whether shares are drawn, or counts
  static CompareChart of(Comparison found, boolean share, boolean bars, ZoneId zone) {
    var interval = found.interval().orElseThrow();
    var values = found.series().stream().map(series -> values(series, share)).toList();
    double most =
        values.stream().flatMap(List::stream).mapToDouble(value -> value.orElse(0)).max().orElse(0);
    var scale = AxisScale.of(most);
    double top = scale.top();
    var lines = new ArrayList<Line>();
    var drawn = new ArrayList<Bar>();
    for (int i = 0; i < values.size(); i++) {
      if (bars) {
        bars(i, values.size(), values.get(i), top, drawn);
      } else {
        lines.add(new Line(i + 1, path(values.get(i), top)));
      }
    }
    var buckets = found.series().getFirst().buckets();
    return new CompareChart(
        interval,
        lines,
        drawn,
        grid(scale, share),
        TimelineTicks.of(buckets, interval, zone),
        says(found, share, zone));
  }

  private static List<OptionalDouble> values(Comparison.Series series, boolean share) {
    var values = new ArrayList<OptionalDouble>();
    for (int i = 0; i < series.buckets().size(); i++) {
      long count = series.buckets().get(i).count();
      long whole = series.whole().buckets().get(i).count();
      values.add(
          !share
              ? OptionalDouble.of((double) count)
              : whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / whole));
    }
    return values;
  }

  /// From the middle of one period to that of the next. A period between two without a value is a
  /// short line of its own, as a single point would not be seen.
  private static String path(List<OptionalDouble> values, double top) {
    var path = new StringBuilder();
    double width = (double) WIDTH / values.size();
    boolean isOpen = false;
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).isEmpty()) {
        isOpen = false;
        continue;
      }
      double y = HEIGHT - HEIGHT * values.get(i).getAsDouble() / top;
      boolean isAlone = !isOpen && (i + 1 == values.size() || values.get(i + 1).isEmpty());
      if (isAlone) {
        path.append('M').append(round(i * width)).append(' ').append(round(y));
        path.append('L').append(round((i + 1) * width)).append(' ').append(round(y));
        continue;
      }
      path.append(isOpen ? 'L' : 'M').append(round((i + 0.5) * width)).append(' ').append(round(y));
      isOpen = true;
    }
    return path.toString();
  }

  private static void bars(
      int series, int count, List<OptionalDouble> values, double top, List<Bar> drawn) {
    double step = 100.0 / values.size();
    double width = step * 0.86 / count;
    for (int i = 0; i < values.size(); i++) {
      double value = values.get(i).orElse(0);
      if (value > 0) {
        drawn.add(
            new Bar(
                series + 1,
                round(i * step + step * 0.07 + series * width) + "%",
                round(width) + "%",
                Math.max(1, Math.round(10.0 * HEIGHT * value / top) / 10.0)));
      }
    }
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private static List<Grid> grid(AxisScale scale, boolean share) {
    // Of few tweets there are no halves.
    return scale.values(!share).stream()
        .map(value ->
            new Grid(
                round(HEIGHT - HEIGHT * value / scale.top()),
                share ? percent(value) : Wording.compact(Math.round(value))))
        .toList();
  }

  /// Such as `12.5 %`, with three digits that count.
  static String percent(double share) {
    double percent = share * 100;
    if (percent == 0 || percent == 100) {
      return (percent == 0 ? "0" : "100") + " %";
    }
    int decimals = (int) Math.clamp(2 - Math.floor(Math.log10(percent)), 0, 9);
    var text = String.format(Locale.ENGLISH, "%." + decimals + "f", percent);
    return (text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text) + " %";
  }

  private static String says(Comparison found, boolean share, ZoneId zone) {
    var interval = found.interval().orElseThrow();
    var buckets = found.series().getFirst().buckets();
    return (share ? "Shares of " : "Tweets of ")
        + Wording.number(found.series().size(), "search", "searches")
        + " by "
        + interval.name().toLowerCase(Locale.ROOT)
        + ", "
        + Wording.period(buckets.getFirst().start(), interval, zone)
        + " to "
        + Wording.period(buckets.getLast().start(), interval, zone)
        + ". The table below has the same numbers.";
  }
}
