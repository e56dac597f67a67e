package org.trawl.search;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.trawl.columns.Columns;
import org.trawl.index.AccountTable;
import org.trawl.query.QueryAst;
import org.trawl.query.TextPattern;
import org.trawl.schema.TweetFields;

/// Turns a query's tree into what Lucene runs.
///
/// Thread-safe.
final class QueryCompiler {
  private final IndexReader reader;
  private final Columns columns;
  private final AccountDirectory accounts;
  private final SelectionQueries accountQueries;

  QueryCompiler(IndexReader reader, Columns columns, AccountDirectory accounts) {
    this.reader = reader;
    this.columns = columns;
    this.accounts = accounts;
    this.accountQueries = new SelectionQueries(accounts, columns);
  }

  Query compile(QueryAst ast) throws QueryRefused {
    return switch (ast) {
      case QueryAst.All() -> MatchAllDocsQuery.INSTANCE;
      case QueryAst.And(var children) -> combine(children, BooleanClause.Occur.MUST);
      case QueryAst.Or(var children) -> combine(children, BooleanClause.Occur.SHOULD);
      case QueryAst.Not(var child) ->
          new BooleanQuery.Builder()
              .add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.FILTER)
              .add(compile(child), BooleanClause.Occur.MUST_NOT)
              .build();
      case QueryAst.Text(var field, var pattern) -> text(field, pattern);
      case QueryAst.From(var names) ->
          accountQueries.accounts(
              names.stream().flatMap(name -> accounts.named(name).stream()).toList());
      case QueryAst.To(var names) -> terms(TweetFields.TO, lower(names));
      case QueryAst.Mention(var names) -> terms(TweetFields.MENTION, lower(names));
      case QueryAst.RetweetsOf(var names) -> terms(TweetFields.RETWEETED_USER, lower(names));
      case QueryAst.Hashtag(var tags) -> terms(TweetFields.HASHTAG, lower(tags));
      case QueryAst.Language(var codes) -> terms(TweetFields.LANGUAGE, codes);
      case QueryAst.Detected(var codes) -> terms(TweetFields.DETECTED, codes);
      case QueryAst.AccountLanguage(var codes) ->
          accountsWhere(e -> codes.contains(e.account().profile().language()));
      case QueryAst.Time(var since, var until) ->
          new TimeQuery(
              columns.times(),
              since.map(java.time.Instant::getEpochSecond).orElse(Long.MIN_VALUE),
              until.map(java.time.Instant::getEpochSecond).orElse(Long.MAX_VALUE));
      case QueryAst.Created(var since, var until) ->
          accountsWhere(e ->
              e.account()
                  .profile()
                  .created()
                  .filter(day -> since.isEmpty() || !day.isBefore(since.get()))
                  .filter(day -> until.isEmpty() || day.isBefore(until.get()))
                  .isPresent());
      case QueryAst.Count(var metric, var min, var max) -> count(metric, min, max);
      case QueryAst.Url(var texts) -> terms(TweetFields.URL, lower(texts));
      case QueryAst.Domain(var hosts) -> terms(TweetFields.HOST, lower(hosts));
      case QueryAst.Client(var names) -> terms(TweetFields.CLIENT, names);
      case QueryAst.Operation(var names) -> terms(TweetFields.OPERATION, lower(names));
      case QueryAst.Is(var kinds) ->
          terms(TweetFields.KIND, lower(kinds.stream().map(Enum::name).toList()));
      case QueryAst.Has(var features) ->
          terms(TweetFields.HAS, lower(features.stream().map(Enum::name).toList()));
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
    };
  }

  private Query combine(List<QueryAst> children, BooleanClause.Occur occur) throws QueryRefused {
    var all = new BooleanQuery.Builder();
    for (var child : children) {
      all.add(compile(child), occur);
    }
    return all.build();
  }

  private Query text(QueryAst.TextField field, TextPattern pattern) {
    if (field == QueryAst.TextField.TWEET && pattern instanceof TextPattern.Word(var text, var p)) {
      return new TermQuery(new Term(TweetFields.TEXT, text.toLowerCase(Locale.ROOT)));
    }
    throw new UnsupportedOperationException(pattern.toString());
  }

  private Query count(QueryAst.Metric metric, long min, long max) {
    return switch (metric) {
      case LIKES -> NumericDocValuesField.newSlowRangeQuery(TweetFields.LIKES, min, max);
      case RETWEETS -> NumericDocValuesField.newSlowRangeQuery(TweetFields.RETWEETS, min, max);
      case REPLIES -> NumericDocValuesField.newSlowRangeQuery(TweetFields.REPLIES, min, max);
      case QUOTES -> NumericDocValuesField.newSlowRangeQuery(TweetFields.QUOTES, min, max);
      case FOLLOWERS -> accountsWhere(e -> within(e.account().profile().followers(), min, max));
      case FOLLOWING -> accountsWhere(e -> within(e.account().profile().following(), min, max));
      case COPIES ->
          new ColumnQuery(
              "copies:[" + min + " TO " + max + "]",
              doc -> within(columns.copiesOf(doc), min, max));
    };
  }

  private static boolean within(long value, long min, long max) {
    return value >= min && value <= max;
  }

  private Query ids(List<Long> ids) {
    var wanted = new java.util.HashSet<Integer>();
    var lookup = new IdLookup(reader, columns);
    for (var id : ids) {
      try {
        lookup.find(id).ifPresent(wanted::add);
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return new ColumnQuery("ids:" + ids, wanted::contains);
  }

  private Query accountsWhere(Predicate<AccountTable.Entry> wanted) {
    return accountQueries.accounts(accounts.where(wanted));
  }

  private static List<String> lower(List<String> values) {
    return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
  }

  private static Query terms(String field, List<String> values) {
    return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
  }
}
