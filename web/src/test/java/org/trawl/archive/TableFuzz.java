package org.trawl.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.trawl.tweet.Dialect;
import org.trawl.tweet.Tweet;

/// Any bytes below a header of tweets are read to their end as rows and reasons, and never cost the
/// good row that stands behind them.
public final class TableFuzz {
  private static final List<String> COLUMNS =
      List.of(
          "tweetid",
          "userid",
          "user_display_name",
          "tweet_text",
          "tweet_time",
          "is_retweet",
          "like_count",
          "hashtags",
          "urls",
          "user_mentions",
          "latitude");

  private static final long LAST_ID = 877_919_995_476_496_385L;
  private static final String LAST_ROW =
      "\n\"" + LAST_ID + "\",\"2572896396\",\"\",\"good\",\"2017-06-22 16:03\",,,,,,\n";

  private TableFuzz() {}

  /// Counts what was read.
  private static final class Seen implements ArchiveRows {
    final List<Tweet> tweets = new ArrayList<>();
    long rejected;

    @Override
    public void tweet(Tweet tweet) {
      tweets.add(tweet);
    }

    @Override
    public void account(Tweet.Account account) {
      throw new AssertionError("an account in a file of tweets: " + account);
    }

    @Override
    public void reject(String file, long line, String reason, String row) {
      rejected++;
      if (line < 1 || reason.isBlank()) {
        throw new AssertionError("line " + line + ": “" + reason + "”");
      }
    }
  }

  /// Tries one input.
  ///
  /// @throws AssertionError if a law is broken
  public static void fuzzerTestOneInput(byte[] input) {
    var text = new String(input, UTF_8) + LAST_ROW;
    var seen = new Seen();
    try {
      var read = new TakenRows("fuzz.csv", "fuzz", COLUMNS, Dialect.PLAIN, seen);
      new TableReader(
              new TableRows(COLUMNS, read),
              CsvStyle.USUAL,
              new ArchiveText(new ByteArrayInputStream(text.getBytes(UTF_8))))
          .read();
    } catch (IOException e) {
      throw new AssertionError("reading from memory", e);
    }
    long lines = text.chars().filter(sign -> sign == '\n' || sign == '\r').count();
    if (seen.tweets.size() + seen.rejected > lines) {
      throw new AssertionError("more rows than the " + lines + " lines of “" + text + "”");
    }
    if (seen.tweets.stream().noneMatch(tweet -> tweet.id().value() == LAST_ID)) {
      throw new AssertionError("the last row was lost behind “" + text + "”");
    }
  }
}
