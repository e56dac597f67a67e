package org.trawl.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.trawl.language.Tokenizer;
import org.trawl.language.Tokens;
import org.trawl.language.WordTerms;
import org.trawl.match.Shape;
import org.trawl.match.WordSet;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryAst.TextField;
import org.trawl.query.TextPattern;
import org.trawl.schema.TweetFields;

/// What the words of a query add to the scores of its hits.
///
/// A word is one thing, whatever its forms and languages: it counts once, by how rare it is as a
/// whole, and only where a hit need not have it, as all hits have the others. Beside that, a hit
/// gains where it has a word as typed, or written as a name where that is how it was typed.
///
/// @param clauses what adds points where it matches
/// @param words those that every hit has, in the order typed, whose nearness counts; where
///   something else stands between two of them, a new list begins
public record WordPoints(List<Clause> clauses, List<List<Word>> words) {
  /// For a word as typed; its other forms have none of it.
  static final int AS_TYPED = 100;

  /// For a word typed with a capital and written with one: more than a tweet scores for all else it
  /// is, so that names are not drowned by words.
  public static final int NAME = 160;

  /// For each time a word is e times as rare, where hits need not have it.
  static final int RARITY = 60;

  /// Among so many alternatives, all are alike.
  static final int MANY = 50;

  public WordPoints {
    clauses = List.copyOf(clauses);
    words = List.copyOf(words);
  }

  /// Points for the hits that a query matches.
  ///
  /// @param what see [SearchResult.ScorePart]
  public record Clause(String what, String of, Query query, int points) {}

  /// A word that stands in every hit.
  ///
  /// @param capital terms of the layer of spellings that write it as a name; empty if it was not
  ///   typed as one
  public record Word(String text, WordSet set, List<String> capital) {}

  /// The points of a compiled query.
  ///
  /// @param resolve looks up a query's terms
  static WordPoints of(QueryCompiler.Compiled compiled, IndexReader reader, Resolver resolve)
      throws IOException {
    var reading = new Reading(compiled, reader, resolve);
    reading.read(compiled.ast(), true);
    reading.endRun();
    return new WordPoints(reading.clauses, reading.runs);
  }

  interface Resolver {
    Query resolve(Query query) throws IOException;
  }

  /// Whether all hits score alike but for what the tweets are.
  boolean isEmpty() {
    return clauses.isEmpty() && words.isEmpty();
  }

  private static final class Reading {
    private final IdentityHashMap<QueryAst, Query> parts;
    private final Map<QueryAst, Shape> shapes;
    private final IndexReader reader;
    private final Resolver resolve;
    private final Tokenizer tokenizer = new Tokenizer();
    private final Tokens tokens = new Tokens();
    private final List<Clause> clauses = new ArrayList<>();
    private final List<List<Word>> runs = new ArrayList<>();
    private List<Word> run = new ArrayList<>();

    Reading(QueryCompiler.Compiled compiled, IndexReader reader, Resolver resolve) {
      this.parts = compiled.parts();
      this.shapes = compiled.shapes();
      this.reader = reader;
      this.resolve = resolve;
    }

    /// @param required whether every hit has this part
    void read(QueryAst ast, boolean required) throws IOException {
      switch (ast) {
        case QueryAst.And(var children) -> {
          for (var child : children) {
            read(child, required);
          }
        }
        case QueryAst.Or(var children) -> {
          endRun();
          if (children.size() < MANY) {
            for (var child : children) {
              read(child, false);
            }
          }
        }
        case QueryAst.Text(var field, var pattern) when field == TextField.TWEET ->
            text(ast, pattern, required);
        // What is asked of a tweet beside its words narrows and does not rank.
        case QueryAst.All _, QueryAst.Not _, QueryAst.Text _, QueryAst.Operator _ -> {}
      }
    }

    void endRun() {
      if (!run.isEmpty()) {
        runs.add(List.copyOf(run));
      }
      run = new ArrayList<>();
    }

    private void text(QueryAst node, TextPattern pattern, boolean required) throws IOException {
      var label = label(pattern);
      var query = parts.get(node);
      if (!required && query != null) {
        var whole = resolve.resolve(query);
        add("word", label, whole, rarity(tweets(whole)));
      }
      var typed = typed(pattern);
      if (typed.isPresent()) {
        asTyped(node, label, typed.get());
      }
      if (required) {
        near(node, label, typed);
      }
    }

    private void add(String what, String of, Query query, int points) {
      if (!(query instanceof MatchNoDocsQuery) && points > 0) {
        clauses.add(new Clause(what, of, query, points));
      }
    }

    /// One word of the index as somebody typed it.
    private record Typed(String folded, String written) {
      boolean capital() {
        return Character.isUpperCase(written.codePointAt(0));
      }
    }

