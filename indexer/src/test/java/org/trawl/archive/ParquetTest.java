package org.trawl.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.tweet.Tweet.Kind;

/// Issue 15, number 9: Parquet files, as pandas and Arrow keep a release. The files beside this
/// test are invented and were written by the npm package hyparquet-writer, which is no library of
/// ours: ids as INT64, times as TIMESTAMP, what has gaps as DOUBLE, lists as lists, packed with
/// Snappy.
class ParquetTest {
  private static final long ID = 746269862363987968L;

  @TempDir private Path folder;

  private byte[] bytes(String name) throws IOException {
    try (var file = Objects.requireNonNull(ParquetTest.class.getResourceAsStream(name), name)) {
      return file.readAllBytes();
    }
  }

  private ReadRows read(String name) throws IOException {
    return ReadRows.of(Files.write(folder.resolve(name), bytes(name)));
  }

  @Test
  void typedColumnsAreReadAsTheirCellsInCsv() throws IOException {
    var read = read("ira_tweets_csv_hashed.parquet");

    assertEquals(List.of(), read.rejected);
    assertEquals(List.of("the first, \"quoted\"\nline", "@bob вторая строка", "سطر"), read.texts());
    assertEquals(
        List.of(ID, ID + 1, ID + 2), read.tweets.stream().map(t -> t.id().value()).toList());
    assertEquals(
        List.of(Kind.TWEET, Kind.REPLY, Kind.QUOTE),
        read.tweets.stream().map(t -> t.kind()).toList());
    assertEquals(
        Instant.parse("2016-06-24T09:12:54Z").getEpochSecond(),
        read.tweets.getFirst().time().getEpochSecond(),
        "the row is two minutes off, and the id holds the time");
    assertEquals(List.of(3, 0, 12), read.tweets.stream().map(t -> t.counts().likes()).toList());
    assertEquals(List.of("one", "two"), read.tweets.getFirst().content().hashtags());
    assertEquals("ira", read.tweets.getFirst().source().operation());
  }

  /// What a double cannot hold is not made up; what an INT64 holds is whole.
  @Test
  void roundedReferenceIsNamedAndWholeOneKept() throws IOException {
    var read = read("ira_tweets_csv_hashed.parquet");

    assertEquals("5512", read.tweets.get(1).references().inReplyToUser());
    assertEquals(OptionalLong.empty(), read.tweets.get(1).references().inReplyToTweet());
    assertTrue(read.notes("1 reference that a program rounded"), read.notes::toString);
  }

  @Test
  void listsOfTextAreHashtags() throws IOException {
    var read = read("lists.parquet");
    assertEquals(
        List.of(List.of("one", "zwei"), List.of(), List.of("три")),
        read.tweets.stream().map(t -> t.content().hashtags()).toList());
  }

  @Test
  void idsAsDoublesAreRejectedByName() throws IOException {
    var read = read("rounded.parquet");
    assertEquals(List.of(), read.texts());
    assertEquals(2, read.rejected.size());
    assertTrue(read.rejected.getFirst().contains("the id was destroyed"), read.rejected::toString);
  }

  @Test
  void cutFileIsRefusedWithMend() throws IOException {
    var whole = bytes("lists.parquet");
    var cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(whole, whole.length - 100));
    var refused = assertThrows(NotAnArchive.class, () -> ReadRows.of(cut));
    assertTrue(
        Objects.requireNonNull(refused.getMessage()).contains("get it again"), refused::getMessage);
  }

  /// Damage inside that the file's end does not tell is found while reading, and stops it.
  @Test
  void damageInsideIsNeverReadAsSomethingElse() throws IOException {
    var whole = bytes("ira_tweets_csv_hashed.parquet");
    var sound = read("ira_tweets_csv_hashed.parquet").texts();
    for (var at = 4; at < whole.length; at += 61) {
      var bytes = whole.clone();
      bytes[at] ^= 0x55;
      var file = Files.write(folder.resolve("ira_tweets_csv_damaged.parquet"), bytes);
      try {
        var read = ReadRows.of(file);
        assertTrue(
            read.tweets.size() + read.rejected.size() <= sound.size(), "byte " + at + " changed");
      } catch (NotAnArchive e) {
        assertTrue(
            Objects.requireNonNull(e.getMessage()).contains("damaged.parquet"), e::getMessage);
      }
    }
  }
}
