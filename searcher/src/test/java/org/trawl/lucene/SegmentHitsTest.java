package org.trawl.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;

class SegmentHitsTest {
  private final long seed = Long.getLong("trawl.seed", 2018);
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

  /// Goes through the hits step by step or in leaps, as it likes.
  private NavigableSet<Integer> walked(SegmentHits hits) throws IOException {
    var docs = new TreeSet<Integer>();
    var steps = hits.iterator();
    var last = -1;
    while (steps.docID() != DocIdSetIterator.NO_MORE_DOCS) {
      var target = last + 1 + random.nextInt(9);
      if (random.nextBoolean()) {
        steps.nextDoc();
      } else if (hits.next(last + 1) >= target) {
        steps.advance(target);
      } else {
        continue;
      }
      last = steps.docID();
      if (last != DocIdSetIterator.NO_MORE_DOCS) {
        docs.add(last);
      }
    }
    return docs;
  }

  private static NavigableSet<Integer> filled(SegmentHits hits, int from) {
    var docs = new TreeSet<Integer>();
    var block = new int[128];
    for (var n = hits.fill(from, block); n > 0; n = hits.fill(block[n - 1] + 1, block)) {
      for (var i = 0; i < n; i++) {
        docs.add(block[i]);
      }
    }
    return docs;
  }

  @Test
  void listsAndBitsAreSetsAlike() throws IOException {
    for (var round = 0; round < 3000; round++) {
      var size = 1 + random.nextInt(200);
      var a = someOf(size);
      var b = someOf(size);
      var first = hits(a, size);
      var second = hits(b, size);
      var message = "-Dtrawl.seed=" + seed + " round " + round;
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

      assertEquals(a, walked(first), message);
      assertEquals(a.tailSet(doc), filled(first, doc), message);
    }
  }
}
