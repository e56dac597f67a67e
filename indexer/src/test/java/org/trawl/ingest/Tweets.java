package org.trawl.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.trawl.tweet.Row;
import org.trawl.tweet.Snowflake;
import org.trawl.tweet.Tweet;

/// Tweets for tests.
public final class Tweets {
  private Tweets() {}

  public static Tweet tweet(long id, String userId, String bio, long second) {
    return new Tweet(
        new Snowflake(id),
        Instant.ofEpochSecond(second),
        account(userId, bio),
        new Tweet.Content(
            "text",
            "en",
            List.of(),
            List.of(),
            List.of(),
            "",
            new Tweet.Location.None(),
            List.of()),
        new Tweet.References(
            OptionalLong.empty(),
            "",
            "",
            OptionalLong.empty(),
            false,
            OptionalLong.empty(),
            "",
            ""),
        new Tweet.Counts(0, 0, 0, 0),
        new Tweet.Source("ira", new Row(List.of("tweetid"), List.of(Long.toString(id)))));
  }

  public static Tweet.Account account(String id, String bio) {
    return new Tweet.Account(
        id,
        "handle of " + id,
        "name of " + id,
        false,
        new Tweet.Profile("Москва", bio, "", 12, 3, Optional.of(LocalDate.of(2013, 12, 7)), "ru"));
  }
}
