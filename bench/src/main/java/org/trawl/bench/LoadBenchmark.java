package org.trawl.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32;

/// Clients that ask a server as much as it admits, and more; every answer is held against the one
/// that the same question had while nobody else asked. How long an answer takes alone is measured
/// before and after, as a program gets faster while it runs.
///
/// A client asks the next question as soon as it has an answer. One that is refused comes back
/// after a tenth of a second, ten times as soon as it is told to.
///
/// @param plan what is done, in order, after the answers were learned
record LoadBenchmark(List<Step> plan) {
  /// Times that each question is asked alone, uncounted.
  private static final int WARM_UP_ROUNDS = 3;

  /// Of the first step's time, spent on asking alone before it, and again after the last step.
  private static final double UNLOADED_SHARE = 0.1;

  private static final int HEAD_BYTES = 16 << 10;

  private static final Duration PAUSE_OF_THE_REFUSED = Duration.ofMillis(100);

  /// Samples of memory in a run, if that is not more than one in [#FASTEST_WATCH] or less than one
  /// in [#SLOWEST_WATCH].
  private static final int SAMPLES = 100;

  private static final Duration FASTEST_WATCH = Duration.ofMillis(100);
  private static final Duration SLOWEST_WATCH = Duration.ofSeconds(5);

  /// Faults that are kept with their words.
  private static final int MOST_EXAMPLES = 10;

  LoadBenchmark {
    plan = List.copyOf(plan);
  }

  /// So many clients for so long.
  record Step(String name, int clients, double seconds) {}

  /// Why a request has no answer that counts.
  enum Fault {
    /// 503 with `Retry-After`, as it should be.
    REFUSED,
    /// 503 without.
    REFUSED_FOREVER,
    /// Another answer than the known one.
    WRONG,
    /// An answer that says itself that time ran out.
    PARTIAL,
    /// 500 and above, but 503.
    SERVER_ERROR,
    OTHER_STATUS,
    /// No answer at all.
    TRANSPORT
  }

  /// What came of a step.
  ///
  /// @param times of what was answered
  /// @param refusals times of what was refused
  /// @param memory after it, garbage cleared
  record Done(
      Step step,
      long answered,
      Map<Fault, Long> faults,
      Spread times,
      Spread refusals,
      ServerMemory memory) {
    Done {
      faults = Map.copyOf(faults);
    }

    long count(Fault fault) {
      return faults.getOrDefault(fault, 0L);
    }
  }

  /// All that was measured.
  ///
  /// @param questions how many different ones were asked
  /// @param alone one client, before the steps of the plan and after them
  /// @param loaded the steps of the plan
  /// @param watched the server's memory, garbage included, through the steps of the plan
  /// @param examples of what should not be
  record Result(
      int questions,
      List<Done> alone,
      List<Done> loaded,
      List<MemoryWatch.Sample> watched,
      List<String> examples)
      implements Section {
    Result {
      alone = List.copyOf(alone);
      loaded = List.copyOf(loaded);
      watched = List.copyOf(watched);
      examples = List.copyOf(examples);
    }

    @Override
    public String name() {
      return "load";
    }

    @Override
    public String markdown() {
      return LoadReport.of(this);
    }

    /// Of the p99 that one client alone had before and after, the mean.
    double p99AloneMillis() {
      return alone.stream().mapToDouble(done -> done.times().p99Millis()).average().orElseThrow();
    }

    /// Whether every request was answered rightly or politely refused.
    boolean allRight() {
      return examples.isEmpty();
    }
  }

  /// An answer that is known: its total, and a checksum of all of it but the time it took.
  private record Known(String path, long total, long checksum) {}

  private static final class NotAnswered extends IOException {
    private static final long serialVersionUID = 1;

    NotAnswered(Fault fault) {
      super(fault.name(), null);
    }
  }

  Result run(TrawlServer server) throws IOException, InterruptedException {
    try (var client = new FrugalClient(server.port())) {
      return run(server, client);
    }
  }

