package org.trawl.advice;

import java.io.IOException;
import java.util.List;

/// What the archive has that is spelled nearly like a word or name that it has not, or hardly. The
/// nearest come first, and among these the most frequent.
public interface NearTerms {
  /// Near words of tweets; none for what is no single word.
  ///
  /// @param own tweets that have the word as it is, in any of its forms
  List<String> ofWord(String word, long own) throws IOException;

  /// Near names of a kind.
  List<String> ofName(NameKind kind, String name) throws IOException;
}
