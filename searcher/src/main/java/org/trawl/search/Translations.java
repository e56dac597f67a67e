package org.trawl.search;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/// A word in other languages, as far as tweets have it.
///
/// @param words those of most tweets first
/// @param complete whether all were looked for; false when time ran out
public record Translations(List<Translation> words, boolean complete) {
  public static final Translations NONE = new Translations(List.of(), true);

  public Translations {
    words = List.copyOf(words);
  }

  /// What a word is in another language.
  ///
  /// @param text a word, or several with blanks between them
  /// @param from the language in which what was typed is a word; ISO code
  /// @param language ISO code
  /// @param sense what it means, in English, where the word has several senses
  /// @param byEnglish whether no dictionary leads from the one language to the other but by way of
  ///   English
  /// @param within languages that a search for it is best kept to, as in others it is another word;
  ///   empty for none
  /// @param tweets that have it in any form, within these languages if there are any
  public record Translation(
      String text,
      String from,
      String language,
      Optional<String> sense,
      boolean byEnglish,
      List<String> within,
      long tweets) {
    public Translation {
      requireNonNull(text, "text");
      requireNonNull(from, "from");
      requireNonNull(language, "language");
      requireNonNull(sense, "sense");
      within = List.copyOf(within);
      if (tweets < 1) {
        throw new IllegalArgumentException("a word that no tweet has: " + text);
      }
    }
  }
}
