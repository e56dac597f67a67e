package org.trawl.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.trawl.columns.Columns;
import org.trawl.columns.Dictionary;
import org.trawl.index.AccountTable;
import org.trawl.language.LanguageCode;
import org.trawl.language.LanguageDetector;
import org.trawl.language.WordForms;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryAst.Feature;
import org.trawl.query.QueryAst.TextField;
import org.trawl.query.TextPattern;
import org.trawl.schema.LinkAddress;
import org.trawl.schema.TweetFields;

/// Turns a query's tree into what Lucene runs.
///
/// Thread-safe.
final class QueryCompiler {
  /// The most words of the archive that a pattern may stand for.
  static final int MAX_WORDS = 20_000;

  /// The most inside a phrase or nearness, where each word's positions are read.
  static final int MAX_WORDS_IN_PHRASE = 4_000;

  /// The most that all patterns of a query may stand for together: what a heap can hold for each of
  /// some searches at a time.
  static final int MAX_WORDS_IN_ALL = 500_000;

  /// From so many words and patterns of one word on, alternatives are looked up as one set.
  private static final int MANY = 50;

  /// With more alternatives than this that are no single words, all hits score alike: to score them
  /// is to look for thousands of phrases in each hit once more.
  private static final int MAX_SCORED = 500;

  /// Accounts are looked up by term up to this many, beyond it by the column.
  private static final int MANY_ACCOUNTS = 200;

  static {
    // Lucene's bound of 1,024 clauses guards against queries that grew by rewriting. Ours are
    // bounded where they are read, to 4,000 terms, and where their patterns are expanded.
    IndexSearcher.setMaxClauseCount(1 << 20);
  }

  private final IndexReader reader;
  private final Columns columns;
  private final CountColumns counts;
  private final AccountDirectory accounts;
  private final AccountTexts accountTexts;
  private final SelectionQueries accountQueries;
  private final TermExpander expander;
  private final WordForms forms;
  private final List<String> languages;
  private final Set<String> operations = new TreeSet<>();

  QueryCompiler(
      IndexReader reader,
      Columns columns,
      CountColumns counts,
      AccountDirectory accounts,
      WordForms forms,
      LanguageDetector detector) {
    this.reader = reader;
    this.columns = columns;
    this.counts = counts;
    this.accounts = accounts;
    this.accountTexts = new AccountTexts(accounts, forms, detector);
    this.accountQueries = new SelectionQueries(accounts, columns);
    this.expander = new TermExpander(reader);
    this.forms = forms;
    this.languages =
        values(columns.dictionaries().detectedLanguages()).stream()
            .filter(forms.languages()::contains)
            .toList();
    for (int ordinal = 0; ordinal < accounts.size(); ordinal++) {
      operations.add(accounts.operation(ordinal));
    }
  }

  /// The languages that tweets were read as and that have a grammar.
  List<String> languages() {
    return languages;
  }

  void readDictionaries() {
    for (var language : languages) {
      forms.lemmas(language, language);
    }
  }

  private static List<String> values(Dictionary dictionary) {
    var values = new ArrayList<String>();
    for (int ordinal = 0; ordinal < dictionary.size(); ordinal++) {
      values.add(dictionary.value(ordinal));
    }
    return values;
  }

  /// A query ready to run.
  ///
  /// @param parts the query of each node of the tree, by identity
  /// @param shapes the shape of each text of tweets in the tree, by identity
  record Compiled(
      QueryAst ast,
      Query query,
      IdentityHashMap<QueryAst, Query> parts,
      IdentityHashMap<QueryAst, Shape> shapes) {}

  /// @throws Deadline.Over if it was over before all was compiled
  /// @throws QueryRefused if a pattern stands for too many words
  Compiled compile(QueryAst ast, Deadline deadline) throws IOException, QueryRefused {
    var run = new Run(deadline);
    return new Compiled(ast, run.query(ast), run.parts, run.shapes);
  }

