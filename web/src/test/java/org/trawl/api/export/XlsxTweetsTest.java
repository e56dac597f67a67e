package org.trawl.api.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
      return new Hit(tweet, "en", List.of(), new Copies(1, 1), List.of());
    } catch (UnusableRow e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void fullSheetIsFollowedByAnother() throws Exception {
    var out = new ByteArrayOutputStream();
    var columns = List.of(ExportColumn.ID, ExportColumn.TEXT, ExportColumn.LIKES);
    var writer = new XlsxTweets(out, ExportOptions.DEFAULT.withColumns(columns), 3);
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
    assertEquals(
        "a_x0000_b _xD800_ _xFFFF_ _x000D_\n", XlsxTweets.fitting("a\u0000b \uD800 \uFFFF \r\n"));
    assertEquals("😀 x", XlsxTweets.fitting("😀 x"));
    assertEquals("_x005F_x0041_", XlsxTweets.fitting("_x0041_"));
    assertEquals(32_767, XlsxTweets.fitting("é".repeat(40_000)).length());

    var out = new ByteArrayOutputStream();
    var writer = new XlsxTweets(out, ExportOptions.DEFAULT.withColumns(List.of(ExportColumn.TEXT)));
    writer.take(tweet(1, " \u0001 <&> \uDC00 😀\nb "));
    writer.finish();
    assertEquals(
        " _x0001_ <&> _xDC00_ 😀\nb ",
        Workbooks.read(out.toByteArray()).getFirst().get(1).getFirst());
  }

  /// Issue 15, number 20: times are numbers of a date format, counts and degrees numbers, ids text.
  @Test
  void timesAndDaysAreDateCells() throws Exception {
    var out = new ByteArrayOutputStream();
    var writer =
        new XlsxTweets(
            out,
            ExportOptions.DEFAULT.withColumns(
                List.of(
                    ExportColumn.ID,
                    ExportColumn.TIME,
                    ExportColumn.ACCOUNT_CREATED,
                    ExportColumn.LIKES,
                    ExportColumn.LONGITUDE)));
    var columns =
        List.of(
            "tweetid",
            "userid",
            "user_screen_name",
            "tweet_text",
            "tweet_time",
            "is_retweet",
            "account_creation_date",
            "latitude",
            "longitude",
            "like_count");
    var cells =
        List.of(
            "746269380572086279",
            "7",
            "bob",
            "a",
            "2016-06-24 09:11",
            "false",
            "2014-05-06",
            "1.5",
            "-3.25",
            "4");
    var tweet = TweetReader.of(columns).read(new Row(columns, cells), "ira");
    writer.take(new Hit(tweet, "en", List.of(), new Copies(1, 1), List.of()));
    writer.finish();
    var bytes = out.toByteArray();
    var row = Workbooks.read(bytes).getFirst().get(1);
    assertEquals("746269380572086279", row.get(0));
    // Days since the end of 1899, as every spreadsheet counts them: 24 June 2016 is day 42545.
    assertEquals(42545 + (9 * 60 + 11) / 1440.0, Double.parseDouble(row.get(1)), 1e-6);
    assertEquals(41765, Double.parseDouble(row.get(2)), "6 May 2014");
    assertEquals("4", row.get(3));
    assertEquals(-3.25, Double.parseDouble(row.get(4)));
    var styles = Workbooks.part(bytes, "xl/styles.xml");
    assertTrue(styles.contains("hh:mm:ss"), styles);
    var xml = Workbooks.part(bytes, "xl/worksheets/sheet1.xml");
    assertTrue(xml.contains("t=\"inlineStr\"><is><t>746269380572086279</t>"), xml);
  }

  @Test
  void memoryStaysTheSameForAnyNumberOfRows() throws Exception {
    var hits = List.of(tweet(1, "one text"), tweet(2, "another"), tweet(3, "a third"));
    var writer = new XlsxTweets(OutputStream.nullOutputStream(), ExportOptions.DEFAULT);
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
