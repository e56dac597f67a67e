package org.trawl.tweet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a table of the archive holds, known by its column names.
public enum Layout {
  /// Tweets of any vintage of Twitter's releases.
  TWEETS,
  /// Accounts of any vintage.
  USERS,
  /// Tweets as Clemson University and FiveThirtyEight published them.
  CLEMSON,
  /// Nothing that Trawl knows.
  OTHER;

  private static final Set<String> TWEETS_NEED =
      Set.of("tweetid", "userid", "tweet_text", "tweet_time");
  private static final Set<String> USERS_NEED = Set.of("userid", "user_screen_name");
  private static final Set<String> CLEMSON_NEED =
      Set.of("external_author_id", "author", "content", "publish_date");

  /// The layout that some columns make; names as [Header#canonical] writes them.
  public static Layout of(List<String> columns) {
    var names = new HashSet<String>();
    for (var column : columns) {
      names.add(Header.canonical(column));
    }
    if (names.containsAll(TWEETS_NEED)) {
      return TWEETS;
    }
    if (names.containsAll(CLEMSON_NEED)) {
      return CLEMSON;
    }
    return names.containsAll(USERS_NEED) && !names.contains("tweetid") ? USERS : OTHER;
  }
}
