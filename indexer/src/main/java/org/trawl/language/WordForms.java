package org.trawl.language;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/// The grammar of each language: which words are forms of one another.
///
/// Two words of a language are forms of one another when they share a lemma, here the folded
/// spelling of a dictionary's head word or, where no dictionary knows the word, what is left of it
/// without its endings. Documents and queries are asked alike, so what a lemma looks like does not
/// matter, only that it is the same.
///
/// Thread-safe, and made to be asked for the same words again and again.
public final class WordForms {
  private WordForms() {}

  /// All grammars; each reads its dictionary when it is first asked.
  public static WordForms load() {
    return new WordForms();
  }

  /// ISO codes of the languages that have a grammar here.
  public Set<String> languages() {
    return Set.of();
  }

  /// All lemmas of a word in a language, in folded spelling, in a fixed order, at least one. A word
  /// of a language without grammar has its own folded spelling as its only lemma, and so has a word
  /// that is its own lemma.
  ///
  /// @param language an ISO code; any other text is a language without grammar
  /// @param written the word as it stands in the text, without `#` and the like; case and accents
  ///   tell words apart where the language needs them
  public List<String> lemmas(String language, String written) {
    requireNonNull(language, "language");
    return List.of(Folding.fold(requireNonNull(written, "written")));
  }
}
