package org.trawl.cluster;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.trawl.index.AccountTable;
import org.trawl.language.LanguageCode;
import org.trawl.lucene.OperatorCompiler;
import org.trawl.lucene.names.AccountConditions;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.match.Glob;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryAst.Feature;
import org.trawl.query.QueryAst.Metric;
import org.trawl.schema.HostName;
import org.trawl.schema.LinkAddress;
import org.trawl.schema.TweetFields;
import org.trawl.search.Deadline;
import org.trawl.search.QueryRefused;
import org.trawl.tweet.Hashtag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Turns operators such as `from:ann` or `likes:>=10` into queries of a cluster.
///
/// Thread-safe.
final class ClusterOperators implements OperatorCompiler {
  private static final String CLOCK =
      "def there = Instant.ofEpochSecond(doc['time'].value).atZone(ZoneId.of(params.zone));"
          + " int told = params.hours ? there.getHour() : there.getDayOfWeek().getValue();"
          + " return told >= params.min && told <= params.max;";

  private final AccountDirectory accounts;
  private final WordList words;
  private final CopiesOf copies;
  private final Set<String> operations;

  /// Finds the tweets that have the text of others.
  interface CopiesOf {
    ObjectNode query(List<Long> ids, Deadline deadline) throws IOException;
  }

  ClusterOperators(AccountDirectory accounts, WordList words, CopiesOf copies) {
    this.accounts = accounts;
    this.words = words;
    this.copies = copies;
    operations = new TreeSet<>(words.texts(TweetFields.OPERATION));
  }

