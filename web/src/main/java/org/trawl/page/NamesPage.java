package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.trawl.api.AlsoWritten;
import org.trawl.page.site.Wording;

/// Other spellings of the words of a search, each a click away.
///
/// @param box what is said of the search's query
/// @param languages the words in other languages
/// @param partial whether time ran out before all were looked for
/// @param back the search
public record NamesPage(
    QueryBox box,
    List<Word> words,
    List<InLanguages> languages,
    boolean partial,
    SearchAddress back) {
  public NamesPage {
    requireNonNull(box, "box");
    words = List.copyOf(words);
    languages = List.copyOf(languages);
    requireNonNull(back, "back");
  }

  /// A word of the search.
  ///
  /// @param all the search with all of its spellings
  /// @param label what the spellings are, such as `Also written`
  public record Word(String typed, String label, List<Spelling> spellings, String all) {
    static String label(String script) {
      return switch (script) {
        case "hashtag" -> "Also as a hashtag";
        case "words" -> "Also as words";
        default -> "Also written";
      };
    }

    public Word {
      spellings = List.copyOf(spellings);
    }
  }

  /// A word of the search in other languages.
  ///
  /// @param direct what dictionaries of the two languages say
  /// @param byEnglish what they say by way of English
  /// @param all the search with all of them
  public record InLanguages(String typed, List<Offer> direct, List<Offer> byEnglish, String all) {
    public InLanguages {
      direct = List.copyOf(direct);
      byEnglish = List.copyOf(byEnglish);
    }

    static InLanguages of(org.trawl.api.InLanguages word, SearchAddress search) {
      return new InLanguages(
          word.word(),
          offers(word, false, search),
          offers(word, true, search),
          search.with("q", word.query()).href());
    }

    private static List<Offer> offers(
        org.trawl.api.InLanguages word, boolean byEnglish, SearchAddress search) {
      return word.offers().stream()
          .filter(one -> one.byEnglish() == byEnglish)
          .map(one ->
              new Offer(
                  one.text(),
                  one.language(),
                  Wording.language(one.language()),
                  one.sense(),
                  Wording.number(one.count()),
                  search.with("q", one.query()).href()))
          .toList();
    }
  }

  /// What a word is in another language.
  ///
  /// @param language its code
  /// @param named the language, such as `Russian`
  /// @param sense what it means, where that is not plain
  /// @param tweets such as `1,234`
  /// @param href the search with it
  public record Offer(
      String text,
      String language,
      String named,
      Optional<String> sense,
      String tweets,
      String href) {
    /// What it is and how many tweets have it, in words.
    public String says() {
      return named
          + sense.map(meaning -> ", " + meaning).orElse("")
          + ", "
          + tweets
          + (tweets.equals("1") ? " tweet" : " tweets");
    }
  }

  /// Another spelling.
  ///
  /// @param tweets such as `1,234`
  /// @param href the search with it
  public record Spelling(String text, String tweets, String href) {
    /// How many tweets have it, in words.
    public String says() {
      return tweets + (tweets.equals("1") ? " tweet" : " tweets");
    }
  }

  /// Whether the query could be read.
  public boolean isRead() {
    return box.problems().isEmpty();
  }

  /// The page of a query that could not be read.
  static NamesPage unread(SearchAddress search, QueryBox box) {
    return new NamesPage(box, List.of(), List.of(), false, search);
  }

  static NamesPage of(AlsoWritten names, SearchAddress search, QueryBox box) {
    var words =
        names.words().stream()
            .map(word ->
                new Word(
                    word.word(),
                    Word.label(word.spellings().getFirst().script()),
                    word.spellings().stream()
                        .map(one ->
                            new Spelling(
                                one.text(),
                                Wording.number(one.count()),
                                search.with("q", one.query()).href()))
                        .toList(),
                    search.with("q", word.query()).href()))
            .toList();
    var languages =
        names.translations().stream().map(word -> InLanguages.of(word, search)).toList();
    return new NamesPage(box, words, languages, names.partial(), search);
  }
}
