package org.trawl.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.trawl.ingest.IndexOptions;
import org.trawl.ingest.IndexProgress;
import org.trawl.ingest.TweetIndexer;
import org.trawl.tweet.Row;
import org.trawl.tweet.Tweet;
import org.trawl.tweet.TweetReader;
import org.trawl.tweet.UnusableRow;

/// A small archive in the official layout, written and indexed as any other: random tweets over a
/// tiny vocabulary, and some whose every cell is an attack.
final class SampleArchive {
  static final int RANDOM_TWEETS = 400;
  static final long HOSTILE_ID = 900_000_000_000_000_001L;
  static final String HOSTILE_TEXT =
      "=HYPERLINK(\"http://evil\") <script>alert('1')</script> & \"red\" \n\nsecond line, third";

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private final Random random;
  private final List<Map<String, String>> rows = new ArrayList<>();

  private SampleArchive(long seed) {
    random = new Random(seed);
  }

  /// Writes the archive to files and indexes them.
  ///
  /// @return the index folder
  static Path index(Path folder, long seed) throws IOException {
    var archive = of(seed);
    var files = Files.createDirectories(folder.resolve("files"));
    archive.write(files.resolve("ira_tweets_csv_hashed.csv"), 0);
    archive.write(files.resolve("iran_201901_1_tweets_csv_hashed.csv"), 1);
    var index = folder.resolve("index");
    var options =
        IndexOptions.of(List.of(files), index)
            .withThreads(1)
            .withCheckpointEvery(Duration.ofHours(1));
    new TweetIndexer(options, IndexProgress.SILENT).run();
    return index;
  }

  /// The same tweets, as they are read of the files.
  static List<Tweet> tweets(long seed) {
    var tweets = new ArrayList<Tweet>();
    for (var cells : of(seed).rows) {
      var row = new Row(List.copyOf(cells.keySet()), List.copyOf(cells.values()));
      var operation = tweets.size() % 2 == 0 ? "ira" : "iran_201901_1";
      try {
        tweets.add(TweetReader.of(row.columns()).read(row, operation));
      } catch (UnusableRow e) {
        throw new AssertionError(e);
      }
    }
    return tweets;
  }

  private static SampleArchive of(long seed) {
    var archive = new SampleArchive(seed);
    for (int i = 0; i < RANDOM_TWEETS; i++) {
      archive.rows.add(archive.randomRow(i));
    }
    archive.rows.add(hostileRow());
    return archive;
  }

  private void write(Path file, int which) throws IOException {
    try (var csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(rows.getFirst().keySet());
      for (int i = which; i < rows.size(); i += 2) {
        csv.writeRecord(rows.get(i).values());
      }
    }
  }

  private String oneOf(String... values) {
    return values[random.nextInt(values.length)];
  }

  private Map<String, String> randomRow(int i) {
    var time = Instant.parse("2016-01-01T00:00:00Z").plusSeconds(60L * random.nextInt(200_000));
    long id = ((time.toEpochMilli() - 1_288_834_974_657L) << 22) + i;
    var words = new ArrayList<String>();
    for (int n = random.nextInt(4); n >= 0; n--) {
      words.add(oneOf("red", "green", "blue", "grey", "выборы", "Vybory"));
    }
    var handle = oneOf("ann", "bob", "cid", "dan");
    var row = row(Long.toString(id), handle, String.join(" ", words));
    row.put("tweet_time", MINUTE.format(time));
    row.put("tweet_language", oneOf("en", "de", "ru", ""));
    row.put("tweet_client_name", oneOf("web app", "phone", ""));
    row.put("hashtags", oneOf("[]", "[Red]", "[blue, RED]", "[zed]"));
    row.put("urls", oneOf("[]", "[http://a.org/x]", "[http://www.b.com/y, http://a.org/z]"));
    row.put("user_mentions", oneOf("[]", "[77]"));
    row.put("like_count", Integer.toString(random.nextInt(4)));
    row.put("is_retweet", oneOf("true", "false"));
    return row;
  }

  private static Map<String, String> hostileRow() {
    var attack = "<img src=x onerror=alert(1)>\"'&{{7*7}}";
    var row = row(Long.toString(HOSTILE_ID), "@SUM(1+1)", HOSTILE_TEXT);
    row.put("userid", "u/+<b>=");
    row.put("user_display_name", "=cmd|'/c calc'!A1" + attack);
    row.put("user_reported_location", "+" + attack);
    row.put("user_profile_description", "-" + attack);
    row.put("user_profile_url", "javascript:alert(1)");
    row.put("tweet_client_name", ";=1+1<img src=x onerror=alert(1)>");
    row.put("hashtags", "[<script>, =1+1]");
    row.put("urls", "[javascript:alert(1), http://evil.example/<script>]");
    return row;
  }

  private static Map<String, String> row(String id, String handle, String text) {
    var row = new LinkedHashMap<String, String>();
    row.put("tweetid", id);
    row.put("userid", Integer.toString(1_000 + Math.abs(handle.hashCode() % 100_000)));
    row.put("user_display_name", handle.toUpperCase(java.util.Locale.ROOT));
    row.put("user_screen_name", handle);
    row.put("user_reported_location", "Somewhere");
    row.put("user_profile_description", "A bio");
    row.put("user_profile_url", "");
    row.put("follower_count", "12");
    row.put("following_count", "3");
    row.put("account_creation_date", "2014-05-06");
    row.put("account_language", "en");
    row.put("tweet_language", "en");
    row.put("tweet_text", text);
    row.put("tweet_time", "2016-06-24 09:11");
    row.put("tweet_client_name", "web app");
    row.put("in_reply_to_tweetid", "");
    row.put("in_reply_to_userid", "");
    row.put("quoted_tweet_tweetid", "");
    row.put("is_retweet", "false");
    row.put("retweet_userid", "");
    row.put("retweet_tweetid", "");
    row.put("latitude", "");
    row.put("longitude", "");
    row.put("quote_count", "0");
    row.put("reply_count", "0");
    row.put("like_count", "0");
    row.put("retweet_count", "0");
    row.put("hashtags", "[]");
    row.put("urls", "[]");
    row.put("user_mentions", "[]");
    row.put("poll_choices", "");
    return row;
  }
}
