package org.trawl.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.tweet.Tweet;

class TweetArchiveTest {
  private static final String HEADER =
      "\"tweetid\",\"userid\",\"user_display_name\",\"user_screen_name\",\"tweet_text\",\"tweet_time\"\n";

  @TempDir Path folder;

  private static String row(long id, String text) {
    return "\""
        + id
        + "\",\"2572896396\",\"Ann\",\"ann\",\""
        + text.replace("\"", "\"\"")
        + "\",\"2017-06-22 16:03\"\n";
  }

  /// What reading gave.
  private static final class Read implements ArchiveRows {
    final List<Tweet> tweets = new ArrayList<>();
    final List<Tweet.Account> accounts = new ArrayList<>();
    final List<String> rejected = new ArrayList<>();
    final List<String> rejectedRows = new ArrayList<>();
    final List<Long> progress = new ArrayList<>();
    ArchiveFile.End end = ArchiveFile.End.WHOLE;

    @Override
    public void progressed(long bytes) {
      progress.add(bytes);
    }

    @Override
    public void tweet(Tweet tweet) {
      tweets.add(tweet);
    }

    @Override
    public void account(Tweet.Account account) {
      accounts.add(account);
    }

    @Override
    public void reject(String file, long line, String reason, String row) {
      rejected.add(line + " " + reason);
      rejectedRows.add(row);
    }

    List<String> texts() {
      return tweets.stream().map(t -> t.content().text()).toList();
    }
  }

