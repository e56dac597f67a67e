package org.trawl.schema;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/// Cells that many rows repeat, kept once: headers, the columns that describe an account, clients.
/// A row then holds an ordinal instead. Every tweet of Twitter's files repeats ten columns of its
/// account; without this they would be two thirds of the stored bytes.
///
/// Thread-safe. Ordinals never change or go away; the table only grows, up to [#MAX_CHARS].
public final class SharedCells {
  /// Past this many characters no new tuple is taken in, so that a file whose every row has another
  /// bio cannot fill the heap; rows then carry their cells themselves.
  static final long MAX_CHARS = 64L << 20;

  private static final int MAGIC = 0x54524331; // "TRC1"

  private final ConcurrentHashMap<List<String>, Integer> ordinals = new ConcurrentHashMap<>();
  private final List<List<String>> tuples = new ArrayList<>();
  private long chars;

  /// The ordinal of these cells, which are taken in if new; empty if the table is full.
  public OptionalInt ordinal(List<String> cells) {
    var known = ordinals.get(cells);
    if (known != null) {
      return OptionalInt.of(known);
    }
    return takeIn(List.copyOf(cells));
  }

  private synchronized OptionalInt takeIn(List<String> cells) {
    var known = ordinals.get(cells);
    if (known != null) {
      return OptionalInt.of(known);
    }
    if (chars > MAX_CHARS) {
      return OptionalInt.empty();
    }
    for (var cell : cells) {
      chars += cell.length();
    }
    var ordinal = tuples.size();
    tuples.add(cells);
    ordinals.put(cells, ordinal);
    return OptionalInt.of(ordinal);
  }

  /// The cells of an ordinal that this table gave.
  ///
  /// @throws IndexOutOfBoundsException if it did not
  public synchronized List<String> cells(int ordinal) {
    return tuples.get(ordinal);
  }

  /// Writes the table; the file is complete and synced when this returns.
  public synchronized void save(Path file) throws IOException {
    try (var channel =
            java.nio.channels.FileChannel.open(
                file,
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.TRUNCATE_EXISTING,
                java.nio.file.StandardOpenOption.WRITE);
        var out =
            new DataOutputStream(
                new BufferedOutputStream(java.nio.channels.Channels.newOutputStream(channel)))) {
      out.writeInt(MAGIC);
      out.writeInt(tuples.size());
      for (var tuple : tuples) {
        out.writeInt(tuple.size());
        for (var cell : tuple) {
          var bytes = cell.getBytes(StandardCharsets.UTF_8);
          out.writeInt(bytes.length);
          out.write(bytes);
        }
      }
      out.flush();
      channel.force(true);
    }
  }

  /// Reads a table that [#save] wrote.
  ///
  /// @throws IOException if the file is not one, or is cut off
  public static SharedCells load(Path file) throws IOException {
    var table = new SharedCells();
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != MAGIC) {
        throw new IOException(file + " is not a table of shared cells");
      }
      var size = in.readInt();
      for (var i = 0; i < size; i++) {
        var cells = new String[in.readInt()];
        for (var c = 0; c < cells.length; c++) {
          cells[c] = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        }
        table.takeIn(List.of(cells));
      }
    }
    return table;
  }
}
