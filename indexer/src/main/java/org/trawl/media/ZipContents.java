package org.trawl.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a zip lists at its end, ZIP64 or not (PKWARE's APPNOTE 6.3.10, 4.3). Read here and not with
/// `java.util.zip`, as that does not tell where an entry lies, and hundreds of zips with millions
/// of entries must be read in place without holding their lists.
final class ZipContents {
  private static final int END = 0x06054B50;
  private static final int END64 = 0x06064B50;
  private static final int LOCATOR64 = 0x07064B50;
  private static final int LISTED = 0x02014B50;
  private static final int LOCAL = 0x04034B50;
  private static final int END_BYTES = 22;
  private static final int MOST_COMMENT = 0xFFFF;
  private static final long IN_EXTRA = 0xFFFF_FFFFL;

  private ZipContents() {}

  /// A file of a zip.
  ///
  /// @param header where its local header begins
  /// @param method how it is packed: 0 is not at all, 8 is deflate
  /// @param packed how many bytes it takes in the zip
  /// @param bytes how many it says it has
  record Entry(String name, long header, int method, boolean encrypted, long packed, long bytes) {}

  /// The files of a zip in the order they lie in, folders aside.
  ///
  /// @throws IOException if it cannot be read, or is no whole zip; the message says why
  static List<Entry> of(Path file) throws IOException {
    try (var zip = FileChannel.open(file)) {
      var entries = new ArrayList<Entry>();
      var list = list(zip);
      while (list.remaining() >= 46) {
        entries.add(entry(list));
      }
      entries.removeIf(entry -> entry.name.endsWith("/"));
      entries.sort(Comparator.comparingLong(Entry::header));
      return entries;
    } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
      throw new IOException("its list of files is damaged", e);
    }
  }

  /// Where an entry's bytes begin: its local header may be of another length than the list says.
  ///
  /// @throws IOException if there is no such header, or the entry ends after the zip
  static long start(FileChannel zip, Entry entry) throws IOException {
    var header = read(zip, entry.header, 30);
    if (header.getInt(0) != LOCAL) {
      throw new IOException("the zip has no such file where its list says");
    }
    var start =
        entry.header
            + 30
            + Short.toUnsignedInt(header.getShort(26))
            + Short.toUnsignedInt(header.getShort(28));
    if (start + entry.packed > zip.size()) {
      throw new IOException("the zip ends before the file does");
    }
    return start;
  }

  private static ByteBuffer list(FileChannel zip) throws IOException {
    var tail = (int) Math.min(zip.size(), END_BYTES + MOST_COMMENT);
    var end = read(zip, zip.size() - tail, tail);
    for (var at = tail - END_BYTES; at >= 0; at--) {
      if (end.getInt(at) == END) {
        var size = Integer.toUnsignedLong(end.getInt(at + 12));
        var offset = Integer.toUnsignedLong(end.getInt(at + 16));
        if (at >= 20 && end.getInt(at - 20) == LOCATOR64) {
          var wide = read(zip, end.getLong(at - 12), 56);
          if (wide.getInt(0) == END64) {
            size = wide.getLong(40);
            offset = wide.getLong(48);
          }
        }
        if (size > Integer.MAX_VALUE - 64) {
          throw new IOException("its list of files is of " + size + " bytes");
        }
        return read(zip, offset, (int) size);
      }
    }
    throw new IOException("it has no list of files at its end: it is cut off, or no zip");
  }

  private static ByteBuffer read(FileChannel zip, long from, int bytes) throws IOException {
    if (from < 0 || from > zip.size() - bytes) {
      throw new IOException("its list of files points outside of it");
    }
    var buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (zip.read(buffer, from + buffer.position()) < 0) {
        throw new IOException("it is cut off");
      }
    }
    return buffer.flip();
  }

  private static Entry entry(ByteBuffer list) throws IOException {
    var at = list.position();
    if (list.getInt(at) != LISTED) {
      throw new IOException("its list of files is damaged");
    }
    var flags = list.getShort(at + 8);
    var method = Short.toUnsignedInt(list.getShort(at + 10));
    var packed = Integer.toUnsignedLong(list.getInt(at + 20));
    var bytes = Integer.toUnsignedLong(list.getInt(at + 24));
    var nameBytes = Short.toUnsignedInt(list.getShort(at + 28));
    var extraBytes = Short.toUnsignedInt(list.getShort(at + 30));
    var comment = Short.toUnsignedInt(list.getShort(at + 32));
    var header = Integer.toUnsignedLong(list.getInt(at + 42));
    var name = new byte[nameBytes];
    list.get(at + 46, name);
    var extra = list.slice(at + 46 + nameBytes, extraBytes).order(ByteOrder.LITTLE_ENDIAN);
    list.position(at + 46 + nameBytes + extraBytes + comment);
    while (extra.remaining() >= 4) {
      var id = extra.getShort();
      var length = Math.min(Short.toUnsignedInt(extra.getShort()), extra.remaining());
      var next = extra.position() + length;
      if (id == 1) {
        // Only those that did not fit, in this order.
        bytes = bytes == IN_EXTRA ? extra.getLong() : bytes;
        packed = packed == IN_EXTRA ? extra.getLong() : packed;
        header = header == IN_EXTRA ? extra.getLong() : header;
      }
      extra.position(next);
    }
    if (packed < 0 || bytes < 0 || header < 0) {
      throw new IOException("its list of files is damaged");
    }
    return new Entry(text(name), header, method, (flags & 1) != 0, packed, bytes);
  }

  /// UTF-8 where it is that, whatever the flags say.
  private static String text(byte[] name) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      return new String(name, StandardCharsets.ISO_8859_1);
    }
  }
}
