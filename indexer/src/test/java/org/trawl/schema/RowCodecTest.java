package org.trawl.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.tweet.Row;

class RowCodecTest {
  private static final List<String> COLUMNS =
      List.of(
          "tweetid",
          "userid",
          "user_profile_description",
          "tweet_text",
          "tweet_time",
          "tweet_client_name",
          "is_retweet",
          "like_count",
          "retweet_userid",
          "hashtags");
  private static final String HASH =
      "249064136b1c5cb00a705316ab73dd9b53785748ab757f02df7e7a9876906139";

  private static final String[] CELLS = {
    "",
    "0",
    "0.0",
    "12.0",
    "-1",
    "007",
    "1.50",
    "1.01421E+18",
    "true",
    "True",
    "[]",
    "[a, b]",
    "9223372036854775807",
    "9223372036854775808",
    "99999999999999999999",
    "999999999999999999",
    "877919995476496385",
    HASH,
    HASH.toUpperCase(java.util.Locale.ROOT),
    "2017-06-22 16:03",
    "2017-06-22 16:04",
    "Москва, Россия",
    "😀 \u200b",
    "line\nbreak",
    "1",
    "1.0",
    "present",
    "10000.0"
  };

  @Test
  void cellsComeBackAsTheyWere() {
    var codec = new RowCodec(new SharedCells());
    var row =
        new Row(
            COLUMNS,
            List.of(
                "877919995476496385",
                HASH,
                "Я примерный семьянин!",
                "RT @a: привет…",
                "2017-06-22 16:03",
                "TweetDeck",
                "true",
                "0",
                "2572896396",
                "[]"));
    var bytes = codec.encode(row);
    assertEquals(row, codec.decode(bytes));
    assertTrue(
        bytes.length < 60, "a minute of the id and shared cells take no bytes: " + bytes.length);
  }

  @Test
  void anyCellsInAnyColumnsComeBack() {
    var seed = Long.getLong("trawl.seed", 2018);
    var random = new Random(seed);
    var codec = new RowCodec(new SharedCells());
    for (var round = 0; round < 2000; round++) {
      var columns = new ArrayList<>(COLUMNS);
      java.util.Collections.shuffle(columns, random);
      var kept = List.copyOf(columns.subList(0, 1 + random.nextInt(columns.size())));
      var cells = kept.stream().map(c -> CELLS[random.nextInt(CELLS.length)]).toList();
      var row = new Row(kept, cells);
      var bytes = codec.encode(row);
      var moved = new byte[bytes.length + 3];
      System.arraycopy(bytes.bytes, bytes.offset, moved, 3, bytes.length);
      assertEquals(row, codec.decode(new BytesRef(moved, 3, bytes.length)), "-Dtrawl.seed=" + seed);
    }
  }

  @Test
  void sharedCellsSurviveSaving(@TempDir Path folder) throws Exception {
    var shared = new SharedCells();
    var row = new Row(COLUMNS, COLUMNS.stream().map(c -> "cell of " + c).toList());
    var bytes = new RowCodec(shared).encode(row);
    shared.save(folder.resolve("cells"));
    assertEquals(row, new RowCodec(SharedCells.load(folder.resolve("cells"))).decode(bytes));
  }
}
