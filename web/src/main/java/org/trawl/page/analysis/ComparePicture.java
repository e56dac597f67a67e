package org.trawl.page.analysis;

import java.io.IOException;
import java.util.regex.Pattern;
import org.trawl.api.XmlOut;
import org.trawl.page.TimelinePicture;
import org.trawl.page.chart.Caption;
import org.trawl.page.chart.Drawing;
import org.trawl.page.chart.Theme;
import org.trawl.page.site.Wording;

/// Searches on one chart as a drawing to take away.
final class ComparePicture {
  private static final int HEIGHT = 320;
  private static final int LEGEND = 22;

  /// A point of a path.
  private static final Pattern POINT = Pattern.compile("([ML])([0-9.]+) ([0-9.]+)");

  /// How lines are told apart without colour, the same as on the page.
  private static final String[] DASHES = {
    "none", "7 3", "2 3", "9 3 2 3", "14 4", "4 4", "9 3 2 3 2 3", "1 4"
  };

  private ComparePicture() {}

  /// @param answer with a chart
  static byte[] of(CompareView.Answer answer, Caption caption, Theme theme) throws IOException {
    var chart = answer.chart().orElseThrow();
    int top = LEGEND * answer.rows().size() + 24;
    return Drawing.of(
        caption,
        chart.says(),
        theme,
        top + HEIGHT + 24,
        (svg, colours) -> {
          for (int i = 0; i < answer.rows().size(); i++) {
            legend(svg, colours, answer.rows().get(i), i * LEGEND + 4);
          }
          svg.element(
              "g", () -> plot(svg, colours, chart), "transform", "translate(0 " + top + ")");
        });
  }

  private static void legend(XmlOut svg, Theme theme, CompareView.Row row, int y)
      throws IOException {
    svg.empty(
        "line",
        "x1",
        "0",
        "x2",
        "32",
        "y1",
        Drawing.text(y),
        "y2",
        Drawing.text(y),
        "stroke",
        theme.series(row.number()),
        "stroke-width",
        "3",
        "stroke-dasharray",
        DASHES[row.number() - 1]);
    svg.text(
        "text",
        Wording.isolated(Wording.cut(row.query(), 90)) + " · " + row.total().text() + " tweets",
        "x",
        "42",
        "y",
        Drawing.text(y + 5),
        "font-size",
        "14",
        "fill",
        theme.ink());
  }

  private static void plot(XmlOut svg, Theme theme, CompareChart chart) throws IOException {
    for (var grid : chart.grid()) {
      TimelinePicture.across(svg, theme, down(grid.y()), grid.label());
    }
    for (var bar : chart.bars()) {
      svg.empty(
          "rect",
          "x",
          Drawing.text(percent(bar.x())),
          "y",
          Drawing.text(down(bar.y())),
          "width",
          Drawing.text(percent(bar.width())),
          "height",
          Drawing.text(down(bar.height())),
          "fill",
          theme.series(bar.number()));
    }
    for (var line : chart.lines()) {
      svg.empty(
          "path",
          "d",
          scaled(line.path()),
          "fill",
          "none",
          "stroke",
          theme.series(line.number()),
          "stroke-width",
          "2",
          "stroke-linejoin",
          "round",
          "stroke-dasharray",
          DASHES[line.number() - 1]);
    }
    TimelinePicture.base(svg, theme, HEIGHT, chart.ticks());
  }

  private static double down(double y) {
    return y * HEIGHT / CompareChart.HEIGHT;
  }

  private static double percent(String text) {
    return Double.parseDouble(text.replace("%", "")) * Drawing.PLOT / 100;
  }

  /// From the page's box of 1,000 by 200.
  private static String scaled(String path) {
    return POINT
        .matcher(path)
        .replaceAll(point ->
            point.group(1)
                + Drawing.text(Double.parseDouble(point.group(2)) * Drawing.PLOT / 1000)
                + " "
                + Drawing.text(down(Double.parseDouble(point.group(3)))));
  }
}
