package org.trawl.query;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The operators that are written as a name, a colon and a value.
public enum Operator {
  FROM("author", "account", "user"),
  TO("in_reply_to", "in_reply_to_user_id"),
  MENTION("mentions"),
  HASHTAG("hashtags"),
  LANG("language"),
  DETECTED(),
  SINCE(),
  UNTIL(),
  SINCE_TIME(),
  UNTIL_TIME(),
  TIME("date"),
  URL("url_contains"),
  DOMAIN("host", "site"),
  CLIENT("source"),
  IS(),
  HAS(),
  FILTER(),
  EXCLUDE(),
  INCLUDE(),
  LIKES("faves", "favorites"),
  RETWEETS("reposts"),
  REPLIES(),
  QUOTES(),
  MIN_LIKES("min_faves", "min_favorites"),
  MIN_RETWEETS("min_reposts"),
  MIN_REPLIES(),
  MIN_QUOTES(),
  RETWEETS_OF("retweets_of_user", "reposts_of"),
  RETWEETS_OF_TWEET_ID("retweets_of_status_id", "reposts_of_tweet_id"),
  QUOTES_OF_TWEET_ID("quoted_tweet_id", "quotes_of_status_id"),
  IN_REPLY_TO_TWEET_ID("in_reply_to_status_id"),
  ID("tweet_id"),
  SINCE_ID(),
  MAX_ID(),
  OPERATION("dataset"),
  TEXT(),
  NAME("bio_name", "display_name"),
  BIO("user_bio", "description"),
  LOCATION("bio_location", "user_bio_location"),
  FOLLOWERS(),
  FOLLOWING("friends"),
  FOLLOWERS_COUNT(),
  FOLLOWING_COUNT("friends_count"),
  CREATED(),
  ACCOUNT_LANG("account_language"),
  COPIES(),
  COPIES_OF(),
  SIMILAR(),
  SIMILAR_TO(),
  SAME_PICTURE(),
  SIMILAR_TEXT(),
  HOUR(),
  WEEKDAY();

  /// Operators of X's page, its API and its trade products that ask for what the archive lacks.
  private static final Set<String> NOT_IN_ARCHIVE =
      Set.of(
          "bounding_box",
          "card_domain",
          "card_name",
          "card_url",
          "context",
          "conversation_id",
          "entity",
          "geocode",
          "list",
          "listed_count",
          "near",
          "place",
          "place_country",
          "point_radius",
          "profile_country",
          "profile_locality",
          "profile_region",
          "profile_subregion",
          "quotes_of",
          "quoted_user_id",
          "sample",
          "statuses_count",
          "tweets_count",
          "url_description",
          "url_title",
          "within",
          "within_time");

  private static final Map<String, Operator> BY_NAME = byName();

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> aliases;

  Operator(String... aliases) {
    this.aliases = List.of(aliases);
  }

  /// The name in queries, such as `from`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Other names for the same.
  public List<String> aliases() {
    return aliases;
  }

  /// The operator of this name, in any case.
  static Optional<Operator> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
  }

  /// Whether X knows an operator of this name that the archive holds nothing for.
  static boolean isForeign(String name) {
    return NOT_IN_ARCHIVE.contains(name.toLowerCase(Locale.ROOT));
  }

  /// The operator's name that is spelled most like this.
  static Optional<String> nearest(String name) {
    return Nearest.to(name.toLowerCase(Locale.ROOT), BY_NAME.keySet());
  }

  private static Map<String, Operator> byName() {
    var names = new HashMap<String, Operator>();
    for (var operator : values()) {
      names.put(operator.key(), operator);
      operator.aliases.forEach(alias -> names.put(alias, operator));
    }
    if (names.size() != Arrays.stream(values()).mapToInt(o -> 1 + o.aliases.size()).sum()) {
      throw new AssertionError("two operators share a name");
    }
    return names;
  }
}
