package org.trawl.cluster;

import static org.trawl.schema.TweetFields.ACCOUNT;
import static org.trawl.schema.TweetFields.CLIENT;
import static org.trawl.schema.TweetFields.DETECTED;
import static org.trawl.schema.TweetFields.DOMAIN;
import static org.trawl.schema.TweetFields.HAS;
import static org.trawl.schema.TweetFields.HASHTAG;
import static org.trawl.schema.TweetFields.HOST;
import static org.trawl.schema.TweetFields.ID;
import static org.trawl.schema.TweetFields.KIND;
import static org.trawl.schema.TweetFields.LANGUAGE;
import static org.trawl.schema.TweetFields.LIKES;
import static org.trawl.schema.TweetFields.MEDIA;
import static org.trawl.schema.TweetFields.MEDIA_FILE;
import static org.trawl.schema.TweetFields.MENTION;
import static org.trawl.schema.TweetFields.OPERATION;
import static org.trawl.schema.TweetFields.QUOTED_TWEET;
import static org.trawl.schema.TweetFields.QUOTES;
import static org.trawl.schema.TweetFields.REPLIES;
import static org.trawl.schema.TweetFields.REPLY_TO_TWEET;
import static org.trawl.schema.TweetFields.RETWEETED;
import static org.trawl.schema.TweetFields.RETWEETED_TWEET;
import static org.trawl.schema.TweetFields.RETWEETED_USER;
import static org.trawl.schema.TweetFields.RETWEETS;
import static org.trawl.schema.TweetFields.ROW;
import static org.trawl.schema.TweetFields.TIME;
import static org.trawl.schema.TweetFields.TO;
import static org.trawl.schema.TweetFields.URL;

import java.util.List;
import java.util.Set;
import org.trawl.schema.TweetFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How a tweet lies on a cluster: the fields of its document, most of them named as in an index
/// folder ([TweetFields]).
final class ClusterSchema {
  /// Changes with every change to what is published; a generation of another version is not opened.
  static final int VERSION = 1;

  /// All layers of the text in one field: see [LayerText].
  static final String LAYERS = "layers";

  /// The user id of the account that sent it.
  static final String USER = "user";

  /// The same as a number, so that users are counted by bits.
  static final String USER_NUMBER = "user_number";

  /// The group of tweets with the same text; missing where no other has it.
  static final String SAME = "same_text";

  /// The group of tweets whose texts a chain of near-copies links; missing where there is none.
  static final String SIMILAR = "similar_text";

  /// How many tweets have its text, and nearly its text.
  static final String COPIES = "copies";

  static final String SIMILAR_COUNT = "similar";

  /// The range of [#COPIES] that facets count.
  static final String COPY_RANGE = "copy_range";

  static final String ACCOUNT_LANGUAGE = "account_language";
  static final String ACCOUNT_CREATED = "account_created";

  /// By UTC: 0 to 23, and 1 for Monday to 7.
  static final String HOUR = "hour";

  static final String WEEKDAY = "weekday";

  /// What it scores whatever is searched.
  static final String PRIOR = "prior";

  /// The words, hashtags and mentions of its text, as scores go by them.
  static final String LENGTH = "length";

  /// Whether its language is that of its account.
  static final String BY_ACCOUNT = "by_account";

  /// What the number of a facet's value is called.
  static String number(String field) {
    return field + "_number";
  }

  /// Facets of many values: their values are numbered, so that different ones are counted by bits.
  static final List<String> TAGS = List.of(HASHTAG, MENTION, DOMAIN, RETWEETED);

  /// Terms that are counted or sorted by.
  private static final List<String> COUNTED =
      List.of(
          OPERATION,
          LANGUAGE,
          DETECTED,
          KIND,
          MEDIA,
          CLIENT,
          HASHTAG,
          MENTION,
          DOMAIN,
          RETWEETED,
          USER,
          COPY_RANGE,
          ACCOUNT_LANGUAGE,
          ACCOUNT_CREATED);

  /// Terms that are only looked up.
  private static final List<String> LOOKED_UP =
      List.of(
          ACCOUNT, HOST, HAS, TO, RETWEETED_USER, REPLY_TO_TWEET, QUOTED_TWEET, RETWEETED_TWEET);

  /// Numbers that are looked up, sorted by or both.
  private static final List<String> LONGS = List.of(ID, TIME);

  private static final List<String> INTEGERS =
      List.of(LIKES, RETWEETS, REPLIES, QUOTES, COPIES, SIMILAR_COUNT, SAME, SIMILAR, USER_NUMBER);

  private static final List<String> BYTES = List.of(HOUR, WEEKDAY);

  /// What is kept of a document as it was sent: all that a hit is made of.
  static final List<String> STORED =
      List.of(ROW, OPERATION, DETECTED, BY_ACCOUNT, COPIES, SIMILAR_COUNT, MEDIA_FILE);

