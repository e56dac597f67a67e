package org.trawl.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.trawl.grammar.WordForms;
import org.trawl.language.Tokenizer;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryAst.TextField;
import org.trawl.search.Deadline;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.SearchResult.Span;
import org.trawl.tweet.Hashtag;

/// Marks what of a hit's text matched, and nothing else: the words of a part of the query that
/// holds for this tweet. A word of an alternative that does not hold stays plain, and so does one
/// that the query excludes.
///
/// Not thread-safe: made for one page of one search.
public final class TweetMarks {
  private final QueryAst query;
  private final Map<QueryAst, Shape> shapes;
  private final PartFinder finder;
  private final WordForms forms;
  private final Tokenizer tokenizer = new Tokenizer();
  private final IdentityHashMap<QueryAst, Predicate<String>> wanted = new IdentityHashMap<>();
  private final Deadline deadline;
  private boolean cut;

  /// Tells of what no text says whether an engine finds a tweet for it.
  public interface PartFinder {
    /// @param part of the query
    /// @param hit the number that the engine has for the tweet
    boolean found(QueryAst part, long hit) throws IOException;
  }

  /// @param shapes of the query's texts, by identity
  /// @param deadline when to leave the rest unmarked
  public TweetMarks(
      QueryAst query,
      Map<QueryAst, Shape> shapes,
      PartFinder finder,
      WordForms forms,
      Deadline deadline) {
    this.query = query;
    this.shapes = shapes;
    this.finder = finder;
    this.forms = forms;
    this.deadline = deadline;
  }

  /// The marks in a hit's text: ascending, not overlapping.
  ///
  /// @param language what the tweet was read as
  List<Span> of(long number, String text, String language) throws IOException {
    var hit = new HitText(number, text, TokenView.of(text, language, forms, tokenizer));
    var spans = new ArrayList<Span>();
    mark(query, hit, spans);
    return merged(spans);
  }

  /// A hit with its marks.
  public Hit on(Hit hit, long number) throws IOException {
    return hit.withMarks(of(number, hit.tweet().content().text(), hit.detected()));
  }

  /// Whether time ran out before all was marked.
  public boolean cut() {
    return cut;
  }

  private boolean over() {
    cut |= deadline.over();
    return cut;
  }

  private record HitText(long number, String text, TokenView tokens) {}

  /// Adds the marks of a part that is known to hold.
  private void mark(QueryAst ast, HitText hit, List<Span> spans) throws IOException {
    switch (ast) {
      case QueryAst.And(var children) -> {
        for (var child : children) {
          if (over()) {
            return;
          }
          mark(child, hit, spans);
        }
      }
      case QueryAst.Or(var children) -> {
        for (var child : children) {
          if (over()) {
            return;
          }
          if (canMark(child) && holds(child, hit)) {
            mark(child, hit, spans);
          }
        }
      }
      case QueryAst.Text(var field, _) -> {
        var shape = shapes.get(ast);
        if (field == TextField.TWEET && shape != null) {
          for (var range : ShapeMatcher.marks(shape, hit.tokens)) {
            spans.add(hit.tokens.characters(range));
          }
        }
      }
      case QueryAst.Hashtag(var tags) ->
          hashtags(hit.text, named(ast, tags.stream().map(Hashtag::key).toList()), spans);
      case QueryAst.Mention(var names) ->
          spans.addAll(hit.tokens.mentions(named(ast, names), hit.text));
      case QueryAst.All _, QueryAst.Not _, QueryAst.Metadata _ -> {}
    }
  }

  private static void hashtags(String text, Predicate<String> wanted, List<Span> spans) {
    for (int at = 0; at < text.length(); at++) {
      int end = Hashtag.isSign(text.charAt(at)) ? Hashtag.end(text, at + 1) : 0;
      if (end > at + 1 && wanted.test(Hashtag.key(text.substring(at + 1, end)))) {
        spans.add(new Span(at, end));
      }
    }
  }

  private Predicate<String> named(QueryAst ast, List<String> names) {
    var known = wanted.get(ast);
    if (known == null) {
      known = Glob.anyOf(names);
      wanted.put(ast, known);
    }
    return known;
  }

  /// Whether a part can leave marks at all; if not, whether it holds does not matter.
  private static boolean canMark(QueryAst ast) {
    return switch (ast) {
      case QueryAst.And(var children) -> children.stream().anyMatch(TweetMarks::canMark);
      case QueryAst.Or(var children) -> children.stream().anyMatch(TweetMarks::canMark);
      case QueryAst.Text(var field, _) -> field == TextField.TWEET;
      case QueryAst.Tag _ -> true;
      case QueryAst.All _, QueryAst.Not _, QueryAst.Metadata _ -> false;
    };
  }

  private boolean holds(QueryAst ast, HitText hit) throws IOException {
    return switch (ast) {
      case QueryAst.And(var children) -> countHolding(children, hit) == children.size();
      case QueryAst.Or(var children) -> countHolding(children, hit) > 0;
      case QueryAst.Not(var child) -> !holds(child, hit);
      case QueryAst.All _, QueryAst.Text _, QueryAst.Operator _ -> {
        var shape = shapes.get(ast);
        yield shape == null
            ? finder.found(ast, hit.number)
            : ShapeMatcher.matches(shape, hit.tokens);
      }
    };
  }

  private int countHolding(List<QueryAst> parts, HitText hit) throws IOException {
    int holding = 0;
    for (var part : parts) {
      if (over()) {
        return holding;
      }
      holding += holds(part, hit) ? 1 : 0;
    }
    return holding;
  }

  private static List<Span> merged(List<Span> spans) {
    spans.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
    var merged = new ArrayList<Span>();
    for (var span : spans) {
      if (!merged.isEmpty() && span.start() < merged.getLast().end()) {
        var last = merged.removeLast();
        merged.add(new Span(last.start(), Math.max(last.end(), span.end())));
      } else {
        merged.add(span);
      }
    }
    return List.copyOf(merged);
  }
}
