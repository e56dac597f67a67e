package org.trawl.api;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trawl.language.Folding;
import org.trawl.search.Translations.Translation;

/// A word of a query in other languages.
///
/// @param word as typed
/// @param position where it begins, in UTF-16 units
/// @param offers those of most tweets first, one or more
/// @param query the whole query with all of them
public record InLanguages(String word, int position, int length, List<Offer> offers, String query) {
  public InLanguages {
    requireNonNull(word, "word");
    offers = List.copyOf(offers);
    requireNonNull(query, "query");
  }

  /// What the word is in another language.
  ///
  /// @param text a word, or several with blanks between them
  /// @param language ISO code
  /// @param from the language that the typed word was read in
  /// @param sense what it means, in English, where that is not plain; else empty
  /// @param byEnglish whether dictionaries lead there by way of English only
  /// @param count tweets that have it in any form
  /// @param query the whole query with it
  public record Offer(
      String text,
      String language,
      String from,
      Optional<String> sense,
      boolean byEnglish,
      long count,
      String query) {
    public Offer {
      requireNonNull(text, "text");
      requireNonNull(language, "language");
      requireNonNull(from, "from");
      requireNonNull(sense, "sense");
      requireNonNull(query, "query");
    }
  }

  /// @param offered what is offered already, folded; those found are added
  static Optional<InLanguages> of(
      PlainWord word, List<Translation> found, Set<String> offered, String query) {
    var offers = new ArrayList<Offer>();
    var added = new ArrayList<String>();
    for (var one : found) {
      var part = part(one);
      if (offered.add(Folding.fold(part))) {
        added.add(part);
        offers.add(
            new Offer(
                one.text(),
                one.language(),
                one.from(),
                one.sense(),
                one.byEnglish(),
                one.tweets(),
                word.withParts(List.of(part), query)));
      }
    }
    return offers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new InLanguages(
                word.text(),
                word.span().offset(),
                word.span().length(),
                offers,
                word.withParts(added, query)));
  }

  /// What asks for it in a query.
  private static String part(Translation one) {
    var words =
        PlainWord.isWord(one.text())
            ? PlainWord.escaped(one.text())
            : '"' + one.text().replace("\"", "") + '"';
    return switch (one.within().size()) {
      case 0 -> words;
      case 1 -> "(" + words + " detected:" + one.within().getFirst() + ")";
      default -> "(" + words + " detected:(" + String.join(" OR ", one.within()) + "))";
    };
  }
}
