package org.trawl.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Counted with a list or without, by one thread or by two, the counts are the same.
class TallyTest {
  private static final int ORDINALS = 3_000;

  private static Map<Integer, Integer> counts(Tally tally) {
    var counts = new TreeMap<Integer, Integer>();
    tally.finish();
    for (var i = 0; i < tally.distinct(); i++) {
      var before = counts.put(tally.touched()[i], tally.count(tally.touched()[i]));
      assertEquals(null, before, "listed twice");
    }
    return counts;
  }

  private static Map<Integer, Integer> counted(int[]... ordinals) {
    var counts = new TreeMap<Integer, Integer>();
    for (var some : ordinals) {
      for (var ordinal : some) {
        counts.merge(ordinal, 1, Integer::sum);
      }
    }
    return counts;
  }

  private static Tally tally(boolean dense, int[] ordinals) {
    var tally = new Tally(ORDINALS);
    if (dense) {
      tally.countDense();
    }
    tally.add(ordinals, ordinals.length);
    return tally;
  }

  private static int between(Tally tally, int from, int until) {
    var sum = 0;
    for (var i = tally.from(from); i < tally.until(until); i++) {
      var ordinal = tally.touched()[i];
      sum += ordinal >= from && ordinal < until ? tally.count(ordinal) : 0;
    }
    return sum;
  }

  @RepeatedTest(20)
  void countsAreTheSameInEveryWay(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var some = random.ints(random.nextInt(5_000), 0, ORDINALS).toArray();
    var others = random.ints(random.nextInt(50), 0, ORDINALS).toArray();
    for (var dense : new boolean[] {false, true}) {
      var tally = tally(dense, some);
      tally.addAll(tally(dense, others));
      assertEquals(counted(some, others), counts(tally));
      assertEquals(
          Arrays.stream(some).filter(o -> o >= 700 && o < 900).count()
              + Arrays.stream(others).filter(o -> o >= 700 && o < 900).count(),
          between(tally, 700, 900));
      tally.clear();
      assertEquals(Map.of(), counts(tally));
      tally.add(others, others.length);
      assertEquals(counted(others), counts(tally), "after it was cleared");
    }
    for (var dense : new boolean[] {false, true}) {
      var all = tally(true, some);
      var both = tally(true, others);
      all.addAll(both);
      all.subtract(tally(dense, others));
      assertEquals(counted(some), counts(all));
    }
  }
}
