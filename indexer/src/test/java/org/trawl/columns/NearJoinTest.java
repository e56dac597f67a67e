package org.trawl.columns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.trawl.schema.NearText;

/// The join finds each pair of near-copies once, in however many parts it is done, as comparing
/// each text with each does.
final class NearJoinTest {
  private static final int TEXTS = 600;

  /// Texts of few words, of which many are others with some words changed.
  private static List<int[]> texts(Random random) {
    var texts = new ArrayList<int[]>();
    for (int i = 0; i < TEXTS; i++) {
      int[] words;
      if (i > 0 && random.nextInt(3) > 0) {
        words = texts.get(random.nextInt(i)).clone();
        for (int changes = random.nextInt(3); changes > 0 && words.length > 0; changes--) {
          words[random.nextInt(words.length)] = word(random);
        }
      } else {
        words = new int[random.nextInt(4) * 6];
        Arrays.setAll(words, _ -> word(random));
      }
      texts.add(words);
    }
    return texts;
  }

  private static int word(Random random) {
    return (random.nextInt(8) == 0 ? random.nextInt(5) : random.nextInt(3_000)) * 0x2545F491;
  }

  private static Shingles shingles(List<int[]> texts) {
    var starts = new int[texts.size() + 1];
    var all = new ArrayList<Integer>();
    for (int doc = 0; doc < texts.size(); doc++) {
      var words = texts.get(doc);
      for (int shingle : NearText.shingles(words, words.length)) {
        all.add(shingle);
      }
      starts[doc + 1] = all.size();
    }
    var block = new Shingles.Block(starts, all.stream().mapToInt(Integer::intValue).toArray());
    return new Shingles(texts.size(), new Shingles.Block[] {block});
  }

  private record Pair(int low, int high) implements Comparable<Pair> {
    static Pair of(int one, int other) {
      return new Pair(Math.min(one, other), Math.max(one, other));
    }

    @Override
    public int compareTo(Pair other) {
      return low == other.low ? Integer.compare(high, other.high) : Integer.compare(low, other.low);
    }
  }

  private static SortedSet<Pair> eachWithEach(Shingles texts) {
    var pairs = new TreeSet<Pair>();
    for (int one = 0; one < texts.size(); one++) {
      for (int other = 0; other < one; other++) {
        if (texts.count(one) > 0 && texts.count(other) > 0) {
          int shared =
              NearText.shared(
                  texts.array(one),
                  texts.from(one),
                  texts.to(one),
                  texts.array(other),
                  texts.from(other),
                  texts.to(other));
          if (NearText.suffices(shared, texts.count(one), texts.count(other))) {
            pairs.add(Pair.of(one, other));
          }
        }
      }
    }
    return pairs;
  }

  @Test
  void everyPairIsFoundOnceInAnyNumberOfParts() {
    for (int seed = 0; seed < 5; seed++) {
      var texts = shingles(texts(new Random(seed)));
      var expected = eachWithEach(texts);
      assertTrue(expected.size() > 100, "pairs: " + expected.size());
      var counts = new TreeSet<Integer>();
      for (long bytes : new long[] {Long.MAX_VALUE, 40_000, 10_000, 1}) {
        var join = new NearJoin(texts, bytes);
        counts.add(join.parts());
        var found = Collections.synchronizedList(new ArrayList<Pair>());
        join.each((one, other) -> found.add(Pair.of(one, other)));
        Collections.sort(found);
        assertEquals(new ArrayList<>(expected), found, seed + " in " + join.parts() + " parts");
      }
      assertEquals(1, counts.first());
      assertTrue(counts.size() > 2 && counts.last() == 1 << 10, counts::toString);
    }
  }
}