    /// The one word that a pattern is about, if its other forms count as well.
    private Optional<Typed> typed(TextPattern pattern) {
      var text =
          switch (pattern) {
            case TextPattern.Word(var word, var precision) ->
                precision == TextPattern.Precision.FORMS ? word : "";
            case TextPattern.Fuzzy(var word, _) -> word;
            case TextPattern.Wildcard _,
                TextPattern.Regex _,
                TextPattern.AnyWord _,
                TextPattern.Phrase _,
                TextPattern.Near _,
                TextPattern.Alternatives _ ->
                "";
          };
      tokenizer.tokenizeQuery(text, tokens);
      return tokens.size() == 1 && !tokens.folded(0).isEmpty()
          ? Optional.of(new Typed(tokens.folded(0), tokens.written(0)))
          : Optional.empty();
    }

    private void asTyped(QueryAst node, String label, Typed typed) throws IOException {
      var shape = shapes.get(node);
      if (shape instanceof Shape.Run run && run.isWord() && !isOnly(run, typed.folded)) {
        var term = new TermQuery(new Term(TweetFields.TEXT, new BytesRef(typed.folded)));
        add("as typed", label, resolve.resolve(term), AS_TYPED);
      }
      if (typed.capital()) {
        var capitals =
            capitals(typed.folded).stream()
                .<Query>map(term -> new TermQuery(new Term(TweetFields.WRITTEN, term)))
                .toList();
        add("name", label, resolve.resolve(TextQueries.any(capitals)), NAME);
      }
    }

    /// Whether the word as typed is all that can match.
    private static boolean isOnly(Shape.Run run, String folded) {
      var word = run.words().getFirst().word();
      return word.isFoldedOnly() && word.folded().equals(java.util.Set.of(folded));
    }

    /// The terms of a word's spellings with a capital in front.
    private List<String> capitals(String folded) throws IOException {
      var capitals = new ArrayList<String>();
      var terms = MultiTerms.getTerms(reader, TweetFields.WRITTEN);
      if (terms == null) {
        return capitals;
      }
      var prefix = new BytesRef(WordTerms.writtenPrefix(folded));
      var each = terms.iterator();
      if (each.seekCeil(prefix) == SeekStatus.END) {
        return capitals;
      }
      for (var term = each.term();
          term != null && StringHelper.startsWith(term, prefix);
          term = each.next()) {
        var text = term.utf8ToString();
        if (Character.isUpperCase(text.codePointAt(folded.length() + 1))) {
          capitals.add(text);
        }
      }
      return capitals;
    }

    private void near(QueryAst node, String label, Optional<Typed> typed) throws IOException {
      if (shapes.get(node) instanceof Shape.Run words
          && words.isWord()
          && words.words().getFirst().word().plain().isEmpty()) {
        var capital =
            typed.isPresent() && typed.get().capital()
                ? capitals(typed.get().folded)
                : List.<String>of();
        run.add(new Word(label, words.words().getFirst().word(), capital));
      } else {
        endRun();
      }
    }

    private int rarity(long tweets) {
      return (int) Math.round(RARITY * Math.log((reader.maxDoc() + 1.0) / (tweets + 1.0)));
    }

    /// At most how many tweets a query finds, from what the terms are in: the same however the
    /// index is cut into segments.
    private long tweets(Query query) throws IOException {
      return switch (query) {
        case TermQuery term ->
            term.getTermStates() == null
                ? reader.docFreq(term.getTerm())
                : term.getTermStates().docFreq();
        case BoostQuery boosted -> tweets(boosted.getQuery());
        case ConstantScoreQuery constant -> tweets(constant.getQuery());
        case BooleanQuery all -> tweets(all);
        case PhraseQuery phrase -> least(List.of(phrase.getTerms()));
        case MultiPhraseQuery phrase -> leastOf(phrase.getTermArrays());
        case PatternQuery pattern -> tweets(pattern.candidates());
        default -> reader.maxDoc() / 100;
      };
    }

    private long tweets(BooleanQuery all) throws IOException {
      var any = 0L;
      var every = Long.MAX_VALUE;
      for (var clause : all.clauses()) {
        if (clause.isRequired()) {
          every = Math.min(every, tweets(clause.query()));
        } else if (!clause.isProhibited()) {
          any += tweets(clause.query());
        }
      }
      return Math.min(reader.maxDoc(), every == Long.MAX_VALUE ? any : every);
    }

    private long least(List<Term> terms) throws IOException {
      var least = (long) reader.maxDoc();
      for (var term : terms) {
        least = Math.min(least, reader.docFreq(term));
      }
      return least;
    }

    private long leastOf(Term[][] places) throws IOException {
      var least = (long) reader.maxDoc();
      for (var place : places) {
        var sum = 0L;
        for (var term : place) {
          sum += reader.docFreq(term);
        }
        least = Math.min(least, sum);
      }
      return least;
    }

    private static String label(TextPattern pattern) {
      return org.trawl.query.QueryPrinter.print(new QueryAst.Text(TextField.TWEET, pattern));
    }
  }
}
