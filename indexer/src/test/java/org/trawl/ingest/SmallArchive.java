package org.trawl.ingest;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
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

  /// From this number on, some accounts write another language.
  static final long TURN = 5_000;

  private SmallArchive() {}

  /// The id of the tweet of this number.
  static long id(long number) {
    return FIRST_ID + number * ID_STEP;
  }

  /// The number of the tweet of this id.
  static long number(long id) {
    return (id - FIRST_ID) / ID_STEP;
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
    tweet(id(number), 1000 + number % 97, "ru", text(number), number % 5, out);
  }

  private static void tweet(long id, long user, String label, String text, long likes, Writer out)
      throws IOException {
    var time =
        LocalDateTime.ofInstant(new Snowflake(id).createdAt(), ZoneOffset.UTC)
            .toString()
            .replace('T', ' ')
            .substring(0, 16);
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
        label,
        text,
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
        Long.toString(likes),
        "0",
        "[]",
        "[]",
        "[]",
        "");
  }

  /// Every fourth is of two words that may be Russian, Ukrainian or Bulgarian. Of the accounts,
  /// some write Ukrainian at first and Russian from [#TURN] on, some Bulgarian, the others
  /// anything.
  private static String text(long number) {
    var text = new StringBuilder("number " + number);
    var group = number % 97;
    if (number % 4 == 1) {
      return text.append(" ну да").toString();
    }
    if (group < 30) {
      return text.append(
              number < TURN
                  ? " Сьогодні ввечері ми підемо додому, бо вже пізно й холодно"
                  : " Сегодня вечером мы пойдём домой, потому что уже поздно и холодно")
          .toString();
    }
    if (group < 60) {
      return text.append(" Тази вечер ще се приберем вкъщи, защото вече е късно и студено")
          .toString();
    }
    for (var i = 0; i < 10; i++) {
      text.append(' ').append(WORDS[(int) ((number * 31 + 7L * i * i + number / 13) % 10)]);
    }
    return text.toString();
  }

  /// A file of tweets of any accounts and texts.
  static Path tweets(Path file, List<Sent> tweets) throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      out.write(TWEETS_HEADER + "\n");
      for (var tweet : tweets) {
        tweet(id(tweet.number), tweet.user, tweet.label, tweet.text, tweet.number % 5, out);
      }
    }
    return file;
  }

  /// A tweet for a file.
  ///
  /// @param label the archive's language code
  record Sent(long number, long user, String label, String text) {}

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
