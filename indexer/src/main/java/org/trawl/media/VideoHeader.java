package org.trawl.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/// What an MP4 file says of its picture and length (ISO/IEC 14496-12, the boxes `mvhd` and `tkhd`).
///
/// @param width in pixels, 0 if it does not tell
/// @param height likewise
/// @param millis how long it plays, 0 if it does not tell
record VideoHeader(int width, int height, int millis) {
  static final VideoHeader UNKNOWN = new VideoHeader(0, 0, 0);

  private static final int MOST_MOOV = 8 << 20;
  private static final int MOST_SIDE = 1 << 16;
  private static final int MOOV = 0x6D6F6F76;
  private static final int TRAK = 0x7472616B;
  private static final int MVHD = 0x6D766864;
  private static final int TKHD = 0x746B6864;

  /// Reads the boxes of a file until the one that describes it, which may be the last.
  ///
  /// @param in from the file's first byte on; left somewhere in it
  static VideoHeader of(InputStream in) throws IOException {
    while (true) {
      var head = in.readNBytes(8);
      if (head.length < 8) {
        return UNKNOWN;
      }
      var box = ByteBuffer.wrap(head);
      var length = Integer.toUnsignedLong(box.getInt(0));
      var header = 8;
      if (length == 1) {
        var large = in.readNBytes(8);
        if (large.length < 8) {
          return UNKNOWN;
        }
        length = ByteBuffer.wrap(large).getLong();
        header = 16;
      }
      if (length < header) {
        return UNKNOWN; // Up to the end, or nonsense.
      }
      if (box.getInt(4) == MOOV) {
        return length > MOST_MOOV ? UNKNOWN : moov(in.readNBytes((int) length - header));
      }
      if (!skip(in, length - header)) {
        return UNKNOWN;
      }
    }
  }

  private static boolean skip(InputStream in, long bytes) throws IOException {
    try {
      in.skipNBytes(bytes);
      return true;
    } catch (java.io.EOFException e) {
      return false;
    }
  }

  private static VideoHeader moov(byte[] content) {
    var found = new Found();
    try {
      found.boxes(ByteBuffer.wrap(content), 0, content.length, 0);
    } catch (IndexOutOfBoundsException e) {
      // What was found before the break is true.
      return found.header();
    }
    return found.header();
  }

  private static final class Found {
    private int width;
    private int height;
    private long millis;

    VideoHeader header() {
      return new VideoHeader(width, height, Math.clamp(millis, 0, Integer.MAX_VALUE));
    }

    void boxes(ByteBuffer in, int from, int to, int depth) {
      var at = from;
      while (at + 8 <= to) {
        var length = in.getInt(at);
        if (length < 8 || length > to - at) {
          return;
        }
        switch (in.getInt(at + 4)) {
          case TRAK -> {
            if (depth == 0) {
              boxes(in, at + 8, at + length, 1);
            }
          }
          case MVHD -> duration(in, at + 8);
          case TKHD -> size(in, at + length);
          default -> {} // How samples are stored.
        }
        at += length;
      }
    }

    private void duration(ByteBuffer in, int at) {
      var wide = in.get(at) == 1;
      var scale = Integer.toUnsignedLong(in.getInt(at + (wide ? 20 : 12)));
      var units = wide ? in.getLong(at + 24) : Integer.toUnsignedLong(in.getInt(at + 16));
      if (scale > 0 && units > 0 && units < Long.MAX_VALUE / 1000) {
        millis = units * 1000 / scale;
      }
    }

    /// The box ends with both, 16 bits before the point and 16 after it. Sound has none.
    private void size(ByteBuffer in, int end) {
      var w = in.getInt(end - 8) >>> 16;
      var h = in.getInt(end - 4) >>> 16;
      if (w > 0 && h > 0 && w < MOST_SIDE && h < MOST_SIDE && width == 0) {
        width = w;
        height = h;
      }
    }
  }
}
