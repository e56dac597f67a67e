package org.trawl.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/// The parts of a picture's file that its pixels need, and no others: colour profiles, texts and
/// small pictures inside of it are what decoders have stumbled over most.
final class PlainPicture {
  /// Cameras and programs write up to a dozen; each costs a pass over all pixels.
  private static final int MOST_SCANS = 100;

  private static final int IHDR = 0x49484452;
  private static final int PLTE = 0x504C5445;
  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454E44;
  private static final int TRNS = 0x74524E53;

  /// Says that colours are meant as JFIF has them, and that there is no small picture inside.
  private static final byte[] JFIF =
      HexFormat.of().parseHex("ffe000104a46494600010100000100010000");

  private PlainPicture() {}

  /// @throws Undrawable if it is broken, or asks for more work than a picture may
  static byte[] of(MediaType type, byte[] file) throws Undrawable {
    try {
      return switch (type) {
        case JPEG -> jpeg(file);
        case PNG -> png(file);
        case GIF -> file; // Its blocks are pixels but for comments, which are passed over.
        case WEBP -> throw new Undrawable("small pictures are not made of WebP");
        case MP4, WEBM -> throw new Undrawable("no stills are made of videos");
      };
    } catch (IndexOutOfBoundsException e) {
      throw new Undrawable("the file is cut off", e);
    }
  }

  private static byte[] jpeg(byte[] file) throws Undrawable {
    var out = new ByteArrayOutputStream(file.length);
    out.write(file, 0, 2);
    var at = 2;
    var scans = 0;
    while (at + 4 <= file.length) {
      var marker = file[at + 1] & 0xFF;
      if ((file[at] & 0xFF) != 0xFF || marker == 0xFF) {
        at++;
        continue;
      }
      if (marker == 0xD9) {
        break;
      }
      if (marker == 0 || marker == 1 || (marker >= 0xD0 && marker <= 0xD8)) {
        at += 2;
        continue;
      }
      var length = (file[at + 2] & 0xFF) << 8 | (file[at + 3] & 0xFF);
      var end = Math.min(file.length, at + 2 + length);
      if (marker == 0xDA) {
        if (++scans > MOST_SCANS) {
          throw new Undrawable("it has more than " + MOST_SCANS + " passes over its pixels");
        }
        end = endOfScan(file, end);
        out.write(file, at, end - at);
      } else if (marker == 0xE0 && at == 2) {
        out.write(JFIF, 0, JFIF.length);
      } else if (needed(marker)) {
        out.write(file, at, end - at);
      }
      at = end;
    }
    if (scans == 0) {
      throw new Undrawable("it has no pixels");
    }
    out.write(0xFF);
    out.write(0xD9);
    return out.toByteArray();
  }

  /// Frames and tables, the interval of restarts, and Adobe's segment, which tells how colours are
  /// meant.
  private static boolean needed(int marker) {
    return (marker >= 0xC0 && marker <= 0xCF)
        || (marker >= 0xDB && marker <= 0xDD)
        || marker == 0xEE;
  }

  private static int endOfScan(byte[] file, int from) {
    var at = from;
    while (at + 1 < file.length) {
      var marker = file[at + 1] & 0xFF;
      var inside = marker == 0 || marker == 0xFF || (marker >= 0xD0 && marker <= 0xD7);
      if (file[at] == (byte) 0xFF && !inside) {
        return at;
      }
      at++;
    }
    return file.length;
  }

  private static byte[] png(byte[] bytes) throws Undrawable {
    var file = ByteBuffer.wrap(bytes);
    var out = new ByteArrayOutputStream(file.limit());
    out.write(bytes, 0, 8);
    var pixels = false;
    var at = 8;
    while (at + 12 <= file.limit()) {
      var length = file.getInt(at);
      if (length < 0 || length > file.limit() - at - 12) {
        throw new Undrawable("the file is cut off");
      }
      var kind = file.getInt(at + 4);
      if (kind == IHDR || kind == PLTE || kind == IDAT || kind == IEND || kind == TRNS) {
        out.write(bytes, at, 12 + length);
        pixels |= kind == IDAT;
      }
      at += 12 + length;
    }
    if (!pixels) {
      throw new Undrawable("it has no pixels");
    }
    return out.toByteArray();
  }
}
