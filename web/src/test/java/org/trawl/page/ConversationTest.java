package org.trawl.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.ingest.IndexOptions;
import org.trawl.ingest.IndexProgress;
import org.trawl.ingest.TweetIndexer;
import org.trawl.page.TweetView.Related;
import org.trawl.search.TweetSearch;

/// Issue 15, number 23.
class ConversationTest {
  private static final String HEADER =
      "tweetid,userid,user_display_name,user_screen_name,tweet_language,tweet_text,tweet_time,"
          + "in_reply_to_tweetid,quoted_tweet_tweetid,is_retweet,retweet_tweetid,retweet_count";

  @TempDir private Path folder;

  private TweetSearch searcher;
  private TweetPages pages;

  /// Tweets 1 to 9 are told apart by the last digit of their ids.
  private static String row(int n, String reply, String quoted, String retweeted) {
    return "74600000000000000%d,%d,Ann %d,ann_%d,en,text number %d,2016-06-24 09:1%d,%s,%s,%s,%s,%d"
        .formatted(n, n, n, n, n, n, id(reply), id(quoted), !retweeted.isEmpty(), id(retweeted), 7);
  }

  private static String id(String n) {
    return n.isEmpty() ? "" : "74600000000000000" + n;
  }

  @BeforeEach
  void open() throws Exception {
    var file =
        Files.writeString(
            folder.resolve("ira_tweets_csv_hashed.csv"),
            String.join(
                    "\n",
                    HEADER,
                    row(1, "", "", ""),
                    row(2, "1", "", ""),
                    row(3, "2", "", ""),
                    row(4, "3", "", ""),
                    row(5, "", "2", ""),
                    row(6, "0", "", ""),
                    row(7, "0", "", ""),
                    row(8, "", "", "1"),
                    row(9, "", "1", "5"))
                + "\n");
    var index = folder.resolve("index");
    new TweetIndexer(IndexOptions.of(List.of(file), index), IndexProgress.SILENT).run();
    searcher = TweetSearch.open(index);
    pages = new TweetPages(searcher, Duration.ofSeconds(10));
  }

  @AfterEach
  void close() throws Exception {
    searcher.close();
  }

  private TweetView view(int n) throws Exception {
    return pages.tweet(Long.parseLong(id(Integer.toString(n)))).orElseThrow();
  }

  private static Related section(TweetView view, String id) {
    return view.threads().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  /// Last digit and depth of each tweet.
  private static List<String> turns(Related section) {
    return section.turns().stream()
        .map(turn -> turn.card().id().substring(17) + "@" + turn.depth())
        .toList();
  }

  @Test
  void answersStandBelowWhatTheyAnswer() throws Exception {
    var replies = section(view(1), "replies");
    assertEquals("Replies to it (1)", replies.says());
    assertEquals(List.of("2@0", "3@1", "4@2", "5@1"), turns(replies));
    assertEquals("with 3 further answers to these", replies.detail());
  }

  @Test
  void whatWasSaidBeforeStandsFromTheFirstTweetOn() throws Exception {
    var last = view(4);
    assertEquals(List.of("1@0", "2@0"), turns(section(last, "earlier")));
    assertEquals(List.of("3@0"), turns(section(last, "replied")));
  }

  @Test
  void missingParentIsToldAsSuch() throws Exception {
    var replied = section(view(6), "replied");
    assertEquals("The tweet it answers is not in the archive", replied.says());
    assertEquals(List.of(), replied.cards());
    assertTrue(replied.detail().contains("2 tweets here, this one included"), replied.detail());
    assertTrue(replied.all().orElseThrow().href().contains("in_reply_to_tweet_id:"));
    assertTrue(view(6).card().context().stream().allMatch(one -> one.href().isEmpty()));
  }

  @Test
  void archiveAndTwitterCountBesideEachOther() throws Exception {
    assertEquals(
        "In this archive are 1 retweet, 1 reply and 1 quote of it; Twitter counted 7, 0 and 0.",
        view(1).inArchive());
    assertEquals(
        "In this archive are no retweet, no reply and no quote of it; Twitter counted 7, 0 and 0.",
        view(4).inArchive());
  }
}
