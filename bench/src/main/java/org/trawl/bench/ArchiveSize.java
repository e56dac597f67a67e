package org.trawl.bench;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import org.trawl.archive.TweetArchive;

/// How many bytes of CSV an archive has, unpacked.
final class ArchiveSize {
  private ArchiveSize() {}

  static long of(TweetArchive archive) throws IOException {
    var bytes = 0L;
    for (var file : archive.files()) {
      bytes += unpacked(file.path());
    }
    return bytes;
  }

  /// By what the file begins with, not by its name.
  private static long unpacked(Path file) throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      in.mark(4);
      var first = in.readNBytes(4);
      in.reset();
      if (begins(first, 'P', 'K')) {
        return zipped(file);
      }
      if (begins(first, 0x1F, 0x8B)) {
        return drain(new GZIPInputStream(in, 1 << 16));
      }
      if (begins(first, 0x28, 0xB5, 0x2F, 0xFD)) {
        return drain(new ZstdInputStream(in).setContinuous(true));
      }
      return Files.size(file);
    }
  }

  private static boolean begins(byte[] bytes, int... magic) {
    for (var i = 0; i < magic.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static long zipped(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      return zip.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum();
    }
  }

  private static long drain(InputStream in) throws IOException {
    return in.transferTo(java.io.OutputStream.nullOutputStream());
  }
}
