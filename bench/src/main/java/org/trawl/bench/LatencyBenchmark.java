package org.trawl.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.trawl.bench.BaselineAnswersCommand.Timed;

/// How long whole answers take: Trawl's over HTTP as a page gets them, from the request to the last
/// byte; the baseline's inside its own program, without HTTP and JSON. One question at a time, both
/// programs in turn, the order of questions drawn anew each round.
///
/// @param list the questions of each round
/// @param leftOut questions that the archive has nothing for
record LatencyBenchmark(List<List<Question>> list, List<String> leftOut, int warmUp, int rounds) {
  static LatencyBenchmark of(Options.Subject subject, int warmUp, int rounds) {
    return new LatencyBenchmark(subject.rounds(), subject.leftOut(), warmUp, rounds);
  }

  /// One question's times.
  ///
  /// @param asked as Trawl was asked in the first round
  /// @param hits of that; the baseline's may differ, as it knows no word forms
  /// @param ratio the baseline's median by Trawl's
  record Line(
      String question,
      String category,
      String asked,
      long hits,
      long baselineHits,
      Spread trawl,
      Spread baseline,
      double ratio) {}

  /// All times.
  ///
  /// @param trawl over all questions
  /// @param slowestMedianMillis of one question with Trawl
  /// @param ratio geometric mean over the questions
  /// @param ratioByCategory the same by category
  record Result(
      List<Line> lines,
      List<String> leftOut,
      Spread trawl,
      Spread baseline,
      double slowestMedianMillis,
      double ratio,
      Map<String, Double> ratioByCategory)
      implements Section {
    @Override
    public String name() {
      return "latency";
    }

    @Override
    public String markdown() {
      var text = new StringBuilder();
      text.append(
          """
          Milliseconds for a whole answer, %d times each question. *Times as fast*: the baseline's median by
          Trawl's.

          | question | category | hits | Trawl median | p99 | least to most | baseline hits | median | p99 | least to most | times as fast |
          | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
          """
              .formatted(lines.isEmpty() ? 0 : lines.getFirst().trawl.count()));
      for (var line : lines) {
        row(text, line.question + ": `" + line.asked.replace("|", "\\|") + "`", line);
      }
      text.append(
          "| **all** | | | **%s** | **%s** | %s | | **%s** | **%s** | %s | **%.1f** |\n"
              .formatted(
                  Spread.millis(trawl.medianMillis()),
                  Spread.millis(trawl.p99Millis()),
                  range(trawl),
                  Spread.millis(baseline.medianMillis()),
                  Spread.millis(baseline.p99Millis()),
                  range(baseline),
                  ratio));
      text.append("\nThe slowest question with Trawl, by median: ");
      text.append(Spread.millis(slowestMedianMillis)).append(" ms; the slowest answer: ");
      text.append(Spread.millis(trawl.maxMillis())).append(" ms. Times as fast by category:");
      ratioByCategory.forEach((category, times) ->
          text.append(String.format(Locale.ROOT, " %s %.1f,", category, times)));
      text.setCharAt(text.length() - 1, '.');
      if (!leftOut.isEmpty()) {
        text.append("\n\nLeft out, as this archive has no such words: ");
        text.append(String.join(", ", leftOut)).append('.');
      }
      return text.append('\n').toString();
    }

    private static void row(StringBuilder text, String name, Line line) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %,d | %s | %s | %s | %,d | %s | %s | %s | %.1f |%n",
              name,
              line.category,
              line.hits,
              Spread.millis(line.trawl.medianMillis()),
              Spread.millis(line.trawl.p99Millis()),
              range(line.trawl),
              line.baselineHits,
              Spread.millis(line.baseline.medianMillis()),
              Spread.millis(line.baseline.p99Millis()),
              range(line.baseline),
              line.ratio));
    }

    private static String range(Spread spread) {
      return Spread.millis(spread.minMillis()) + " to " + Spread.millis(spread.maxMillis());
    }
  }

  /// What was taken down of one question.
  private static final class Taken {
    private final List<Long> trawl = new ArrayList<>();
    private final List<Long> baseline = new ArrayList<>();
    private long hits;
    private long baselineHits;
  }

  Result run(TrawlServer server, BaselineProgram baseline)
      throws IOException, InterruptedException {
    var cursors = new HashMap<String, Optional<String>>();
    var taken = new ArrayList<Taken>();
    list.getFirst().forEach(question -> taken.add(new Taken()));
    var random = new Random(1);
    for (var round = -warmUp; round < rounds; round++) {
      var order = new ArrayList<Integer>();
      for (var i = 0; i < taken.size(); i++) {
        order.add(i);
      }
      Collections.shuffle(order, random);
      for (var i : order) {
        var question = list.get(Math.floorMod(round, list.size())).get(i);
        var one = round < 0 ? new Taken() : taken.get(i);
        // Who is first changes, as the second one may find the disk's pages warm.
        if (Math.floorMod(round, 2) == 0) {
          trawl(server, question, cursors, round, one);
          baseline(baseline, question, round, one);
        } else {
          baseline(baseline, question, round, one);
          trawl(server, question, cursors, round, one);
        }
      }
    }
    return result(taken);
  }

  private static void trawl(
      TrawlServer server,
      Question question,
      Map<String, Optional<String>> cursors,
      int round,
      Taken taken)
      throws IOException, InterruptedException {
    var asked = question.trawl();
    if (asked.deep() > 0 && !cursors.containsKey(asked.text())) {
      cursors.put(asked.text(), server.cursor(asked));
    }
    var path = TrawlServer.path(asked, cursors.getOrDefault(asked.text(), Optional.empty()));
    var started = System.nanoTime();
    var answer = server.ask(path);
    taken.trawl.add(System.nanoTime() - started);
    var counted = TrawlServer.Counted.of(answer);
    if (counted.partial()) {
      throw new IOException("not answered in the time a search may take: " + path);
    }
    if (round == 0) {
      taken.hits = counted.total();
    }
  }

  private static void baseline(BaselineProgram baseline, Question question, int round, Taken taken)
      throws IOException {
    Timed timed = baseline.answer(question.baseline());
    taken.baseline.add(timed.nanos());
    if (round == 0) {
      taken.baselineHits = timed.total();
    }
  }

  private Result result(List<Taken> taken) {
    var lines = new ArrayList<Line>();
    var trawl = new ArrayList<Long>();
    var baseline = new ArrayList<Long>();
    for (var i = 0; i < taken.size(); i++) {
      var question = list.getFirst().get(i);
      var one = taken.get(i);
      trawl.addAll(one.trawl);
      baseline.addAll(one.baseline);
      var ours = Spread.of(one.trawl);
      var theirs = Spread.of(one.baseline);
      lines.add(
          new Line(
              question.name(),
              question.category(),
              question.trawl().text(),
              one.hits,
              one.baselineHits,
              ours,
              theirs,
              theirs.medianMillis() / ours.medianMillis()));
    }
    return new Result(
        List.copyOf(lines),
        leftOut,
        Spread.of(trawl),
        Spread.of(baseline),
        lines.stream().mapToDouble(line -> line.trawl.medianMillis()).max().orElse(0),
        Spread.geometricMean(lines.stream().map(Line::ratio).toList()),
        byCategory(lines));
  }

  private static Map<String, Double> byCategory(List<Line> lines) {
    var ratios = new LinkedHashMap<String, List<Double>>();
    for (var line : lines) {
      ratios.computeIfAbsent(line.category, key -> new ArrayList<>()).add(line.ratio);
    }
    var means = new LinkedHashMap<String, Double>();
    ratios.forEach((category, each) -> means.put(category, Spread.geometricMean(each)));
    return means;
  }
}
