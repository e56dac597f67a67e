package org.trawl.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.trawl.grammar.WordForms;
import org.trawl.lucene.names.AccountTexts;
import org.trawl.lucene.names.WordPatterns;
import org.trawl.match.Shape;
import org.trawl.match.ShapeBuilder;
import org.trawl.match.TermDictionary;
import org.trawl.match.WordPattern;
import org.trawl.match.WordSet;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryAst.TextField;
import org.trawl.query.TextPattern;
import org.trawl.schema.TweetFields;
import org.trawl.search.Deadline;
import org.trawl.search.QueryRefused;

/// Turns a query's tree into what Lucene runs.
///
/// Thread-safe.
public final class QueryCompiler {
  /// The most words of the archive that a pattern may stand for.
  static final int MAX_WORDS = 20_000;

  /// The most inside a phrase or nearness, where each word's positions are read.
  static final int MAX_WORDS_IN_PHRASE = 4_000;

  /// The most that all patterns of a query may stand for together: what a heap can hold for each of
  /// some searches at a time.
  static final int MAX_WORDS_IN_ALL = 500_000;

  /// From so many words and patterns of one word on, alternatives are looked up as one set.
  private static final int MANY = 50;

  static {
    // Lucene's bound of 1,024 clauses guards against queries that grew by rewriting. Ours are
    // bounded where they are read, to 4,000 terms, and where their patterns are expanded.
    IndexSearcher.setMaxClauseCount(1 << 20);
  }

  private final AccountTexts accountTexts;
  private final OperatorCompiler operators;
  private final Processors processors;
  private final TermExpander expander;
  private final IndexReader reader;
  private final KnownTerms terms;
  private final WordForms forms;
  private final List<String> languages;

  /// @param reader has the terms of the texts; where else they lie does not matter here
  /// @param languages that tweets were read as
  public QueryCompiler(
      IndexReader reader,
      OperatorCompiler operators,
      AccountTexts accountTexts,
      WordForms forms,
      List<String> languages,
      Processors processors) {
    this.accountTexts = accountTexts;
    this.operators = operators;
    this.processors = processors;
    this.expander = new TermExpander(reader);
    this.reader = reader;
    this.terms = new KnownTerms(reader);
    this.forms = forms;
    this.languages = languages.stream().filter(forms.languages()::contains).toList();
  }

  /// The languages that tweets were read as and that have a grammar.
  public List<String> languages() {
    return languages;
  }

  /// Reads the grammars that the first query would else wait for.
  public void readDictionaries() {
    for (var language : languages) {
      forms.lemmas(language, language);
    }
  }

  /// A query ready to run.
  ///
  /// @param parts the query of each node of the tree, by identity
  /// @param shapes the shape of each text of tweets in the tree, by identity
  public record Compiled(
      QueryAst ast,
      Query query,
      IdentityHashMap<QueryAst, Query> parts,
      Map<QueryAst, Shape> shapes) {}

  /// @throws Deadline.Over if it was over before all was compiled
  /// @throws QueryRefused if a pattern stands for too many words
  public Compiled compile(QueryAst ast, Deadline deadline) throws IOException, QueryRefused {
    var run = new Run(deadline);
    var query = terms.resolved(run.query(ast), processors.share(), deadline);
    return new Compiled(ast, query, run.parts, run.shapes);
  }

  /// What a query's words add to the scores of its hits.
  public WordPoints points(Compiled compiled, Deadline deadline) throws IOException {
    return WordPoints.of(
        compiled, reader, query -> terms.resolved(query, processors.share(), deadline));
  }

  /// One compilation.
  private final class Run {
    private final IdentityHashMap<QueryAst, Query> parts = new IdentityHashMap<>();
    private final Map<QueryAst, Shape> shapes =
        Collections.synchronizedMap(new IdentityHashMap<>());
    private final Deadline deadline;
    private final AtomicInteger wordsLeft = new AtomicInteger(MAX_WORDS_IN_ALL);

    Run(Deadline deadline) {
      this.deadline = deadline;
    }

    Query query(QueryAst ast) throws IOException, QueryRefused {
      deadline.check();
      var query =
          switch (ast) {
            case QueryAst.And(var children) -> all(children);
            case QueryAst.Or(var children) -> any(children);
            case QueryAst.Not not -> all(List.of(not));
            case QueryAst.Text(var field, var pattern) -> text(ast, field, pattern);
            case QueryAst.All _ -> MatchAllDocsQuery.INSTANCE;
            case QueryAst.Operator operator -> operators.of(operator, deadline);
          };
      parts.put(ast, query);
      return query;
    }

