package org.trawl.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.trawl.bench.LoadBenchmark.Done;
import org.trawl.bench.LoadBenchmark.Fault;
import org.trawl.bench.LoadBenchmark.Result;

/// A load test as tables and a verdict.
final class LoadReport {
  /// Times its unloaded value that p99 of admitted requests may be.
  private static final double MOST_SLOWER = 2;

  /// Times its former value that memory may be and still count as flat.
  private static final double FLAT = 1.1;

  /// The part of all samples after which the server has the memory it needs for its work.
  private static final double SETTLED = 0.25;

  private final Result result;
  private final StringBuilder text = new StringBuilder();

  private LoadReport(Result result) {
    this.result = result;
  }

  static String of(Result result) {
    var report = new LoadReport(result);
    report.answers();
    report.memory();
    report.verdict();
    return report.text.toString();
  }

  /// Whether all that a server under load must keep was kept: no answer wrong or missing, no slower
  /// than it may be, no memory gained.
  static boolean holds(Result result) {
    var report = new LoadReport(result);
    return result.allRight() && result.loaded().stream().allMatch(report::inTime) && report.flat();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void answers() {
    line(
        String.format(
            Locale.ROOT,
            "%,d questions; each answer compared, byte for byte, with the one known from asking"
                + " alone.",
            result.questions()));
    line("");
    line(
        "| clients | seconds | answered | a second | median ms | p99 ms | p99 to alone |"
            + " refused with 503 | a refusal's p99 ms | wrong | partial | other 5xx | 503 without"
            + " Retry-After | other status | no answer |");
    line(
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---:"
            + " | ---: | ---: |");
    row(result.alone().getFirst());
    result.loaded().forEach(this::row);
    row(result.alone().getLast());
  }

  private void row(Done done) {
    line(
        String.format(
            Locale.ROOT,
            "| %,d, %s | %.0f | %,d | %.1f | %s | %s | %.2f | %,d | %s | %,d | %,d | %,d | %,d |"
                + " %,d | %,d |",
            done.step().clients(),
            done.step().name(),
            done.step().seconds(),
            done.answered(),
            done.answered() / done.step().seconds(),
            Spread.millis(done.times().medianMillis()),
            Spread.millis(done.times().p99Millis()),
            slower(done),
            done.count(Fault.REFUSED),
            Spread.millis(done.refusals().p99Millis()),
            done.count(Fault.WRONG),
            done.count(Fault.PARTIAL),
            done.count(Fault.SERVER_ERROR),
            done.count(Fault.REFUSED_FOREVER),
            done.count(Fault.OTHER_STATUS),
            done.count(Fault.TRANSPORT)));
  }

  private double slower(Done done) {
    return done.times().p99Millis() / result.p99AloneMillis();
  }

  private boolean inTime(Done done) {
    return slower(done) <= MOST_SLOWER;
  }

  private void memory() {
    var watched = result.watched();
    line("");
    line(
        String.format(
            Locale.ROOT, "Memory through both, in MB, looked at %,d times:", watched.size()));
    line("");
    line("| | first | a quarter on | last | peak |");
    line("| --- | ---: | ---: | ---: | ---: |");
    memory("heap, garbage included", watched, MemoryWatch.Sample::heapBytes);
    memory("its own: heap, threads, code", watched, MemoryWatch.Sample::ownBytes);
    memory("resident, mapped index included", watched, MemoryWatch.Sample::residentBytes);
    line("");
    text.append("What lives on the heap, garbage cleared:");
    text.append(live(result.alone().getFirst()));
    result.loaded().forEach(done -> text.append(',').append(live(done)));
    text.append(".\n");
  }

  private static String live(Done done) {
    return " %s MB after %s".formatted(megabytes(done.memory().heapBytes()), done.step().name());
  }

  private void memory(
      String name, List<MemoryWatch.Sample> watched, ToLongFunction<MemoryWatch.Sample> what) {
    line(
        String.format(
            Locale.ROOT,
            "| %s | %s | %s | %s | %s |",
            name,
            megabytes(what.applyAsLong(watched.getFirst())),
            megabytes(what.applyAsLong(settled(watched))),
            megabytes(what.applyAsLong(watched.getLast())),
            megabytes(watched.stream().mapToLong(what).max().orElseThrow())));
  }

  private static MemoryWatch.Sample settled(List<MemoryWatch.Sample> watched) {
    return watched.get((int) (watched.size() * SETTLED));
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,.1f", bytes / 1e6);
  }

  private void verdict() {
    line("");
    line(
        String.format(
            Locale.ROOT,
            "**Verdict**: %s",
            result.allRight() ? "no answer was wrong or missing;" : "**FAULTS**;"));
    for (var done : result.loaded()) {
      line(
          String.format(
              Locale.ROOT,
              "p99 %s is %.2f times its value alone (%s at most %.0f);",
              done.step().name(),
              slower(done),
              inTime(done) ? "holds:" : "**FAILS:**",
              MOST_SLOWER));
    }
    line(
        String.format(
            Locale.ROOT,
            "what lives on the heap is %.2f times, resident memory %.2f times what it was (%s at"
                + " most %.1f).",
            liveGrowth(),
            residentGrowth(),
            flat() ? "holds:" : "**FAILS:**",
            FLAT));
    result.examples().forEach(example -> line(String.format(Locale.ROOT, "%n    %s", example)));
  }

  private boolean flat() {
    return liveGrowth() <= FLAT && residentGrowth() <= FLAT;
  }

  private double liveGrowth() {
    return (double) result.loaded().getLast().memory().heapBytes()
        / result.alone().getFirst().memory().heapBytes();
  }

  private double residentGrowth() {
    var watched = result.watched();
    return (double) watched.getLast().residentBytes() / settled(watched).residentBytes();
  }
}
