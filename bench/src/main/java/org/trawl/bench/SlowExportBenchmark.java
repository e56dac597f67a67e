package org.trawl.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/// An export of every tweet to a reader that is slow at first: what it does not read must wait in
/// the index, not in the server's memory.
///
/// @param tweets in the index
/// @param slowBytesPerSecond read at first
/// @param slowSeconds how long
record SlowExportBenchmark(long tweets, double slowBytesPerSecond, double slowSeconds) {
  private static final Duration WATCH_EVERY = Duration.ofSeconds(1);

  /// Shares of the tweets after which the heap is cleared of garbage and read.
  private static final double[] LOOKS = {0.01, 0.25, 0.5, 0.75, 0.99};

  /// What was measured.
  ///
  /// @param slow what was read slowly, its last row perhaps in part
  /// @param all that was read, all rows of it whole
  /// @param before memory before it, garbage cleared
  /// @param looks at the heap under way, garbage cleared
  /// @param watched memory under way, garbage included
  /// @param after memory after it, garbage cleared
  record Result(
      long tweets,
      Exported slow,
      Exported all,
      ServerMemory before,
      List<ExportBenchmark.Look> looks,
      List<MemoryWatch.Sample> watched,
      ServerMemory after)
      implements Section {
    Result {
      looks = List.copyOf(looks);
      watched = List.copyOf(watched);
    }

    @Override
    public String name() {
      return "slow-export";
    }

    /// Whether every tweet came.
    boolean whole() {
      return all.rows() == tweets;
    }

    @Override
    public String markdown() {
      var text = new StringBuilder();
      text.append(
          """
          | | rows | MB | seconds | MB a second |
          | --- | ---: | ---: | ---: | ---: |
          """);
      row(text, "read slowly", slow);
      row(text, "in all", all);
      text.append(
          String.format(
              Locale.ROOT,
              "%n%,d rows of %,d tweets: %s.%n%nMemory under way, in MB, looked at %,d times:%n%n",
              all.rows(),
              tweets,
              whole() ? "all" : "**NOT ALL**",
              watched.size()));
      text.append("| | least | most |\n| --- | ---: | ---: |\n");
      memory(text, "heap, garbage included", MemoryWatch.Sample::heapBytes);
      memory(text, "its own: heap, threads, code", MemoryWatch.Sample::ownBytes);
      memory(text, "resident, mapped index included", MemoryWatch.Sample::residentBytes);
      text.append(
          String.format(
              Locale.ROOT, "%nWhat lives on the heap: %.1f MB before,", before.heapBytes() / 1e6));
      for (var look : looks) {
        text.append(
            String.format(
                Locale.ROOT, " %.1f after %,d rows,", look.heapBytes() / 1e6, look.rows()));
      }
      text.append(String.format(Locale.ROOT, " %.1f in the end.%n", after.heapBytes() / 1e6));
      return text.toString();
    }

    private static void row(StringBuilder text, String name, Exported exported) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %,d | %,.1f | %.1f | %.1f |%n",
              name,
              exported.rows(),
              exported.bytes() / 1e6,
              exported.seconds(),
              exported.bytesPerSecond() / 1e6));
    }

    private void memory(StringBuilder text, String name, ToLongFunction<MemoryWatch.Sample> what) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %,.1f | %,.1f |%n",
              name,
              watched.stream().mapToLong(what).min().orElseThrow() / 1e6,
              watched.stream().mapToLong(what).max().orElseThrow() / 1e6));
    }
  }

  Result run(TrawlServer server) throws IOException, InterruptedException {
    var before = server.memory();
    var looks = new ArrayList<ExportBenchmark.Look>();
    var counter = new ExportBenchmark.RowCounter();
    var started = System.nanoTime();
    var bytes = 0L;
    var slow = new Exported(0, 0, 0);
    try (var watch = MemoryWatch.start(server, WATCH_EVERY);
        InputStream csv = server.get(ExportBenchmark.EVERYTHING, BodyHandlers.ofInputStream())) {
      var buffer = new byte[1 << 16];
      for (var read = csv.read(buffer); read >= 0; read = csv.read(buffer)) {
        bytes += read;
        counter.count(buffer, read);
        var rows = Math.max(0, counter.rows() - 1);
        if (seconds(started) < slowSeconds) {
          slowDown(started, bytes);
          slow = new Exported(rows, bytes, seconds(started));
        }
        while (looks.size() < LOOKS.length && rows >= tweets * LOOKS[looks.size()]) {
          looks.add(new ExportBenchmark.Look(rows, server.memory().heapBytes()));
        }
      }
      var all = new Exported(counter.rows() - 1, bytes, seconds(started));
      return new Result(tweets, slow, all, before, looks, watch.samples(), server.memory());
    }
  }

  private static double seconds(long started) {
    return (System.nanoTime() - started) / 1e9;
  }

  /// Waits until as much time has passed as so many bytes are to take.
  private void slowDown(long started, long bytes) throws InterruptedException {
    var due = Math.min(slowSeconds, bytes / slowBytesPerSecond);
    Thread.sleep(Duration.ofNanos((long) (Math.max(0, due - seconds(started)) * 1e9)));
  }
}
