package org.trawl.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.jspecify.annotations.Nullable;
import org.trawl.search.Deadline;

/// Looks terms up in all segments of an index, for many terms faster than one after the other: each
/// segment's dictionary is opened once and gone through forwards, and several threads take the
/// segments in turn.
final class TermLookup {
  /// Terms between two looks at the clock.
  private static final int LOOK = 256;

  /// Fewer terms are looked up by one thread.
  private static final int WORTH = 8;

  private final IndexReader reader;
  private final Term[] terms;
  private final Deadline deadline;

  /// A term in a segment.
  private record TermEntry(TermState state, int documents, long occurrences) {}

  private TermLookup(IndexReader reader, Collection<Term> terms, Deadline deadline) {
    this.reader = reader;
    this.terms = terms.toArray(Term[]::new);
    this.deadline = deadline;
    Arrays.sort(this.terms);
  }

  /// Where terms stand, with their statistics.
  ///
  /// @param terms each once
  /// @param threads how many may look, the calling one among them
  /// @throws Deadline.Over if it was over before all were looked up
  static Map<Term, TermStates> of(
      IndexReader reader, Collection<Term> terms, int threads, Deadline deadline)
      throws IOException {
    return new TermLookup(reader, terms, deadline).run(threads);
  }

  private Map<Term, TermStates> run(int threads) throws IOException {
    deadline.check();
    var leaves = reader.leaves();
    var entries = new TermEntry[leaves.size()][];
    var next = new AtomicInteger();
    Processors.together(
        terms.length < WORTH ? 1 : Math.clamp(leaves.size(), 1, threads),
        () -> {
          for (var i = next.getAndIncrement(); i < entries.length; i = next.getAndIncrement()) {
            entries[i] = entries(leaves.get(i).reader());
          }
          return true;
        });
    // What ran out of time may have left the rest.
    deadline.check();
    var found = HashMap.<Term, TermStates>newHashMap(terms.length);
    for (var i = 0; i < terms.length; i++) {
      var states = new TermStates(reader.getContext());
      for (var segment = 0; segment < entries.length; segment++) {
        var entry = entries[segment][i];
        if (entry != null) {
          states.register(entry.state(), segment, entry.documents(), entry.occurrences());
        }
      }
      found.put(terms[i], states);
    }
    return found;
  }

  /// Where the terms stand in one segment; null for one that it does not have, and for all that
  /// were left when the time was over.
  private @Nullable TermEntry[] entries(LeafReader segment) throws IOException {
    var entries = new @Nullable TermEntry[terms.length];
    var field = "";
    TermsEnum dictionary = null;
    for (var i = 0; i < terms.length; i++) {
      if (i % LOOK == LOOK - 1 && deadline.over()) {
        break;
      }
      var term = terms[i];
      if (!term.field().equals(field)) {
        field = term.field();
        var there = segment.terms(field);
        dictionary = there == null ? null : there.iterator();
      }
      if (dictionary != null && dictionary.seekExact(term.bytes())) {
        entries[i] =
            new TermEntry(dictionary.termState(), dictionary.docFreq(), dictionary.totalTermFreq());
      }
    }
    return entries;
  }
}
