package org.trawl.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The memory of both programs after every question of every round of the list was answered.
record MemoryBenchmark(List<List<Question>> list) {
  /// Garbage cleared before.
  record Result(ServerMemory trawl, ServerMemory baseline) implements Section {
    @Override
    public String name() {
      return "memory";
    }

    @Override
    public String markdown() {
      var text = new StringBuilder();
      text.append(
          """
          After the whole list. *Its own* is what the program takes from other programs: heap, threads, code;
          *resident* has the pages of the mapped index as well, which the system takes back at need.

          | | lives on the heap | its own | resident |
          | --- | ---: | ---: | ---: |
          """);
      row(text, "Trawl", trawl);
      row(text, "baseline", baseline);
      return text.toString();
    }

    private static void row(StringBuilder text, String name, ServerMemory memory) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %,.1f MB | %,.1f MB | %,.1f MB |%n",
              name,
              memory.heapBytes() / 1e6,
              memory.ownBytes() / 1e6,
              memory.residentBytes() / 1e6));
    }
  }

  Result run(TrawlServer server, BaselineProgram baseline)
      throws IOException, InterruptedException {
    for (var round : list) {
      for (var question : round) {
        server.ask(TrawlServer.path(question.trawl(), Optional.empty()));
        baseline.answer(question.baseline());
      }
    }
    return new Result(server.memory(), baseline.memory());
  }
}