  /// The fields of an index folder's documents that go into a cluster's as they are.
  static final Set<String> TERMS =
      Set.of(
          ACCOUNT,
          OPERATION,
          LANGUAGE,
          DETECTED,
          KIND,
          MEDIA,
          CLIENT,
          HASHTAG,
          MENTION,
          DOMAIN,
          HOST,
          HAS,
          TO,
          RETWEETED_USER,
          RETWEETED,
          REPLY_TO_TWEET,
          QUOTED_TWEET,
          RETWEETED_TWEET);

  /// Those that do not: what they serve is not done on a cluster, or was done when the folder was
  /// published.
  static final Set<String> LEFT_OUT =
      Set.of(
          TweetFields.READ_BY,
          TweetFields.LINK,
          TweetFields.QUOTED_USER,
          TweetFields.COPY,
          TweetFields.ASIDE);

  private ClusterSchema() {}

  /// The settings and the mapping of a generation's tweets.
  ///
  /// @param about what is told of the generation, kept with the mapping
  static ObjectNode tweets(int shards, int replicas, JsonNode about) {
    var settings = settings(shards, replicas);
    settings.put("refresh_interval", "-1");
    // By segment and by slice of a segment, counts of values would differ.
    settings.put("search.concurrent_segment_search.mode", "none");
    settings.set("analysis", analysis());
    var mappings = mappings(about);
    mappings.set("_source", Dsl.object("includes", strings(STORED)));
    mappings.set("properties", properties());
    return Dsl.object("settings", Dsl.object("index", settings)).set("mappings", mappings);
  }

  private static ObjectNode settings(int shards, int replicas) {
    return Dsl.object().put("number_of_shards", shards).put("number_of_replicas", replicas);
  }

  private static ObjectNode mappings(JsonNode about) {
    return Dsl.object().put("dynamic", "strict").set("_meta", Dsl.object("trawl", about));
  }

  /// What a generation has beside its tweets: files in parts.
  static ObjectNode meta(int replicas, JsonNode about) {
    var properties = Dsl.object();
    properties.set("file", keyword(false));
    properties.set("part", type("integer"));
    properties.set("parts", type("integer"));
    properties.set("data", type("binary"));
    var mappings = mappings(about);
    mappings.set("properties", properties);
    return Dsl.object("settings", Dsl.object("index", settings(1, replicas)))
        .set("mappings", mappings);
  }

  /// Stock parts that take a text's tokens as Trawl cut them.
  private static ObjectNode analysis() {
    var tokenizer = type("char_group").put("max_token_length", 1_000_000);
    tokenizer.set("tokenize_on_chars", strings(List.of(LayerText.NEXT)));
    var ways = type("pattern_capture").put("preserve_original", false);
    ways.set("patterns", strings(List.of("([^" + LayerText.BESIDE + "]+)")));
    var gaps = type("stop");
    gaps.set("stopwords", strings(List.of(LayerText.EMPTY)));
    var analyzer = type("custom").put("tokenizer", "positions");
    analyzer.set("filter", strings(List.of("ways", "gaps")));
    return Dsl.object("tokenizer", Dsl.object("positions", tokenizer))
        .set("filter", Dsl.object("ways", ways).set("gaps", gaps))
        .set("analyzer", Dsl.object("tokens", analyzer));
  }

  private static ObjectNode properties() {
    var properties = Dsl.object();
    properties.set(LAYERS, text());
    properties.set(URL, text());
    COUNTED.forEach(field -> properties.set(field, keyword(true)));
    LOOKED_UP.forEach(field -> properties.set(field, keyword(false)));
    LONGS.forEach(field -> properties.set(field, type("long")));
    INTEGERS.forEach(field -> properties.set(field, type("integer")));
    BYTES.forEach(field -> properties.set(field, type("byte")));
    TAGS.forEach(field -> properties.set(number(field), counted("integer")));
    properties.set(PRIOR, counted("short"));
    properties.set(LENGTH, counted("integer"));
    properties.set(ROW, type("binary"));
    properties.set(BY_ACCOUNT, type("boolean").put("index", false).put("doc_values", false));
    properties.set(MEDIA_FILE, keyword(false).put("index", false));
    return properties;
  }

  private static ObjectNode text() {
    return type("text")
        .put("analyzer", "tokens")
        .put("norms", false)
        .put("index_options", "positions");
  }

  private static ObjectNode keyword(boolean counted) {
    return type("keyword")
        .put("doc_values", counted)
        .put("norms", false)
        .put("index_options", "docs");
  }

  private static ObjectNode counted(String type) {
    return type(type).put("index", false);
  }

  private static ObjectNode type(String type) {
    return Dsl.object().put("type", type);
  }

  private static JsonNode strings(List<String> texts) {
    var array = Dsl.array();
    texts.forEach(array::add);
    return array;
  }
}
