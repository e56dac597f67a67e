package org.trawl.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.util.Optional;

/// How bright a picture is, for its hash.
final class Luminance {
  /// Pictures are averaged down to less than twice as many pixels a side: what is finer leaves no
  /// trace in a hash.
  private static final int SIDE = 512;

  private Luminance() {}

  /// The hash of a picture, as its parts stand on white; empty if it is too plain for one.
  static Optional<PictureHash> hash(BufferedImage image) {
    var step = Math.max(1, Math.max(image.getWidth(), image.getHeight()) / SIDE);
    var width = image.getWidth() / step;
    var height = image.getHeight() / step;
    if (width < 2 || height < 2) {
      return Optional.empty();
    }
    var out = new float[width * height];
    var row = new float[width * step];
    for (var y = 0; y < height * step; y++) {
      row(image, y, row);
      var to = y / step * width;
      for (var x = 0; x < width; x++) {
        for (var k = x * step; k < (x + 1) * step; k++) {
          out[to + x] += row[k];
        }
      }
    }
    for (var i = 0; i < out.length; i++) {
      out[i] /= step * step;
    }
    return PictureHash.of(out, width, height);
  }

  /// One row. What decoders make of JPEG is read as it lies: to ask the image for colours takes
  /// longer than to decode it.
  private static void row(BufferedImage image, int y, float[] row) {
    var raster = image.getRaster();
    if (image.getType() == BufferedImage.TYPE_3BYTE_BGR
        && raster.getDataBuffer() instanceof DataBufferByte bytes) {
      var pixels = bytes.getData();
      var at = y * image.getWidth() * 3;
      for (var x = 0; x < row.length; x++, at += 3) {
        row[x] = of(pixels[at + 2] & 0xFF, pixels[at + 1] & 0xFF, pixels[at] & 0xFF);
      }
    } else if (image.getType() == BufferedImage.TYPE_BYTE_GRAY
        && raster.getDataBuffer() instanceof DataBufferByte bytes) {
      var at = y * image.getWidth();
      for (var x = 0; x < row.length; x++) {
        row[x] = bytes.getData()[at + x] & 0xFF;
      }
    } else if (image.getType() == BufferedImage.TYPE_INT_RGB
        && raster.getDataBuffer() instanceof DataBufferInt ints) {
      var at = y * image.getWidth();
      for (var x = 0; x < row.length; x++) {
        var rgb = ints.getData()[at + x];
        row[x] = of(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
      }
    } else {
      for (var x = 0; x < row.length; x++) {
        row[x] = of(image.getRGB(x, y));
      }
    }
  }

  private static float of(int red, int green, int blue) {
    return 0.299f * red + 0.587f * green + 0.114f * blue;
  }

  /// Of ITU-R BT.601, 0 to 255.
  private static float of(int argb) {
    var alpha = (argb >>> 24) / 255f;
    var shown = 0.299f * (argb >> 16 & 0xFF) + 0.587f * (argb >> 8 & 0xFF) + 0.114f * (argb & 0xFF);
    return alpha * shown + (1 - alpha) * 255;
  }
}