  private Result run(TrawlServer server, FrugalClient client)
      throws IOException, InterruptedException {
    var known = new ArrayList<Known>();
    for (var asked : LoadQuestions.of(server)) {
      var path = TrawlServer.path(asked, Optional.empty());
      known.add(known(path, server.ask(path)));
    }
    var asking = new Asking(client, known, new ConcurrentLinkedQueue<>());
    for (var round = 0; round < WARM_UP_ROUNDS; round++) {
      for (var question : known) {
        asking.ask(question, new ConcurrentLinkedQueue<>());
      }
    }
    var seconds = plan.getFirst().seconds * UNLOADED_SHARE;
    var before = asking.run(server, new Step("alone, before", 1, seconds));
    var loaded = new ArrayList<Done>();
    try (var watch = MemoryWatch.start(server, watchEvery())) {
      for (var step : plan) {
        loaded.add(asking.run(server, step));
      }
      var watched = watch.samples();
      var after = asking.run(server, new Step("alone, after", 1, seconds));
      return new Result(
          known.size(),
          List.of(before, after),
          loaded,
          watched,
          asking.examples.stream().limit(MOST_EXAMPLES).toList());
    }
  }

  private Duration watchEvery() {
    var even = plan.stream().mapToDouble(Step::seconds).sum() / SAMPLES;
    var nanos = Math.clamp((long) (even * 1e9), FASTEST_WATCH.toNanos(), SLOWEST_WATCH.toNanos());
    return Duration.ofNanos(nanos);
  }

  /// Questions with known answers, put by one client program.
  private record Asking(FrugalClient client, List<Known> questions, Queue<String> examples) {
    Done run(TrawlServer server, Step step) throws IOException, InterruptedException {
      var refusals = new ConcurrentLinkedQueue<Long>();
      var load =
          new Load(step.clients, step.seconds)
              .run(questions.size(), question -> ask(questions.get(question), refusals));
      var faults = new EnumMap<Fault, Long>(Fault.class);
      load.errors().forEach((fault, count) -> faults.put(Fault.valueOf(fault), count));
      return new Done(
          step,
          load.searches(),
          faults,
          load.times(),
          Spread.of(List.copyOf(refusals)),
          server.memory());
    }

    /// Asks, and returns if the answer is the known one.
    void ask(Known question, Queue<Long> refusals) throws IOException, InterruptedException {
      var asked = System.nanoTime();
      FrugalClient.Answer answer;
      try {
        answer = client.ask(question.path);
      } catch (IOException e) {
        throw fault(Fault.TRANSPORT, e + " of " + question.path, examples);
      }
      var status = answer.status();
      if (status == 503 && answer.saysWhen()) {
        refusals.add(System.nanoTime() - asked);
        Thread.sleep(PAUSE_OF_THE_REFUSED);
        throw new NotAnswered(Fault.REFUSED);
      }
      if (status != 200) {
        var kind =
            status == 503
                ? Fault.REFUSED_FOREVER
                : status >= 500 ? Fault.SERVER_ERROR : Fault.OTHER_STATUS;
        throw fault(kind, status + " of " + question.path, examples);
      }
      compare(question, answer.body());
    }

    private void compare(Known question, byte[] answer) throws IOException {
      var got = LoadBenchmark.known(question.path, answer);
      if (!got.equals(question)) {
        var partial = new String(answer, UTF_8).contains("\"partial\":true");
        throw fault(
            partial ? Fault.PARTIAL : Fault.WRONG,
            "total " + got.total + " instead of " + question.total + " of " + question.path,
            examples);
      }
    }
  }

  private static NotAnswered fault(Fault fault, String words, Queue<String> examples) {
    examples.add(fault + ": " + words);
    return new NotAnswered(fault);
  }

  private static Known known(String path, byte[] answer) throws IOException {
    // All that is looked for stands in the first part of an answer.
    var head = new String(answer, 0, Math.min(answer.length, HEAD_BYTES), ISO_8859_1);
    var total = number(head, "\"total\":", path);
    var took = head.indexOf("\"tookMillis\":");
    var rest = took < 0 ? -1 : head.indexOf(',', took);
    if (rest < 0) {
      throw new IOException("not an answer to a search: " + path);
    }
    var checksum = new CRC32();
    checksum.update(answer, 0, took);
    checksum.update(answer, rest, answer.length - rest);
    return new Known(path, total, checksum.getValue());
  }

  private static long number(String text, String name, String path) throws IOException {
    var start = text.indexOf(name) + name.length();
    var end = start;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    if (start < name.length() || end == start) {
      throw new IOException("no " + name + " in the answer of " + path);
    }
    return Long.parseLong(text.substring(start, end));
  }
}
