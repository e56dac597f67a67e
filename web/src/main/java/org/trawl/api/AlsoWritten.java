package org.trawl.api;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.trawl.language.Folding;
import org.trawl.query.ParsedQuery;
import org.trawl.search.NameSpelling;
import org.trawl.search.QueryRefused;
import org.trawl.search.TweetSearch;

/// How tweets write the words of a query otherwise, each with the query that asks for it too: names
/// in other scripts above all, words as one hashtag, hashtags as words. Nothing is ever added
/// unasked.
///
/// @param words those of the query that have other spellings, in its order
/// @param translations those of the query that have words for them in other languages, in its order
/// @param partial whether time ran out before all were looked for
public record AlsoWritten(List<Word> words, List<InLanguages> translations, boolean partial) {
  public AlsoWritten {
    words = List.copyOf(words);
    translations = List.copyOf(translations);
  }

  /// A word of the query.
  ///
  /// @param word as typed
  /// @param position where it begins, in UTF-16 units
  /// @param spellings those of most tweets first, one or more
  /// @param query the whole query with all of them
  public record Word(
      String word, int position, int length, List<Spelling> spellings, String query) {
    public Word {
      requireNonNull(word, "word");
      spellings = List.copyOf(spellings);
      requireNonNull(query, "query");
    }
  }

  /// Another spelling.
  ///
  /// @param text as most tweets write it
  /// @param script such as `cyrillic`; `hashtag` for words as one, `words` for one as words
  /// @param count tweets that have it in any form
  /// @param query the whole query with it
  public record Spelling(String text, String script, long count, String query) {
    public Spelling {
      requireNonNull(text, "text");
      requireNonNull(script, "script");
      requireNonNull(query, "query");
    }
  }

  /// Whether a query has words that may be names.
  public static boolean asksFor(ParsedQuery query) {
    return !PlainWord.of(query).isEmpty() || JoinedWords.asksFor(query);
  }

  /// Looks for the other spellings.
  ///
  /// @param query one without problems
  /// @param budget how long that may take
  public static AlsoWritten of(TweetSearch searcher, ParsedQuery query, Duration budget)
      throws IOException, QueryRefused {
    var deadline = System.nanoTime() + budget.toNanos();
    var typed = PlainWord.of(query);
    var offered =
        typed.stream().map(PlainWord::folded).collect(Collectors.toCollection(HashSet::new));
    var words = new ArrayList<Word>();
    var partial = false;
    for (var word : typed) {
      var left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      var names = searcher.names(word.text(), left);
      partial |= !names.complete();
      var spellings = new ArrayList<Spelling>();
      for (var name : names.spellings()) {
        if (offered.add(Folding.fold(name.text()))) {
          spellings.add(spelling(name, word, query.text()));
        }
      }
      if (!spellings.isEmpty()) {
        var texts = spellings.stream().map(Spelling::text).toList();
        var all = word.with(texts, query.text());
        var span = word.span();
        words.add(new Word(word.text(), span.offset(), span.length(), spellings, all));
      }
    }
    var left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    words.addAll(JoinedWords.of(searcher, query, left));
    var translations = new ArrayList<InLanguages>();
    for (var word : typed) {
      left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      var found = searcher.translations(word.text(), left);
      partial |= !found.complete();
      InLanguages.of(word, found.words(), offered, query.text()).ifPresent(translations::add);
    }
    return new AlsoWritten(words, translations, partial);
  }

  private static Spelling spelling(NameSpelling name, PlainWord word, String query) {
    var with = word.with(List.of(name.text()), query);
    return new Spelling(name.text(), key(name.script()), name.tweets(), with);
  }

  private static String key(UnicodeScript script) {
    return script.name().toLowerCase(Locale.ROOT);
  }
}
