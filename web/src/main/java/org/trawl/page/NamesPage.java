package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.trawl.api.AlsoWritten;

/// Other spellings of the words of a search, each a click away.
///
/// @param box what is said of the search's query
/// @param partial whether time ran out before all were looked for
/// @param back the search
public record NamesPage(QueryBox box, List<Word> words, boolean partial, SearchAddress back) {
  public NamesPage {
    requireNonNull(box, "box");
    words = List.copyOf(words);
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
    return new NamesPage(box, List.of(), false, search);
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
    return new NamesPage(box, words, names.partial(), search);
  }
}
