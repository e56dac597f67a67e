package org.trawl.search;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;

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
  Optional<Set<String>> expand(String field, Automaton automaton, int limit, Deadline deadline)
      throws IOException {
    var terms = MultiTerms.getTerms(reader, field);
    var found = new HashSet<String>();
    if (terms == null || deadline.over()) {
      return Optional.of(found);
    }
    var fitting = new CompiledAutomaton(automaton, false, true).getTermsEnum(terms);
    for (var term = fitting.next(); term != null; term = fitting.next()) {
      if (found.size() == limit) {
        return Optional.empty();
      }
      found.add(term.utf8ToString());
      if (found.size() % LOOK == 0 && deadline.over()) {
        break;
      }
    }
    return Optional.of(found);
  }
}
