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
///
/// So that memory stays bounded, shingles are taken in several parts where there are many: each
/// part finds the pairs whose rarest common shingle is in it, and no pair is found twice. That
/// shingle is in both prefixes: were it not in one, that text would lack all of its prefix.
final class NearJoin {
  /// Texts that one thread takes at a time.
  private static final int CHUNK = 4096;

  private static final int MIN_COUNTERS = 1 << 16;
  private static final int MAX_COUNTERS = 1 << 26;

  /// Bytes for an entry of a prefix: itself, its copy while there are more, and its run.
  private static final int ENTRY_BYTES = 24;

  private static final int MAX_PARTS = 1 << 10;

  private final Shingles texts;
  private final char[] counters;
  private final int parts;

  /// @param bytes of memory to hold prefixes in, as far as that can be kept to
  NearJoin(Shingles texts, long bytes) {
    this.texts = texts;
    counters = counters();
    long wanted = Math.ceilDiv(ENTRY_BYTES * prefixes(), Math.max(1, bytes));
    parts = Math.clamp(Long.highestOneBit(Math.max(1, wanted * 2 - 1)), 1, MAX_PARTS);
  }

  /// How many shingles stand in prefixes, at most.
  private long prefixes() {
    long count = 0;
    for (var doc = 0; doc < texts.size(); doc++) {
      var size = texts.count(doc);
      count += size == 0 ? 0 : NearText.mayLack(size) + 1;
    }
    return count;
  }

  /// In how many parts shingles are taken, a power of two.
  int parts() {
    return parts;
  }

  private int part(int shingle) {
    // The lower bits choose its counter; all decide here.
    return parts == 1 ? 0 : (shingle * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(parts) + 1);
  }

  /// How rare a shingle is; the same for every text, and no two alike.
  private long rarity(int shingle) {
    var often = (long) counters[shingle & (counters.length - 1)];
    return (often << 32) | (shingle & 0xffff_ffffL);
  }

  /// Takes pairs of near-copies, each once, from several threads at the same time.
  interface Pairs {
    void take(int one, int other);
  }

  /// Hands on all pairs of documents.
  void each(Pairs pairs) {
    for (var part = 0; part < parts; part++) {
      each(part, pairs);
    }
  }

  private void each(int part, Pairs pairs) {
    var postings = postings(part);
    IntStream.range(0, Math.ceilDiv(texts.size(), CHUNK))
        .parallel()
        .forEach(chunk -> {
          var probe = new Probe(postings, part, pairs);
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

  private Postings postings(int part) {
    var entries = entries(part);
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
  private long[] entries(int part) {
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
        ranked[i] = rarity(shingles[from + i]);
      }
      Arrays.sort(ranked, 0, size);
      var prefix = NearText.mayLack(size) + 1;
      if (entries.length - count < prefix) {
        entries = Arrays.copyOf(entries, Math.addExact(count, count / 2 + prefix));
      }
      for (var i = 0; i < prefix; i++) {
        if (ranked[i] >>> 32 > 1 && part((int) ranked[i]) == part) {
          entries[count++] = (ranked[i] << 32) | doc;
        }
      }
    }
    return Arrays.copyOf(entries, count);
  }

  /// Compares documents with those before them.
  private final class Probe {
    private final Postings postings;
    private final int part;
    private final Pairs pairs;
    private int[] candidates = new int[1024];

    Probe(Postings postings, int part, Pairs pairs) {
      this.postings = postings;
      this.part = part;
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
      if (NearText.suffices(shared, own, others) && isOfPart(one, other)) {
        pairs.take(one, other);
      }
    }

    /// Whether the rarest shingle that both have is in this part.
    private boolean isOfPart(int one, int other) {
      if (parts == 1) {
        return true;
      }
      var rarest = Long.MAX_VALUE;
      var left = texts.array(one);
      var right = texts.array(other);
      for (int i = texts.from(one), j = texts.from(other);
          i < texts.to(one) && j < texts.to(other); ) {
        if (left[i] == right[j]) {
          rarest = Math.min(rarest, rarity(left[i]));
        }
        var order = Integer.compare(left[i], right[j]);
        i += order <= 0 ? 1 : 0;
        j += order >= 0 ? 1 : 0;
      }
      return part((int) rarest) == part;
    }
  }
}
