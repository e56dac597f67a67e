package org.trawl.columns;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.ArrayUtil;

/// The terms of a field in byte order, with their document counts.
@SuppressWarnings("ArrayRecordComponent") // Only to hand three arrays on.
record FieldTerms(int[] starts, byte[] bytes, int[] counts) {
  /// Takes the postings of one term, by its place in byte order.
  interface Postings {
    void of(int term, PostingsEnum postings) throws IOException;
  }

  /// Visits the postings of every term of a field, in byte order of the terms.
  static void each(IndexReader reader, String field, Postings visitor) throws IOException {
    var terms = MultiTerms.getTerms(reader, field);
    if (terms == null) {
      return;
    }
    TermsEnum all = terms.iterator();
    PostingsEnum postings = null;
    for (var term = 0; all.next() != null; term++) {
      postings = all.postings(postings, PostingsEnum.NONE);
      visitor.of(term, postings);
    }
  }

  static FieldTerms of(IndexReader reader, String field) throws IOException {
    var starts = new int[1024];
    var bytes = new byte[1 << 14];
    var counts = new int[1024];
    var size = 0;
    var terms = MultiTerms.getTerms(reader, field);
    if (terms != null) {
      var all = terms.iterator();
      for (var term = all.next(); term != null; term = all.next()) {
        starts = ArrayUtil.grow(starts, size + 2);
        counts = ArrayUtil.grow(counts, size + 1);
        bytes = ArrayUtil.grow(bytes, starts[size] + term.length);
        System.arraycopy(term.bytes, term.offset, bytes, starts[size], term.length);
        counts[size] = all.docFreq();
        starts[++size] = starts[size - 1] + term.length;
      }
    }
    return new FieldTerms(Arrays.copyOf(starts, size + 1), bytes, Arrays.copyOf(counts, size));
  }

  boolean hasEmpty() {
    return counts.length > 0 && starts[1] == starts[0];
  }

  FieldTerms withoutFirst() {
    return new FieldTerms(
        Arrays.copyOfRange(starts, 1, starts.length),
        bytes,
        Arrays.copyOfRange(counts, 1, counts.length));
  }

  /// The ordinal of each term: its rank by falling count.
  int[] ordinals() {
    return FrequencyRank.of(counts, counts.length);
  }

  Dictionary dictionary(int[] ordinals) {
    var size = counts.length;
    var terms = new int[size];
    IntStream.range(0, size).forEach(term -> terms[ordinals[term]] = term);
    var newStarts = new int[size + 1];
    var newBytes = new byte[starts[size] - starts[0]];
    var newCounts = new int[size];
    for (var ordinal = 0; ordinal < size; ordinal++) {
      var term = terms[ordinal];
      var length = starts[term + 1] - starts[term];
      System.arraycopy(bytes, starts[term], newBytes, newStarts[ordinal], length);
      newStarts[ordinal + 1] = newStarts[ordinal] + length;
      newCounts[ordinal] = counts[term];
    }
    return new Dictionary(newStarts, newBytes, ordinals, newCounts);
  }
}
