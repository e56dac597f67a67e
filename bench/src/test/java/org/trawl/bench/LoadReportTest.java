package org.trawl.bench;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trawl.bench.LoadBenchmark.Done;
import org.trawl.bench.LoadBenchmark.Result;
import org.trawl.bench.LoadBenchmark.Step;

class LoadReportTest {
  private static final Done ALONE = done("alone", 10, 100);

  private static Done done(String name, double p99Millis, long heapMegabytes) {
    return new Done(
        new Step(name, 1, 60),
        1_000,
        Map.of(),
        new Spread(1_000, 5, p99Millis, 1, p99Millis),
        Spread.NONE,
        new ServerMemory(heapMegabytes * 1_000_000, 1, 1));
  }

  private static Result result(List<Done> loaded, long lastResident, List<String> examples) {
    var first = new MemoryWatch.Sample(0, 1, 1_000, 1);
    var last = new MemoryWatch.Sample(1, 1, lastResident, 1);
    return new Result(200, List.of(ALONE, ALONE), loaded, List.of(first, first, last), examples);
  }

  private static void thenFails(Result result, String words) {
    assertFalse(LoadReport.holds(result));
    var report = LoadReport.of(result);
    assertTrue(report.contains(words), report);
  }

  @Test
  void rightAnswersInTimeAndFlatMemoryHold() {
    var result = result(List.of(done("limit", 20, 100), done("ten", 15, 109)), 1_100, List.of());
    assertTrue(LoadReport.holds(result));
    assertFalse(LoadReport.of(result).contains("FA"), LoadReport.of(result));
  }

  @Test
  void oneWrongAnswerFails() {
    thenFails(
        result(List.of(ALONE, ALONE), 1_000, List.of("WRONG: total 1 instead of 2")), "FAULTS");
  }

  @Test
  void moreThanTwiceTheTimeFails() {
    thenFails(result(List.of(ALONE, done("ten", 20.1, 100)), 1_000, List.of()), "p99 ten is 2.01");
  }

  @Test
  void memoryThatGrowsFails() {
    thenFails(result(List.of(ALONE, done("ten", 10, 111)), 1_000, List.of()), "heap is 1.11");
    thenFails(result(List.of(ALONE, ALONE), 1_101, List.of()), "memory 1.10 times");
  }
}
