package org.trawl.columns;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.trawl.schema.NearText;

/// Finds all pairs of near-copies among different texts, exactly, without comparing each with each.
///
/// A near-copy lacks no more than three tenths of a text's shingles, so that of any one more than
/// that it has at least one. Texts are compared only if they share one of their *prefixes*: so many
/// of their rarest shingles, as both hold the same to be rare (S. Chaudhuri, V. Ganti and R.
/// Kaushik, "A primitive operator for similarity joins in data cleaning", 2006; R. Bayardo, Y. Ma
/// and R. Srikant, "Scaling up all pairs similarity search", 2007). Any order of shingles finds all
/// pairs, and the rarest first finds them soonest; so that it does no harm that how often they
/// occur is counted roughly.
final class NearJoin {
  /// Texts that one thread takes at a time.
  private static final int CHUNK = 4096;

  private static final int MIN_COUNTERS = 1 << 16;
  private static final int MAX_COUNTERS = 1 << 26;

  private final Shingles texts;

  NearJoin(Shingles texts) {
    this.texts = texts;
  }

  /// Takes pairs of near-copies, each once, from several threads at the same time.
  interface Pairs {
    void take(int one, int other);
  }

  /// Hands on all pairs of documents.
  void each(Pairs pairs) {
    var postings = postings();
    IntStream.range(0, Math.ceilDiv(texts.size(), CHUNK))
        .parallel()
        .forEach(chunk -> {
          var probe = new Probe(postings, pairs);
          var end = Math.min(texts.size(), (chunk + 1) * CHUNK);
          for (var doc = chunk * CHUNK; doc < end; doc++) {
            probe.text(doc);
          }
        });
  }

  /// The documents that share a shingle of their prefixes, by *runs*.
  ///
  /// @param runStarts where each run begins in `runDocs`; one more than there are runs
  /// @param runDocs ascending within a run
  /// @param docStarts where each document's runs begin in `docRuns`
  /// @param docRuns the runs that a document is in
  @SuppressWarnings("ArrayRecordComponent") // Read in loops; never compared.
  private record Postings(int[] runStarts, int[] runDocs, int[] docStarts, int[] docRuns) {}

  private Postings postings() {
    var entries = entries(counters());
    Arrays.parallelSort(entries);
    var runStarts = new int[1024];
    var runs = 0;
    var kept = 0;
    for (var from = 0; from < entries.length; ) {
      var to = from + 1;
      while (to < entries.length && entries[to] >>> 32 == entries[from] >>> 32) {
        to++;
      }
      if (to - from > 1) {
        if (runs + 1 == runStarts.length) {
          runStarts = Arrays.copyOf(runStarts, runs * 2);
        }
        runStarts[runs++] = kept;
        System.arraycopy(entries, from, entries, kept, to - from);
        kept += to - from;
      }
      from = to;
    }
    runStarts = Arrays.copyOf(runStarts, runs + 1);
    runStarts[runs] = kept;
    var runDocs = new int[kept];
    var docStarts = new int[texts.size() + 1];
    for (var i = 0; i < kept; i++) {
      runDocs[i] = (int) entries[i];
      docStarts[runDocs[i] + 1]++;
    }
    Arrays.parallelPrefix(docStarts, Integer::sum);
    var docRuns = new int[kept];
    var next = docStarts.clone();
    for (var run = 0; run < runs; run++) {
      for (var i = runStarts[run]; i < runStarts[run + 1]; i++) {
        docRuns[next[runDocs[i]]++] = run;
      }
    }
    return new Postings(runStarts, runDocs, docStarts, docRuns);
  }

  /// How many texts have a shingle, or more where several share a counter.
  private char[] counters() {
    var wanted = Long.highestOneBit(Math.max(1, texts.total())) * 2;
    var counters = new char[Math.clamp(wanted, MIN_COUNTERS, MAX_COUNTERS)];
    for (var doc = 0; doc < texts.size(); doc++) {
      var shingles = texts.array(doc);
      var to = texts.to(doc);
      for (var i = texts.from(doc); i < to; i++) {
        var at = shingles[i] & (counters.length - 1);
        if (counters[at] < Character.MAX_VALUE) {
          counters[at]++;
        }
      }
    }
    return counters;
  }

  /// The prefixes: each shingle above the document that has it. Those that no other text has are
  /// left out.
  private long[] entries(char[] counters) {
    var entries = new long[1024];
    var count = 0;
    var ranked = new long[64];
    for (var doc = 0; doc < texts.size(); doc++) {
      var size = texts.count(doc);
      if (size == 0) {
        continue;
      }
      if (ranked.length < size) {
        ranked = new long[size * 2];
      }
      var shingles = texts.array(doc);
      var from = texts.from(doc);
      for (var i = 0; i < size; i++) {
        var often = (long) counters[shingles[from + i] & (counters.length - 1)];
        ranked[i] = (often << 32) | (shingles[from + i] & 0xffff_ffffL);
      }
      Arrays.sort(ranked, 0, size);
      var prefix = NearText.mayLack(size) + 1;
      if (entries.length - count < prefix) {
        entries = Arrays.copyOf(entries, Math.addExact(count, count / 2 + prefix));
      }
      for (var i = 0; i < prefix; i++) {
        if (ranked[i] >>> 32 > 1) {
          entries[count++] = (ranked[i] << 32) | doc;
        }
      }
    }
    return Arrays.copyOf(entries, count);
  }

  /// Compares documents with those before them.
  private final class Probe {
    private final Postings postings;
    private final Pairs pairs;
    private int[] candidates = new int[1024];

    Probe(Postings postings, Pairs pairs) {
      this.postings = postings;
      this.pairs = pairs;
    }

    void text(int doc) {
      var count = 0;
      var runs = postings.docRuns;
      for (var i = postings.docStarts[doc]; i < postings.docStarts[doc + 1]; i++) {
        var from = postings.runStarts[runs[i]];
        var to = Arrays.binarySearch(postings.runDocs, from, postings.runStarts[runs[i] + 1], doc);
        if (candidates.length - count < to - from) {
          candidates = Arrays.copyOf(candidates, Math.addExact(count, count / 2 + to - from));
        }
        System.arraycopy(postings.runDocs, from, candidates, count, to - from);
        count += to - from;
      }
      Arrays.sort(candidates, 0, count);
      for (var i = 0; i < count; i++) {
        if (i == 0 || candidates[i] != candidates[i - 1]) {
          compare(doc, candidates[i]);
        }
      }
    }

    private void compare(int one, int other) {
      var own = texts.count(one);
      var others = texts.count(other);
      // Of too different sizes they could not share enough.
      if (!NearText.suffices(Math.min(own, others), own, others)) {
        return;
      }
      var shared =
          NearText.shared(
              texts.array(one),
              texts.from(one),
              texts.to(one),
              texts.array(other),
              texts.from(other),
              texts.to(other));
      if (NearText.suffices(shared, own, others)) {
        pairs.take(one, other);
      }
    }
  }
}
