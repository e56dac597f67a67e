package org.trawl.generate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.archive.ArchiveFile;
import org.trawl.archive.ArchiveRows;
import org.trawl.archive.TweetArchive;
import org.trawl.tweet.Snowflake;
import org.trawl.tweet.Tweet;
import org.trawl.tweet.Tweet.Kind;

class ArchiveGeneratorTest {
  private static final int TWEETS = 30_000;
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  @TempDir static Path archive;

  @BeforeAll
  static void generate() throws IOException {
    var report = new ArchiveGenerator(TWEETS, 7, 2).write(archive, done -> {});
    assertEquals(TWEETS, report.tweets());
  }

  @Test
  void bytesDependOnNumberAndSeedAlone(@TempDir Path temporary) throws IOException {
    var one = temporary.resolve("one");
    var four = temporary.resolve("four");
    var other = temporary.resolve("other");
    var report = new ArchiveGenerator(9_000, 1, 1).write(one, done -> {});
    new ArchiveGenerator(9_000, 1, 4).write(four, done -> {});
    new ArchiveGenerator(9_000, 2, 1).write(other, done -> {});
    for (var file : report.files()) {
      var name = file.getFileName();
      assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(four.resolve(name)));
      assertFalse(Files.mismatch(file, other.resolve(name)) < 0, name + " ignores the seed");
    }
  }

  @Test
  void idsAreUniqueAndHoldTheRowsMinute() throws IOException {
    var ids = new HashSet<Long>();
    var untimed = new int[1];
    forEachTweet(row -> {
      var id = new Snowflake(Long.parseLong(row.getField("tweetid")));
      assertTrue(ids.add(id.value()), "twice: " + id);
      var time = LocalDateTime.parse(row.getField("tweet_time"), MINUTE);
      if (id.timed()) {
        var idMinute = id.createdAt().truncatedTo(ChronoUnit.MINUTES);
        assertEquals(time.toInstant(ZoneOffset.UTC), idMinute, id.toString());
      } else {
        untimed[0]++;
        assertTrue(time.getYear() < 2011, "an early id in " + time);
      }
    });
    assertEquals(TWEETS, ids.size());
    assertTrue(untimed[0] > 20, "only " + untimed[0] + " ids without a time");
  }

  @Test
  void kindsAreConsistent() throws IOException {
    var kinds = new TreeMap<String, Integer>();
    forEachTweet(row -> {
      var retweet = row.getField("is_retweet").equals("true");
      var text = row.getField("tweet_text");
      assertEquals(retweet, !row.getField("retweet_tweetid").isEmpty());
      if (retweet) {
        kinds.merge("retweet", 1, Integer::sum);
        assertTrue(text.startsWith("RT @"), text);
        for (var count : List.of("like", "retweet", "reply", "quote")) {
          assertEquals("0", row.getField(count + "_count"));
        }
        var length = text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
        assertTrue(length.codePointCount(0, length.length()) <= 140, text);
        assertTrue(
            Long.parseLong(row.getField("retweet_tweetid"))
                < Long.parseLong(row.getField("tweetid")),
            "a retweet of a later tweet");
      } else if (!row.getField("in_reply_to_userid").isEmpty()) {
        kinds.merge("reply", 1, Integer::sum);
        assertTrue(text.startsWith("@"), text);
      } else if (!row.getField("quoted_tweet_tweetid").isEmpty()) {
        kinds.merge("quote", 1, Integer::sum);
        assertTrue(
            row.getField("urls").contains("/status/" + row.getField("quoted_tweet_tweetid")));
      }
    });
    assertBetween(0.35, 0.6, kinds.getOrDefault("retweet", 0) / (double) TWEETS, "retweets");
    assertBetween(0.02, 0.08, kinds.getOrDefault("reply", 0) / (double) TWEETS, "replies");
    assertBetween(0.01, 0.05, kinds.getOrDefault("quote", 0) / (double) TWEETS, "quotes");
  }

  @Test
  void rowsAreLikeThoseOfTheArchives() throws IOException {
    var languages = new HashMap<String, Integer>();
    var accounts = new HashMap<String, Integer>();
    var texts = new HashMap<String, Integer>();
    var likes = new ArrayList<Integer>();
    var sums = new long[4];
    forEachTweet(row -> {
      languages.merge(row.getField("tweet_language"), 1, Integer::sum);
      accounts.merge(row.getField("userid"), 1, Integer::sum);
      var text = row.getField("tweet_text");
      texts.merge(
          text.replaceAll("^RT @\\S+: |https?://\\S+|[@#]\\S+", "").strip(), 1, Integer::sum);
      likes.add(Integer.parseInt(row.getField("like_count")));
      sums[0] += text.codePointCount(0, text.length());
      sums[1] += row.getField("hashtags").length() > 2 ? 1 : 0;
      sums[2] += row.getField("urls").length() > 2 ? 1 : 0;
      sums[3] += text.contains("\n") ? 1 : 0;
    });
    assertTrue(languages.values().stream().filter(n -> n > 200).count() >= 12, "" + languages);
    assertBetween(80, 115, sums[0] / (double) TWEETS, "characters of a text");
    assertBetween(0.3, 0.6, sums[1] / (double) TWEETS, "tweets with hashtags");
    assertBetween(0.4, 0.8, sums[2] / (double) TWEETS, "tweets with links");
    assertBetween(0.02, 0.3, sums[3] / (double) TWEETS, "tweets with line breaks");
    var copied = texts.values().stream().filter(n -> n > 1).mapToInt(n -> n).sum();
    assertBetween(0.08, 0.35, copied / (double) TWEETS, "tweets whose text is there again");
    var most = accounts.values().stream().mapToInt(n -> n).max().orElseThrow();
    assertTrue(most > 10 * TWEETS / accounts.size(), "no account stands out: " + most);
    var hashed = accounts.keySet().stream().filter(id -> id.length() >= 40).count();
    assertBetween(0.6, 0.97, hashed / (double) accounts.size(), "hashed accounts");
    likes.sort(null);
    assertTrue(likes.get(TWEETS / 2) <= 2, "half of the tweets have more than two likes");
    assertTrue(likes.getLast() > 1_000, "no tweet has more than " + likes.getLast() + " likes");
  }

  @Test
  void vocabularyGrowsAsRealTextDoes() throws IOException {
    var words = new HashSet<String>();
    var hashtags = new HashSet<String>();
    var sizes = new ArrayList<Integer>();
    var tokens = new long[1];
    var next = new long[] {20_000};
    forEachTweet(row -> {
      var text = row.getField("tweet_text").replaceAll("https?://\\S+", "");
      var found = WORD.matcher(text.toLowerCase(java.util.Locale.ROOT));
      while (found.find()) {
        words.add(found.group());
        tokens[0]++;
      }
      hashtags.add(row.getField("hashtags"));
      if (tokens[0] >= next[0]) {
        sizes.add(words.size());
        next[0] *= 2;
      }
    });
    // Heaps' law: with every doubling of the text the vocabulary grows by a factor of 2 ^ 0.6 to
    // 0.9.
    for (var i = 1; i < sizes.size(); i++) {
      var exponent = Math.log(sizes.get(i) / (double) sizes.get(i - 1)) / Math.log(2);
      assertBetween(0.6, 0.95, exponent, "Heaps' exponent at step " + i + " of " + sizes);
    }
    assertTrue(hashtags.size() > 3_000, "hashtag lists: " + hashtags.size());
  }

  @Test
  void theArchiveReaderTakesEveryRow() throws IOException {
    var read = new ReadBack();
    var operations = new TreeSet<String>();
    for (var file : TweetArchive.open(List.of(archive), Optional.empty()).files()) {
      operations.add(file.operation());
      assertEquals(ArchiveFile.End.WHOLE, file.read(read));
    }
    assertEquals(new TreeSet<>(Operation.ALL.stream().map(Operation::name).toList()), operations);
    assertEquals(TWEETS, read.tweets);
    assertEquals(Set.of(Kind.values()), read.kinds);
    assertTrue(read.hashed > 0 && read.open > 0, "both hashed and open accounts");
  }

  /// Checks what the reader made of each row.
  private static final class ReadBack implements ArchiveRows {
    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    private long tweets;
    private long hashed;
    private long open;

    @Override
    public void tweet(Tweet tweet) {
      tweets++;
      kinds.add(tweet.kind());
      assertFalse(tweet.content().text().contains("&amp;"), tweet.content().text());
      if (tweet.kind() == Kind.RETWEET) {
        assertFalse(tweet.references().retweetedHandle().isEmpty(), tweet.content().text());
      } else if (tweet.references().quotedTweet().isEmpty()) {
        for (var tag : tweet.content().hashtags()) {
          assertTrue(tweet.content().text().contains("#" + tag), tweet.content().text());
        }
      }
      if (tweet.account().hashed()) {
        hashed++;
      } else {
        open++;
      }
    }

    @Override
    public void account(Tweet.Account account) {
      assertTrue(account.profile().created().isPresent(), account.id());
    }

    @Override
    public void reject(String file, long line, String reason, String row) {
      throw new AssertionError(file + ":" + line + " rejected: " + reason + ": " + row);
    }
  }

  @Test
  void usersFilesListTheAuthors() throws IOException {
    var users = new HashSet<String>();
    forEachRow("users", row -> users.add(row.getField("userid")));
    var authors = new HashSet<String>();
    forEachTweet(row -> authors.add(row.getField("userid")));
    assertTrue(users.containsAll(authors));
    assertTrue(users.size() > authors.size(), "every account tweets");
  }

  @Test
  void replacesItsOwnFilesOnly(@TempDir Path temporary) throws IOException {
    var folder = temporary.resolve("archive");
    new ArchiveGenerator(100, 1, 1).write(folder, done -> {});
    new ArchiveGenerator(200, 1, 1).write(folder, done -> {});
    var foreign = Files.writeString(temporary.resolve("mine.csv"), "mine");
    var generator = new ArchiveGenerator(100, 1, 1);
    assertThrows(FileAlreadyExistsException.class, () -> generator.write(temporary, done -> {}));
    assertEquals("mine", Files.readString(foreign));
  }

  @Test
  void aSingleTweetIsAnArchive(@TempDir Path temporary) throws IOException {
    var report = new ArchiveGenerator(1, 1, 1).write(temporary.resolve("one"), done -> {});
    assertEquals(1, report.tweets());
  }

  private static void forEachTweet(Consumer<NamedCsvRecord> use) throws IOException {
    forEachRow("tweets", use);
  }

  private static void forEachRow(String kind, Consumer<NamedCsvRecord> use) throws IOException {
    try (var files = Files.newDirectoryStream(archive, "*_" + kind + "_csv_hashed*.zip")) {
      for (var file : files) {
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
          zip.getNextEntry();
          var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(zip, UTF_8));
          csv.forEach(use);
        }
      }
    }
  }

  private static void assertBetween(double least, double most, double actual, String what) {
    assertTrue(actual >= least && actual <= most, what + ": " + actual);
  }
}
