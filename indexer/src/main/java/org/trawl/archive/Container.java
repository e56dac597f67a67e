package org.trawl.archive;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// How a file on disk holds CSV text, known by its first bytes and not by its name.
enum Container {
  PLAIN,
  ZIP,
  GZIP,
  ZSTD;

  /// Unpacked bytes over packed ones past which a file is no archive of text: tweets pack 4 to 20
  /// times.
  private static final long BOMB_RATIO = 1_000;

  private static final long BOMB_FLOOR = 100L << 20;

  /// The most files of a zip: each is looked into.
  private static final int MAX_ENTRIES = 5_000;

  static Container of(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var b = in.readNBytes(4);
      if (starts(b, 'P', 'K', 3, 4) || starts(b, 'P', 'K', 5, 6)) {
        return ZIP;
      }
      if (starts(b, 0x1f, 0x8b)) {
        return GZIP;
      }
      return starts(b, 0x28, 0xb5, 0x2f, 0xfd) ? ZSTD : PLAIN;
    }
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

  /// The names of the files inside that may be CSV, in the order people number them; one empty name
  /// for a file that holds just one.
  static List<String> entries(Path file) throws IOException {
    if (of(file) != ZIP) {
      return List.of("");
    }
    try (var zip = zip(file)) {
      if (zip.size() > MAX_ENTRIES) {
        throw new NotAnArchive(
            "%s has %,d files, and no archive of tweets has over %,d"
                .formatted(file, zip.size(), MAX_ENTRIES));
      }
      var names = new ArrayList<String>();
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        if (!entry.isDirectory() && !hidden(entry.getName())) {
          names.add(entry.getName());
        }
      }
      names.sort(NATURAL);
      return names;
    } catch (ZipException e) {
      throw new NotAnArchive(String.valueOf(e.getMessage()));
    }
  }

  @SuppressWarnings("MustBeClosedChecker") // Whoever calls closes it.
  private static ZipFile zip(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new ZipException(file + " is a damaged zip (" + e.getMessage() + "); get it again");
    }
  }

  private static boolean hidden(String entry) {
    var name = entry.substring(entry.lastIndexOf('/') + 1);
    return entry.startsWith("__MACOSX/") || name.startsWith(".");
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

  /// Opens the text of a file, or of one inside it. Reading throws where the packed bytes are
  /// damaged or unpack to more than they can.
  ///
  /// @param progress is told how many more bytes on disk were read
  static InputStream open(Path file, String entry, LongConsumer progress) throws IOException {
    var packed = Files.size(file);
    return switch (of(file)) {
      case PLAIN -> new BufferedInputStream(new Counted(file, progress), 1 << 16);
      case GZIP -> new Bounded(gzip(file, progress), file.toString(), packed);
      case ZSTD ->
          new Bounded(
              new ZstdInputStream(new BufferedInputStream(new Counted(file, progress))),
              file.toString(),
              packed);
      case ZIP -> openEntry(file, entry, progress);
    };
  }

  private static InputStream gzip(Path file, LongConsumer progress) throws IOException {
    var in = new BufferedInputStream(new Counted(file, progress));
    try {
      return new GZIPInputStream(in, 1 << 16);
    } catch (IOException e) {
      in.close();
      throw named(file.toString(), e);
    }
  }

  /// What went wrong where packed bytes were read, with the name of the file: the end came too
  /// soon, or they are damaged.
  private static IOException named(String name, IOException e) {
    var cutOff =
        e instanceof EOFException
            || (e instanceof ZstdIOException && "Truncated source".equals(e.getMessage()));
    if (cutOff) {
      return new EOFException(name + " ends too soon");
    }
    return e instanceof ZipException || e instanceof ZstdIOException
        ? new ZipException(name + " is damaged (" + e.getMessage() + "); get it again")
        : e;
  }

  @SuppressWarnings("MustBeClosedChecker") // The stream closes the zip it reads from.
  private static InputStream openEntry(Path file, String name, LongConsumer progress)
      throws IOException {
    var zip = zip(file);
    try {
      var entry = zip.getEntry(name);
      if (entry == null) {
        throw new NotAnArchive(file + " has no " + name + " any more");
      }
      return new Entry(zip, entry, file + "!" + name, progress);
    } catch (IOException e) {
      zip.close();
      throw named(file + "!" + name, e);
    }
  }

  /// Tells how much was read.
  private static final class Counted extends FilterInputStream {
    private final LongConsumer progress;

    Counted(Path file, LongConsumer progress) throws IOException {
      super(Files.newInputStream(file));
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      var one = super.read();
      progress.accept(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      var count = super.read(bytes, offset, length);
      progress.accept(Math.max(0, count));
      return count;
    }
  }

  /// Text that unpacks beyond reason is refused.
  private static class Bounded extends FilterInputStream {
    private final String name;
    private final long most;
    private long read;

    Bounded(InputStream in, String name, long packed) {
      super(in);
      this.name = name;
      this.most = Math.max(BOMB_FLOOR, Math.multiplyExact(packed, BOMB_RATIO));
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count;
      try {
        count = super.read(bytes, offset, length);
      } catch (IOException e) {
        throw named(name, e);
      }
      read += Math.max(0, count);
      if (read > most) {
        throw new NotAnArchive(
            name
                + " unpacks to over "
                + BOMB_RATIO
                + " times its size, as no archive of tweets does");
      }
      return count;
    }

    long bytesRead() {
      return read;
    }
  }

  /// A file of a zip, its size and CRC checked, which [ZipFile] does not.
  private static final class Entry extends Bounded {
    private final ZipFile zip;
    private final ZipEntry entry;
    private final String name;
    private final CRC32 crc = new CRC32();
    private final LongConsumer progress;
    private long told;

    Entry(ZipFile zip, ZipEntry entry, String name, LongConsumer progress) throws IOException {
      super(zip.getInputStream(entry), name, Math.max(1, entry.getCompressedSize()));
      this.zip = zip;
      this.entry = entry;
      this.name = name;
      this.progress = progress;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      var count = super.read(bytes, offset, length);
      if (count > 0) {
        crc.update(bytes, offset, count);
        tell();
        if (entry.getSize() >= 0 && bytesRead() > entry.getSize()) {
          throw named(name, new ZipException("it is longer than it says"));
        }
      } else if (count < 0
          && (bytesRead() != entry.getSize() || crc.getValue() != entry.getCrc())) {
        throw named(name, new ZipException("it has another checksum or size than it says"));
      }
      return count;
    }

    /// A zip hides how many packed bytes were read; as many of all as of the text.
    private void tell() {
      var part = bytesRead() / (double) Math.max(1, entry.getSize());
      var packed = (long) (part * entry.getCompressedSize());
      progress.accept(packed - told);
      told = packed;
    }

    @Override
    public void close() throws IOException {
      super.close();
      zip.close();
    }
  }
}
