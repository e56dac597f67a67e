package org.trawl.media;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.trawl.media.MediaEntry.Extent;
import org.trawl.media.MediaEntry.Facts;

/// Looks at one file: reads each of its bytes once, and decodes it if it is a picture.
final class FactsReader {
  /// A file of more bytes is none of Twitter's, which took videos of up to 512 MB.
  static final long MOST_BYTES = 1L << 30;

  private static final int CHUNK = 1 << 16;

  private final PictureDecoder decoder;

  FactsReader(PictureDecoder decoder) {
    this.decoder = decoder;
  }

  /// The facts of a file.
  ///
  /// @param bytes how many the file has to have
  /// @throws IOException if it cannot be read, or has another number of bytes
  Facts read(InputStream in, long bytes) throws IOException {
    if (bytes > MOST_BYTES) {
      return Facts.refused("", bytes, "it has more than " + (MOST_BYTES >> 20) + " MB");
    }
    var digest = sha256();
    var counted = new Counted(new DigestInputStream(in, digest), bytes);
    var head = counted.readNBytes(MediaType.HEAD_BYTES);
    var type = MediaType.of(head);
    if (type.isPresent() && !type.get().isVideo() && bytes <= PictureDecoder.MOST_BYTES) {
      var file = new byte[(int) bytes];
      System.arraycopy(head, 0, file, 0, head.length);
      counted.readNBytes(file, head.length, file.length - head.length);
      counted.end();
      return picture(type.get(), file, hex(digest));
    }
    var video = VideoHeader.UNKNOWN;
    if (type.filter(MediaType.MP4::equals).isPresent()) {
      video =
          VideoHeader.of(
              new SequenceInputStream(
                  new ByteArrayInputStream(head), new BufferedInputStream(counted, CHUNK)));
    }
    counted.transferTo(OutputStream.nullOutputStream());
    counted.end();
    var extent = new Extent(video.width(), video.height(), video.millis());
    var sha = hex(digest);
    if (type.isEmpty()) {
      return Facts.refused(sha, bytes, MediaType.looksLike(head));
    }
    var refusal = type.get().isVideo() ? "" : "it is too large to be drawn small";
    return new Facts(type, sha, bytes, extent, Exif.NONE, refusal, Optional.empty());
  }

  private Facts picture(MediaType type, byte[] file, String sha) {
    var header = PictureHeader.of(type, file);
    if (header.isEmpty()) {
      return Facts.refused(sha, file.length, "it is broken before its size is told");
    }
    var exif = header.get().exif();
    var across = exif.orientation() >= 5;
    var extent =
        new Extent(
            across ? header.get().height() : header.get().width(),
            across ? header.get().width() : header.get().height(),
            0);
    try {
      var hash = Luminance.hash(decoder.decode(type, file));
      return new Facts(Optional.of(type), sha, file.length, extent, exif, "", hash);
    } catch (Undrawable e) {
      return new Facts(
          Optional.of(type), sha, file.length, extent, exif, e.why(), Optional.empty());
    }
  }

  /// Gives as many bytes as a file is said to have, and no more.
  private static final class Counted extends FilterInputStream {
    private final long bytes;
    private long read;

    Counted(InputStream in, long bytes) {
      super(in);
      this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      var wanted = (int) Math.min(length, bytes - read);
      if (wanted <= 0) {
        return length == 0 ? 0 : -1;
      }
      var found = super.read(buffer, from, wanted);
      read += Math.max(0, found);
      return found;
    }

    /// What is skipped counts for the sum, too.
    @Override
    public long skip(long wanted) throws IOException {
      var buffer = new byte[Math.clamp(wanted, 0, CHUNK)];
      return Math.max(0, read(buffer, 0, buffer.length));
    }

    /// @throws IOException if there were fewer bytes, or are more
    void end() throws IOException {
      if (read != bytes) {
        throw new IOException("it has only " + read + " of " + bytes + " bytes");
      }
      if (super.read() >= 0) {
        throw new IOException("it has more than the " + bytes + " bytes it is said to have");
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
