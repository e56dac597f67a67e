package org.trawl.api.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.api.Json;
import org.trawl.query.QueryAst;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.TweetSearch;

/// What people choose is what they get, in every format.
class ExportOptionsTest {
  @TempDir static Path folder;
  private static TweetSearch searcher;

  @BeforeAll
  static void index() throws Exception {
    searcher = ExportedTables.open(folder);
  }

  @AfterAll
  static void close() throws Exception {
    searcher.close();
  }

  private static List<String> lines(ExportFormat format, ExportOptions options) throws Exception {
    var file = ExportedTables.write(searcher, format, options, folder.resolve("lines"));
    return Files.readAllLines(file);
  }

  private static final ExportOptions CHOSEN =
      ExportOptions.DEFAULT.withColumns(
          List.of(
              ExportColumn.LIKES,
              ExportColumn.ID,
              ExportColumn.ACCOUNT_ID,
              ExportColumn.QUOTED_TWEET,
              ExportColumn.QUOTED_TWEET_URL,
              ExportColumn.RETWEETED_USER));

  @Test
  void columnsStandInTheOrderTheyAreChosenIn() throws Exception {
    assertEquals(
        List.of(
            "likes,id,account_id,quoted_tweet,quoted_tweet_url,retweeted_user",
            "3,911950344484143606,98336677,911950344484143001,https://twitter.com/i/web/status/911950344484143001,",
            "0,911950344484143607,911950344484140001,,,",
            "0,911950344484143609,98336677,,,98336677"),
        lines(ExportFormat.CSV, CHOSEN));
  }

  @Test
  void headersAreTheArchivesOwnOrForPeople() throws Exception {
    assertEquals(
        "like_count,tweetid,userid,quoted_tweet_tweetid,quoted_tweet_url,retweet_userid",
        lines(ExportFormat.CSV, CHOSEN.withHeaders(Headers.ARCHIVE)).getFirst());
    assertEquals(
        "Likes,Tweet id,Account id,Quoted tweet,\"Quoted tweet, address\",Retweet of account",
        lines(ExportFormat.CSV, CHOSEN.withHeaders(Headers.READABLE)).getFirst());
  }

  @Test
  void idsMayHaveALetterBeforeThem() throws Exception {
    var lettered = CHOSEN.withIds(Ids.LETTER);
    assertEquals(
        "3,t911950344484143606,u98336677,t911950344484143001,https://twitter.com/i/web/status/911950344484143001,",
        lines(ExportFormat.CSV, lettered).get(1));
    assertEquals("t911950344484143606", lines(ExportFormat.IDS, lettered).getFirst());
    var json = Json.MAPPER.readTree(lines(ExportFormat.JSONL, lettered).getFirst());
    assertEquals("t911950344484143606", json.get("id").asString());
    assertEquals("u98336677", json.get("account_id").asString());
  }

  @Test
  void noTwoColumnsAreCalledTheSame() {
    for (var headers : Headers.values()) {
      var names = Arrays.stream(ExportColumn.values()).map(headers::of).toList();
      assertEquals(names.size(), new HashSet<>(names).size(), names::toString);
    }
  }

  /// A Parquet file in the archive's own names is an archive: indexed again, it is the same tweets.
  @Test
  void parquetReadAgainIsTheSameArchive() throws Exception {
    var file =
        ExportedTables.write(
            searcher,
            ExportFormat.PARQUET,
            ExportOptions.DEFAULT.withHeaders(Headers.ARCHIVE),
            folder.resolve("ira_tweets_csv_hashed.parquet"));
    try (var again = ExportedTables.index(file, folder.resolve("again"))) {
      assertEquals(tweets(searcher), tweets(again));
    }
  }

  private static List<List<ExportColumn.Cell>> tweets(TweetSearch of) throws Exception {
    var tweets = new ArrayList<List<ExportColumn.Cell>>();
    of.export(new QueryAst.All(), Selection.NONE, Sort.OLDEST, hit -> tweets.add(cells(hit)));
    return tweets;
  }

  private static List<ExportColumn.Cell> cells(Hit hit) {
    return Arrays.stream(ExportColumn.values()).map(column -> column.of(hit)).toList();
  }

  /// Row groups are written as they fill.
  @Test
  void longParquetIsWrittenAsItGoes() throws Exception {
    var out = new ByteArrayOutputStream();
    var writer = ExportFormat.PARQUET.open(out, ExportOptions.DEFAULT);
    var hits = new ArrayList<Hit>();
    searcher.export(new QueryAst.All(), Selection.NONE, Sort.OLDEST, hits::add);
    var early = 0;
    for (int i = 0; i < 60_000; i++) {
      writer.take(hits.get(i % hits.size()));
      early = Math.max(early, out.size());
    }
    assertTrue(early > 1_000, "nothing was written before the end");
    writer.finish();
    assertTrue(out.size() > early);
  }
}