  private static Read read(Path... sources) throws IOException {
    var read = new Read();
    for (var file : TweetArchive.open(List.of(sources), Optional.empty()).files()) {
      read.end = file.read(read);
    }
    return read;
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private interface Packer {
    OutputStream pack(OutputStream out) throws IOException;
  }

  private Path packed(String name, String content, Packer packer) throws IOException {
    var path = folder.resolve(name);
    try (var out = packer.pack(Files.newOutputStream(path))) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return path;
  }

  private Path zip(String name, String... entriesAndContents) throws IOException {
    var path = folder.resolve(name);
    try (var out = new ZipOutputStream(Files.newOutputStream(path))) {
      for (var i = 0; i < entriesAndContents.length; i += 2) {
        out.putNextEntry(new ZipEntry(entriesAndContents[i]));
        out.write(entriesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return path;
  }

  @Test
  void everyContainerIsKnownByItsContent() throws IOException {
    var content = HEADER + row(877919995476496385L, "one");
    for (var path :
        List.of(
            file("a.dat", content),
            packed("b.csv", content, GZIPOutputStream::new),
            packed("c", content, ZstdOutputStream::new),
            zip("d.bin", "x.csv", content, "__MACOSX/x.csv", "junk", ".hidden", "junk"))) {
      assertEquals(List.of("one"), read(path).texts(), path.toString());
    }
  }

  @Test
  void progressAddsUpToTheFile() throws IOException {
    var content = new StringBuilder(HEADER);
    for (var i = 0; i < 20_000; i++) {
      content.append(row(877919995476496385L + i, "number " + i * 7919L % 10_007));
    }
    var all = content.toString();
    for (var path :
        List.of(
            file("a.csv", all),
            packed("b.gz", all, GZIPOutputStream::new),
            packed("c.zst", all, ZstdOutputStream::new),
            zip("d.zip", "x.csv", all))) {
      var steps = read(path).progress;
      var size = Files.size(path);
      var sum = steps.stream().mapToLong(s -> s).sum();
      assertTrue(sum <= size && sum > size * 0.98, path + ": " + sum + " of " + size);
      assertTrue(steps.size() > 1, path + " in " + steps.size() + " steps");
    }
  }

  @Test
  void concatenatedGzipMembersAreOneFile() throws IOException {
    var path = folder.resolve("two.gz");
    try (var out = Files.newOutputStream(path)) {
      for (var part : List.of(HEADER + row(1000001, "one"), row(1000002, "two"))) {
        var gzip = new GZIPOutputStream(out);
        gzip.write(part.getBytes(StandardCharsets.UTF_8));
        gzip.finish();
      }
    }
    assertEquals(List.of("one", "two"), read(path).texts());
  }

  @Test
  void partsOfAZipAreReadInTheOrderOfTheirNumbers() throws IOException {
    var path =
        zip(
            "ira.zip",
            "p_10.csv",
            HEADER + row(1000010, "ten"),
            "p_2.csv",
            HEADER + row(1000002, "two"));
    assertEquals(List.of("two", "ten"), read(path).texts());
  }

  @Test
  void aPartThatSplitMadeTakesTheHeaderOfThePartBefore() throws IOException {
    var first = file("x_1.csv", HEADER + row(1000001, "one"));
    var second = file("x_2.csv", row(1000002, "two"));
    assertEquals(List.of("one", "two"), read(first, second).texts());
    assertThrows(NotAnArchive.class, () -> read(second));
  }

  @Test
  void markOrderCarriageReturnsIndexColumnAndRepeatedHeadersAreNoMatter() throws IOException {
    var windows =
        (HEADER + row(1000001, "one") + HEADER + row(1000002, "two")).replace("\n", "\r\n");
    assertEquals(List.of("one", "two"), read(file("w.csv", "\uFEFF" + windows)).texts());
    var indexed = ",tweet_time,tweet_text,userid,tweetid\n0,2017-06-22 16:03,hello,12345,1000001\n";
    assertEquals(List.of("hello"), read(file("i.csv", indexed)).texts());
  }

  @Test
  void lineBreaksInsideCellsStay() throws IOException {
    var text = "first\n\n\"quoted\"\r\nlast";
    assertEquals(List.of(text), read(file("n.csv", HEADER + row(1000001, text))).texts());
  }

  @Test
  void aBrokenQuoteCostsItsRowOnly() throws IOException {
    var broken =
        "\"1000002\",\"2572896396\",\"Ann\",\"ann\",\"say \"stop now\",\"2017-06-22 16:03\"\n";
    var read = read(file("b.csv", HEADER + row(1000001, "one") + broken + row(1000003, "three")));
    assertEquals(List.of("one", "three"), read.texts());
    assertEquals(List.of("3 broken quoting"), read.rejected);
    assertEquals(broken.strip(), read.rejectedRows.getFirst());
  }

  @Test
  void eachReasonIsSaidWithItsLine() throws IOException {
    var read =
        read(
            file(
                "r.csv",
                HEADER
                    + "\"1000001\",\"2572896396\",\"only three\"\n"
                    + row(1000002, "good")
                    + row(1000003, "x").replace("1000003", "1.01421E+18")
                    + row(1000004, "x").replace("1000004", "")
                    + row(1000005, "x").replace("1000005", "12x")
                    + row(1000006, "x").replace("2017-06-22 16:03", "yesterday")
                    + row(1000007, "x").replace("2572896396", "")
                    + row(1000008, "y".repeat(RecordSplitter.MAX_LENGTH))
                    + row(1000009, "last")));
    assertEquals(List.of("good", "last"), read.texts());
    assertEquals(
        List.of(
            "2 wrong number of cells: 3 instead of 6",
            "4 the id was destroyed by a spreadsheet: 1.01421E+18",
            "5 no tweet id",
            "6 unreadable id: 12x",
            "7 unreadable time: yesterday",
            "8 no user id",
            "9 row too long"),
        read.rejected);
    assertEquals(ArchiveFile.End.WHOLE, read.end);
  }

  @Test
  void aFileCutOffInItsLastRowGivesTheRestAndSaysSo() throws IOException {
    var whole = HEADER + row(1000001, "one") + row(1000002, "two");
    for (var cut = 1; cut < row(1000002, "two").length() - 20; cut++) {
      var read = read(file("c.csv", whole.substring(0, whole.length() - cut - 1)));
      assertTrue(read.texts().contains("one"), "cut " + cut);
      if (cut > 1) {
        assertEquals(ArchiveFile.End.CUT_OFF, read.end, "cut " + cut);
        assertEquals(1, read.rejected.size(), "cut " + cut);
      }
    }
  }

  @Test
  void whatIsNoArchiveIsRefusedByNameBeforeWork() throws IOException {
    var good = file("good.csv", HEADER + row(1000001, "one"));
    var text = file("notes.txt", "hello, world\n");
    var missing = folder.resolve("missing.csv");
    var empty = file("empty.csv", "");
    var nested = zip("outer.zip", "inner.zip", "PK");
    var thrown = assertThrows(NotAnArchive.class, () -> read(good, text, missing, empty, nested));
    for (var name : List.of("notes.txt", "missing.csv", "empty.csv", "inner.zip")) {
      assertTrue(String.valueOf(thrown.getMessage()).contains(name), thrown.getMessage());
    }
  }

  @Test
  void otherFilesOfAFolderAreNoted() throws IOException {
    file("a.csv", HEADER + row(1000001, "one"));
    file("README.txt", "about\n");
    var archive = TweetArchive.open(List.of(folder), Optional.empty());
    assertEquals(1, archive.files().size());
    assertEquals(1, archive.notes().size());
  }

  @Test
  void aZipWhoseBytesWereChangedIsAnErrorAndNoTweets() throws IOException {
    var content =
        HEADER
            + IntStream.range(0, 500)
                .mapToObj(i -> row(1000000 + i, "text " + i))
                .collect(Collectors.joining());
    var bytes = Files.readAllBytes(zip("z.zip", "a.csv", content));
    var random = new Random(7);
    for (var round = 0; round < 40; round++) {
      var damaged = bytes.clone();
      // Within the packed data: after the local header, before the directory.
      damaged[60 + random.nextInt(bytes.length - 200)] ^= (byte) (1 << random.nextInt(8));
      var path = Files.write(folder.resolve("damaged.zip"), damaged);
      assertThrows(IOException.class, () -> read(path));
    }
  }

  @Test
  void aBombIsRefused() throws IOException {
    var path = folder.resolve("bomb.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(HEADER.getBytes(StandardCharsets.UTF_8));
      var zeros = new byte[1 << 20];
      for (var i = 0; i < 300; i++) {
        out.write(zeros);
      }
    }
    assertThrows(NotAnArchive.class, () -> read(path));
  }

  @Test
  void operationsComeFromFileNames() {
    var expected =
        """
        ira_tweets_csv_hashed.zip | ira
        ira_users_csv_hashed.csv | ira
        iranian_tweets_csv_hashed.csv | iran
        iran_201901_1_tweets_csv_hashed_1.csv | iran_201901_1
        china_082019_1_tweets_csv_hashed.zip | china_082019_1
        thailand_092020_tweets_csv_hashed.csv | thailand_092020
        CNHU_0621_tweets_csv_hashed_2021.csv | cnhu_0621
        hashed_2020_12_iran_202012_iran_202012_tweets_csv_hashed.zip | iran_202012
        IRAhandle_tweets_1.csv | ira_clemson
        ioa_tweets.csv | ioa
        russian_linked_tweets_csv_hashed.csv | russian
        my file.csv | my_file
        """;
    expected
        .lines()
        .forEach(line -> {
          var cells = line.split(" \\| ");
          assertEquals(cells[1], OperationName.of(cells[0]), line);
        });
  }

  /// However a file is damaged, reading ends, and rows far from the damage are read.
  @Test
  void damageStaysNearWhereItWasDone() throws IOException {
    var seed = Long.getLong("trawl.seed", 2018);
    var random = new Random(seed);
    for (var round = 0; round < 150; round++) {
      var rows = 60;
      var content = new StringBuilder(HEADER);
      for (var i = 0; i < rows; i++) {
        content.append(row(1_000_000 + i, random.nextBoolean() ? "a \"b\", c" : "line\nbreak"));
      }
      var damages = 1 + random.nextInt(3);
      for (var d = 0; d < damages; d++) {
        var at = HEADER.length() + random.nextInt(content.length() - HEADER.length());
        switch (random.nextInt(3)) {
          case 0 -> content.deleteCharAt(at);
          case 1 -> content.setCharAt(at, "\",\n\0x".charAt(random.nextInt(5)));
          default -> content.insert(at, "\",\n\0x".charAt(random.nextInt(5)));
        }
      }
      var read = read(file("d.csv", content.toString()));
      var ids = read.tweets.stream().map(t -> t.id().value()).collect(Collectors.toSet());
      var kept = IntStream.range(0, rows).filter(i -> ids.contains(1_000_000L + i)).count();
      assertTrue(
          kept >= rows - 2L * damages,
          "-Dtrawl.seed=" + seed + " round " + round + ": kept " + kept);
    }
  }

  private static Path shared(String name) {
    var path = Path.of(System.getProperty("trawl.shared", "../shared"), "data", name);
    assumeTrue(Files.exists(path), "no sample data beside the project");
    return path;
  }

  @Test
  void noRowOfTheRealSampleIsLost() throws IOException {
    var read = read(shared("ira_tweets_csv_hashed.zip"));
    assertEquals(293_502, read.tweets.size());
    assertEquals(List.of(), read.rejected);
    assertEquals("ira", read.tweets.getFirst().source().operation());
  }

  @Test
  void theMirrorAndClemsonLayoutsGiveTheSameTweets() throws IOException {
    var sample = new java.util.HashMap<Long, Tweet>();
    read(shared("ira_tweets_csv_hashed.zip")).tweets.forEach(t -> sample.put(t.id().value(), t));
    var mirror = read(shared("ioa_tweets_sample.csv.gz"));
    assertEquals(List.of(), mirror.rejected);
    assertTrue(mirror.tweets.size() > 19_000, "read " + mirror.tweets.size());
    for (var tweet : mirror.tweets) {
      var same = java.util.Objects.requireNonNull(sample.get(tweet.id().value()));
      assertEquals(same.time(), tweet.time());
      assertEquals(same.content().language(), tweet.content().language());
      assertEquals(same.content().hashtags(), tweet.content().hashtags());
      assertEquals(same.content().urls(), tweet.content().urls());
      assertEquals(same.counts(), tweet.counts());
      assertEquals(same.kind(), tweet.kind());
    }
    var clemson = read(shared("IRAhandle_tweets_sample.csv.gz"));
    assertEquals(List.of(), clemson.rejected);
    assertTrue(clemson.tweets.size() > 19_000, "read " + clemson.tweets.size());
    var texts =
        sample.values().stream()
            .map(t -> t.content().text())
            .collect(Collectors.toCollection(HashSet::new));
    var found = clemson.tweets.stream().filter(t -> texts.contains(t.content().text())).count();
    assertTrue(found > clemson.tweets.size() * 0.55, found + " of " + clemson.tweets.size());
  }

  @Test
  void theOfficialFilesAreReadToTheirCutEnd() throws IOException {
    assertEquals(2, read(shared("ira_tweets_csv_hashed_2rows.csv")).tweets.size());
    var head = read(shared("russian_linked_tweets_csv_hashed_head.csv"));
    assertEquals(407, head.tweets.size());
    assertEquals(1, head.rejected.size());
    assertEquals(ArchiveFile.End.CUT_OFF, head.end);
    assertTrue(read(shared("ira_users_csv_hashed.zip")).accounts.size() > 300);
  }
}