  /// One compilation.
  private final class Run {
    private final IdentityHashMap<QueryAst, Query> parts = new IdentityHashMap<>();
    private final IdentityHashMap<QueryAst, Shape> shapes = new IdentityHashMap<>();
    private final Deadline deadline;
    private int wordsLeft = MAX_WORDS_IN_ALL;

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
            default -> operator(ast, deadline);
          };
      parts.put(ast, query);
      return query;
    }

    private Query all(List<QueryAst> children) throws IOException, QueryRefused {
      var all = new BooleanQuery.Builder();
      var excluded = new ArrayList<QueryAst>();
      for (var child : children) {
        if (child instanceof QueryAst.Not(var unwanted)) {
          excluded.add(unwanted);
        } else {
          // Relevance is of words: what else is asked narrows and does not rank.
          all.add(query(child), TweetSearcher.hasWords(child) ? Occur.MUST : Occur.FILTER);
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
      var queries = new ArrayList<Query>();
      var words = new ArrayList<WordSet>();
      var many = children.stream().filter(Run::isOneWord).count() >= MANY;
      for (var child : children) {
        if (many && isOneWord(child) && child instanceof QueryAst.Text(_, var pattern)) {
          var shape = shape(child, pattern);
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
      var any = TextQueries.any(queries);
      return queries.size() > MAX_SCORED ? new ConstantScoreQuery(any) : any;
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
        return TextQueries.of(shape(node, pattern));
      }
      if (pattern instanceof TextPattern.Wildcard(var wildcard) && wildcard.equals("*")) {
        return accountsWhere(
            e -> AccountTexts.texts(field, e.account()).stream().anyMatch(t -> !t.isBlank()),
            deadline);
      }
      var builder =
          new ShapeBuilder(forms, List.copyOf(forms.languages()), QueryCompiler::inAccounts, node);
      return accounts(accountTexts.with(field, builder.build(pattern)));
    }

    private Shape shape(QueryAst node, TextPattern pattern) throws IOException, QueryRefused {
      var known = shapes.get(node);
      if (known != null) {
        return known;
      }
      deadline.check();
      ShapeBuilder.Patterns patterns =
          (part, automaton, alone) -> {
            deadline.check();
            int limit = alone ? MAX_WORDS : MAX_WORDS_IN_PHRASE;
            var words =
                expander.expand(TweetFields.TEXT, automaton, Math.min(limit, wordsLeft), deadline);
            if (words.isEmpty()) {
              throw wordsLeft < limit
                  ? QueryRefused.tooMany(node, part, MAX_WORDS_IN_ALL)
                  : QueryRefused.tooBroad(node, part, limit);
            }
            wordsLeft -= words.get().size();
            return WordSet.ofFolded(words.get());
          };
      var shape = new ShapeBuilder(forms, languages, patterns, node).build(pattern);
      shapes.put(node, shape);
      return shape;
    }
  }

  /// The texts of accounts are few: a pattern is tried on each word of them.
  private static WordSet inAccounts(TextPattern part, Automaton automaton, boolean alone) {
    return WordSet.ofPattern(new CharacterRunAutomaton(automaton));
  }

  private Query operator(QueryAst ast, Deadline deadline) throws IOException, QueryRefused {
    return switch (ast) {
      case QueryAst.All _ -> MatchAllDocsQuery.INSTANCE;
      case QueryAst.From(var names) -> from(names, deadline);
      case QueryAst.To(var names) -> named(ast, TweetFields.TO, names);
      case QueryAst.Mention(var names) -> named(ast, TweetFields.MENTION, names);
      case QueryAst.RetweetsOf(var names) -> named(ast, TweetFields.RETWEETED_USER, names);
      case QueryAst.Hashtag(var tags) -> named(ast, TweetFields.HASHTAG, tags);
      case QueryAst.Language(var codes) -> terms(TweetFields.LANGUAGE, codes);
      case QueryAst.Detected(var codes) ->
          terms(TweetFields.DETECTED, codes.stream().map(LanguageCode::iso).toList());
      case QueryAst.AccountLanguage(var codes) -> {
        var wanted = Glob.anyOf(codes);
        yield accountsWhere(e -> wanted.test(e.account().profile().language()), deadline);
      }
      case QueryAst.Time(var since, var until) ->
          new TimeQuery(
              columns.times(),
              since.map(java.time.Instant::getEpochSecond).orElse(Long.MIN_VALUE),
              until.map(java.time.Instant::getEpochSecond).orElse(Long.MAX_VALUE));
      case QueryAst.Created(var since, var until) ->
          accountsWhere(
              e ->
                  e.account()
                      .profile()
                      .created()
                      .filter(day -> since.isEmpty() || !day.isBefore(since.get()))
                      .filter(day -> until.isEmpty() || day.isBefore(until.get()))
                      .isPresent(),
              deadline);
      case QueryAst.Count(var metric, var min, var max) -> count(metric, min, max, deadline);
      case QueryAst.Url(var texts) ->
          TextQueries.any(texts.stream().map(QueryCompiler::url).toList());
      case QueryAst.Domain(var hosts) -> terms(TweetFields.HOST, lower(hosts));
      case QueryAst.Client(var names) -> terms(TweetFields.CLIENT, clients(names));
      case QueryAst.Operation(var names) ->
          terms(TweetFields.OPERATION, fitting(operations, UnaryOperator.identity(), names));
      case QueryAst.Is(var kinds) ->
          terms(TweetFields.KIND, lower(kinds.stream().map(Enum::name).toList()));
      case QueryAst.Has(var features) ->
          TextQueries.any(features.stream().map(QueryCompiler::has).toList());
      case QueryAst.Ids(var ids) -> ids(ids);
      case QueryAst.IdRange(var min, var max) ->
          NumericDocValuesField.newSlowRangeQuery(TweetFields.ID, min, max);
      case QueryAst.LinkTo(var link, var ids) ->
          terms(
              switch (link) {
                case RETWEET -> TweetFields.RETWEETED_TWEET;
                case QUOTE -> TweetFields.QUOTED_TWEET;
                case REPLY -> TweetFields.REPLY_TO_TWEET;
              },
              ids.stream().map(TweetFields::idTerm).toList());
      case QueryAst.And _, QueryAst.Or _, QueryAst.Not _, QueryAst.Text _ ->
          throw new IllegalArgumentException("no operator: " + ast);
    };
  }

  private Query from(List<String> names, Deadline deadline) throws Deadline.Over {
    if (names.stream().noneMatch(Glob::isPattern)) {
      return accounts(names.stream().flatMap(name -> accounts.named(name).stream()).toList());
    }
    var wanted = Glob.anyOf(names);
    return accountsWhere(
        e ->
            wanted.test(e.account().screenName().toLowerCase(Locale.ROOT))
                || wanted.test(e.account().id().toLowerCase(Locale.ROOT)),
        deadline);
  }

  /// Names or tags in a field that has them in lower case.
  private static Query named(QueryAst node, String field, List<String> names) throws QueryRefused {
    var plain = lower(names.stream().filter(name -> !Glob.isPattern(name)).toList());
    var queries = new ArrayList<Query>();
    if (!plain.isEmpty()) {
      queries.add(terms(field, plain));
    }
    for (var name : names) {
      if (name.matches("\\*+")) {
        // Any value at all; the empty term is that of tweets without one.
        queries.add(TermRangeQuery.newStringRange(field, "", null, false, true));
      } else if (Glob.isPattern(name)) {
        queries.add(wildcard(node, field, name));
      }
    }
    return TextQueries.any(queries);
  }

  private static Query wildcard(QueryAst node, String field, String name) throws QueryRefused {
    var pattern = name.toLowerCase(Locale.ROOT).replace("\\", "\\\\");
    try {
      return new WildcardQuery(new Term(field, pattern));
    } catch (TooComplexToDeterminizeException e) {
      throw QueryRefused.tooComplex(node, null, e);
    }
  }

  private static Query has(Feature feature) {
    return switch (feature) {
      case IMAGES, VIDEOS, GIFS -> new TermQuery(new Term(TweetFields.MEDIA, feature.key()));
      case MEDIA, LINKS, HASHTAGS, MENTIONS, GEO, POLL ->
          new TermQuery(new Term(TweetFields.HAS, feature.key()));
    };
  }

  /// Links whose address has the parts of a text in their order.
  private static Query url(String text) {
    var parts = new LinkAddress(text).parts();
    if (parts.isEmpty()) {
      return new MatchNoDocsQuery("no part of an address");
    }
    if (parts.size() == 1) {
      return new TermQuery(new Term(TweetFields.URL, parts.getFirst()));
    }
    return new PhraseQuery(TweetFields.URL, parts.toArray(String[]::new));
  }

  private Query count(QueryAst.Metric metric, long min, long max, Deadline deadline)
      throws Deadline.Over {
    return switch (metric) {
      case LIKES -> new CountRangeQuery(counts, TweetFields.LIKES, min, max);
      case RETWEETS -> new CountRangeQuery(counts, TweetFields.RETWEETS, min, max);
      case REPLIES -> new CountRangeQuery(counts, TweetFields.REPLIES, min, max);
      case QUOTES -> new CountRangeQuery(counts, TweetFields.QUOTES, min, max);
      case FOLLOWERS ->
          accountsWhere(e -> within(e.account().profile().followers(), min, max), deadline);
      case FOLLOWING ->
          accountsWhere(e -> within(e.account().profile().following(), min, max), deadline);
      case COPIES ->
          new ColumnQuery(
              "copies:[" + min + " TO " + max + "]",
              doc -> within(columns.copiesOf(doc), min, max));
      case HOUR ->
          new ColumnQuery(
              "hour:[" + min + " TO " + max + "]",
              doc -> within(Clock.hour(columns.times()[doc]), min, max));
      case WEEKDAY ->
          new ColumnQuery(
              "weekday:[" + min + " TO " + max + "]",
              doc -> within(Clock.weekday(columns.times()[doc]), min, max));
    };
  }

  private static boolean within(long value, long min, long max) {
    return value >= min && value <= max;
  }

  private Query ids(List<Long> ids) throws IOException {
    var lookup = new IdLookup(reader, columns);
    var docs = new BitSet();
    for (var id : ids) {
      lookup.find(id).ifPresent(docs::set);
    }
    var segments = new ArrayList<SegmentHits>();
    for (var leaf : reader.leaves()) {
      int size = leaf.reader().maxDoc();
      var own = docs.get(leaf.docBase, leaf.docBase + size).stream().toArray();
      segments.add(SegmentHits.of(leaf.docBase, size, own, own.length));
    }
    return new HitSetQuery(new HitSet(segments, true));
  }

  /// Thousands of patterns are tried on each of what may be a hundred thousand accounts.
  private Query accountsWhere(Predicate<AccountTable.Entry> wanted, Deadline deadline)
      throws Deadline.Over {
    var fitting = accounts.where(entry -> !deadline.over() && wanted.test(entry));
    deadline.check();
    return accounts(fitting);
  }

  private Query accounts(List<Integer> ordinals) {
    if (ordinals.size() <= MANY_ACCOUNTS) {
      return accountQueries.accounts(ordinals);
    }
    if (ordinals.size() == accounts.size()) {
      return MatchAllDocsQuery.INSTANCE;
    }
    var wanted = new BitSet(accounts.size());
    ordinals.forEach(wanted::set);
    return new ColumnQuery("accounts:" + wanted, doc -> wanted.get(columns.account(doc)));
  }

  /// X's search page has `_` for the spaces in an app's name.
  private List<String> clients(List<String> names) {
    var spaced = names.stream().map(name -> name.replace('_', ' ')).toList();
    return fitting(
        values(columns.dictionaries().clients()), client -> client.replace('_', ' '), spaced);
  }

  /// The values that fit one of some names, perhaps written otherwise.
  private static List<String> fitting(
      Iterable<String> values, UnaryOperator<String> writing, List<String> wanted) {
    var fits = Glob.anyOf(wanted);
    var found = new ArrayList<String>();
    for (var value : values) {
      if (!value.isEmpty() && fits.test(writing.apply(value).toLowerCase(Locale.ROOT))) {
        found.add(value);
      }
    }
    return found;
  }

  private static List<String> lower(List<String> values) {
    return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
  }

  private static Query terms(String field, List<String> values) {
    return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
  }
}
