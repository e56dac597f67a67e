package org.trawl.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// From the start of the program to its first answers, and the heap it has then. Trawl is started
/// with its launcher where there is one, so that the time is what people wait.
///
/// @param runs how often each program is started
record StartupBenchmark(Path index, Path baseline, int runs) {
  /// The first question: everything.
  private static final Parameters EVERYTHING = new Parameters("q=");

  /// What was measured.
  ///
  /// @param ready until `/healthz` answered; the baseline: until its index was open
  /// @param firstSearch until the whole answer to a first search
  /// @param memory after that, garbage cleared
  record Started(Spread ready, Spread firstSearch, ServerMemory memory) {}

  /// Of both programs.
  record Result(Started trawl, Started baseline) implements Section {
    @Override
    public String name() {
      return "startup";
    }

    @Override
    public String markdown() {
      var text = new StringBuilder();
      text.append(
          """
          Milliseconds from the start of the program, %d times; the pages of the index in memory.

          | | ready: median | least to most | first search answered: median | most | heap after |
          | --- | ---: | ---: | ---: | ---: | ---: |
          """
              .formatted(trawl.ready.count()));
      row(text, "Trawl", trawl);
      row(text, "baseline, without a web server", baseline);
      return text.toString();
    }

    private static void row(StringBuilder text, String name, Started started) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s to %s | %s | %s | %,.1f MB |%n",
              name,
              Spread.millis(started.ready.medianMillis()),
              Spread.millis(started.ready.minMillis()),
              Spread.millis(started.ready.maxMillis()),
              Spread.millis(started.firstSearch.medianMillis()),
              Spread.millis(started.firstSearch.maxMillis()),
              started.memory.heapBytes() / 1e6));
    }
  }

  Result run(Reports reports) throws IOException, InterruptedException {
    var ready = new ArrayList<Long>();
    var first = new ArrayList<Long>();
    var baselineReady = new ArrayList<Long>();
    var baselineFirst = new ArrayList<Long>();
    var memory = new ServerMemory(0, 0, 0);
    var baselineMemory = memory;
    // The launcher leaves what later starts profit from; the first one is not counted then.
    for (var run = Program.launched() ? -1 : 0; run < runs; run++) {
      try (var server = TrawlServer.start(index, reports.log("trawl-serve"))) {
        server.ask(TrawlServer.path(EVERYTHING, Optional.empty()));
        keep(run, first, server.started());
        if (run >= 0) {
          ready.add(server.ready().toNanos());
        }
        memory = server.memory();
      }
      try (var program = BaselineProgram.start(baseline, reports.log("baseline-answers"))) {
        keep(run, baselineReady, program.started());
        program.answer(EVERYTHING);
        keep(run, baselineFirst, program.started());
        baselineMemory = program.memory();
      }
    }
    return new Result(
        started(ready, first, memory), started(baselineReady, baselineFirst, baselineMemory));
  }

  private static void keep(int run, List<Long> times, long started) {
    if (run >= 0) {
      times.add(System.nanoTime() - started);
    }
  }

  private static Started started(List<Long> ready, List<Long> first, ServerMemory memory) {
    return new Started(Spread.of(ready), Spread.of(first), memory);
  }
}
