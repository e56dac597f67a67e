package org.trawl.ingest;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.LongStream;
import org.trawl.tweet.Snowflake;

/// Archive files for tests, in the layout of the first release.
final class SmallArchive {
  private static final String TWEETS_HEADER =
      "tweetid,userid,user_display_name,user_screen_name,user_reported_location,"
          + "user_profile_description,user_profile_url,follower_count,following_count,"
          + "account_creation_date,account_language,tweet_language,tweet_text,tweet_time,"
          + "tweet_client_name,in_reply_to_tweetid,in_reply_to_userid,quoted_tweet_tweetid,"
          + "is_retweet,retweet_userid,retweet_tweetid,latitude,longitude,quote_count,reply_count,"
          + "like_count,retweet_count,hashtags,urls,user_mentions,poll_choices";
  private static final String USERS_HEADER =
      "userid,user_display_name,user_screen_name,user_reported_location,user_profile_description,"
          + "user_profile_url,follower_count,following_count,account_creation_date,"
          + "account_language";
  private static final String[] WORDS = {
    "выборы", "Trump", "news", "москва", "brexit", "today", "fire", "новости", "people", "ночь"
  };

  /// The id of tweet number 0: of the first of January 2016.
  private static final long FIRST_ID = 682_725_000_000_000_000L;

  /// Seven seconds and a bit, as bits of an id.
  private static final long ID_STEP = 30_000_000_007L;

  private SmallArchive() {}

  /// The id of the tweet of this number.
  static long id(long number) {
    return FIRST_ID + number * ID_STEP;
  }

  /// A tweets file with the tweets of some numbers.
  static Path tweets(Path file, LongStream numbers) throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      out.write(TWEETS_HEADER + "\n");
      for (var number : (Iterable<Long>) numbers::iterator) {
        tweet(number, out);
      }
    }
    return file;
  }

  private static void tweet(long number, Writer out) throws IOException {
    var id = id(number);
    var user = 1000 + number % 97;
    var time =
        LocalDateTime.ofInstant(new Snowflake(id).createdAt(), ZoneOffset.UTC)
            .toString()
            .replace('T', ' ')
            .substring(0, 16);
    var text = new StringBuilder("number " + number);
    for (var i = 0; i < 10; i++) {
      text.append(' ').append(WORDS[(int) ((number * 31 + 7L * i * i + number / 13) % 10)]);
    }
    cells(
        out,
        Long.toString(id),
        Long.toString(user),
        "Name " + user,
        "handle" + user,
        "here",
        "bio of " + user,
        "",
        "6000",
        "10",
        "2013-12-07",
        "ru",
        "ru",
        text.toString(),
        time,
        "Twitter Web Client",
        "",
        "",
        "",
        "false",
        "",
        "",
        "",
        "",
        "0",
        "0",
        Long.toString(number % 5),
        "0",
        "[]",
        "[]",
        "[]",
        "");
  }

  private static void cells(Writer out, String... cells) throws IOException {
    out.write("\"" + String.join("\",\"", cells) + "\"\n");
  }

  /// Adds a row that cannot be read to a file.
  static void badRow(Path file, String text) throws IOException {
    Files.writeString(
        file, "\"" + text + "\",\"too few\"\n", java.nio.file.StandardOpenOption.APPEND);
  }

  /// A users file with long descriptions, each another.
  static Path hugeAccounts(Path file, int count, int length) throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      out.write(USERS_HEADER + "\n");
      for (var i = 0; i < count; i++) {
        var id = Integer.toString(5_000 + i);
        var bio = (id + " ").repeat(length / (id.length() + 1));
        cells(out, id, "Name", "handle" + id, "", bio, "", "6000", "10", "2013-12-07", "en");
      }
    }
    return file;
  }

  /// A users file.
  static Path users(Path file, long... ids) throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      out.write(USERS_HEADER + "\n");
      for (var id : ids) {
        cells(
            out,
            Long.toString(id),
            "Name " + id,
            "handle" + id,
            "there",
            "listed bio of " + id,
            "",
            "6000",
            "10",
            "2013-12-07",
            "en");
      }
    }
    return file;
  }
}
