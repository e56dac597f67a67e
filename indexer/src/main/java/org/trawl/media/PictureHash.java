package org.trawl.media;

import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// How a picture looks, in 256 bits: pictures that look alike differ in few of them.
///
/// This is PDQ of the paper “The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing
/// Algorithm” (Facebook, 2019), written from its text: the luminance is smoothed by two passes of a
/// box filter in each direction, so wide that a picture of 64 × 64 is left, its cosine transform is
/// taken, and of the 16 × 16 lowest frequencies, without the constant, each gives a bit: whether it
/// is above their median. Scale, compression, brightness and contrast change little of that. Moved
/// or turned parts do: mirrored, turned and strongly cropped pictures are other ones to it.
///
/// @param a the first 64 bits, and so on
public record PictureHash(long a, long b, long c, long d) {
  public static final int BITS = 256;

  /// Pictures whose hashes differ in no more bits are the same picture, nearly. The paper takes 31,
  /// which finds few of those that were cut or given a caption: see docs/decisions/media.md.
  public static final int ALIKE = 63;

  private static final int SIDE = 64;
  private static final int FREQUENCIES = 16;

  /// Sum of steps between neighbours, in 1/255 of the range times 100, that is quality 1.
  private static final int STEPS_A_QUALITY = 90;

  /// Plainer pictures differ by noise alone: the paper's bound for matching, of 100.
  private static final int LEAST_QUALITY = 49;

  private static final float[][] COSINES = cosines();

  /// The hash of a picture; empty if it is so plain that many look like it.
  public static Optional<PictureHash> of(BufferedImage image) {
    return Luminance.hash(image);
  }

  /// The hash of a picture; empty if it is so plain that many look like it.
  ///
  /// @param luminance row by row, 0 to 255
  static Optional<PictureHash> of(float[] luminance, int width, int height) {
    if (width < 2 || height < 2 || luminance.length < width * height) {
      return Optional.empty();
    }
    var buffer = new float[width * height];
    for (var pass = 0; pass < 2; pass++) {
      for (var y = 0; y < height; y++) {
        box(luminance, buffer, y * width, 1, width, window(width));
      }
      for (var x = 0; x < width; x++) {
        box(buffer, luminance, x, width, height, window(height));
      }
    }
    var small = new float[SIDE][SIDE];
    for (var i = 0; i < SIDE; i++) {
      var y = (int) ((i + 0.5) * height / SIDE);
      for (var j = 0; j < SIDE; j++) {
        small[i][j] = luminance[y * width + (int) ((j + 0.5) * width / SIDE)];
      }
    }
    return quality(small) < LEAST_QUALITY ? Optional.empty() : Optional.of(of(small));
  }

  private static int window(int length) {
    return (length + 2 * SIDE - 1) / (2 * SIDE);
  }

  /// The mean of the `window` values around each, fewer at the ends.
  private static void box(float[] in, float[] out, int from, int step, int length, int window) {
    var behind = window / 2;
    var ahead = window - 1 - behind;
    var count = Math.min(ahead, length);
    var sum = 0f;
    for (var k = 0; k < count; k++) {
      sum += in[from + k * step];
    }
    for (var i = 0; i < length; i++) {
      if (i + ahead < length) {
        sum += in[from + (i + ahead) * step];
        count++;
      }
      var gone = i - behind - 1;
      if (gone >= 0) {
        sum -= in[from + gone * step];
        count--;
      }
      out[from + i * step] = sum / count;
    }
  }

  private static int quality(float[][] small) {
    var steps = 0;
    for (var i = 0; i < SIDE; i++) {
      for (var j = 0; j < SIDE; j++) {
        if (i + 1 < SIDE) {
          steps += Math.abs((int) ((small[i][j] - small[i + 1][j]) * 100 / 255));
        }
        if (j + 1 < SIDE) {
          steps += Math.abs((int) ((small[i][j] - small[i][j + 1]) * 100 / 255));
        }
      }
    }
    return Math.min(100, steps / STEPS_A_QUALITY);
  }

  private static PictureHash of(float[][] small) {
    var rows = new float[FREQUENCIES][SIDE];
    for (var u = 0; u < FREQUENCIES; u++) {
      for (var y = 0; y < SIDE; y++) {
        var cosine = COSINES[u][y];
        for (var x = 0; x < SIDE; x++) {
          rows[u][x] += cosine * small[y][x];
        }
      }
    }
    var found = new float[FREQUENCIES * FREQUENCIES];
    for (var u = 0; u < FREQUENCIES; u++) {
      for (var v = 0; v < FREQUENCIES; v++) {
        var sum = 0f;
        for (var x = 0; x < SIDE; x++) {
          sum += rows[u][x] * COSINES[v][x];
        }
        found[u * FREQUENCIES + v] = sum;
      }
    }
    var sorted = found.clone();
    Arrays.sort(sorted);
    var median = sorted[sorted.length / 2 - 1];
    var words = new long[BITS / Long.SIZE];
    for (var i = 0; i < found.length; i++) {
      if (found[i] > median) {
        words[i / Long.SIZE] |= 1L << i;
      }
    }
    return new PictureHash(words[0], words[1], words[2], words[3]);
  }

  private static float[][] cosines() {
    var table = new float[FREQUENCIES][SIDE];
    for (var u = 0; u < FREQUENCIES; u++) {
      for (var x = 0; x < SIDE; x++) {
        table[u][x] =
            (float) (Math.sqrt(2.0 / SIDE) * Math.cos(Math.PI / 2 / SIDE * (u + 1) * (2 * x + 1)));
      }
    }
    return table;
  }

  /// In how many bits two differ, 0 to [#BITS].
  public int distance(PictureHash other) {
    return Long.bitCount(a ^ other.a)
        + Long.bitCount(b ^ other.b)
        + Long.bitCount(c ^ other.c)
        + Long.bitCount(d ^ other.d);
  }

  long word(int i) {
    return switch (i) {
      case 0 -> a;
      case 1 -> b;
      case 2 -> c;
      default -> d;
    };
  }

  void write(DataOutputStream out) throws IOException {
    out.writeLong(a);
    out.writeLong(b);
    out.writeLong(c);
    out.writeLong(d);
  }

  static PictureHash read(DataInputStream in) throws IOException {
    return new PictureHash(in.readLong(), in.readLong(), in.readLong(), in.readLong());
  }

  /// Sixty-four hex digits.
  @Override
  public String toString() {
    return "%016x%016x%016x%016x".formatted(a, b, c, d);
  }
}
