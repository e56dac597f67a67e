package org.trawl.archive;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// How a file on disk holds its bytes, known by its first ones and not by its name.
enum Container {
  PLAIN,
  ZIP,
  GZIP,
  ZSTD,
  BZIP2,
  XZ;

  /// What `xz -9` needs to unpack, and some more.
  private static final int XZ_KIB = 200_000;

  static Container of(Path file) throws IOException {
    byte[] b;
    try (var in = Files.newInputStream(file)) {
      b = in.readNBytes(6);
    } catch (AccessDeniedException e) {
      throw NotAnArchive.unusable(file + " cannot be read: permission denied");
    }
    if (starts(b, 'P', 'K', 3, 4) || starts(b, 'P', 'K', 5, 6)) {
      return ZIP;
    }
    if (starts(b, 0x1f, 0x8b)) {
      return GZIP;
    }
    if (starts(b, 'B', 'Z', 'h')) {
      return BZIP2;
    }
    if (starts(b, 0xFD, '7', 'z', 'X', 'Z', 0)) {
      return XZ;
    }
    return starts(b, 0x28, 0xb5, 0x2f, 0xfd) ? ZSTD : PLAIN;
  }

  private static boolean starts(byte[] bytes, int... magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (var i = 0; i < magic.length; i++) {
      if ((bytes[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /// What may be tables: the files of a zip, in the order people number them, or the file itself.
  static List<Part> parts(Path file) throws IOException {
    return of(file) == ZIP ? ZipParts.of(file) : List.of(Part.whole(file));
  }

  /// Numbers in names count as numbers: `part_2` stands before `part_10`.
  static final Comparator<String> NATURAL =
      Comparator.comparing(Container::padded).thenComparing(Comparator.naturalOrder());

  private static String padded(String name) {
    var padded = new StringBuilder();
    for (var i = 0; i < name.length(); ) {
      var end = i;
      while (end < name.length() && Character.isDigit(name.charAt(end))) {
        end++;
      }
      if (end > i) {
        padded.append("0".repeat(Math.max(0, 20 - (end - i))));
      }
      end = Math.max(end, i + 1);
      padded.append(name, i, end);
      i = end;
    }
    return padded.toString();
  }

  /// Opens the bytes of a table. Reading throws where the packed bytes are damaged or unpack to
  /// more than they can.
  ///
  /// @param progress is told how many more bytes on disk were read
  static InputStream open(Part part, LongConsumer progress) throws IOException {
    if (part.index() >= 0) {
      return ZipParts.open(part, progress);
    }
    var file = part.file();
    var container = of(file);
    var packed = new CountedInput(Files.newInputStream(file), progress);
    if (container == PLAIN) {
      return new BufferedInputStream(packed, 1 << 16);
    }
    try {
      return new BoundedInput(unpacked(container, packed), part.fullName(), packed::count);
    } catch (IOException e) {
      packed.close();
      throw named(part.fullName(), e);
    }
  }

  private static InputStream unpacked(Container container, InputStream packed) throws IOException {
    var in = new BufferedInputStream(packed, 1 << 16);
    return switch (container) {
      case GZIP -> new GZIPInputStream(in, 1 << 16);
      case ZSTD -> new ZstdInputStream(new ZstdFrames(in));
      case BZIP2 -> new BZip2CompressorInputStream(in, true);
      case XZ ->
          XZCompressorInputStream.builder()
              .setInputStream(in)
              .setDecompressConcatenated(true)
              .setMemoryLimitKiB(XZ_KIB)
              .get();
      case PLAIN, ZIP -> throw new IllegalArgumentException("not packed by itself: " + container);
    };
  }

  /// What went wrong where packed bytes were read, with the name of the file: the end came too
  /// soon, or they are damaged.
  static IOException named(String name, IOException e) {
    var message = String.valueOf(e.getMessage());
    var cutOff =
        e instanceof EOFException
            || (e instanceof ZstdIOException && message.equals("Truncated source"))
            || message.equals("Unexpected end of stream");
    if (cutOff) {
      return new EOFException(name + " ends too soon");
    }
    return e instanceof NotAnArchive
        ? e
        : new ZipException(name + " is damaged (" + message + "); get it again");
  }
}
