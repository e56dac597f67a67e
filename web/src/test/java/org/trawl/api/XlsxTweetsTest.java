package org.trawl.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trawl.search.SearchResult.Copies;
import org.trawl.search.SearchResult.Hit;
import org.trawl.tweet.Row;
import org.trawl.tweet.TweetReader;
import org.trawl.tweet.UnusableRow;
import org.trawl.web.Workbooks;

class XlsxTweetsTest {
  private static Hit tweet(long id, String text) {
    var columns =
        List.of("tweetid", "userid", "user_screen_name", "tweet_text", "tweet_time", "is_retweet");
    var cells = List.of(Long.toString(id), "7", "bob", text, "2016-06-24 09:11", "false");
    try {
      var tweet = TweetReader.of(columns).read(new Row(columns, cells), "ira");
      return new Hit(tweet, "en", List.of(), new Copies(1, 0, 0), List.of());
    } catch (UnusableRow e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void fullSheetIsFollowedByAnother() throws Exception {
    var out = new ByteArrayOutputStream();
    var columns = List.of(ExportColumn.ID, ExportColumn.TEXT, ExportColumn.LIKES);
    var writer = new XlsxTweets(out, columns, 3);
    for (int i = 1; i <= 5; i++) {
      writer.take(tweet(i, "text " + i));
    }
    writer.finish();
    var header = List.of("id", "text", "likes");
    assertEquals(
        List.of(
            List.of(header, List.of("1", "text 1", "0"), List.of("2", "text 2", "0")),
            List.of(header, List.of("3", "text 3", "0"), List.of("4", "text 4", "0")),
            List.of(header, List.of("5", "text 5", "0"))),
        Workbooks.read(out.toByteArray()));
  }

  @Test
  void textThatXmlOrExcelCannotHoldIsMadeToFit() throws Exception {
    assertEquals("a\uFFFDb \uFFFD \uFFFD", XlsxTweets.fitting("a\u0000b \uD800 \uFFFF"));
    assertEquals("😀 x", XlsxTweets.fitting("😀 x"));
    assertEquals("_x005F_x0041_", XlsxTweets.fitting("_x0041_"));
    assertEquals(32_767, XlsxTweets.fitting("é".repeat(40_000)).length());

    var out = new ByteArrayOutputStream();
    var writer = new XlsxTweets(out, List.of(ExportColumn.TEXT));
    writer.take(tweet(1, " \u0001 <&> \uDC00 😀\nb "));
    writer.finish();
    assertEquals(
        " \uFFFD <&> \uFFFD 😀\nb ",
        Workbooks.read(out.toByteArray()).getFirst().get(1).getFirst());
  }

  @Test
  void memoryStaysTheSameForAnyNumberOfRows() throws Exception {
    var hits = List.of(tweet(1, "one text"), tweet(2, "another"), tweet(3, "a third"));
    var writer = new XlsxTweets(OutputStream.nullOutputStream(), List.of(ExportColumn.values()));
    long before = 0;
    for (int i = 0; i < 60_000; i++) {
      writer.take(hits.get(i % 3));
      if (i == 10_000) {
        before = used();
      }
    }
    long grown = used() - before;
    writer.finish();
    assertEquals(0, Math.max(0, grown / (8 << 20)), "grew by " + grown + " bytes");
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
