package org.trawl.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoordinatedGroupsTest {
  /// Acts of single items, at any times of some days.
  private static DatedActs random(long seed, int users, int items, int perItem) {
    var random = new Random(seed);
    int size = items * perItem;
    var starts = new int[items + 1];
    var itemOf = new int[size];
    var tweets = new int[size];
    var times = new int[size];
    var who = new int[size];
    for (int item = 0; item < items; item++) {
      starts[item + 1] = (item + 1) * perItem;
      int day = random.nextInt(10);
      var own = random.ints(perItem, day * 86_400, (day + 1) * 86_400).sorted().toArray();
      for (int i = 0; i < perItem; i++) {
        int act = item * perItem + i;
        itemOf[act] = item;
        tweets[act] = act;
        times[act] = own[i];
        who[act] = random.nextInt(users);
      }
    }
    return new DatedActs(starts, itemOf, tweets, times, who, users);
  }

  @Test
  void theTailIsThatOfThePoissonDistribution() {
    // 1 - e^-1 (1 + 1) = .264241; of 10 or more at a mean of 1, 1.11425e-7: tables.
    assertEquals(-Math.log10(1 - 2 / Math.E), PoissonTail.surprise(2, 1), 1e-9);
    assertEquals(-Math.log10(1.11425e-7), PoissonTail.surprise(10, 1), 1e-4);
    assertEquals(0, PoissonTail.surprise(3, 2.5));
    assertTrue(PoissonTail.surprise(100_000, 1) > 300_000);
    assertTrue(Double.isFinite(PoissonTail.surprise(500, 1e-9)));
  }

  @Test
  void shufflingKeepsEachDaysTimesAndEachItemsDay() {
    var acts = random(1, 30, 200, 6);
    var shuffled = acts.shuffled(7);
    assertNotEquals(Arrays.toString(acts.times()), Arrays.toString(shuffled.times()));
    assertArrayEquals(
        Arrays.stream(acts.times()).sorted().toArray(),
        Arrays.stream(shuffled.times()).sorted().toArray());
    for (int act = 0; act < acts.size(); act++) {
      assertEquals(acts.day(act), shuffled.day(act));
    }
    assertArrayEquals(shuffled.times(), acts.shuffled(7).times());
  }

  @Test
  void theActsOfATweetMoveTogether() {
    var acts =
        new DatedActs(
            new int[] {0, 2, 4},
            new int[] {0, 0, 1, 1},
            new int[] {5, 6, 5, 7},
            new int[] {10, 20, 10, 80_000},
            new int[] {0, 1, 0, 2},
            3);
    for (long seed = 0; seed < 20; seed++) {
      var shuffled = acts.shuffled(seed);
      int first = -1;
      for (int act = 0; act < 4; act++) {
        if (shuffled.tweets()[act] == 5) {
          assertTrue(first < 0 || shuffled.times()[act] == first);
          first = shuffled.times()[act];
        }
      }
    }
  }

  /// Of times that mean nothing, a hundredth of a pair is to be expected in an archive.
  @Test
  void chanceHasHardlyAPair() {
    int pairs = 0;
    for (long seed = 0; seed < 50; seed++) {
      pairs += new CoordinatedGroups(random(seed, 40, 600, 8), 60, 1, () -> false).pairs().size();
    }
    assertTrue(pairs <= 3, pairs + " pairs in 50 archives");
  }

  @Test
  void whoActsWithinSecondsAgainAndAgainIsFound() {
    var acts = random(3, 40, 600, 8);
    // The first two acts of every tenth item are of users 0 and 1, seconds apart.
    for (int item = 0; item < 600; item += 10) {
      acts.users()[8 * item] = 0;
      acts.users()[8 * item + 1] = 1;
      acts.times()[8 * item] = Math.max(acts.times()[8 * item], acts.times()[8 * item + 1] - 5);
    }
    var groups = new CoordinatedGroups(acts, 60, 2, () -> false);
    var pairs = groups.pairs();
    assertEquals(1, pairs.size(), pairs::toString);
    assertEquals(0, pairs.getFirst().one());
    assertEquals(1, pairs.getFirst().other());
    assertTrue(pairs.getFirst().together() >= 60, pairs::toString);
    var found = CoordinatedGroups.groups(pairs);
    assertEquals(1, found.size());
    assertEquals(10, groups.when(found.getFirst(), 5).days());
    assertEquals(0, groups.shuffled(0).pairs().size());
  }
}
