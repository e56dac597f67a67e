package org.trawl.media;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/// What a cataloguing run has found so far, on disk: a kill costs what came after the last sync.
///
/// Records of a length, a kind, the bytes, and the CRC-32 of both; what follows the last whole one
/// is cut off when the file is opened again. One thread's at a time.
final class MediaLog implements Closeable {
  static final int CONTAINER = 1;
  static final int ENTRY = 2;

  /// More is no record: names are at most some 130 KB.
  private static final int MOST = 1 << 20;

  private static final int BUFFER = 1 << 18;

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER + MOST);

  private MediaLog(FileChannel channel) {
    this.channel = channel;
  }

  /// Told what a log holds.
  interface Reader {
    /// @param at where the bytes are in the file
    void take(int kind, byte[] bytes, long at) throws IOException;
  }

  /// Opens a log to go on writing, made if it is missing.
  ///
  /// @param reader told of all that it holds
  static MediaLog open(Path file, Reader reader) throws IOException {
    var end = Files.exists(file) ? read(file, reader) : 0;
    var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).truncate(end);
    channel.position(end);
    return new MediaLog(channel);
  }

  /// @return where the last whole record ends
  static long read(Path file, Reader reader) throws IOException {
    var end = 0L;
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      while (true) {
        var length = in.readInt();
        if (length < 1 || length > MOST) {
          return end;
        }
        var record = in.readNBytes(length);
        if (record.length < length || in.readInt() != crc(record)) {
          return end;
        }
        reader.take(record[0], java.util.Arrays.copyOfRange(record, 1, length), end + 5);
        end += length + 8;
      }
    } catch (EOFException e) {
      return end;
    }
  }

  private static int crc(byte[] record) {
    var crc = new CRC32();
    crc.update(record);
    return (int) crc.getValue();
  }

  void append(int kind, byte[] bytes) throws IOException {
    var record = new byte[bytes.length + 1];
    record[0] = (byte) kind;
    System.arraycopy(bytes, 0, record, 1, bytes.length);
    if (record.length > MOST) {
      throw new IOException("a media file's name is too long");
    }
    buffer.putInt(record.length).put(record).putInt(crc(record));
    if (buffer.position() >= BUFFER) {
      flush();
    }
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  /// Makes all of it survive a power cut.
  void sync() throws IOException {
    flush();
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      flush();
    }
  }
}
