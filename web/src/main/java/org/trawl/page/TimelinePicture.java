package org.trawl.page;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.trawl.api.XmlOut;
import org.trawl.page.TimelineChart.Tick;
import org.trawl.page.chart.AxisScale;
import org.trawl.page.chart.Caption;
import org.trawl.page.chart.Drawing;
import org.trawl.page.chart.Theme;
import org.trawl.page.site.Wording;
import org.trawl.search.Timeline;
import org.trawl.search.Timeline.Bucket;

/// The timeline of a search as a drawing to take away.
public final class TimelinePicture {
  private static final int HEIGHT = 280;

  private TimelinePicture() {}

  /// @param timeline with one period or more
  static byte[] of(Timeline timeline, ZoneId zone, Caption caption, Theme theme)
      throws IOException {
    var buckets = timeline.buckets();
    long most = buckets.stream().mapToLong(Bucket::count).max().orElse(0);
    var ticks = TimelineTicks.of(buckets, timeline.interval(), zone);
    return Drawing.of(
        caption,
        TimelineChart.says(timeline, zone),
        theme,
        HEIGHT + 24,
        (svg, colours) -> {
          var scale = AxisScale.of((double) most);
          for (double value : scale.values(true)) {
            across(svg, colours, y(value, scale), Wording.compact(Math.round(value)));
          }
          bars(svg, colours, buckets, scale);
          base(svg, colours, HEIGHT, ticks);
        });
  }

  private static double y(double value, AxisScale scale) {
    return HEIGHT - HEIGHT * value / scale.top();
  }

  private static void bars(XmlOut svg, Theme theme, List<Bucket> buckets, AxisScale scale)
      throws IOException {
    double step = (double) Drawing.PLOT / buckets.size();
    double gap = buckets.size() > 240 ? 0 : Math.min(step * 0.18, 3.5);
    for (int i = 0; i < buckets.size(); i++) {
      long count = buckets.get(i).count();
      if (count > 0) {
        double high = Math.max(1, HEIGHT * count / scale.top());
        svg.empty(
            "rect",
            "x",
            Drawing.text(i * step + gap / 2),
            "y",
            Drawing.text(HEIGHT - high),
            "width",
            Drawing.text(step - gap),
            "height",
            Drawing.text(high),
            "fill",
            theme.bar());
      }
    }
  }

  /// A line across and what it stands for.
  public static void across(XmlOut svg, Theme theme, double y, String label) throws IOException {
    svg.empty(
        "line",
        "x1",
        "0",
        "x2",
        Drawing.text(Drawing.PLOT),
        "y1",
        Drawing.text(y),
        "y2",
        Drawing.text(y),
        "stroke",
        theme.rule());
    svg.text(
        "text", label, "x", "0", "y", Drawing.text(y - 5), "font-size", "12", "fill", theme.soft());
  }

  /// The axis with its labels, at this many pixels from the top.
  public static void base(XmlOut svg, Theme theme, int y, List<Tick> ticks) throws IOException {
    svg.empty(
        "line",
        "x1",
        "0",
        "x2",
        Drawing.text(Drawing.PLOT),
        "y1",
        Drawing.text(y),
        "y2",
        Drawing.text(y),
        "stroke",
        theme.soft());
    for (var tick : ticks) {
      double x = Double.parseDouble(tick.x().replace("%", "")) * Drawing.PLOT / 100;
      svg.empty(
          "line",
          "x1",
          Drawing.text(x),
          "x2",
          Drawing.text(x),
          "y1",
          Drawing.text(y),
          "y2",
          Drawing.text(y + 5),
          "stroke",
          theme.soft());
      svg.text(
          "text",
          tick.label(),
          "x",
          Drawing.text(x),
          "y",
          Drawing.text(y + 19),
          "font-size",
          "12",
          "text-anchor",
          x > Drawing.PLOT - 40 ? "end" : "start",
          "fill",
          theme.soft());
    }
  }
}
