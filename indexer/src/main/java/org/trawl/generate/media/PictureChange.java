package org.trawl.generate.media;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// What happens to a picture that is passed on.
public enum PictureChange {
  /// Half as wide and high.
  HALF,
  /// Twice as wide and high.
  DOUBLE,
  /// Packed as JPEG of quality 30.
  JPEG_30,
  /// A twentieth of its width and height cut away, half of that at each side.
  CROP_5,
  /// Words in a bar over its lowest tenth.
  CAPTION,
  /// Brighter by an eighth.
  BRIGHTER,
  /// Left and right changed.
  MIRRORED;

  /// The changed picture.
  public BufferedImage of(BufferedImage image) {
    var w = image.getWidth();
    var h = image.getHeight();
    return switch (this) {
      case HALF -> drawn(image, 0, 0, w, h, w / 2, h / 2);
      case DOUBLE -> drawn(image, 0, 0, w, h, 2 * w, 2 * h);
      case JPEG_30 -> read(jpeg(image, 0.3f));
      case CROP_5 -> drawn(image, w / 40, h / 40, w - w / 40, h - h / 40, w - w / 20, h - h / 20);
      case CAPTION -> captioned(drawn(image, 0, 0, w, h, w, h));
      case BRIGHTER -> brighter(image);
      case MIRRORED -> drawn(image, w, 0, 0, h, w, h);
    };
  }

  /// Such as `jpeg 30`.
  public String says() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static BufferedImage drawn(
      BufferedImage image, int left, int top, int right, int bottom, int width, int height) {
    var out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = out.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(image, 0, 0, width, height, left, top, right, bottom, null);
    pen.dispose();
    return out;
  }

  private static BufferedImage captioned(BufferedImage image) {
    var pen = image.createGraphics();
    var bar = image.getHeight() / 10;
    pen.setColor(Color.BLACK);
    pen.fillRect(0, image.getHeight() - bar, image.getWidth(), bar);
    pen.setColor(Color.WHITE);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, Math.max(8, bar * 3 / 5)));
    pen.drawString("Share before they take it down", bar / 2, image.getHeight() - bar / 4);
    pen.dispose();
    return image;
  }

  private static BufferedImage brighter(BufferedImage image) {
    var out = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (var y = 0; y < image.getHeight(); y++) {
      for (var x = 0; x < image.getWidth(); x++) {
        var rgb = image.getRGB(x, y);
        out.setRGB(x, y, brighter(rgb >> 16) << 16 | brighter(rgb >> 8) << 8 | brighter(rgb));
      }
    }
    return out;
  }

  private static int brighter(int color) {
    return Math.min(255, (color & 0xFF) * 9 / 8);
  }

  /// A picture as JPEG.
  ///
  /// @param quality 0 to 1
  public static byte[] jpeg(BufferedImage image, float quality) {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var out = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      var how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static BufferedImage read(byte[] file) {
    try {
      return ImageIO.read(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
