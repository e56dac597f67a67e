package org.trawl.api;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.trawl.api.AlsoWritten.Spelling;
import org.trawl.api.AlsoWritten.Word;
import org.trawl.query.ParsedQuery;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryAst.TextField;
import org.trawl.query.QueryPrinter;
import org.trawl.query.TextPattern;
import org.trawl.query.TextPattern.Precision;
import org.trawl.query.TextSpan;
import org.trawl.search.QueryRefused;
import org.trawl.search.TweetSearch;
import org.trawl.tweet.Hashtag;

/// The words of a query as one hashtag, a hashtag of it as words, and letters with a number as two
/// words: what the same people write for the same thing. Each is offered with its tweets.
final class JoinedWords {
  /// The script of an offer that is a hashtag.
  static final String HASHTAG = "hashtag";

  /// The script of an offer that is words.
  static final String WORDS = "words";

  /// Words of a hashtag at most.
  private static final int MOST_WORDS = 6;

  /// Offers that are counted at most.
  private static final int MOST_COUNTED = 40;

  private static final Pattern LETTERS_AND_NUMBER =
      Pattern.compile("(\\p{L}{1,6})(\\p{Nd}{1,4})|(\\p{Nd}{1,4})(\\p{L}{1,6})");

  /// Names of one country that no rule makes of each other, by their letters.
  private static final Map<String, String> OTHERWISE = Map.of("us", "USA", "usa", "U.S.");

  private final ParsedQuery query;
  private final List<Offer> offers = new ArrayList<>();

  private JoinedWords(ParsedQuery query) {
    this.query = query;
  }

  /// Something to be asked for too.
  ///
  /// @param instead what stands there then, `%s` for what stands there now
  private record Offer(
      TextSpan span, String text, String script, QueryAst ast, String instead, int words) {
    Offer {
      requireNonNull(span, "span");
      requireNonNull(ast, "ast");
    }
  }

  /// Whether a query has anything of the kind.
  static boolean asksFor(ParsedQuery query) {
    var joined = new JoinedWords(query);
    try {
      joined.collect(query.ast(), Optional.empty());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("no index was asked", e);
    }
    return !joined.offers.isEmpty();
  }

  /// What tweets have of it, the longest first where one lies in another.
  static List<Word> of(TweetSearch searcher, ParsedQuery query, Duration budget)
      throws IOException, QueryRefused {
    var joined = new JoinedWords(query);
    joined.collect(query.ast(), Optional.of(searcher));
    var offers = joined.offers.subList(0, Math.min(joined.offers.size(), MOST_COUNTED));
    var totals = searcher.totals(offers.stream().map(Offer::ast).toList(), budget);
    var words = new ArrayList<Word>();
    var taken = new ArrayList<Offer>();
    for (int i = 0; i < totals.size(); i++) {
      var offer = offers.get(i);
      if (totals.get(i) > 0 && taken.stream().noneMatch(other -> holds(other, offer))) {
        taken.add(offer);
        words.add(joined.word(offer, totals.get(i)));
      }
    }
    return words;
  }

  /// Whether an offer is about words of which some are part of another offer.
  private static boolean holds(Offer other, Offer offer) {
    return other.script.equals(HASHTAG)
        && offer.script.equals(HASHTAG)
        && other.words > offer.words
        && other.span.offset() <= offer.span.offset()
        && offer.span.end() <= other.span.end();
  }

  private Word word(Offer offer, long tweets) {
    var typed = offer.span.of(query.text());
    var with =
        query.text().substring(0, offer.span.offset())
            + offer.instead.replace("%s", typed)
            + query.text().substring(offer.span.end());
    var spelling = new Spelling(offer.text, offer.script, tweets, with);
    return new Word(typed, offer.span.offset(), offer.span.length(), List.of(spelling), with);
  }

  /// @param searcher what knows the words of a hashtag; without it they are taken for found
  private void collect(QueryAst part, Optional<TweetSearch> searcher) throws IOException {
    switch (part) {
      case QueryAst.And(var children) -> {
        runs(children);
        for (var child : children) {
          collect(child, searcher);
        }
      }
      case QueryAst.Or(var children) -> {
        for (var child : children) {
          collect(child, searcher);
        }
      }
      case QueryAst.Text(var field, var pattern) -> {
        if (field == TextField.TWEET) {
          text(part, pattern);
        }
      }
      case QueryAst.Hashtag(var tags) -> {
        if (tags.size() == 1 && Hashtag.isWhole(tags.getFirst())) {
          apart(part, tags.getFirst(), searcher);
        }
      }
      case QueryAst.All _, QueryAst.Not _, QueryAst.Mention _, QueryAst.Metadata _ -> {}
    }
  }

