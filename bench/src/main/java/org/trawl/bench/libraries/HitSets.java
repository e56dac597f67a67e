package org.trawl.bench.libraries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.util.FixedBitSet;
import org.roaringbitmap.RoaringBitmap;
import org.trawl.schema.TweetFields;

/// The hits of words as Trawl keeps them, bits where many and a list of numbers where few, and as
/// RoaringBitmap does.
final class HitSets {
  /// Words that are looked at, from the most frequent down, each half as frequent as the last.
  private static final int WORDS = 14;

  private static final int REPEATS = 200;

  private final List<int[]> lists = new ArrayList<>();
  private final List<FixedBitSet> bits = new ArrayList<>();
  private final List<RoaringBitmap> roaring = new ArrayList<>();
  private final int size;

  private HitSets(int size) {
    this.size = size;
  }

  static HitSets of(LeafReader segment) throws IOException {
    var sets = new HitSets(segment.maxDoc());
    for (var word : words(segment.terms(TweetFields.TEXT), segment.maxDoc())) {
      sets.add(word);
    }
    return sets;
  }

  private static List<int[]> words(Terms terms, int size) throws IOException {
    var wanted = new ArrayList<Integer>();
    for (int count = size / 8; wanted.size() < WORDS && count > 1; count /= 2) {
      wanted.add(count);
    }
    var found = new ArrayList<int[]>();
    var each = terms.iterator();
    var sizes = new LinkedHashSet<>(wanted);
    while (each.next() != null && !sizes.isEmpty()) {
      int count = each.docFreq();
      var fits = sizes.stream().filter(one -> count <= one && count > one * 3 / 4).findFirst();
      if (fits.isPresent()) {
        sizes.remove(fits.get());
        found.add(docs(each.postings(null, PostingsEnum.NONE), count));
      }
    }
    found.sort(Comparator.comparingInt(docs -> -docs.length));
    return found;
  }

  private static int[] docs(PostingsEnum postings, int count) throws IOException {
    var docs = new int[count];
    for (int i = 0; i < count; i++) {
      docs[i] = postings.nextDoc();
    }
    return docs;
  }

  private void add(int[] docs) {
    var set = new FixedBitSet(size);
    for (int doc : docs) {
      set.set(doc);
    }
    var bitmap = RoaringBitmap.bitmapOf(docs);
    bitmap.runOptimize();
    lists.add(docs);
    bits.add(set);
    roaring.add(bitmap);
  }

  /// Whether Trawl keeps so few hits as a list: a list of numbers is no larger than the bits.
  private boolean isList(int hits) {
    return (long) hits * Integer.SIZE < size;
  }

  String markdown() {
    long own = 0;
    long theirs = 0;
    for (int i = 0; i < lists.size(); i++) {
      int hits = lists.get(i).length;
      own += isList(hits) ? 4L * hits : size / 8L;
      theirs += roaring.get(i).getLongSizeInBytes();
    }
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            """
            Hits of %d words of a segment of %,d tweets, from %,d to %d hits.

            | | Trawl | RoaringBitmap | times |
            | --- | ---: | ---: | ---: |
            """,
            lists.size(),
            size,
            lists.getFirst().length,
            lists.getLast().length));
    row(text, "bytes of all", (double) own, (double) theirs);
    row(text, "walk over all, ns a hit", perHit(this::walkOwn), perHit(this::walkTheirs));
    row(text, "count of what each pair shares, µs a pair", perPair(true), perPair(false));
    return text.toString();
  }

  private static void row(StringBuilder text, String name, double own, double theirs) {
    text.append(
        String.format(
            Locale.ROOT, "| %s | %,.2f | %,.2f | %.2f |%n", name, own, theirs, own / theirs));
  }

  /// Walks over one set and gives a sum that the compiler cannot leave out.
  private interface Walk {
    long over(int set) throws IOException;
  }

  private double perHit(Walk walk) {
    long hits = lists.stream().mapToLong(docs -> docs.length).sum();
    return time(() -> {
      long sum = 0;
      for (int i = 0; i < lists.size(); i++) {
        sum += walk.over(i);
      }
      return sum;
    })
        / hits;
  }

  private long walkOwn(int set) {
    long sum = 0;
    if (isList(lists.get(set).length)) {
      for (int doc : lists.get(set)) {
        sum += doc;
      }
      return sum;
    }
    var words = bits.get(set).getBits();
    for (int w = 0; w < words.length; w++) {
      for (long word = words[w]; word != 0; word &= word - 1) {
        sum += (w << 6) + Long.numberOfTrailingZeros(word);
      }
    }
    return sum;
  }

  private long walkTheirs(int set) {
    long sum = 0;
    var each = roaring.get(set).getBatchIterator();
    var buffer = new int[1024];
    while (each.hasNext()) {
      int count = each.nextBatch(buffer);
      for (int i = 0; i < count; i++) {
        sum += buffer[i];
      }
    }
    return sum;
  }

  private double perPair(boolean own) {
    int pairs = lists.size() * (lists.size() - 1) / 2;
    return time(() -> {
      long sum = 0;
      for (int a = 0; a < lists.size(); a++) {
        for (int b = a + 1; b < lists.size(); b++) {
          sum +=
              own ? sharedOwn(a, b) : RoaringBitmap.andCardinality(roaring.get(a), roaring.get(b));
        }
      }
      return sum;
    })
        / pairs
        / 1_000;
  }

  private long sharedOwn(int more, int fewer) {
    if (!isList(lists.get(fewer).length)) {
      return FixedBitSet.intersectionCount(bits.get(more), bits.get(fewer));
    }
    long shared = 0;
    if (!isList(lists.get(more).length)) {
      for (int doc : lists.get(fewer)) {
        shared += bits.get(more).get(doc) ? 1 : 0;
      }
      return shared;
    }
    var longer = lists.get(more);
    int at = 0;
    for (int doc : lists.get(fewer)) {
      while (at < longer.length && longer[at] < doc) {
        at++;
      }
      shared += at < longer.length && longer[at] == doc ? 1 : 0;
    }
    return shared;
  }

  /// Nanoseconds of one run in the median, after as many that are not counted.
  private static double time(Sum run) {
    var nanos = new long[REPEATS];
    long sum = 0;
    try {
      for (int i = -REPEATS; i < REPEATS; i++) {
        long started = System.nanoTime();
        sum += run.sum();
        if (i >= 0) {
          nanos[i] = System.nanoTime() - started;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Arrays.sort(nanos);
    return sum == 0 ? 0 : nanos[REPEATS / 2];
  }

  private interface Sum {
    long sum() throws IOException;
  }
}
