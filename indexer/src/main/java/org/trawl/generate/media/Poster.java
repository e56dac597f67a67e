package org.trawl.generate.media;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.text.AttributedString;
import java.util.Map;
import java.util.Random;

/// Draws invented pictures of the kinds that such operations used: scenes, posters with large
/// words, and plain cards with a text. The same seed and words give the same picture, on machines
/// with the same fonts.
public final class Poster {
  private static final int[][] SIZES = {{600, 400}, {480, 480}, {400, 560}, {640, 360}, {560, 420}};

  private final Random random;
  private final BufferedImage image;
  private final Graphics2D pen;
  private final int width;
  private final int height;

  private Poster(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L + 7);
    var size = SIZES[random.nextInt(SIZES.length)];
    width = size[0];
    height = size[1];
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
  }

  /// Draws a picture.
  ///
  /// @param words what stands on it, in any script; on scenes none of it
  public static BufferedImage of(long seed, String words) {
    var poster = new Poster(seed);
    switch (poster.random.nextInt(10)) {
      case 0, 1, 2, 3 -> poster.scene();
      case 4, 5, 6, 7 -> {
        poster.scene();
        poster.words(words, 0.55 + 0.2 * poster.random.nextDouble(), poster.light());
      }
      default -> poster.card(words);
    }
    poster.pen.dispose();
    return poster.image;
  }

  private Color light() {
    return Color.getHSBColor(random.nextFloat(), 0.15f, 0.98f);
  }

  private Color any() {
    return Color.getHSBColor(
        random.nextFloat(), 0.3f + 0.6f * random.nextFloat(), 0.15f + 0.8f * random.nextFloat());
  }

  /// A ground, and things of all sizes before it.
  private void scene() {
    pen.setPaint(
        new GradientPaint(random.nextInt(width), 0, any(), random.nextInt(width), height, any()));
    pen.fillRect(0, 0, width, height);
    var things = 10 + random.nextInt(16);
    for (var i = 0; i < things; i++) {
      thing(0.5 / (1 + i * 0.12));
    }
  }

  private void thing(double largest) {
    pen.setPaint(any());
    var before = pen.getTransform();
    var at = AffineTransform.getTranslateInstance(random.nextInt(width), random.nextInt(height));
    at.rotate(random.nextDouble() * Math.PI);
    pen.transform(at);
    var w = width * largest * (0.3 + random.nextDouble());
    var h = height * largest * (0.3 + random.nextDouble());
    switch (random.nextInt(4)) {
      case 0 -> pen.fill(new Ellipse2D.Double(-w / 2, -h / 2, w, h));
      case 1, 2 -> pen.fill(new Rectangle2D.Double(-w / 2, -h / 2, w, h));
      default -> {
        pen.setStroke(new BasicStroke((float) (3 + w / 12)));
        pen.draw(new Ellipse2D.Double(-w / 2, -h / 2, w, h));
      }
    }
    pen.setTransform(before);
  }

  /// A text on a plain ground, with a bar and a mark.
  private void card(String words) {
    pen.setPaint(random.nextBoolean() ? light() : any().darker().darker());
    pen.fillRect(0, 0, width, height);
    var dark = new Color(image.getRGB(2, 2)).getRed() < 128;
    pen.setPaint(any());
    var bar = 20 + random.nextInt(90);
    switch (random.nextInt(4)) {
      case 0 -> pen.fillRect(0, 0, bar, height);
      case 1 -> pen.fillRect(0, height - bar, width, bar);
      case 2 -> pen.fillRect(width - bar, 0, bar, height);
      default -> pen.fillRect(0, 0, width, bar);
    }
    for (var i = 0; i < 3; i++) {
      thing(0.3);
    }
    words(words, 0.1 + 0.4 * random.nextDouble(), dark ? Color.WHITE : new Color(0x22, 0x22, 0x22));
  }

  /// Lines as wide as the picture, from some height on.
  private void words(String words, double from, Color color) {
    if (words.isBlank()) {
      return;
    }
    pen.setPaint(color);
    var size = 22 + random.nextInt(22);
    var font = new Font(Font.SANS_SERIF, Font.BOLD, size);
    var text = new AttributedString(words, Map.of(TextAttribute.FONT, font));
    var lines = new LineBreakMeasurer(text.getIterator(), pen.getFontRenderContext());
    var y = (float) (height * from);
    while (lines.getPosition() < words.length() && y < height) {
      var line = lines.nextLayout(width - 40f);
      y += line.getAscent();
      line.draw(pen, line.isLeftToRight() ? 20 : width - 20 - line.getAdvance(), y);
      y += line.getDescent() + line.getLeading();
    }
  }
}
