package org.trawl.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;

/// How high the counts of all tweets are, roughly: a byte a tweet for each of likes, retweets,
/// replies and quotes. A range of counts, or the highest of them, is then a matter of bytes, and
/// only counts of the same [#rank] as a bound are looked up.
///
/// A column is read when it is first asked for, and stays. Thread-safe.
public final class CountColumns {
  /// Bits of a count below its highest that its rank keeps.
  private static final int MANTISSA_BITS = 3;

  /// Counts below this are their own rank.
  private static final int EXACT = 1 << MANTISSA_BITS;

  /// One more than the highest rank.
  static final int RANKS = rank(Integer.MAX_VALUE) + 1;

  private final IndexReader reader;
  private final Map<String, byte[]> columns = new ConcurrentHashMap<>();
  private final Map<String, int[]> histograms = new ConcurrentHashMap<>();
  private final Map<String, HighestCounts> highest = new ConcurrentHashMap<>();

  public CountColumns(IndexReader reader) {
    this.reader = reader;
  }

  /// The rank of a count, 0 to [#RANKS] - 1: its highest bits, as a floating-point number of
  /// unsigned eight bits would hold it. A higher count never has a lower rank.
  static int rank(long count) {
    if (count < EXACT) {
      return (int) Math.max(0, count);
    }
    var exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.min(count, Integer.MAX_VALUE));
    var mantissa =
        (Math.min(count, Integer.MAX_VALUE) >>> (exponent - MANTISSA_BITS)) & (EXACT - 1);
    return (exponent - MANTISSA_BITS + 1) * EXACT + (int) mantissa;
  }

  /// The lowest count of a rank.
  static long least(int rank) {
    if (rank < EXACT) {
      return rank;
    }
    var exponent = rank / EXACT - 1 + MANTISSA_BITS;
    return (1L << exponent) + ((long) (rank % EXACT) << (exponent - MANTISSA_BITS));
  }

  /// How many documents of the whole archive have each rank in a field. Not to be changed.
  int[] histogram(String field) throws IOException {
    var known = histograms.get(field);
    if (known != null) {
      return known;
    }
    var histogram = new int[RANKS];
    for (var rank : ranks(field)) {
      histogram[rank & 0xFF]++;
    }
    histograms.put(field, histogram);
    return histogram;
  }

  /// The tweets with the highest counts in a field.
  HighestCounts highest(String field) throws IOException {
    var known = highest.get(field);
    if (known == null) {
      known = HighestCounts.of(reader, field, ranks(field), histogram(field));
      highest.put(field, known);
    }
    return known;
  }

  /// The rank of each document's count in a field, as an unsigned byte. Not to be changed.
  byte[] ranks(String field) throws IOException {
    var known = columns.get(field);
    if (known != null) {
      return known;
    }
    var ranks = new byte[reader.maxDoc()];
    for (var leaf : reader.leaves()) {
      var counts = DocValues.getNumeric(leaf.reader(), field);
      for (var doc = counts.nextDoc(); doc < leaf.reader().maxDoc(); doc = counts.nextDoc()) {
        ranks[leaf.docBase + doc] = (byte) rank(counts.longValue());
      }
    }
    columns.put(field, ranks);
    return ranks;
  }
}
