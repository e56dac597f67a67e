package org.trawl.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How many questions of the list are answered while several clients ask at once: Trawl over HTTP,
/// the clients being on the same machine; the baseline inside its own program.
///
/// @param questions whose first page is asked for
record ThroughputBenchmark(List<Question> questions, int clients, double seconds) {
  /// A share of the time that is asked beforehand, uncounted.
  private static final double WARM_UP = 0.25;

  /// Kinds of errors that are printed.
  private static final int MOST_ERRORS = 10;

  /// Deep pages, which need a page before them, are left out.
  static ThroughputBenchmark of(List<List<Question>> list, int clients, double seconds) {
    var first =
        list.stream().flatMap(List::stream).filter(asked -> asked.trawl().deep() == 0).toList();
    return new ThroughputBenchmark(first, clients, seconds);
  }

  /// What both did.
  record Result(int clients, double seconds, Load.Result trawl, Load.Result baseline)
      implements Section {
    @Override
    public String name() {
      return "throughput";
    }

    @Override
    public String markdown() {
      var text = new StringBuilder();
      text.append(
          """
          %d clients for %.0f seconds, each asking one question of the list after the other.

          | | searches a second | errors | median ms | p99 ms | most |
          | --- | ---: | ---: | ---: | ---: | ---: |
          """
              .formatted(clients, seconds));
      row(text, "Trawl, over HTTP", trawl);
      row(text, "baseline", baseline);
      trawl.errors().entrySet().stream()
          .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
          .limit(MOST_ERRORS)
          .forEach(error ->
              text.append(
                  String.format(Locale.ROOT, "%n%,d × %s%n", error.getValue(), error.getKey())));
      return text.toString();
    }

    private static void row(StringBuilder text, String name, Load.Result result) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %.1f | %,d | %s | %s | %s |%n",
              name,
              result.perSecond(),
              result.errors().values().stream().mapToLong(Long::longValue).sum(),
              Spread.millis(result.times().medianMillis()),
              Spread.millis(result.times().p99Millis()),
              Spread.millis(result.times().maxMillis())));
    }
  }

  Result run(TrawlServer server, BaselineProgram baseline)
      throws IOException, InterruptedException {
    var paths =
        questions.stream()
            .map(question -> TrawlServer.path(question.trawl(), Optional.empty()))
            .toList();
    Load.Asker ask = question -> whole(server.ask(paths.get(question)), paths.get(question));
    new Load(clients, seconds * WARM_UP).run(paths.size(), ask);
    var trawl = new Load(clients, seconds).run(paths.size(), ask);
    var asked = questions.stream().map(Question::baseline).toList();
    baseline.load(asked, clients, seconds * WARM_UP);
    return new Result(clients, seconds, trawl, baseline.load(asked, clients, seconds));
  }

  /// An answer cut short by its time budget is none.
  private static void whole(byte[] answer, String path) throws IOException {
    if (new String(answer, UTF_8).contains("\"partial\":true")) {
      throw new IOException("not answered in the time a search may take: " + path);
    }
  }
}
