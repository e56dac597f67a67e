package org.trawl.tweet;

import java.time.*;
import java.util.*;
import org.trawl.tweet.Tweet.*;

public final class InterimTweets {
  private InterimTweets() {}

  public static Tweet read(Row row, String operation) {
    var id = new Snowflake(Long.parseLong(cell(row, "tweetid")));
    var minute =
        LocalDateTime.parse(cell(row, "tweet_time").replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    var time = minute;
    if (id.timed()) {
      var exact = Instant.ofEpochSecond(id.createdAt().getEpochSecond());
      if (exact.getEpochSecond() / 60 == minute.getEpochSecond() / 60) {
        time = exact;
      }
    }
    var created = cell(row, "account_creation_date");
    var text = cell(row, "tweet_text");
    var mentions = new ArrayList<String>();
    var m = java.util.regex.Pattern.compile("@([A-Za-z0-9_]{1,64})").matcher(text);
    while (m.find()) mentions.add(m.group(1));
    var userid = cell(row, "userid");
    return new Tweet(
        id,
        time,
        new Account(
            userid,
            cell(row, "user_screen_name"),
            cell(row, "user_display_name"),
            userid.length() > 20,
            new Profile(
                cell(row, "user_reported_location"),
                cell(row, "user_profile_description"),
                cell(row, "user_profile_url"),
                number(row, "follower_count"),
                number(row, "following_count"),
                created.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(created)),
                cell(row, "account_language").toLowerCase(Locale.ROOT))),
        new Content(
            text,
            cell(row, "tweet_language").isEmpty() ? "und" : cell(row, "tweet_language"),
            list(cell(row, "hashtags")),
            mentions,
            list(cell(row, "urls")),
            cell(row, "tweet_client_name").strip(),
            new Location.None(),
            List.of()),
        new References(
            id(cell(row, "in_reply_to_tweetid")),
            cell(row, "in_reply_to_userid"),
            "",
            id(cell(row, "quoted_tweet_tweetid")),
            cell(row, "is_retweet").equalsIgnoreCase("true"),
            id(cell(row, "retweet_tweetid")),
            cell(row, "retweet_userid"),
            ""),
        new Counts(
            (int) number(row, "like_count"),
            (int) number(row, "retweet_count"),
            (int) number(row, "reply_count"),
            (int) number(row, "quote_count")),
        new Source(operation, row));
  }

  private static List<String> list(String cell) {
    if (cell.length() <= 2) return List.of();
    return List.of(cell.substring(1, cell.length() - 1).split(", "));
  }

  private static OptionalLong id(String cell) {
    return cell.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cell));
  }

  private static long number(Row row, String column) {
    var cell = cell(row, column);
    return cell.isEmpty() ? 0 : Long.parseLong(cell);
  }

  private static String cell(Row row, String column) {
    var at = row.columns().indexOf(column);
    return at < 0 ? "" : row.cells().get(at);
  }
}
