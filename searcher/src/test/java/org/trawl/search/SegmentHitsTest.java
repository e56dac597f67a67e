package org.trawl.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;

class SegmentHitsTest {
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  private NavigableSet<Integer> someOf(int size) {
    var docs = new TreeSet<Integer>();
    var share = random.nextInt(5) / 4.0;
    for (var doc = 0; doc < size; doc++) {
      if (random.nextDouble() < share) {
        docs.add(doc);
      }
    }
    return docs;
  }

  private SegmentHits hits(NavigableSet<Integer> docs, int size) {
    if (random.nextBoolean()) {
      var list = docs.stream().mapToInt(Integer::intValue).toArray();
      return SegmentHits.of(100, size, list, list.length);
    }
    var bits = new FixedBitSet(size);
    docs.forEach(bits::set);
    return SegmentHits.of(100, size, bits);
  }

  private static NavigableSet<Integer> read(SegmentHits hits) {
    var docs = new TreeSet<Integer>();
    for (var doc = hits.next(0); doc < hits.size(); doc = hits.next(doc + 1)) {
      docs.add(doc);
    }
    assertEquals(docs.size(), hits.count());
    return docs;
  }

  @Test
  void listsAndBitsAreSetsAlike() {
    for (var round = 0; round < 3000; round++) {
      var size = 1 + random.nextInt(200);
      var a = someOf(size);
      var b = someOf(size);
      var first = hits(a, size);
      var second = hits(b, size);
      var message = "seed " + seed + " round " + round;
      assertEquals(a, read(first), message);

      var both = new TreeSet<>(a);
      both.retainAll(b);
      assertEquals(both, read(first.and(second)), message);

      var rest = new TreeSet<>(a);
      rest.removeAll(b);
      assertEquals(rest, read(first.andNot(second)), message);

      var from = random.nextInt(size + 1);
      var to = random.nextInt(size + 1);
      assertEquals(from < to ? a.subSet(from, to).size() : 0, first.count(from, to), message);

      var doc = random.nextInt(size);
      var before = a.floor(doc);
      assertEquals(before == null ? -1 : before, first.previous(doc), message);
      assertEquals(a.contains(doc), first.contains(doc), message);
      assertEquals(size - a.size(), first.complement().count(), message);
    }
  }
}
