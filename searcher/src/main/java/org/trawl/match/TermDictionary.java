package org.trawl.match;

import java.io.IOException;
import org.trawl.query.TextPattern;
import org.trawl.search.QueryRefused;

/// The words that a pattern may stand for: an engine's dictionary of terms.
public interface TermDictionary {
  /// What fits a pattern.
  ///
  /// @param part what stands in the query, for a refusal
  /// @param alone whether the pattern stands by itself and not inside a phrase or nearness
  /// @throws QueryRefused if the pattern is too complex, or stands for too many words
  WordSet fitting(WordPattern pattern, TextPattern part, boolean alone)
      throws IOException, QueryRefused;
}