  @Override
  public Query of(QueryAst.Operator ast, Deadline deadline) throws IOException, QueryRefused {
    return switch (ast) {
      case QueryAst.From(var names) -> from(names, deadline);
      case QueryAst.AccountLanguage(var codes) ->
          accountsWhere(AccountConditions.inLanguage(codes), deadline);
      case QueryAst.Created(var since, var until) ->
          accountsWhere(AccountConditions.created(since, until), deadline);
      case QueryAst.Count(var metric, var min, var max) when metric == Metric.FOLLOWERS ->
          accountsWhere(AccountConditions.followers(min, max), deadline);
      case QueryAst.Count(var metric, var min, var max) when metric == Metric.FOLLOWING ->
          accountsWhere(AccountConditions.following(min, max), deadline);
      case QueryAst.CopiesOf(var ids) -> new DslQuery(copies.query(ids, deadline));
      case QueryAst.SimilarTo _, QueryAst.SimilarText _, QueryAst.SamePicture _ ->
          throw QueryRefused.notOffered(ast);
      case QueryAst.To(var names) -> new DslQuery(named(TweetFields.TO, names));
      case QueryAst.Mention(var names) -> new DslQuery(named(TweetFields.MENTION, names));
      case QueryAst.RetweetsOf(var names) -> new DslQuery(named(TweetFields.RETWEETED_USER, names));
      case QueryAst.Hashtag(var tags) ->
          new DslQuery(named(TweetFields.HASHTAG, tags.stream().map(Hashtag::key).toList()));
      case QueryAst.Language(var codes) -> terms(TweetFields.LANGUAGE, codes);
      case QueryAst.Detected(var codes) ->
          terms(TweetFields.DETECTED, codes.stream().map(LanguageCode::iso).toList());
      case QueryAst.Time(var since, var until) ->
          new DslQuery(time(since.orElse(null), until.orElse(null)));
      case QueryAst.Count(var metric, var min, var max) ->
          new DslQuery(Dsl.between(field(metric), min, max));
      case QueryAst.InZone(var count, var zone) -> new DslQuery(clock(count, zone));
      case QueryAst.Url(var texts) ->
          new DslQuery(Dsl.any(texts.stream().map(ClusterOperators::url).toList()));
      case QueryAst.Domain(var hosts) ->
          new DslQuery(named(TweetFields.HOST, hosts.stream().map(HostName::readable).toList()));
      case QueryAst.Client(var names) -> terms(TweetFields.CLIENT, clients(names));
      case QueryAst.Operation(var names) ->
          terms(TweetFields.OPERATION, fitting(operations, UnaryOperator.identity(), names));
      case QueryAst.Is(var kinds) ->
          terms(TweetFields.KIND, lower(kinds.stream().map(Enum::name).toList()));
      case QueryAst.Has(var features) ->
          new DslQuery(Dsl.any(features.stream().map(ClusterOperators::has).toList()));
      case QueryAst.Ids(var ids) -> new DslQuery(Dsl.numbers(TweetFields.ID, ids));
      case QueryAst.IdRange(var min, var max) ->
          new DslQuery(Dsl.between(TweetFields.ID, min, max));
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

  private Query from(List<String> names, Deadline deadline) throws Deadline.Over {
    return names.stream().noneMatch(Glob::isPattern)
        ? accounts(names.stream().flatMap(name -> accounts.named(name).stream()).toList())
        : accountsWhere(AccountConditions.sentBy(names), deadline);
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
    return new DslQuery(sentBy(ordinals));
  }

  ObjectNode sentBy(Collection<Integer> ordinals) {
    if (ordinals.size() == accounts.size()) {
      return Dsl.all();
    }
    return Dsl.terms(
        TweetFields.ACCOUNT,
        ordinals.stream()
            .map(accounts::entry)
            .map(e -> TweetFields.accountTerm(e.operation(), e.account().id()))
            .toList());
  }

  private static Query terms(String field, List<String> values) {
    return new DslQuery(Dsl.terms(field, values));
  }

  /// Names or tags in a field that has them in lower case.
  private static ObjectNode named(String field, List<String> names) {
    var queries = new ArrayList<JsonNode>();
    var plain = lower(names.stream().filter(name -> !Glob.isPattern(name)).toList());
    if (!plain.isEmpty()) {
      queries.add(Dsl.terms(field, plain));
    }
    for (var name : names) {
      if (name.matches("\\*+")) {
        // Any value at all; the empty term is that of tweets without one.
        queries.add(Dsl.object("range", Dsl.object(field, Dsl.object().put("gt", ""))));
      } else if (Glob.isPattern(name)) {
        var pattern = name.toLowerCase(Locale.ROOT).replace("\\", "\\\\");
        queries.add(Dsl.object("wildcard", Dsl.object(field, Dsl.object().put("value", pattern))));
      }
    }
    return Dsl.any(queries);
  }

  /// @param since inclusive
  /// @param until exclusive
  static ObjectNode time(@Nullable Instant since, @Nullable Instant until) {
    var range = Dsl.object();
    if (since != null) {
      range.put("gte", since.getEpochSecond());
    }
    if (until != null) {
      range.put("lt", until.getEpochSecond());
    }
    return range.isEmpty() ? Dsl.all() : Dsl.object("range", Dsl.object(TweetFields.TIME, range));
  }

  private static String field(Metric metric) {
    return switch (metric) {
      case LIKES -> TweetFields.LIKES;
      case RETWEETS -> TweetFields.RETWEETS;
      case REPLIES -> TweetFields.REPLIES;
      case QUOTES -> TweetFields.QUOTES;
      case COPIES -> ClusterSchema.COPIES;
      case SIMILAR -> ClusterSchema.SIMILAR_COUNT;
      case HOUR -> ClusterSchema.HOUR;
      case WEEKDAY -> ClusterSchema.WEEKDAY;
      case FOLLOWERS, FOLLOWING ->
          throw new IllegalArgumentException("a number of the account: " + metric);
    };
  }

  private static ObjectNode clock(QueryAst.Count count, ZoneId zone) {
    var parameters =
        Dsl.object()
            .put("zone", zone.getId())
            .put("hours", count.metric() == Metric.HOUR)
            .put("min", count.min())
            .put("max", count.max());
    var script = Dsl.object().put("source", CLOCK).set("params", parameters);
    return Dsl.object("script", Dsl.object("script", script));
  }

  /// Links whose address has the parts of a text in their order.
  private static ObjectNode url(String text) {
    var parts = new LinkAddress(text).parts();
    return parts.isEmpty() ? Dsl.none() : LuceneDsl.address(parts);
  }

  private static ObjectNode has(Feature feature) {
    return switch (feature) {
      case IMAGES, VIDEOS, GIFS -> Dsl.term(TweetFields.MEDIA, feature.key());
      case MEDIA, LINKS, HASHTAGS, MENTIONS, GEO, POLL, EXIF ->
          Dsl.term(TweetFields.HAS, feature.key());
      case QUOTE -> Dsl.term(TweetFields.HAS, TweetFields.HAS_QUOTE);
    };
  }

  /// X's search page has `_` for the spaces in an app's name.
  private List<String> clients(List<String> names) {
    var spaced = names.stream().map(name -> name.replace('_', ' ')).toList();
    return fitting(words.texts(TweetFields.CLIENT), client -> client.replace('_', ' '), spaced);
  }

  /// The values that fit one of some names, perhaps written otherwise.
  private static List<String> fitting(
      Collection<String> values, UnaryOperator<String> writing, List<String> wanted) {
    var fits = Glob.anyOf(wanted);
    return values.stream()
        .filter(value -> !value.isEmpty())
        .filter(value -> fits.test(writing.apply(value).toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static List<String> lower(List<String> values) {
    return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
  }
}
