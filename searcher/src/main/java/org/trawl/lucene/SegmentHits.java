package org.trawl.lucene;

import java.util.Arrays;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// The documents of one segment that match: as bits where they are many, as a sorted list where
/// they are few, as nothing at all where they are all of them.
///
/// Immutable once made.
final class SegmentHits {
  private final int base;
  private final int size;
  private final @Nullable FixedBitSet bits;
  private final int @Nullable [] list;
  private final int count;

  private SegmentHits(
      int base, int size, @Nullable FixedBitSet bits, int @Nullable [] list, int count) {
    this.base = base;
    this.size = size;
    this.bits = bits;
    this.list = list;
    this.count = count;
  }

  /// Every document of a segment.
  static SegmentHits all(int base, int size) {
    return new SegmentHits(base, size, null, null, size);
  }

  /// The documents whose bit is set, counted within the segment; kept as a list if few.
  static SegmentHits of(int base, int size, FixedBitSet bits) {
    var count = bits.cardinality();
    if (count == size) {
      return all(base, size);
    }
    if (count > size / HitPlan.SPARSE) {
      return new SegmentHits(base, size, bits, null, count);
    }
    return new SegmentHits(base, size, null, list(bits.getBits(), count), count);
  }

  private static int[] list(long[] words, int count) {
    var list = new int[count];
    var at = 0;
    for (var w = 0; at < count; w++) {
      for (var word = words[w]; word != 0; word &= word - 1) {
        list[at++] = (w << 6) + Long.numberOfTrailingZeros(word);
      }
    }
    return list;
  }

  /// The first `count` of a list, which must ascend, counted within the segment.
  static SegmentHits of(int base, int size, int[] list, int count) {
    return new SegmentHits(base, size, null, Arrays.copyOf(list, count), count);
  }

  /// The number of the segment's first document in the whole reader.
  int base() {
    return base;
  }

  /// How many documents the segment has.
  int size() {
    return size;
  }

  /// How many of them match.
  int count() {
    return count;
  }

  /// About how much memory they take.
  long bytes() {
    return 64L + (bits != null ? size / 8 : list == null ? 0 : 4L * list.length);
  }

  boolean isAll() {
    return count == size;
  }

  /// The list, where the hits are one.
  int @Nullable [] list() {
    return list;
  }

  /// The bits, where the hits are bits.
  @Nullable FixedBitSet bits() {
    return bits;
  }

  boolean contains(int doc) {
    if (bits != null) {
      return bits.get(doc);
    }
    return list == null || Arrays.binarySearch(list, doc) >= 0;
  }

  /// How many hits lie from one document (inclusive) to another (exclusive).
  int count(int from, int to) {
    if (to <= from) {
      return 0;
    }
    if (bits != null) {
      return bits.cardinality(from, to);
    }
    return list == null ? to - from : indexAtOrAfter(list, to) - indexAtOrAfter(list, from);
  }

  /// Copies hits into a block, several times as fast as one after the other.
  ///
  /// @param from the first document to look at
  /// @param block takes the hits from there on, as many as fit or nearly so; 64 long at least
  /// @return how many were copied; 0 if there are none left
  int fill(int from, int[] block) {
    if (from >= size) {
      return 0;
    }
    if (bits != null) {
      return fill(bits.getBits(), from, block);
    }
    if (list != null) {
      var at = indexAtOrAfter(list, from);
      var copied = Math.min(block.length, list.length - at);
      System.arraycopy(list, at, block, 0, copied);
      return copied;
    }
    var copied = Math.min(block.length, size - from);
    for (var i = 0; i < copied; i++) {
      block[i] = from + i;
    }
    return copied;
  }

  private static int fill(long[] words, int from, int[] block) {
    var copied = 0;
    var word = words[from >> 6] & (-1L << from);
    for (var w = from >> 6; ; word = words[w]) {
      for (; word != 0; word &= word - 1) {
        block[copied++] = (w << 6) + Long.numberOfTrailingZeros(word);
      }
      // The next word has 64 at most.
      if (++w == words.length || copied > block.length - Long.SIZE) {
        return copied;
      }
    }
  }

