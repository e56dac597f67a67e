package org.trawl.ingest;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.trawl.index.IndexRefused;

/// `rejected.csv`: the rows that could not be used, each with its file, line, reason, and as it
/// was. Made when the first row is rejected.
final class RejectedFile implements Closeable {
  private static final String HEADER = "file,line,reason,row\n";

  private final Path path;
  private @Nullable FileChannel channel;
  private @Nullable Writer writer;

  private RejectedFile(Path path) {
    this.path = path;
  }

  /// Opens the file as it was at a checkpoint; what later work wrote goes away.
  ///
  /// @param bytes its size then; 0 for a file that was not yet there
  static RejectedFile open(Path path, long bytes) throws IOException {
    var file = new RejectedFile(path);
    if (bytes == 0) {
      Files.deleteIfExists(path);
      return file;
    }
    if (!Files.exists(path) || Files.size(path) < bytes) {
      throw new IndexRefused(
          path
              + " is shorter than the index's record of it; restore it from a copy, or rebuild the"
              + " index into an empty folder");
    }
    file.begin().truncate(bytes).position(bytes);
    return file;
  }

  private FileChannel begin() throws IOException {
    var opened = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel = opened;
    writer =
        Channels.newWriter(
            opened,
            StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(java.nio.charset.CodingErrorAction.REPLACE),
            1 << 16);
    return opened;
  }

  /// @param line where the row begins, from 1
  void add(String file, long line, String reason, String row) throws IOException {
    if (writer == null) {
      begin();
      append(HEADER);
    }
    append(quoted(file) + ',' + line + ',' + quoted(reason) + ',' + quoted(row) + '\n');
  }

  private void append(String text) throws IOException {
    if (writer != null) {
      writer.write(text);
    }
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }

  /// Makes all rows so far survive a power cut.
  ///
  /// @return the file's size; 0 if there is none
  long sync() throws IOException {
    if (channel == null || writer == null) {
      return 0;
    }
    writer.flush();
    channel.force(true);
    return channel.position();
  }

  /// How many rejected rows are in the first `bytes` of a file that this class wrote: all quotes in
  /// it are in pairs, so that a line break outside of them ends a row.
  static long rows(Path path, long bytes) throws IOException {
    var rows = -1L; // The header is none.
    var quoted = false;
    try (var in = new BufferedInputStream(Files.newInputStream(path))) {
      for (var at = 0L; at < bytes; at++) {
        var next = in.read();
        if (next == '"') {
          quoted = !quoted;
        } else if (next == '\n' && !quoted) {
          rows++;
        }
      }
    }
    return rows;
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
