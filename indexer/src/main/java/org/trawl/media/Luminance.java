package org.trawl.media;

import java.awt.image.BufferedImage;
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
    var row = new int[width * step];
    for (var y = 0; y < height * step; y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      var to = y / step * width;
      for (var x = 0; x < row.length; x++) {
        out[to + x / step] += of(row[x]);
      }
    }
    for (var i = 0; i < out.length; i++) {
      out[i] /= step * step;
    }
    return PictureHash.of(out, width, height);
  }

  /// Of ITU-R BT.601, 0 to 255.
  private static float of(int argb) {
    var alpha = (argb >>> 24) / 255f;
    var shown = 0.299f * (argb >> 16 & 0xFF) + 0.587f * (argb >> 8 & 0xFF) + 0.114f * (argb & 0xFF);
    return alpha * shown + (1 - alpha) * 255;
  }
}