  /// Goes through the hits, from the first on.
  DocIdSetIterator iterator() {
    if (bits != null) {
      return new BitSetIterator(bits, count);
    }
    return list == null ? DocIdSetIterator.all(size) : new ListIterator(list);
  }

  /// Goes through a list.
  private static final class ListIterator extends DocIdSetIterator {
    private final int[] docs;
    private int at = -1;

    ListIterator(int[] docs) {
      this.docs = docs;
    }

    @Override
    public int docID() {
      return at < 0 ? -1 : at < docs.length ? docs[at] : NO_MORE_DOCS;
    }

    @Override
    public int nextDoc() {
      at++;
      return docID();
    }

    @Override
    public int advance(int target) {
      var from = at + 1;
      // Twice as far each time, as the next is mostly near.
      var step = 1;
      while (from + step < docs.length && docs[from + step] < target) {
        from += step;
        step *= 2;
      }
      var found =
          from < docs.length
              ? Arrays.binarySearch(docs, from, Math.min(docs.length, from + step + 1), target)
              : docs.length;
      at = found < 0 ? -found - 1 : found;
      return docID();
    }

    @Override
    public long cost() {
      return docs.length;
    }
  }

  /// The first hit at or after a document; the segment's size if there is none.
  int next(int doc) {
    if (doc >= size) {
      return size;
    }
    if (bits != null) {
      return Math.min(size, bits.nextSetBit(doc));
    }
    if (list == null) {
      return doc;
    }
    var at = indexAtOrAfter(list, doc);
    return at == list.length ? size : list[at];
  }

  /// The last hit at or before a document; -1 if there is none.
  int previous(int doc) {
    if (doc < 0) {
      return -1;
    }
    if (bits != null) {
      return bits.prevSetBit(doc);
    }
    if (list == null) {
      return doc;
    }
    var at = indexAtOrAfter(list, doc + 1);
    return at == 0 ? -1 : list[at - 1];
  }

  private static int indexAtOrAfter(int[] list, int doc) {
    var at = Arrays.binarySearch(list, doc);
    return at < 0 ? -at - 1 : at;
  }

  /// The hits of both.
  SegmentHits and(SegmentHits other) {
    if (isAll()) {
      return other;
    }
    if (other.isAll()) {
      return this;
    }
    if (list != null) {
      return filtered(list, other, true);
    }
    if (other.list != null) {
      return filtered(other.list, this, true);
    }
    var both = bitsOf(this).clone();
    both.and(bitsOf(other));
    return of(base, size, both);
  }

  /// How many hits both have.
  int countBoth(SegmentHits other) {
    if (isAll() || other.isAll()) {
      return Math.min(count, other.count);
    }
    return bits != null && other.bits != null
        ? Math.toIntExact(FixedBitSet.intersectionCount(bits, other.bits))
        : and(other).count;
  }

  /// The hits of this that are not the other's.
  SegmentHits andNot(SegmentHits other) {
    if (other.count == 0) {
      return this;
    }
    if (list != null) {
      return filtered(list, other, false);
    }
    var rest = isAll() ? full() : bitsOf(this).clone();
    if (other.list != null) {
      for (var doc : other.list) {
        rest.clear(doc);
      }
      return of(base, size, rest);
    }
    if (other.isAll()) {
      return of(base, size, new int[0], 0);
    }
    rest.andNot(bitsOf(other));
    return of(base, size, rest);
  }

  /// The documents that are no hits.
  SegmentHits complement() {
    return all(base, size).andNot(this);
  }

  private FixedBitSet full() {
    var full = new FixedBitSet(size);
    full.set(0, size);
    return full;
  }

  private static FixedBitSet bitsOf(SegmentHits hits) {
    if (hits.bits == null) {
      throw new IllegalStateException("hits that are no bits");
    }
    return hits.bits;
  }

  private SegmentHits filtered(int[] docs, SegmentHits by, boolean keep) {
    var kept = new int[docs.length];
    var length = 0;
    for (var doc : docs) {
      if (by.contains(doc) == keep) {
        kept[length++] = doc;
      }
    }
    return of(base, size, kept, length);
  }
}
