package org.trawl.columns;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The values of one facet: ordinal to text and back. Ordinal 0 is the most frequent value, so that
/// the counters of frequent values lie side by side in the processor's cache.
///
/// @param starts where each value's UTF-8 begins in `bytes`; one more than there are values
/// @param sorted the ordinals in the byte order of their values
/// @param counts tweets of the whole archive that have the value, by ordinal
@SuppressWarnings("ArrayRecordComponent") // A million values are two arrays; never compared.
public record Dictionary(int[] starts, byte[] bytes, int[] sorted, int[] counts) {
  public Dictionary {
    requireNonNull(bytes, "bytes");
    if (starts.length != sorted.length + 1 || counts.length != sorted.length) {
      throw new IllegalArgumentException(
          "a dictionary of "
              + sorted.length
              + " values must have one start more and as many counts, got "
              + starts.length
              + " and "
              + counts.length);
    }
  }

  /// How many values there are.
  public int size() {
    return counts.length;
  }

  /// The text of an ordinal.
  public String value(int ordinal) {
    return new String(
        bytes, starts[ordinal], starts[ordinal + 1] - starts[ordinal], StandardCharsets.UTF_8);
  }

  /// All texts, by ordinal.
  public List<String> values() {
    return IntStream.range(0, size()).mapToObj(this::value).toList();
  }

  /// The ordinal of a value, if it is there.
  public OptionalInt ordinal(String value) {
    var key = value.getBytes(StandardCharsets.UTF_8);
    var at = firstAtLeast(key);
    if (at < sorted.length && compare(sorted[at], key, key.length) == 0) {
      return OptionalInt.of(sorted[at]);
    }
    return OptionalInt.empty();
  }

  /// The places in [#sorted] whose values begin with a prefix: from (inclusive) and to (exclusive).
  public int[] withPrefix(String prefix) {
    var key = prefix.getBytes(StandardCharsets.UTF_8);
    var from = firstAtLeast(key);
    var to = from;
    var high = sorted.length;
    while (to < high) {
      var middle = (to + high) >>> 1;
      if (startsWith(sorted[middle], key)) {
        to = middle + 1;
      } else {
        high = middle;
      }
    }
    return new int[] {from, to};
  }

  /// Whether the text of an ordinal has these bytes of UTF-8 in a row. Looks at the bytes where
  /// they lie: there can be millions of values.
  public boolean contains(int ordinal, byte[] part) {
    int last = starts[ordinal + 1] - part.length;
    for (int at = starts[ordinal]; at <= last; at++) {
      if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }

  private boolean startsWith(int ordinal, byte[] key) {
    var start = starts[ordinal];
    var end = starts[ordinal + 1];
    return end - start >= key.length
        && Arrays.equals(bytes, start, start + key.length, key, 0, key.length);
  }

  private int firstAtLeast(byte[] key) {
    var low = 0;
    var high = sorted.length;
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (compare(sorted[middle], key, key.length) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int compare(int ordinal, byte[] key, int length) {
    return Arrays.compareUnsigned(bytes, starts[ordinal], starts[ordinal + 1], key, 0, length);
  }
}
