package org.trawl.lucene;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.trawl.columns.Columns;
import org.trawl.index.AccountTable;
import org.trawl.language.LanguageCode;
import org.trawl.lucene.names.AccountConditions;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.lucene.near.SimilarTweets;
import org.trawl.match.Clock;
import org.trawl.match.Glob;
import org.trawl.match.ZoneClock;
import org.trawl.media.MediaCatalogue;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryAst.Feature;
import org.trawl.schema.HostName;
import org.trawl.schema.LinkAddress;
import org.trawl.schema.TweetFields;
import org.trawl.search.Deadline;
import org.trawl.search.QueryRefused;
import org.trawl.tweet.Hashtag;

/// Turns operators such as `from:ann` or `likes:>=10` into what Lucene runs.
///
/// Thread-safe.
final class OperatorQueries implements OperatorCompiler {
  /// Accounts are looked up by term up to this many, beyond it by the column.
  private static final int MANY_ACCOUNTS = 200;

  private final TweetQueries tweets;
  private final SimilarTweets similar;
  private final Columns columns;
  private final CountColumns counts;
  private final AccountDirectory accounts;
  private final SelectionQueries accountQueries;
  private final Set<String> operations = new TreeSet<>();

  OperatorQueries(
      IndexReader reader,
      Columns columns,
      CountColumns counts,
      AccountDirectory accounts,
      SimilarTweets similar,
      MediaCatalogue media) {
    this.tweets = new TweetQueries(reader, columns, media);
    this.similar = similar;
    this.columns = columns;
    this.counts = counts;
    this.accounts = accounts;
    this.accountQueries = new SelectionQueries(accounts, columns);
    for (int ordinal = 0; ordinal < accounts.size(); ordinal++) {
      operations.add(accounts.operation(ordinal));
    }
  }

  @Override
  public Query of(QueryAst.Operator ast, Deadline deadline) throws IOException, QueryRefused {
    return switch (ast) {
      case QueryAst.From(var names) -> from(names, deadline);
      case QueryAst.To(var names) -> named(ast, TweetFields.TO, names);
      case QueryAst.Mention(var names) -> named(ast, TweetFields.MENTION, names);
      case QueryAst.RetweetsOf(var names) -> named(ast, TweetFields.RETWEETED_USER, names);
      case QueryAst.Hashtag(var tags) ->
          named(ast, TweetFields.HASHTAG, tags.stream().map(Hashtag::key).toList());
      case QueryAst.Language(var codes) -> terms(TweetFields.LANGUAGE, codes);
      case QueryAst.Detected(var codes) ->
          terms(TweetFields.DETECTED, codes.stream().map(LanguageCode::iso).toList());
      case QueryAst.AccountLanguage(var codes) ->
          accountsWhere(AccountConditions.inLanguage(codes), deadline);
      case QueryAst.Time(var since, var until) ->
          new TimeQuery(
              columns.times(),
              since.map(java.time.Instant::getEpochSecond).orElse(Long.MIN_VALUE),
              until.map(java.time.Instant::getEpochSecond).orElse(Long.MAX_VALUE));
      case QueryAst.Created(var since, var until) ->
          accountsWhere(AccountConditions.created(since, until), deadline);
      case QueryAst.Count(var metric, var min, var max) -> count(metric, min, max, deadline);
      case QueryAst.InZone(var count, var zone) -> clock(count, zone);
      case QueryAst.Url(var texts) ->
          TextQueries.any(texts.stream().map(OperatorQueries::url).toList());
      case QueryAst.Domain(var hosts) ->
          named(ast, TweetFields.HOST, hosts.stream().map(HostName::readable).toList());
      case QueryAst.Client(var names) -> terms(TweetFields.CLIENT, clients(names));
      case QueryAst.Operation(var names) ->
          terms(TweetFields.OPERATION, fitting(operations, UnaryOperator.identity(), names));
      case QueryAst.Is(var kinds) ->
          terms(TweetFields.KIND, lower(kinds.stream().map(Enum::name).toList()));
      case QueryAst.Has(var features) ->
          TextQueries.any(features.stream().map(OperatorQueries::has).toList());
      case QueryAst.Ids(var ids) -> tweets.withIds(ids);
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
      case QueryAst.CopiesOf(var ids) -> tweets.copiesOf(ids);
      case QueryAst.SamePicture(var ids) -> tweets.withPictureOf(ids);
      case QueryAst.SimilarTo(var ids) -> similarTo(ids, deadline);
      case QueryAst.SimilarText(var texts) -> tweets.documents(similar.toTexts(texts, deadline));
    };
  }

  /// These tweets, all with the same text and all with nearly the same.
  private Query similarTo(List<Long> ids, Deadline deadline) throws IOException {
    var asked = tweets.found(ids);
    var found = tweets.withCopies(asked);
    found.or(similar.to(asked, deadline));
    return tweets.documents(found);
  }

  private Query from(List<String> names, Deadline deadline) throws Deadline.Over {
    if (names.stream().noneMatch(Glob::isPattern)) {
      return accounts(names.stream().flatMap(name -> accounts.named(name).stream()).toList());
    }
    return accountsWhere(AccountConditions.sentBy(names), deadline);
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
      case MEDIA, LINKS, HASHTAGS, MENTIONS, GEO, POLL, EXIF ->
          new TermQuery(new Term(TweetFields.HAS, feature.key()));
      case QUOTE -> new TermQuery(new Term(TweetFields.HAS, TweetFields.HAS_QUOTE));
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
      case FOLLOWERS -> accountsWhere(AccountConditions.followers(min, max), deadline);
      case FOLLOWING -> accountsWhere(AccountConditions.following(min, max), deadline);
      case COPIES ->
          new ColumnQuery(
              "copies:[" + min + " TO " + max + "]",
              doc -> within(columns.copiesOf(doc), min, max));
      case SIMILAR ->
          new ColumnQuery(
              "similar:[" + min + " TO " + max + "]",
              doc -> within(columns.similarTo(doc), min, max));
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

  private Query clock(QueryAst.Count count, ZoneId zone) {
    var clock = new ZoneClock(zone);
    var times = columns.times();
    var hours = count.metric() == QueryAst.Metric.HOUR;
    return new ColumnQuery(
        count.metric().key() + ":[" + count.min() + " TO " + count.max() + "] in " + zone,
        doc -> {
          int there = clock.seconds(times[doc]);
          int told = hours ? Clock.hour(there) : Clock.weekday(there);
          return within(told, count.min(), count.max());
        });
  }

  private static boolean within(long value, long min, long max) {
    return value >= min && value <= max;
  }

  @Override
  public Query accountsWhere(Predicate<AccountTable.Entry> wanted, Deadline deadline)
      throws Deadline.Over {
    var fitting = accounts.where(entry -> !deadline.over() && wanted.test(entry));
    deadline.check();
    return accounts(fitting);
  }

  @Override
  public Query accounts(List<Integer> ordinals) {
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
        columns.dictionaries().clients().values(), client -> client.replace('_', ' '), spaced);
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