  /// Words that stand side by side, the longest rows first.
  private void runs(List<QueryAst> children) {
    for (int size = Math.min(MOST_WORDS, children.size()); size > 1; size--) {
      for (int from = 0; from + size <= children.size(); from++) {
        var row = children.subList(from, from + size);
        var words = row.stream().map(JoinedWords::plainWord).flatMap(Optional::stream).toList();
        if (words.size() == size) {
          around(row).ifPresent(span -> tag(span, words, "((%s) OR "));
        }
      }
    }
  }

  /// The place of parts with nothing but blanks between them.
  private Optional<TextSpan> around(List<QueryAst> row) {
    int start = -1;
    int end = -1;
    for (var part : row) {
      var span = query.spans().of(part);
      if (span.isEmpty()
          || (end >= 0
              && (span.get().offset() < end
                  || !query.text().substring(end, span.get().offset()).isBlank()))) {
        return Optional.empty();
      }
      start = start < 0 ? span.get().offset() : start;
      end = span.get().end();
    }
    return Optional.of(new TextSpan(start, end - start));
  }

  private static Optional<String> plainWord(QueryAst part) {
    return part instanceof QueryAst.Text(var field, TextPattern.Word(var text, var precision))
            && field == TextField.TWEET
            && precision != Precision.EXACT
            && Hashtag.isWhole(text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private void tag(TextSpan span, List<String> words, String before) {
    var joined = String.join("", words);
    if (Hashtag.isWhole(joined) && joined.codePoints().anyMatch(Character::isLetter)) {
      var shown = Hashtag.key(joined);
      offers.add(
          new Offer(
              span,
              "#" + shown,
              HASHTAG,
              new QueryAst.Hashtag(List.of(shown)),
              before + "#" + shown + ")",
              words.size()));
    }
  }

  private void text(QueryAst part, TextPattern pattern) {
    var span = query.spans().of(part);
    if (span.isEmpty()) {
      return;
    }
    if (pattern instanceof TextPattern.Phrase(var slots) && slots.size() <= MOST_WORDS) {
      var words =
          slots.stream()
              .map(slot -> plainWord(new QueryAst.Text(TextField.TWEET, plain(slot))))
              .flatMap(Optional::stream)
              .toList();
      if (words.size() == slots.size()) {
        tag(span.get(), words, "(%s OR ");
      }
    } else if (pattern instanceof TextPattern.Word(var text, var precision)
        && precision == Precision.FORMS) {
      var parts = LETTERS_AND_NUMBER.matcher(text);
      if (parts.matches()) {
        boolean letters = parts.group(1) != null;
        words(
            span.get(),
            letters
                ? List.of(parts.group(1), parts.group(2))
                : List.of(parts.group(3), parts.group(4)));
      }
      var letters = text.replace(".", "").toLowerCase(java.util.Locale.ROOT);
      if (OTHERWISE.containsKey(letters)) {
        otherwise(span.get(), OTHERWISE.get(letters));
      }
    }
  }

  /// Alternatives and patterns are no words; what is none stays one here and is none there.
  private static TextPattern plain(TextPattern slot) {
    return slot instanceof TextPattern.Word ? slot : new TextPattern.Word("-", Precision.EXACT);
  }

  private void otherwise(TextSpan span, String name) {
    var ast = new QueryAst.Text(TextField.TWEET, new TextPattern.Word(name, Precision.FORMS));
    offers.add(new Offer(span, name, WORDS, ast, "(%s OR " + name + ")", 1));
  }

  private void words(TextSpan span, List<String> words) {
    var slots =
        words.stream()
            .<TextPattern>map(word -> new TextPattern.Word(word, Precision.FOLDED))
            .toList();
    var ast = new QueryAst.Text(TextField.TWEET, new TextPattern.Phrase(slots));
    var printed = QueryPrinter.print(ast);
    offers.add(new Offer(span, printed, WORDS, ast, "(%s OR " + printed + ")", words.size()));
  }

  private void apart(QueryAst part, String tag, Optional<TweetSearch> searcher) throws IOException {
    var span = query.spans().of(part);
    var words = searcher.isPresent() ? searcher.get().wordsOf(tag) : List.of(tag, tag);
    if (span.isEmpty() || words.isEmpty()) {
      return;
    }
    if (words.size() > 1) {
      words(span.get(), words);
    } else {
      otherwise(span.get(), words.getFirst());
    }
  }
}
