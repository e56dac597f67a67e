package org.trawl.tweet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a table of the archive holds, known by its column names.
public enum Layout {
  /// Tweets of any vintage of Twitter's releases.
  TWEETS(
      "tweetid userid user_display_name user_screen_name user_reported_location"
          + " user_profile_description user_profile_url follower_count following_count"
          + " account_creation_date account_language tweet_language tweet_text tweet_time"
          + " tweet_client_name in_reply_to_userid in_reply_to_tweetid quoted_tweet_tweetid"
          + " is_retweet retweet_userid retweet_tweetid latitude longitude quote_count reply_count"
          + " like_count retweet_count hashtags urls user_mentions",
      Set.of("tweetid", "tweet_text", "tweet_time"),
      Set.of("poll_choices")),
  /// Accounts of any vintage.
  USERS(
      "userid user_display_name user_screen_name user_reported_location user_profile_description"
          + " user_profile_url follower_count following_count account_creation_date"
          + " account_language",
      Set.of("userid", "user_screen_name"),
      Set.of()),
  /// Tweets as Clemson University and FiveThirtyEight published them.
  CLEMSON(
      "external_author_id author content region language publish_date harvested_date following"
          + " followers updates post_type account_type retweet account_category new_june_2018",
      Set.of("external_author_id", "author", "content", "publish_date"),
      Set.of(
          "alt_external_id", "tweetid", "article_url", "tco1_step1", "tco2_step1", "tco3_step1")),
  /// Tweets as NBC News published them in February 2018.
  NBC(
      "userid user_key created_at created_str retweet_count retweeted favorite_count text tweetid"
          + " source hashtags expanded_urls posted mentions retweeted_status_id"
          + " in_reply_to_status_id",
      Set.of("user_key", "created_str", "text"),
      Set.of()),
  /// The accounts of NBC's tweets.
  NBC_USERS(
      "id location name followers_count statuses_count time_zone verified lang screen_name"
          + " description created_at favourites_count friends_count listed_count",
      Set.of("id", "screen_name", "statuses_count"),
      Set.of()),
  /// Nothing that Trawl knows.
  OTHER("", Set.of(), Set.of());

  /// Columns of which either tells who sent a tweet.
  private static final Set<String> SENDERS = Set.of("userid", "user_screen_name");

  /// With so many of its columns a header means to be one of a layout.
  private static final int MEANT = 3;

  @SuppressWarnings("ImmutableEnumChecker") // Made by List.of and Set.of.
  private final List<String> own;

  @SuppressWarnings("ImmutableEnumChecker") // Made by List.of and Set.of.
  private final Set<String> needed;

  @SuppressWarnings("ImmutableEnumChecker") // Made by List.of and Set.of.
  private final Set<String> later;

  /// @param own the columns that its first files had, in their order
  /// @param needed without these its rows cannot be read
  /// @param later columns that only some of its files have
  Layout(String own, Set<String> needed, Set<String> later) {
    this.own = own.isEmpty() ? List.of() : List.of(own.split(" "));
    this.needed = needed;
    this.later = later;
  }

  /// Every column it may have.
  List<String> columns() {
    var all = new ArrayList<>(own);
    all.addAll(later);
    return all;
  }

  /// Whether its rows are accounts.
  public boolean isUsers() {
    return switch (this) {
      case USERS, NBC_USERS -> true;
      case TWEETS, CLEMSON, NBC, OTHER -> false;
    };
  }

  /// The layout that some columns make, names in any case and with or without underscores. A column
  /// that stands there twice makes none.
  public static Layout of(List<String> columns) {
    var names = columns.stream().map(Header::canonical).collect(Collectors.toSet());
    var layout = ofNames(names);
    return layout != OTHER && Header.repeated(columns).isEmpty() ? layout : OTHER;
  }

  private static Layout ofNames(Set<String> names) {
    for (var layout : List.of(CLEMSON, NBC, NBC_USERS)) {
      if (names.containsAll(layout.needed)) {
        return layout;
      }
    }
    if (names.containsAll(TWEETS.needed) && names.stream().anyMatch(SENDERS::contains)) {
      return TWEETS;
    }
    return names.containsAll(USERS.needed) && TWEETS.needed.stream().noneMatch(names::contains)
        ? USERS
        : OTHER;
  }

  /// What keeps columns that mean to be those of the archive from being read: what was expected and
  /// what was found. Empty where they are some other table's, or can be read.
  public static Optional<String> unclear(List<String> columns) {
    var names = columns.stream().map(Header::canonical).collect(Collectors.toSet());
    if (of(columns) != OTHER) {
      return Optional.empty();
    }
    var nearest = OTHER;
    var most = MEANT - 1L;
    for (var layout : List.of(TWEETS, CLEMSON, NBC, USERS, NBC_USERS)) {
      var known = layout.columns().stream().filter(names::contains).count();
      if (known > most) {
        most = known;
        nearest = layout;
      }
    }
    return nearest == OTHER ? Optional.empty() : Optional.of(nearest.unclearWords(columns, names));
  }

  private String unclearWords(List<String> columns, Set<String> names) {
    var words = new StringBuilder();
    var repeated = Header.repeated(columns);
    if (!repeated.isEmpty()) {
      words
          .append("more than one column is ")
          .append(String.join(", and more than one ", repeated));
    } else {
      var missing =
          new ArrayList<>(
              columns().stream().filter(needed::contains).filter(n -> !names.contains(n)).toList());
      if (this == TWEETS && names.stream().noneMatch(SENDERS::contains)) {
        missing.add("userid or user_screen_name");
      }
      words.append("expected a column ").append(String.join(" and a column ", missing));
    }
    return words
        .append("; found the columns ")
        .append(columns.stream().limit(40).collect(Collectors.joining(", ")))
        .append(columns.size() > 40 ? " and " + (columns.size() - 40) + " more" : "")
        .toString();
  }

  /// The columns that every file of the layout has and this one lacks.
  public List<String> missing(List<String> columns) {
    var names = columns.stream().map(Header::canonical).collect(Collectors.toSet());
    return own.stream().filter(name -> !names.contains(name)).toList();
  }
}
