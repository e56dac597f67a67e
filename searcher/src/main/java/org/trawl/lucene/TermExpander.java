package org.trawl.lucene;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.trawl.search.Deadline;

/// Lists the words of the archive that fit a pattern, up to a limit.
final class TermExpander {
  /// Terms between two looks at the clock.
  private static final int LOOK = 256;

  private final IndexReader reader;

  TermExpander(IndexReader reader) {
    this.reader = reader;
  }

  /// The terms of a field that an automaton accepts; empty if there are more than `limit`. Past the
  /// deadline, those that were found by then: what looks for them is then over as well.
  ///
  /// @param automaton deterministic
  /// @param finite whether it is known to accept words up to some length only, which spares looking
  ///   for what they begin and end with
  /// @param threads how many may look, each in its segments
  Optional<Set<String>> expand(
      String field, Automaton automaton, boolean finite, int limit, int threads, Deadline deadline)
      throws IOException {
    var compiled = new CompiledAutomaton(automaton, finite, !finite);
    var found = ConcurrentHashMap.<String>newKeySet();
    var segments = new ConcurrentLinkedQueue<LeafReaderContext>(reader.leaves());
    Processors.together(
        Math.min(threads, Math.max(1, reader.leaves().size())),
        () -> {
          for (var next = segments.poll(); next != null; next = segments.poll()) {
            if (!add(next.reader(), field, compiled, limit, deadline, found)) {
              return false;
            }
          }
          return true;
        });
    return found.size() > limit ? Optional.empty() : Optional.of(new HashSet<>(found));
  }

  /// Adds the fitting terms of one segment.
  ///
  /// @return false if there is nothing more to look for: too many were found, or the time is over
  private static boolean add(
      LeafReader segment,
      String field,
      CompiledAutomaton automaton,
      int limit,
      Deadline deadline,
      Set<String> found)
      throws IOException {
    var terms = segment.terms(field);
    if (terms == null || deadline.over()) {
      return !deadline.over();
    }
    var fitting = automaton.getTermsEnum(terms);
    int looked = 0;
    for (var term = fitting.next(); term != null; term = fitting.next()) {
      found.add(term.utf8ToString());
      if (++looked % LOOK == 0 && (deadline.over() || found.size() > limit)) {
        return false;
      }
    }
    return found.size() <= limit;
  }
}
