package org.trawl.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How fast rows leave as CSV, newest first, over HTTP, and whether the server's heap grows with
/// them: it is cleared and read several times under way, in a second run, so that this does not
/// count against the speed.
///
/// @param rows most rows; the archive's if it has fewer
record ExportBenchmark(long rows) {
  static final String EVERYTHING = "/api/export?format=csv&q=";

  /// Shares of the rows after which the heap is read.
  private static final double[] LOOKS = {0.01, 0.25, 0.5, 0.75, 0.99};

  /// The heap under way.
  ///
  /// @param heapBytes what lives there, garbage cleared
  record Look(long rows, long heapBytes) {}

  /// What was measured.
  ///
  /// @param baseline stored rows written as CSV to nowhere, inside its own program
  record Result(
      Exported trawl, Exported baseline, ServerMemory before, List<Look> looks, ServerMemory after)
      implements Section {
    @Override
    public String name() {
      return "export";
    }

    @Override
    public String markdown() {
      var text = new StringBuilder();
      text.append(
          """
          | | rows | seconds | rows a second | MB a second |
          | --- | ---: | ---: | ---: | ---: |
          """);
      row(text, "Trawl, over HTTP, newest first", trawl);
      row(text, "baseline, its rows in the index's order, to nowhere", baseline);
      text.append(
          String.format(
              Locale.ROOT,
              "%nWhat lives on Trawl's heap: %s before,",
              megabytes(before.heapBytes())));
      for (var look : looks) {
        text.append(
            String.format(
                Locale.ROOT, " %s after %,d rows,", megabytes(look.heapBytes), look.rows));
      }
      text.append(" ").append(megabytes(after.heapBytes())).append(" in the end.\n");
      return text.toString();
    }

    private static void row(StringBuilder text, String name, Exported exported) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %,d | %.2f | %,.0f | %.1f |%n",
              name,
              exported.rows(),
              exported.seconds(),
              exported.rowsPerSecond(),
              exported.bytesPerSecond() / 1e6));
    }

    private static String megabytes(long bytes) {
      return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }
  }

  Result run(TrawlServer server, BaselineProgram baseline)
      throws IOException, InterruptedException {
    // Both once beforehand, in part, to be warm.
    read(server, Math.max(1, rows / 10), List.of(), new ArrayList<>());
    baseline.export(Math.max(1, rows / 10));
    var trawl = read(server, rows, List.of(), new ArrayList<>());
    var plain = baseline.export(rows);
    var before = server.memory();
    var looks = new ArrayList<Look>();
    var at = new ArrayList<Long>();
    // Not of the rows the first run read: its last buffer may have held more than were wanted.
    var looked = Math.min(rows, trawl.rows());
    for (var share : LOOKS) {
      at.add(Math.max(1, Math.round(looked * share)));
    }
    read(server, rows, at, looks);
    return new Result(trawl, plain, before, List.copyOf(looks), server.memory());
  }

  /// Reads rows, without the header, and breaks off behind the last one wanted.
  ///
  /// @param at rows after which to look at the heap
  private static Exported read(TrawlServer server, long rows, List<Long> at, List<Look> looks)
      throws IOException, InterruptedException {
    var started = System.nanoTime();
    var counter = new RowCounter();
    var bytes = 0L;
    var next = 0;
    try (InputStream csv = server.get(EVERYTHING, BodyHandlers.ofInputStream())) {
      var buffer = new byte[1 << 16];
      var read = csv.read(buffer);
      while (read >= 0 && counter.rows - 1 < rows) {
        bytes += read;
        counter.count(buffer, read);
        // One buffer may hold the rows of several looks.
        while (next < at.size() && counter.rows - 1 >= at.get(next)) {
          looks.add(new Look(counter.rows - 1, server.memory().heapBytes()));
          next++;
        }
        read = csv.read(buffer);
      }
    }
    return new Exported(counter.rows - 1, bytes, (System.nanoTime() - started) / 1e9);
  }

  /// Counts the rows of a CSV; line breaks in quotes end none.
  static final class RowCounter {
    private long rows;
    private boolean quoted;

    void count(byte[] bytes, int length) {
      for (var i = 0; i < length; i++) {
        if (bytes[i] == '"') {
          quoted = !quoted;
        } else if (bytes[i] == '\n' && !quoted) {
          rows++;
        }
      }
    }

    long rows() {
      return rows;
    }
  }
}
