package org.trawl.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.lucene.search.ScoreDoc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The baseline's own program: a JSON line in, a JSON line out, until the input ends. Times are
/// taken in here, around what [BaselineSearcher] does, so that neither HTTP nor JSON is on the
/// baseline's account.
@Command(
    name = BaselineAnswersCommand.NAME,
    description = "Answers questions from standard input; the other commands run it.")
final class BaselineAnswersCommand implements Callable<Integer> {
  static final String NAME = "baseline-answers";

  @Option(names = "--index", paramLabel = "DIR", required = true)
  private Path index;

  /// What a line in asks for.
  enum Kind {
    /// One question, once.
    ANSWER,
    /// Questions again and again, by several clients at once.
    LOAD,
    /// Rows as CSV.
    EXPORT,
    /// How much heap is in use.
    HEAP
  }

  /// A line in.
  record Order(Kind kind, List<String> parameters, int clients, double seconds, long rows) {
    static Order answer(Parameters asked) {
      return new Order(Kind.ANSWER, List.of(asked.text()), 0, 0, 0);
    }

    static Order load(List<Parameters> asked, int clients, double seconds) {
      var parameters = asked.stream().map(Parameters::text).toList();
      return new Order(Kind.LOAD, parameters, clients, seconds, 0);
    }

    static Order export(long rows) {
      return new Order(Kind.EXPORT, List.of(), 0, 0, rows);
    }

    static Order heap() {
      return new Order(Kind.HEAP, List.of(), 0, 0, 0);
    }
  }

  /// A line out.
  ///
  /// @param nanos from the question to its whole answer
  record Timed(long nanos, long total, long accounts) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    var in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    var out = new PrintStream(System.out, false, UTF_8);
    try (var searcher = BaselineSearcher.open(index)) {
      var cursors = new HashMap<String, Optional<ScoreDoc>>();
      out.println("ready");
      out.flush();
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var order = Reports.JSON.readValue(line, Order.class);
        var done =
            switch (order.kind) {
              case ANSWER -> answer(searcher, new Parameters(order.parameters.getFirst()), cursors);
              case LOAD -> load(searcher, order);
              case EXPORT -> searcher.export(order.rows);
              case HEAP -> heap();
            };
        out.println(Reports.LINE.writeValueAsString(done));
        out.flush();
      }
    }
    return 0;
  }

  private static Timed answer(
      BaselineSearcher searcher, Parameters asked, Map<String, Optional<ScoreDoc>> cursors)
      throws IOException {
    var after = Optional.<ScoreDoc>empty();
    if (asked.deep() > 0) {
      // Found beforehand, as the one who leafs has it from the page before.
      if (!cursors.containsKey(asked.text())) {
        cursors.put(asked.text(), Optional.ofNullable(searcher.last(asked)));
      }
      after = cursors.getOrDefault(asked.text(), after);
    }
    var started = System.nanoTime();
    var answer = searcher.answer(asked, after.orElse(null));
    return new Timed(System.nanoTime() - started, answer.total(), answer.accounts());
  }

  private static long heap() {
    System.gc();
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static Load.Result load(BaselineSearcher searcher, Order order)
      throws InterruptedException {
    var asked = order.parameters.stream().map(Parameters::new).toList();
    return new Load(order.clients, order.seconds)
        .run(asked.size(), question -> searcher.answer(asked.get(question), null));
  }
}
