package org.trawl.columns;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// Columns on disk: one array after the other, each with its length and a CRC-32C, little endian.
///
/// Reading verifies every checksum, at some gigabytes a second, so that a flipped bit is an error
/// and never a wrong count.
public final class ColumnFile {
  private static final int MAGIC = 0x54524334; // "TRC4"
  private static final int CHUNK = 1 << 20;
  private static final int DICTIONARIES = 10;

  private ColumnFile() {}

  /// Writes the columns; the file is complete and synced when this returns.
  public static void write(Columns columns, Path file) throws IOException {
    try (var channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var out = new Writer(channel);
      out.header();
      out.ints(columns.rows());
      out.ints(columns.tags());
      out.ints(columns.times());
      out.bytes(columns.detected());
      out.ints(columns.copies());
      out.ints(columns.groupSizes());
      var near = columns.near();
      out.ints(near.docs());
      out.ints(near.texts());
      out.ints(near.tweets());
      out.ints(near.clusters());
      out.longs(columns.oddIds().ids());
      out.ints(columns.oddIds().docs());
      var traits = columns.traits();
      out.ints(traits.language());
      out.ints(traits.detected());
      out.ints(traits.kind());
      out.ints(traits.media());
      out.ints(traits.client());
      out.ints(traits.copies());
      out.ints(traits.missing());
      out.ints(traits.counts());
      for (var dictionary : dictionaries(columns.dictionaries())) {
        out.ints(dictionary.starts());
        out.bytes(dictionary.bytes());
        out.ints(dictionary.sorted());
        out.ints(dictionary.counts());
      }
      channel.force(true);
    }
  }

  private static List<Dictionary> dictionaries(Columns.Dictionaries all) {
    return List.of(
        all.accounts(),
        all.languages(),
        all.kinds(),
        all.media(),
        all.clients(),
        all.detectedLanguages(),
        all.hashtags(),
        all.mentions(),
        all.domains(),
        all.retweeted());
  }

  /// Reads columns that [#write] wrote.
  ///
  /// @throws IOException if the file is not one, is cut off or damaged
  public static Columns read(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var in = new Reader(channel, file);
      in.header();
      var rows = in.ints();
      var tags = in.ints();
      var times = in.ints();
      var detected = in.bytes();
      var copies = in.ints();
      var groupSizes = in.ints();
      var near = new NearCopies(in.ints(), in.ints(), in.ints(), in.ints());
      var oddIds = new Columns.OddIds(in.longs(), in.ints());
      var traits =
          new Columns.Traits(
              in.ints(), in.ints(), in.ints(), in.ints(), in.ints(), in.ints(), in.ints(),
              in.ints());
      var dictionaries = new ArrayList<Dictionary>();
      for (var i = 0; i < DICTIONARIES; i++) {
        dictionaries.add(new Dictionary(in.ints(), in.bytes(), in.ints(), in.ints()));
      }
      return new Columns(
          rows,
          tags,
          times,
          detected,
          copies,
          groupSizes,
          near,
          oddIds,
          traits,
          new Columns.Dictionaries(
              dictionaries.get(0),
              dictionaries.get(1),
              dictionaries.get(2),
              dictionaries.get(3),
              dictionaries.get(4),
              dictionaries.get(5),
              dictionaries.get(6),
              dictionaries.get(7),
              dictionaries.get(8),
              dictionaries.get(9)));
    }
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocateDirect(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static final class Writer {
    private final FileChannel channel;
    private final ByteBuffer buffer = buffer(CHUNK);
    private final CRC32C checksum = new CRC32C();

    Writer(FileChannel channel) {
      this.channel = channel;
    }

    void header() throws IOException {
      buffer.putInt(MAGIC);
      drain();
    }

    void ints(int[] values) throws IOException {
      begin(values.length);
      for (var at = 0; at < values.length; ) {
        var count = Math.min(values.length - at, CHUNK / Integer.BYTES);
        buffer.asIntBuffer().put(values, at, count);
        buffer.position(count * Integer.BYTES);
        drain();
        at += count;
      }
      end();
    }

    void longs(long[] values) throws IOException {
      begin(values.length);
      for (var at = 0; at < values.length; ) {
        var count = Math.min(values.length - at, CHUNK / Long.BYTES);
        buffer.asLongBuffer().put(values, at, count);
        buffer.position(count * Long.BYTES);
        drain();
        at += count;
      }
      end();
    }

    void bytes(byte[] values) throws IOException {
      begin(values.length);
      for (var at = 0; at < values.length; ) {
        var count = Math.min(values.length - at, CHUNK);
        buffer.put(values, at, count);
        drain();
        at += count;
      }
      end();
    }

    private void begin(int length) throws IOException {
      checksum.reset();
      buffer.putInt(length);
      drain();
    }

    private void end() throws IOException {
      buffer.putInt((int) checksum.getValue());
      drain();
    }

    private void drain() throws IOException {
      buffer.flip();
      checksum.update(buffer.duplicate());
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      buffer.clear();
    }
  }

  private static final class Reader {
    private final FileChannel channel;
    private final Path file;
    private final ByteBuffer buffer = buffer(CHUNK);
    private final CRC32C checksum = new CRC32C();

    Reader(FileChannel channel, Path file) {
      this.channel = channel;
      this.file = file;
    }

    void header() throws IOException {
      fill(Integer.BYTES);
      if (buffer.getInt() != MAGIC) {
        throw new IOException(file + " is not a column file of this version");
      }
    }

    int[] ints() throws IOException {
      var values = new int[begin(Integer.BYTES)];
      for (var at = 0; at < values.length; ) {
        var count = Math.min(values.length - at, CHUNK / Integer.BYTES);
        fill(count * Integer.BYTES);
        buffer.asIntBuffer().get(values, at, count);
        at += count;
      }
      end();
      return values;
    }

    long[] longs() throws IOException {
      var values = new long[begin(Long.BYTES)];
      for (var at = 0; at < values.length; ) {
        var count = Math.min(values.length - at, CHUNK / Long.BYTES);
        fill(count * Long.BYTES);
        buffer.asLongBuffer().get(values, at, count);
        at += count;
      }
      end();
      return values;
    }

    byte[] bytes() throws IOException {
      var values = new byte[begin(1)];
      for (var at = 0; at < values.length; ) {
        var count = Math.min(values.length - at, CHUNK);
        fill(count);
        buffer.get(values, at, count);
        at += count;
      }
      end();
      return values;
    }

    private int begin(int width) throws IOException {
      checksum.reset();
      fill(Integer.BYTES);
      var length = buffer.getInt();
      if (length < 0 || (long) length * width > channel.size() - channel.position()) {
        throw new IOException(file + " is damaged: a column of impossible length " + length);
      }
      return length;
    }

    private void end() throws IOException {
      var expected = (int) checksum.getValue();
      fill(Integer.BYTES);
      if (buffer.getInt() != expected) {
        throw new IOException(file + " is damaged: a checksum differs");
      }
    }

    private void fill(int count) throws IOException {
      buffer.clear().limit(count);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer) < 0) {
          throw new EOFException(file + " is cut off");
        }
      }
      buffer.flip();
      checksum.update(buffer.duplicate());
    }
  }
}
