package org.trawl.lucene.names;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.trawl.schema.TweetFields;

/// The name for which what was typed is a slip of the hand, though some tweets have it too. It need
/// not sound alike: `merkle`, `Merkel`.
///
/// @param term folded
/// @param tweets that have it
public record MistypedName(String term, int tweets) {
  /// How many times the tweets of what was typed a name must have.
  public static final int TIMES = 50;

  /// Of fewer letters, almost any word is one letter from a name.
  private static final int SHORTEST = 5;

  public MistypedName {
    requireNonNull(term, "term");
  }

  /// The most frequent name that begins as what was typed and differs from it by a letter, or by
  /// two that changed places.
  ///
  /// @param folded what was typed
  /// @param tweets that have that
  public static Optional<MistypedName> meantBy(String folded, long tweets, IndexReader reader)
      throws IOException {
    var terms = MultiTerms.getTerms(reader, TweetFields.TEXT);
    if (terms == null || folded.length() < SHORTEST) {
      return Optional.empty();
    }
    var begin = folded.substring(0, folded.offsetByCodePoints(0, 1));
    var near = new CompiledAutomaton(WordPatterns.fuzzy(folded, 1), false, true);
    var fitting = near.getTermsEnum(terms);
    var least = (long) TIMES * Math.max(1, tweets);
    var meant = Optional.<MistypedName>empty();
    for (var term = fitting.next(); term != null; term = fitting.next()) {
      var name = new MistypedName(term.utf8ToString(), fitting.docFreq());
      if (name.tweets >= least && name.term.startsWith(begin) && name.isName(reader)) {
        least = name.tweets + 1L;
        meant = Optional.of(name);
      }
    }
    return meant;
  }

  private boolean isName(IndexReader reader) throws IOException {
    return WrittenForms.of(reader, term).isCapitalised();
  }
}
