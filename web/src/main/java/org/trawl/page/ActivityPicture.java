package org.trawl.page;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.trawl.api.XmlOut;
import org.trawl.page.chart.Caption;
import org.trawl.page.chart.Drawing;
import org.trawl.page.chart.Theme;
import org.trawl.page.site.Wording;

/// An account's days and the hours of its weeks as a drawing to take away.
final class ActivityPicture {
  private static final int YEAR = 134;
  private static final int CELL = 15;
  private static final int LEFT = 52;
  private static final int HOUR = 34;
  private static final int ROW = 22;

  private ActivityPicture() {}

  static byte[] of(Activity activity, Caption caption, Theme theme) throws IOException {
    int hours = activity.years().size() * YEAR + 70;
    return Drawing.of(
        caption,
        says(activity),
        theme,
        hours + 7 * ROW + 8,
        (svg, colours) -> {
          for (int i = 0; i < activity.years().size(); i++) {
            year(svg, colours, activity.years().get(i), i * YEAR);
          }
          key(svg, colours, activity, hours - 64);
          week(svg, colours, activity, hours);
        });
  }

  /// It in one sentence.
  static String says(Activity activity) {
    return "Tweets of each day of "
        + Wording.number(activity.years().size(), "year", "years")
        + ", and of each hour of the week.";
  }

  private static void year(XmlOut svg, Theme theme, Activity.Year year, int top)
      throws IOException {
    label(svg, theme, Integer.toString(year.year()), 0, top + 12, "start");
    // The page's cells are 13 pixels apart.
    for (int week = 0; week < 54; week++) {
      svg.empty(
          "rect",
          "x",
          Drawing.text(LEFT + week * CELL),
          "y",
          Drawing.text(top),
          "width",
          Drawing.text(CELL - 2),
          "height",
          Drawing.text(7 * CELL - 2),
          "fill",
          theme.level(0));
    }
    for (int month = 1; month <= 12; month++) {
      var first = LocalDate.of(year.year(), month, 1);
      int before = LocalDate.of(year.year(), 1, 1).getDayOfWeek().getValue() - 1;
      int week = (first.getDayOfYear() - 1 + before) / 7;
      var name = first.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      label(svg, theme, name, LEFT + week * CELL, top + 7 * CELL + 11, "start");
    }
    for (var day : year.days()) {
      cell(
          svg,
          theme.level(day.level()),
          LEFT + day.x() / 13 * CELL,
          top + day.y() / 13 * CELL,
          CELL - 2,
          CELL - 2);
    }
  }

  private static void key(XmlOut svg, Theme theme, Activity activity, int top) throws IOException {
    label(svg, theme, "Tweets a day:", LEFT, top + 12, "start");
    int x = LEFT + 96;
    for (var step : activity.key()) {
      cell(svg, theme.level(step.level()), x, top, 13, 13);
      label(svg, theme, step.says(), x + 20, top + 12, "start");
      x += 36 + 8 * step.says().length();
    }
  }

  private static void week(XmlOut svg, Theme theme, Activity activity, int top) throws IOException {
    for (int hour = 0; hour < 24; hour++) {
      label(svg, theme, "%02d".formatted(hour), LEFT + hour * HOUR + HOUR / 2, top - 6, "middle");
    }
    for (int i = 0; i < activity.hours().size(); i++) {
      var day = activity.hours().get(i);
      label(svg, theme, day.name(), 0, top + i * ROW + 15, "start");
      for (int hour = 0; hour < day.hours().size(); hour++) {
        var cell = day.hours().get(hour);
        cell(svg, theme.level(cell.level()), LEFT + hour * HOUR, top + i * ROW, HOUR - 2, ROW - 2);
      }
    }
  }

  private static void cell(XmlOut svg, String colour, int x, int y, int width, int height)
      throws IOException {
    svg.empty(
        "rect",
        "x",
        Drawing.text(x),
        "y",
        Drawing.text(y),
        "width",
        Drawing.text(width),
        "height",
        Drawing.text(height),
        "fill",
        colour);
  }

  private static void label(XmlOut svg, Theme theme, String text, int x, int y, String anchor)
      throws IOException {
    svg.text(
        "text",
        text,
        "x",
        Drawing.text(x),
        "y",
        Drawing.text(y),
        "font-size",
        "12",
        "text-anchor",
        anchor,
        "fill",
        theme.soft());
  }
}
