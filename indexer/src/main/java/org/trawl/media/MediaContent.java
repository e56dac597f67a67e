package org.trawl.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/// The bytes of a media file, read where it lies: a part of a zip, or a file of its own.
public final class MediaContent {
  private static final int BUFFER = 1 << 16;

  private MediaContent() {}

  /// Opens a file from some byte on. Closing it closes the channel.
  ///
  /// @param channel of the zip, or of the file itself
  /// @param from the first byte wanted; what is packed is unpacked up to there
  /// @throws IOException if it cannot be read
  static InputStream open(FileChannel channel, MediaEntry.Place place, long from)
      throws IOException {
    if (!place.deflated()) {
      return new Part(channel, place.start() + from, place.packed() - from);
    }
    var in = new Inflated(new Part(channel, place.start(), place.packed()));
    try {
      in.skipNBytes(from);
    } catch (IOException e) {
      in.close();
      throw e;
    }
    return in;
  }

  /// The same, of a channel that stays open: the stream is ended by [#end].
  static InputStream unclosed(FileChannel channel, MediaEntry.Place place) {
    var part = new Part(channel, place.start(), place.packed());
    return place.deflated() ? new Inflated(part) : part;
  }

  static void end(InputStream in) {
    if (in instanceof Inflated inflated) {
      inflated.end();
    }
  }

  /// The whole of a file.
  ///
  /// @param bytes how many it has to have
  /// @throws IOException if it cannot be read, or has not as many
  static byte[] read(InputStream in, int bytes) throws IOException {
    var all = in.readNBytes(bytes);
    if (all.length < bytes) {
      throw new EOFException("it ends after " + all.length + " of " + bytes + " bytes");
    }
    return all;
  }

  /// Ends its inflater, which the JDK's leaves to whoever made it.
  private static final class Inflated extends InflaterInputStream {
    Inflated(InputStream in) {
      super(in, new Inflater(true), BUFFER);
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      try {
        return super.read(buffer, from, length);
      } catch (ZipException e) {
        throw new IOException("its packed bytes are damaged", e);
      }
    }

    @Override
    public void close() throws IOException {
      super.close();
      inf.end();
    }

    void end() {
      inf.end();
    }
  }

  /// Some bytes of a channel.
  private static final class Part extends InputStream {
    private final FileChannel channel;
    private long at;
    private long left;

    Part(FileChannel channel, long at, long left) {
      this.channel = channel;
      this.at = at;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (left <= 0) {
        return -1;
      }
      var wanted = (int) Math.min(length, left);
      var read = channel.read(ByteBuffer.wrap(buffer, from, wanted), at);
      if (read < 0) {
        return -1;
      }
      at += read;
      left -= read;
      return read;
    }

    @Override
    public long skip(long bytes) {
      var skipped = Math.clamp(bytes, 0, left);
      at += skipped;
      left -= skipped;
      return skipped;
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
