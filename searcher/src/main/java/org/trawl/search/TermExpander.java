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
  private final IndexReader reader;

  TermExpander(IndexReader reader) {
    this.reader = reader;
  }

  /// The terms of a field that an automaton accepts; empty if there are more than `limit`.
  Optional<Set<String>> expand(String field, Automaton automaton, int limit) throws IOException {
    var terms = MultiTerms.getTerms(reader, field);
    var found = new HashSet<String>();
    if (terms == null) {
      return Optional.of(found);
    }
    var fitting = new CompiledAutomaton(automaton, false, true).getTermsEnum(terms);
    for (var term = fitting.next(); term != null; term = fitting.next()) {
      if (found.size() == limit) {
        return Optional.empty();
      }
      found.add(term.utf8ToString());
    }
    return Optional.of(found);
  }
}
