package org.trawl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes what [HostileFile] is a table of.
final class HostileContent {
  static final String HEADER = "tweetid,userid,user_screen_name,tweet_text,tweet_time\n";

  /// The last row of every table made here, which must be indexed whatever stands before.
  private static final int BELOW = 9;

  private static final long FIRST_ID = 1_000_000;
  private static final int BOMB_MEGABYTES = 200;
  private static final int DIRECTORY_ENTRY = 0x02014b50;
  private static final int SIZE_IN_DIRECTORY = 24;

  private HostileContent() {}

  /// Wraps what is written.
  interface Packer {
    OutputStream pack(OutputStream out) throws IOException;
  }

  static String row(int number, String text) {
    return "\"%d\",\"2572896396\",\"ann\",\"%s\",\"2017-06-22 16:03\"\n"
        .formatted(FIRST_ID + number, text.replace("\"", "\"\""));
  }

  static String rows(int from, int count) {
    var rows = new StringBuilder();
    for (int i = 0; i < count; i++) {
      rows.append(row(from + i, "number " + i * 7_919L % 10_007));
    }
    return rows.toString();
  }

  static Path text(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /// A table with some text as its rows, and a good one below.
  static Path csv(Path folder, String rows) throws IOException {
    return text(folder, "a.csv", HEADER + rows + row(BELOW, "below"));
  }

  /// A table with bytes instead of a text.
  static Path csvOfBytes(Path folder, int... bytes) throws IOException {
    var row = row(1, "|").split("\\|");
    var out = new ByteArrayOutputStream();
    out.writeBytes((HEADER + row[0]).getBytes(UTF_8));
    for (int b : bytes) {
      out.write(b);
    }
    out.writeBytes((row[1] + row(BELOW, "below")).getBytes(UTF_8));
    return Files.write(folder.resolve("a.csv"), out.toByteArray());
  }

  static Path noise(Path folder) throws IOException {
    var bytes = new byte[2_000_000];
    new Random(1).nextBytes(bytes);
    return Files.write(folder.resolve("a.csv"), bytes);
  }

  static Path fifo(Path folder) throws IOException {
    var path = folder.resolve("a.csv");
    try {
      new ProcessBuilder("mkfifo", path.toString()).inheritIO().start().waitFor();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return path;
  }

  static Path link(Path folder, Path to) throws IOException {
    return Files.createSymbolicLink(folder.resolve("a.csv"), to);
  }

  static Path packed(Path folder, String text, Packer packer) throws IOException {
    var path = folder.resolve("a.packed");
    try (var out = packer.pack(Files.newOutputStream(path))) {
      out.write(text.getBytes(UTF_8));
    }
    return path;
  }

  /// A table that unpacks to more than any archive of text.
  static Path bomb(Path folder, Packer packer) throws IOException {
    var path = folder.resolve("a.packed");
    try (var out = packer.pack(Files.newOutputStream(path))) {
      out.write((HEADER + row(1, "x")).getBytes(UTF_8));
      var zeros = new byte[1 << 20];
      for (int i = 0; i < BOMB_MEGABYTES; i++) {
        out.write(zeros);
      }
    }
    return path;
  }

  static OutputStream zipEntry(OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out);
    zip.putNextEntry(new ZipEntry("x.csv"));
    return zip;
  }

  static Path zip(Path folder, String entry, String text) throws IOException {
    return packed(
        folder,
        text,
        out -> {
          var zip = new ZipOutputStream(out);
          zip.putNextEntry(new ZipEntry(entry));
          return zip;
        });
  }

  static Path zipOfMany(Path folder, int files) throws IOException {
    var path = folder.resolve("a.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
      zip.setMethod(ZipOutputStream.STORED);
      for (int i = 0; i < files; i++) {
        var entry = new ZipEntry(i + ".csv");
        entry.setSize(0);
        entry.setCrc(new CRC32().getValue());
        zip.putNextEntry(entry);
      }
    }
    return path;
  }

  /// Changes the unpacked size that a zip's directory says of its first file.
  static Path lying(Path zip, int size) throws IOException {
    var bytes = ByteBuffer.wrap(Files.readAllBytes(zip)).order(ByteOrder.LITTLE_ENDIAN);
    int at = bytes.limit() - Integer.BYTES;
    while (bytes.getInt(at) != DIRECTORY_ENTRY) {
      at--;
    }
    bytes.putInt(at + SIZE_IN_DIRECTORY, size);
    return Files.write(zip, bytes.array());
  }

  /// A file without its last third.
  static Path cut(Path path) throws IOException {
    var bytes = Files.readAllBytes(path);
    return Files.write(path, java.util.Arrays.copyOf(bytes, bytes.length * 2 / 3));
  }

  static Path unreadable(Path folder) throws IOException {
    var path = csv(folder, "");
    Files.setPosixFilePermissions(path, java.util.Set.of());
    return path;
  }
}
