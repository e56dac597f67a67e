package org.trawl.media;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a picture's file says of it before anything is decoded.
///
/// @param width in pixels, as stored; 1 or more
/// @param height likewise
record PictureHeader(int width, int height, Exif exif) {
  PictureHeader {
    requireNonNull(exif, "exif");
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("no picture is " + width + " × " + height);
    }
  }

  long pixels() {
    return (long) width * height;
  }

  /// Reads the header; empty if the file is broken before its size is told.
  static Optional<PictureHeader> of(MediaType type, byte[] file) {
    try {
      return switch (type) {
        case JPEG -> jpeg(file);
        case PNG -> png(file);
        case GIF -> {
          var gif = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
          yield Optional.of(of(gif.getShort(6) & 0xFFFF, gif.getShort(8) & 0xFFFF));
        }
        case WEBP -> webp(file);
        case MP4, WEBM -> Optional.empty();
      };
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static PictureHeader of(int width, int height) {
    return new PictureHeader(width, height, Exif.NONE);
  }

  /// Segments up to the frame's header (ITU-T T.81, annex B).
  private static Optional<PictureHeader> jpeg(byte[] file) {
    var exif = Exif.NONE;
    var at = 2;
    while (at + 4 <= file.length) {
      if ((file[at] & 0xFF) != 0xFF) {
        return Optional.empty();
      }
      var marker = file[at + 1] & 0xFF;
      if (marker == 0xFF) {
        at++;
        continue;
      }
      if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
        at += 2;
        continue;
      }
      var length = (file[at + 2] & 0xFF) << 8 | (file[at + 3] & 0xFF);
      if (length < 2 || marker == 0xDA) {
        return Optional.empty();
      }
      if (isFrame(marker)) {
        var height = (file[at + 5] & 0xFF) << 8 | (file[at + 6] & 0xFF);
        var width = (file[at + 7] & 0xFF) << 8 | (file[at + 8] & 0xFF);
        return Optional.of(new PictureHeader(width, height, exif));
      }
      if (marker == 0xE1 && length > 8 && begins(file, at + 4, "Exif\0\0")) {
        exif = Exif.of(file, at + 10, Math.min(length - 8, file.length - at - 10));
      }
      at += 2 + length;
    }
    return Optional.empty();
  }

  static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static boolean begins(byte[] file, int at, String text) {
    return new String(file, at, text.length(), StandardCharsets.ISO_8859_1).equals(text);
  }

  private static Optional<PictureHeader> png(byte[] bytes) {
    var file = ByteBuffer.wrap(bytes);
    if (file.getInt(12) != 0x49484452) { // IHDR
      return Optional.empty();
    }
    var width = file.getInt(16);
    var height = file.getInt(20);
    var exif = Exif.NONE;
    var at = 8L;
    while (at + 12 <= file.limit()) {
      var length = Integer.toUnsignedLong(file.getInt((int) at));
      if (file.getInt((int) at + 4) == 0x65584966 && at + 8 + length <= file.limit()) { // eXIf
        exif = Exif.of(bytes, (int) at + 8, (int) length);
      }
      at += 12 + length;
    }
    return Optional.of(new PictureHeader(width, height, exif));
  }

  /// RFC 9649: a plain chunk of VP8 or VP8L, or an extended header with chunks after it.
  private static Optional<PictureHeader> webp(byte[] bytes) {
    var file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return switch (file.getInt(12)) {
      case 0x20385056 -> // "VP8 "
          Optional.of(of(file.getShort(26) & 0x3FFF, file.getShort(28) & 0x3FFF));
      case 0x4C385056 -> { // "VP8L"
        var bits = file.getInt(21);
        yield Optional.of(of((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1));
      }
      case 0x58385056 -> { // "VP8X"
        var width = (file.getInt(24) & 0xFF_FFFF) + 1;
        var height = (file.getInt(26) >>> 8) + 1;
        yield Optional.of(new PictureHeader(width, height, webpExif(bytes)));
      }
      default -> Optional.empty();
    };
  }

  private static Exif webpExif(byte[] bytes) {
    var file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    var at = 12L;
    while (at + 8 <= file.limit()) {
      var length = Integer.toUnsignedLong(file.getInt((int) at + 4));
      if (file.getInt((int) at) == 0x46495845 && at + 8 + length <= file.limit()) { // "EXIF"
        return Exif.of(bytes, (int) at + 8, (int) length);
      }
      at += 8 + length + (length & 1);
    }
    return Exif.NONE;
  }
}