    /// Reads the texts of many parts on all processors. One that is refused is left for its turn,
    /// when it is told.
    private void readTogether(List<QueryAst> children) throws IOException {
      var left = new ConcurrentLinkedQueue<QueryAst.Text>();
      for (var child : children) {
        if (child instanceof QueryAst.Text text && text.field() == TextField.TWEET) {
          left.add(text);
        }
      }
      if (left.size() < MANY) {
        return;
      }
      Processors.together(
          processors.share(),
          () -> {
            for (var next = left.poll(); next != null; next = left.poll()) {
              try {
                // Threads that wait for threads of the same pool would wait for long.
                shape(next, next.pattern(), 1);
              } catch (QueryRefused e) {
                left.clear();
              }
            }
            return true;
          });
    }

    private Query all(List<QueryAst> children) throws IOException, QueryRefused {
      readTogether(children);
      var all = new BooleanQuery.Builder();
      var excluded = new ArrayList<QueryAst>();
      for (var child : children) {
        if (child instanceof QueryAst.Not(var unwanted)) {
          excluded.add(unwanted);
        } else {
          all.add(query(child), Occur.FILTER);
        }
      }
      if (excluded.size() == children.size()) {
        all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
      }
      if (excluded.size() >= MANY) {
        // None of thousands is what is left by any of them, which is looked up as one set.
        all.add(any(excluded), Occur.MUST_NOT);
      } else {
        for (var unwanted : excluded) {
          all.add(query(unwanted), Occur.MUST_NOT);
        }
      }
      return all.build();
    }

    private Query any(List<QueryAst> children) throws IOException, QueryRefused {
      readTogether(children);
      var queries = new ArrayList<Query>();
      var words = new ArrayList<WordSet>();
      var many = children.stream().filter(Run::isOneWord).count() >= MANY;
      for (var child : children) {
        if (many && isOneWord(child) && child instanceof QueryAst.Text(_, var pattern)) {
          var shape = shape(child, pattern, processors.share());
          if (shape instanceof Shape.Run(var placed, _) && placed.size() == 1) {
            words.add(placed.getFirst().word());
            continue;
          }
        }
        queries.add(query(child));
      }
      if (!words.isEmpty()) {
        queries.add(TextQueries.anyOf(words));
      }
      return TextQueries.any(queries);
    }

    /// Whether it is a word or what stands for one; some of these are several words in truth.
    private static boolean isOneWord(QueryAst ast) {
      return ast instanceof QueryAst.Text(var field, var pattern)
          && field == TextField.TWEET
          && switch (pattern) {
            case TextPattern.Word _,
                TextPattern.Wildcard _,
                TextPattern.Fuzzy _,
                TextPattern.Regex _ ->
                true;
            case TextPattern.AnyWord _,
                TextPattern.Phrase _,
                TextPattern.Near _,
                TextPattern.Alternatives _ ->
                false;
          };
    }

    private Query text(QueryAst node, TextField field, TextPattern pattern)
        throws IOException, QueryRefused {
      if (field == TextField.TWEET) {
        return TextQueries.of(shape(node, pattern, processors.share()));
      }
      if (pattern instanceof TextPattern.Wildcard(var wildcard) && wildcard.equals("*")) {
        return operators.accountsWhere(
            e -> AccountTexts.texts(field, e).stream().anyMatch(t -> !t.isBlank()), deadline);
      }
      TermDictionary words =
          (word, part, _) ->
              WordSet.ofPattern(new CharacterRunAutomaton(automaton(word, node, part))::run);
      var builder = new ShapeBuilder(forms, List.copyOf(forms.languages()), words);
      return operators.accounts(accountTexts.with(field, builder.build(pattern)));
    }

    private Shape shape(QueryAst node, TextPattern pattern, int threads)
        throws IOException, QueryRefused {
      var known = shapes.get(node);
      if (known != null) {
        return known;
      }
      deadline.check();
      var shape = new ShapeBuilder(forms, languages, words(node, threads)).build(pattern);
      shapes.put(node, shape);
      return shape;
    }

    /// The words of tweets that the patterns of a part stand for.
    private TermDictionary words(QueryAst node, int threads) {
      return (pattern, part, alone) -> {
        deadline.check();
        int limit = alone ? MAX_WORDS : MAX_WORDS_IN_PHRASE;
        int left = wordsLeft.get();
        var words =
            expander.expand(
                TweetFields.TEXT,
                automaton(pattern, node, part),
                pattern instanceof WordPattern.Fuzzy,
                Math.min(limit, left),
                threads,
                deadline);
        if (words.isEmpty()) {
          throw left < limit
              ? QueryRefused.tooMany(node, part, MAX_WORDS_IN_ALL)
              : QueryRefused.tooBroad(node, part, limit);
        }
        wordsLeft.addAndGet(-words.get().size());
        return WordSet.ofFolded(words.get());
      };
    }
  }

  private static Automaton automaton(WordPattern pattern, QueryAst node, TextPattern part)
      throws QueryRefused {
    try {
      return WordPatterns.of(pattern);
    } catch (TooComplexToDeterminizeException e) {
      throw QueryRefused.tooComplex(node, part, e);
    }
  }
}
