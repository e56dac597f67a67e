package org.trawl.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.trawl.tweet.Tweet;

/// Where tweets and accounts stood on Twitter. Most are gone; an address still says which one was
/// meant, holds the whole id, and no program takes it for a number.
public final class TwitterAddress {
  private TwitterAddress() {}

  /// Where a tweet stood; empty where the archive lacks its id. The handle of a hashed account is
  /// not known, and X leads from the other address to it.
  public static String of(Tweet tweet) {
    if (tweet.id().made()) {
      return "";
    }
    var account = tweet.account();
    if (account.hashed()) {
      return ofTweet(tweet.id().value());
    }
    var handle =
        URLEncoder.encode(account.screenName(), StandardCharsets.UTF_8).replace("+", "%20");
    return "https://twitter.com/" + handle + "/status/" + tweet.id();
  }

  /// Where a tweet stood, whoever sent it.
  public static String ofTweet(long id) {
    return "https://twitter.com/i/web/status/" + id;
  }

  /// Where an account stood, whatever it was called.
  ///
  /// @param id a number: see [#isNumber]
  public static String ofUser(String id) {
    return "https://twitter.com/intent/user?user_id=" + id;
  }

  /// Whether an account's id is Twitter's own; else it is a hash, or missing.
  public static boolean isNumber(String id) {
    return !id.isEmpty() && id.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
