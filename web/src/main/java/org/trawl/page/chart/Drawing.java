package org.trawl.page.chart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trawl.api.XmlOut;

/// An SVG document of [#WIDTH] pixels that needs nothing else: a title, what it is of, a plot, and
/// the source. Any program that knows SVG 1.1 shows it, and no line of it is wider than it is.
public final class Drawing {
  /// Pixels of the whole, and of the plot between its margins.
  public static final int WIDTH = 960;

  /// Pixels of the plot.
  public static final int PLOT = WIDTH - 80;

  private static final int MARGIN = 40;

  /// Characters of a line of the title and of other lines, of letters half as wide as they are
  /// high.
  private static final int TITLE_LINE = 76;

  private static final int LINE = 132;
  private static final int MOST_LINES = 3;

  private static final String FONTS =
      "'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans Arabic', 'Noto Sans Hebrew',"
          + " 'Noto Sans CJK JP', sans-serif";

  private Drawing() {}

  /// What is drawn between caption and source.
  public interface Plot {
    /// Draws it, from 0 to [#PLOT] across and from 0 down.
    void draw(XmlOut svg, Theme theme) throws IOException;
  }

  /// The document.
  ///
  /// @param says the chart in a sentence, for those who cannot see it
  /// @param height pixels of the plot
  public static byte[] of(Caption caption, String says, Theme theme, int height, Plot plot)
      throws IOException {
    var title = lines(caption.title(), TITLE_LINE);
    var about = new ArrayList<String>();
    caption.about().forEach(line -> about.addAll(lines(line, LINE)));
    var source = lines(caption.source(), LINE);
    int top = 30 + 28 * title.size() + 20 * about.size() + 24;
    int bottom = top + height + 24;
    int all = bottom + 18 * source.size() + 14;
    var out = new ByteArrayOutputStream();
    var svg = new XmlOut(out);
    svg.element(
        "svg",
        () -> {
          svg.text("title", caption.title());
          svg.text("desc", says);
          svg.empty("rect", "width", text(WIDTH), "height", text(all), "fill", theme.paper());
          text(svg, title, 30 + 10, 28, 22, "600", theme.ink());
          text(svg, about, 30 + 28 * title.size() + 4, 20, 14, "400", theme.soft());
          svg.element(
              "g",
              () -> plot.draw(svg, theme),
              "transform",
              "translate(" + MARGIN + " " + top + ")");
          text(svg, source, bottom + 14, 18, 12, "400", theme.soft());
        },
        "xmlns",
        "http://www.w3.org/2000/svg",
        "width",
        text(WIDTH),
        "height",
        text(all),
        "viewBox",
        "0 0 " + WIDTH + " " + all,
        "role",
        "img",
        "font-family",
        FONTS);
    svg.finish();
    return out.toByteArray();
  }

  private static void text(
      XmlOut svg, List<String> lines, int y, int step, int size, String weight, String colour)
      throws IOException {
    for (int i = 0; i < lines.size(); i++) {
      svg.text(
          "text",
          lines.get(i),
          "x",
          text(MARGIN),
          "y",
          text(y + i * step),
          "font-size",
          text(size),
          "font-weight",
          weight,
          "fill",
          colour);
    }
  }

  /// Parts a text into lines between words; what is too long for all of them ends in an ellipsis.
  static List<String> lines(String text, int width) {
    var lines = new ArrayList<String>();
    var breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    var line = new StringBuilder();
    double used = 0;
    for (int from = breaks.first(), to = breaks.next();
        to != BreakIterator.DONE;
        from = to, to = breaks.next()) {
      for (var piece : pieces(text.substring(from, to), width)) {
        double wide = width(piece.stripTrailing());
        if (used + wide > width && !line.isEmpty()) {
          lines.add(line.toString().strip());
          line.setLength(0);
          used = 0;
        }
        line.append(piece);
        used += width(piece);
      }
    }
    lines.add(line.toString().strip());
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    var kept = new ArrayList<>(lines.subList(0, MOST_LINES));
    kept.set(MOST_LINES - 1, kept.getLast() + " …");
    return kept;
  }

  /// A word that is wider than a line is parted.
  private static List<String> pieces(String word, int width) {
    if (width(word) <= width) {
      return List.of(word);
    }
    var pieces = new ArrayList<String>();
    var piece = new StringBuilder();
    var points = word.codePoints().iterator();
    while (points.hasNext()) {
      piece.appendCodePoint(points.nextInt());
      if (width(piece.toString()) >= width - 2) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
    }
    pieces.add(piece.toString());
    return pieces;
  }

  /// In letters: ideographs and pictures are twice as wide as letters, marks take no room.
  private static double width(String text) {
    return text.codePoints()
        .mapToDouble(point ->
            switch (Character.getType(point)) {
              case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
              default ->
                  Character.isIdeographic(point)
                          || point >= 0x1F000
                          || (point >= 0x1100 && point < 0x1200)
                          || (point >= 0x3000 && point < 0xD7B0)
                      ? 2
                      : Character.isUpperCase(point) ? 1.3 : 1;
            })
        .sum();
  }

  /// A number as SVG writes it, to hundredths.
  public static String text(double number) {
    double rounded = Math.round(number * 100) / 100.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }
}
