package org.trawl.grammar;

import java.util.Set;

/// The word forms of one language. Thread-safe.
interface Grammar {
  /// Adds the lemmas of a word that this grammar knows, in the language's own spelling; nothing
  /// when it does not know the word.
  ///
  /// @param word in lower case, as [Folding#visible] has it
  void addLemmas(String word, Set<String> lemmas);
}
