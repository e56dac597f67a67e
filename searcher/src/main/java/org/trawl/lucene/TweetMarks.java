package org.trawl.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.trawl.grammar.WordForms;
import org.trawl.language.Tokenizer;
import org.trawl.lucene.QueryCompiler.Compiled;
import org.trawl.match.Glob;
import org.trawl.match.ShapeMatcher;
import org.trawl.match.TokenView;
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
final class TweetMarks {
  private final Compiled compiled;
  private final IndexSearcher searcher;
  private final WordForms forms;
  private final Tokenizer tokenizer = new Tokenizer();
  private final IdentityHashMap<QueryAst, Weight> weights = new IdentityHashMap<>();
  private final IdentityHashMap<QueryAst, Predicate<String>> wanted = new IdentityHashMap<>();
  private final Deadline deadline;
  private boolean cut;

  /// @param deadline when to leave the rest unmarked
  TweetMarks(Compiled compiled, IndexSearcher searcher, WordForms forms, Deadline deadline) {
    this.deadline = deadline;
    this.compiled = compiled;
    this.searcher = searcher;
    this.forms = forms;
  }

  /// The marks in a hit's text: ascending, not overlapping.
  ///
  /// @param language what the tweet was read as
  List<Span> of(int doc, String text, String language) throws IOException {
    var hit = new HitText(doc, text, TokenView.of(text, language, forms, tokenizer));
    var spans = new ArrayList<Span>();
    mark(compiled.ast(), hit, spans);
    return merged(spans);
  }

  /// A hit with its marks.
  Hit on(Hit hit, int doc) throws IOException {
    return hit.withMarks(of(doc, hit.tweet().content().text(), hit.detected()));
  }

  /// Hits with their marks.
  ///
  /// @param docs the document of each
  List<Hit> on(List<Hit> hits, int[] docs) throws IOException {
    var marked = new ArrayList<Hit>(docs.length);
    for (int i = 0; i < docs.length; i++) {
      marked.add(on(hits.get(i), docs[i]));
    }
    return marked;
  }

  /// Whether time ran out before all was marked.
  boolean cut() {
    return cut;
  }

  private boolean over() {
    cut |= deadline.over();
    return cut;
  }

  private record HitText(int doc, String text, TokenView tokens) {}

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
        var shape = compiled.shapes().get(ast);
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
        var shape = compiled.shapes().get(ast);
        yield shape == null ? found(ast, hit.doc) : ShapeMatcher.matches(shape, hit.tokens);
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

  /// Whether the index finds the tweet for a part of the query.
  private boolean found(QueryAst part, int doc) throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    var weight = weights.get(part);
    if (weight == null) {
      var query = compiled.parts().get(part);
      weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
      weights.put(part, weight);
    }
    var scorer = weight.scorer(leaf);
    return scorer != null && scorer.iterator().advance(doc - leaf.docBase) == doc - leaf.docBase;
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
