package org.trawl.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;

/// Checksums of files, as the manifest holds them.
public final class Checksums {
  private static final int CHUNK = 1 << 20;

  private Checksums() {}

  /// The CRC-32 that a Lucene file ends with, without reading the rest.
  public static String ofLucene(Directory directory, String name) throws IOException {
    try (var input = directory.openInput(name, IOContext.READONCE)) {
      return hex(CodecUtil.retrieveChecksum(input));
    }
  }

  /// The CRC-32 of a Lucene file, read whole and compared with the one it ends with.
  ///
  /// @throws org.apache.lucene.index.CorruptIndexException if they differ
  public static String ofWholeLucene(Directory directory, String name) throws IOException {
    try (var input = directory.openInput(name, IOContext.READONCE)) {
      return hex(CodecUtil.checksumEntireFile(input));
    }
  }

  /// The CRC-32 of the first `bytes` of a file.
  public static String of(Path file, long bytes) throws IOException {
    var crc = new CRC32();
    try (var in = Files.newInputStream(file)) {
      each(in, bytes, crc::update, done -> {});
    }
    return hex(crc.getValue());
  }

  /// The SHA-256 of a whole file, in lower-case hex.
  ///
  /// @param files its parts, in order
  /// @param progress told how many bytes are done, now and then
  public static String sha256(List<Path> files, LongConsumer progress) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    var before = 0L;
    for (var file : files) {
      var done = before;
      try (var in = Files.newInputStream(file)) {
        each(in, Long.MAX_VALUE, digest::update, read -> progress.accept(done + read));
      }
      before += Files.size(file);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private interface Chunk {
    void take(byte[] bytes, int from, int length);
  }

  private static void each(InputStream in, long limit, Chunk chunk, LongConsumer progress)
      throws IOException {
    var buffer = new byte[CHUNK];
    var done = 0L;
    while (done < limit) {
      var read = in.read(buffer, 0, (int) Math.min(CHUNK, limit - done));
      if (read < 0) {
        return;
      }
      chunk.take(buffer, 0, read);
      done += read;
      progress.accept(done);
    }
  }

  private static String hex(long crc) {
    return HexFormat.of().toHexDigits((int) crc);
  }
}
