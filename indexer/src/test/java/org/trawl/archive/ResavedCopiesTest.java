package org.trawl.archive;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.trawl.archive.Copies.joined;
import static org.trawl.archive.Copies.marked;
import static org.trawl.archive.Copies.packed;
import static org.trawl.archive.Copies.utf8;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.archive.Copies.Habit;
import org.trawl.archive.Copies.Quotes;
import org.trawl.generate.ArchiveGenerator;
import org.trawl.tweet.Tweet;

/// Copies of a generated release as programs save them anew and as disks and people damage them
/// (issue 15). Each is read whole, or in part with the loss named and counted, or refused with the
/// reason; and what is read is never other than the original.
class ResavedCopiesTest {
  private static final int ROWS = 240;

  @TempDir static Path folder;
  private static Copies release = new Copies(List.of(), List.of());
  private static final Map<Long, Tweet> ORIGINAL = new HashMap<>();

  /// What must come of a copy.
  private sealed interface Outcome {
    /// Every tweet; a note holds these words, or none is there where they are empty.
    record Whole(String note) implements Outcome {}

    /// At least so many tweets, and so many rows named as lost, or a cut end.
    record Part(int tweets, String named) implements Outcome {}

    /// None, with these words as the reason.
    record Refused(String words) implements Outcome {}
  }

  private static final Outcome WHOLE = new Outcome.Whole("");

  /// One copy.
  ///
  /// @param tweets how many the copy was made of
  private record Copy(String name, Content content, int tweets, Outcome outcome) {
    interface Content {
      byte[] bytes() throws IOException;
    }
  }

  @BeforeAll
  static void generate() throws IOException {
    var made = folder.resolve("made");
    new ArchiveGenerator(3_000, 15, 1).write(made, written -> {});
    var path = folder.resolve("original.csv");
    for (var file : TweetArchive.open(List.of(made), Optional.empty()).files()) {
      for (var part : Container.parts(file.path())) {
        byte[] bytes;
        try (var in = Container.open(part, read -> {})) {
          bytes = in.readAllBytes();
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        var records = records(text);
        var isTweets = records.getFirst().contains("tweetid");
        var breaks = records.stream().skip(1).anyMatch(row -> row.toString().contains("\n"));
        if (isTweets && breaks && records.size() > ROWS && release.rows().isEmpty()) {
          release = new Copies(records.getFirst(), records.subList(1, ROWS + 1));
        }
      }
    }
    assertEquals(ROWS, release.rows().size());
    Files.writeString(path, release.text(Habit.TWITTER));
    var read = ReadRows.of(path);
    assertEquals(List.of(), read.rejected);
    read.tweets.forEach(tweet -> ORIGINAL.put(tweet.id().value(), tweet));
    assertEquals(ROWS, ORIGINAL.size());
  }

  private static List<List<String>> records(String text) throws IOException {
    var splitter =
        new RecordSplitter(
            new java.io.StringReader(text),
            new RecordSplitter.Shape(CsvStyle.USUAL, 0, org.trawl.tweet.Layout.OTHER));
    var cells = new Cells(CsvStyle.USUAL);
    var records = new ArrayList<List<String>>();
    for (var piece = splitter.next(); piece.isPresent(); piece = splitter.next()) {
      records.add(cells.of(piece.get().text()).orElseThrow());
    }
    return records;
  }

  private static Copy whole(String name, Copy.Content content) {
    return new Copy(name, content, ROWS, WHOLE);
  }

  private static Copy noted(String name, String note, Copy.Content content) {
    return new Copy(name, content, ROWS, new Outcome.Whole(note));
  }

  private static Copy part(String name, int tweets, String named, Copy.Content content) {
    return new Copy(name, content, ROWS, new Outcome.Part(tweets, named));
  }

  private static Copy refused(String name, String words, Copy.Content content) {
    return new Copy(name, content, ROWS, new Outcome.Refused(words));
  }

  @TestFactory
  Stream<DynamicTest> copies() {
    var all = new ArrayList<Copy>();
    all.addAll(programs());
    all.addAll(packings());
    all.addAll(encodings());
    all.addAll(columns());
    all.addAll(damages());
    all.addAll(others());
    return all.stream().map(copy -> dynamicTest(copy.name, () -> check(copy)));
  }

  private static final Habit CRLF = new Habit(",", "\r\n", Quotes.WHERE_NEEDED, true);

  /// What programs write by habit.
  private static List<Copy> programs() {
    var minimal = Habit.MINIMAL;
    return List.of(
        whole("pandas.csv", () -> utf8(release.cells(ResavedCopiesTest::titled).text(minimal))),
        whole("pandas_index.csv", () -> utf8(release.with("", release.numbers(0)).text(minimal))),
        whole(
            "pandas_two_indexes.csv",
            () ->
                utf8(
                    release
                        .with("Unnamed: 0", release.numbers(0))
                        .with("", release.numbers(0))
                        .text(minimal))),
        noted(
            "pandas_tab.tsv",
            "separated by tabs",
            () -> utf8(release.text(new Habit("\t", "\n", Quotes.WHERE_NEEDED, true)))),
        noted(
            "pandas_pipe.txt",
            "separated by “|”",
            () -> utf8(release.text(new Habit("|", "\n", Quotes.WHERE_NEEDED, true)))),
        whole("pandas_sig.csv", () -> marked(release.text(minimal), StandardCharsets.UTF_8)),
        whole(
            "r_write_csv.csv",
            () -> utf8(release.with("", release.numbers(1)).text(Habit.TWITTER))),
        noted(
            "r_write_table.txt",
            "separated by tabs",
            () -> {
              var text =
                  release
                      .with("row.names", release.numbers(1))
                      .text(new Habit("\t", "\n", Quotes.ALL, true));
              return utf8(text.replaceFirst("\"row.names\"\t", ""));
            }),
        part(
            "r_write_table_unquoted.txt",
            ROWS / 4,
            "wrong number of cells",
            () -> utf8(release.text(new Habit("\t", "\n", Quotes.NONE, true)))),
        noted(
            "excel_semicolon.csv",
            "separated by semicolons",
            () ->
                marked(
                    release.text(new Habit(";", "\r\n", Quotes.WHERE_NEEDED, true)),
                    StandardCharsets.UTF_8)),
        noted(
            "excel_unicode.txt",
            "UTF-16LE",
            () ->
                marked(release.text(new Habit("\t", "\r\n", Quotes.WHERE_NEEDED, true)), UTF_16LE)),
        refused(
            "excel_rounded.csv",
            "destroyed by a spreadsheet",
            () -> utf8(release.column("tweetid", ResavedCopiesTest::rounded).text(CRLF))),
        noted(
            "excel_mac.csv",
            "old Macs",
            () -> utf8(release.text(new Habit(",", "\r", Quotes.WHERE_NEEDED, true)))),
        whole("libreoffice.csv", () -> utf8(release.text(Habit.TWITTER))),
        whole(
            "google_sheets.csv",
            () ->
                utf8(
                    release
                        .cells(cell ->
                            cell.equals("true") || cell.equals("false")
                                ? cell.toUpperCase(java.util.Locale.ROOT)
                                : cell)
                        .text(new Habit(",", "\r\n", Quotes.WHERE_NEEDED, false)))),
        noted(
            "spark.csv",
            "backslash before quotes",
            () -> utf8(release.text(new Habit(",", "\n", Quotes.SPARK, true)))),
        whole("bigquery.csv", () -> utf8(release.text(minimal))),
        whole("bigquery.json", () -> utf8(String.join("\n", release.json()) + "\n")),
        whole("pandas_records.json", () -> utf8("[" + String.join(",", release.json()) + "]")),
        whole("sqlite.csv", () -> utf8(release.text(CRLF))),
        noted("postgres.tsv", "backslashes instead of quotes", () -> utf8(release.dump())),
        whole("dos2unix.csv", () -> utf8(release.text(CRLF).replace("\r\n", "\n"))),
        whole("unix2dos.csv", () -> utf8(release.text(Habit.TWITTER).replace("\n", "\r\n"))),
        whole(
            "trailing_delimiters.csv",
            () -> utf8(release.text(new Habit(",", ",\n", Quotes.ALL, true)))),
        whole(
            "blank_lines.csv",
            () -> utf8(release.text(new Habit(",", "\n\n\r\n", Quotes.ALL, true)))));
  }

  private static List<Copy> packings() {
    return List.of(
        whole("gzip.csv.gz", () -> packed(original(), GZIPOutputStream::new)),
        whole("zstd.csv.zst", () -> packed(original(), ZstdOutputStream::new)),
        whole("bzip2.csv.bz2", () -> packed(original(), BZip2CompressorOutputStream::new)),
        whole("xz.csv.xz", () -> packed(original(), XZCompressorOutputStream::new)),
        whole("zip.zip", () -> Copies.zip("a.csv", original())),
        whole(
            // 15.28
            "one_name.zip",
            () ->
                Copies.storedZip(
                    List.of("a.csv", "a.csv"),
                    List.of(
                        utf8(release.first(100).text(Habit.TWITTER)),
                        utf8(release.from(100).text(Habit.TWITTER))),
                    false)),
        refused(
            "overlapping.zip",
            "begins inside of another",
            () ->
                Copies.storedZip(List.of("a.csv", "b.csv"), List.of(original(), original()), true)),
        refused(
            "encrypted.zip",
            "is encrypted",
            () -> {
              var bytes = Copies.storedZip(List.of("a.csv"), List.of(original()), false);
              bytes[6] |= 1;
              var directory = indexOf(bytes, utf8("PK\1\2"));
              bytes[directory + 8] |= 1;
              return bytes;
            }),
        refused(
            "bad_checksum.zip",
            "damaged",
            () -> {
              var bytes = Copies.storedZip(List.of("a.csv"), List.of(original()), false);
              bytes[bytes.length / 2] ^= 4;
              return bytes;
            }),
        refused(
            "cut.zip", "damaged zip", () -> Arrays.copyOf(Copies.zip("a.csv", original()), 9_000)),
        part(
            "cut.csv.gz",
            20,
            "cut",
            () -> {
              var bytes = packed(original(), GZIPOutputStream::new);
              return Arrays.copyOf(bytes, bytes.length / 2);
            }),
        part(
            "cut.csv.zst",
            100,
            "cut",
            () -> {
              var rest = packed(utf8(release.from(120).text(Habit.TWITTER)), ZstdOutputStream::new);
              return joined(
                  packed(utf8(release.first(120).text(Habit.TWITTER)), ZstdOutputStream::new),
                  Arrays.copyOf(rest, rest.length / 2));
            }));
  }

  private static List<Copy> encodings() {
    return List.of(
        noted("utf16be.csv", "UTF-16BE", () -> marked(text(), UTF_16BE)),
        noted("utf16_bare.csv", "UTF-16LE", () -> ascii().text(Habit.MINIMAL).getBytes(UTF_16LE)),
        noted("utf32.csv", "UTF-32", () -> marked(text(), Charset.forName("UTF-32BE"))),
        legacy(
            "iconv_cp1251.csv",
            "windows-1251",
            "Президент России подписал указ о выборах, сообщает агентство"),
        legacy(
            "iconv_koi8.csv",
            "KOI8-R",
            "Президент России подписал указ о выборах, сообщает агентство"),
        legacy(
            "iconv_cp866.csv",
            "IBM866",
            "Президент России подписал указ о выборах, сообщает агентство"),
        legacy(
            "iconv_latin1.csv",
            "windows-1252",
            "El año pasado la canción llegó más allá: ¡qué señal! niño, corazón"),
        legacy(
            "iconv_cp1250.csv",
            "windows-1250",
            "Zażółć gęślą jaźń, wszyscy już wiedzą, że będzie źle"),
        legacy(
            "iconv_cp1254.csv",
            "windows-1254",
            "Türkiye'de bugün çok güzel bir gün, şimdi dışarı çıkıyoruz, ağaç"),
        legacy("iconv_cp1256.csv", "windows-1256", "السعودية تعلن اليوم عن مشروع جديد في الرياض"),
        legacy("iconv_gb18030.csv", "GB18030", "香港警察今天在街上驱散示威者，许多市民表示支持"),
        legacy("iconv_sjis.csv", "windows-31j", "今日は天気がいいので、散歩に行きましょう。ありがとうございます"),
        part(
            "one_bad_byte.csv",
            ROWS - 1,
            "bytes that are not UTF-8",
            () -> {
              var bytes = utf8(release.text(Habit.TWITTER));
              var at = indexOf(bytes, utf8(release.rows().get(99).getFirst())) - 1;
              while (bytes[at] >= 0) {
                at--;
              }
              bytes[at] = (byte) 0x41;
              return bytes;
            }));
  }

  /// All texts replaced by one that an encoding can write.
  private static Copy legacy(String name, String charset, String text) {
    return new Copy(
        name,
        () ->
            ascii()
                .column("tweet_text", old -> text + " " + old.length())
                .text(Habit.TWITTER)
                .getBytes(Charset.forName(charset)),
        ROWS,
        new Outcome.Whole(charset));
  }

  private static List<Copy> columns() {
    return List.of(
        whole("reversed.csv", () -> utf8(release.reversed().text(Habit.TWITTER))),
        whole(
            "capitals.csv",
            () ->
                utf8(
                    release
                        .names(name -> name.toUpperCase(java.util.Locale.ROOT))
                        .text(Habit.TWITTER))),
        whole(
            "unknown_column.csv",
            () -> utf8(release.with("my_code", release.numbers(7)).text(Habit.TWITTER))),
        refused(
            "no_text_column.csv",
            "tweet_text",
            () -> utf8(release.without("tweet_text").text(Habit.TWITTER))),
        whole(
            "two_orders.csv",
            () ->
                joined(
                    utf8(release.first(120).text(Habit.TWITTER)),
                    utf8(release.from(120).reversed().text(Habit.TWITTER)))),
        whole(
            "cat.csv",
            () ->
                joined(
                    marked(release.first(120).text(Habit.TWITTER), StandardCharsets.UTF_8),
                    marked(release.from(120).text(Habit.TWITTER), StandardCharsets.UTF_8))),
        noted(
            "cat_encodings.csv",
            "windows-1251",
            () ->
                joined(
                    ascii()
                        .first(120)
                        .with(
                            "note",
                            java.util.Collections.nCopies(
                                120, "Президент России подписал указ о выборах"))
                        .text(Habit.TWITTER)
                        .getBytes(Charset.forName("windows-1251")),
                    utf8(
                        release
                            .from(120)
                            .with(
                                "note",
                                java.util.Collections.nCopies(
                                    ROWS - 120, "Президент России подписал указ"))
                            .text(Habit.TWITTER)))));
  }

  private static List<Copy> damages() {
    return List.of(
        part("head.csv", 100, "cut", () -> Arrays.copyOf(original(), original().length / 2)),
        refused(
            "tail.csv",
            "no header",
            () -> Arrays.copyOfRange(original(), original().length / 2, original().length)),
        noted(
            "nul.csv",
            "NUL",
            () ->
                utf8(
                    release
                        .column("user_profile_description", bio -> bio + "\0")
                        .text(Habit.TWITTER))),
        part(
            "lost_quote.csv",
            ROWS - 2,
            "broken quoting",
            () ->
                utf8(
                    release
                        .text(Habit.TWITTER)
                        .replace(
                            release.rows().get(50).getFirst() + "\"",
                            release.rows().get(50).getFirst()))),
        part(
            "lost_cell.csv",
            ROWS - 1,
            "wrong number of cells",
            () ->
                utf8(
                    release
                        .text(Habit.TWITTER)
                        .replace("\"" + release.rows().get(50).getFirst() + "\",", ""))));
  }

  /// Files of other kinds under the names of archives.
  private static List<Copy> others() {
    return List.of(
        refused(
            "x.7z", "7z", () -> new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C, 0, 4}),
        refused(
            "x.tar",
            "tar",
            () -> {
              var tar = new byte[1024];
              System.arraycopy(utf8("ustar"), 0, tar, 257, 5);
              return tar;
            }),
        refused("x.csv", "SQLite", () -> utf8("SQLite format 3\0 and pages")),
        refused("x.xlsx", "workbook", () -> Copies.zip("[Content_Types].xml", utf8("<Types/>"))),
        refused("page.csv", "web page", () -> utf8("<!DOCTYPE html><html>Sign in</html>")),
        refused("empty.csv", "is empty", () -> new byte[0]));
  }

  private static byte[] original() {
    return utf8(release.text(Habit.TWITTER));
  }

  private static String text() {
    return release.text(Habit.TWITTER);
  }

  /// As Python writes truth.
  private static String titled(String cell) {
    return switch (cell) {
      case "true" -> "True";
      case "false" -> "False";
      default -> cell;
    };
  }

  /// As Excel writes long numbers.
  private static String rounded(String id) {
    return id.charAt(0) + "." + id.substring(1, 6) + "E+" + (id.length() - 1);
  }

  /// The release without letters beyond ASCII in any cell.
  private static Copies ascii() {
    return release.cells(cell -> cell.replaceAll("[^\\p{ASCII}]", ""));
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (var at = 0; at <= bytes.length - wanted.length; at++) {
      if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    throw new IllegalArgumentException("not in the copy");
  }

  private static void check(Copy copy) throws IOException {
    var file = Files.write(folder.resolve(copy.name), copy.content.bytes());
    check(copy.name, file, copy.tweets, copy.outcome);
  }

  private static void check(String name, Path source, int tweets, Outcome outcome)
      throws IOException {
    ReadRows read;
    try {
      read = ReadRows.of(source);
    } catch (IOException e) {
      var words = String.valueOf(e.getMessage());
      assertTrue(
          outcome instanceof Outcome.Refused(var expected) && words.contains(expected),
          name + ": " + words);
      return;
    }
    var unsaid =
        name.startsWith("iconv_") || name.equals("utf16_bare.csv") || name.startsWith("cat_enc");
    for (var tweet : read.tweets) {
      if (!unsaid) {
        assertEquals(
            told(java.util.Objects.requireNonNull(ORIGINAL.get(tweet.id().value()))),
            told(tweet),
            name);
      }
    }
    var said = read.notes + " " + read.rejected + (read.cutOff ? " cut off" : "");
    switch (outcome) {
      case Outcome.Whole(var note) -> {
        assertEquals(List.of(), read.rejected, name);
        assertEquals(tweets, read.tweets.size(), name + said);
        assertTrue(note.isEmpty() ? read.notes.isEmpty() : read.notes(note), name + said);
        if (name.startsWith("iconv_")) {
          assertTrue(read.texts().stream().noneMatch(text -> text.contains("\uFFFD")), name + said);
        }
      }
      case Outcome.Part(var least, var named) -> {
        assertTrue(
            read.tweets.size() >= least && read.tweets.size() < tweets,
            name + read.tweets.size() + said);
        assertTrue(said.contains(named), name + said);
      }
      case Outcome.Refused(var words) -> {
        assertEquals(0, read.tweets.size(), name + said);
        assertTrue(said.contains(words), name + said);
      }
    }
  }

  /// What a reader is told of a tweet. Line ends are any: programs write them as they like.
  private static List<Object> told(Tweet tweet) {
    return List.of(
        tweet.id(),
        tweet.time(),
        tweet.kind(),
        tweet.content().text().replace("\r\n", "\n").replace('\r', '\n'),
        tweet.content().language(),
        tweet.content().hashtags(),
        tweet.content().urls(),
        tweet.content().mentions(),
        tweet.content().client(),
        tweet.content().poll(),
        tweet.references(),
        tweet.counts(),
        tweet.account().id(),
        tweet.account().screenName(),
        tweet.account().displayName(),
        tweet.account().profile().bio().replace("\r\n", "\n").replace('\r', '\n'),
        tweet.account().profile().location());
  }

  /// Files that were split, in a folder.
  @TestFactory
  Stream<DynamicTest> splitCopies() {
    record Split(String name, List<byte[]> parts, List<String> names, Outcome outcome) {}
    var bytes = original();
    var lines = Copies.splitLines(bytes, 40);
    var pieces = Copies.split(bytes, bytes.length / 5 + 1);
    var headed =
        List.of(
            utf8(release.first(80).text(Habit.TWITTER)),
            utf8(release.from(80).text(Habit.TWITTER)));
    var letters =
        Stream.iterate(0, i -> i + 1).limit(26).map(i -> "t.csv.a" + (char) ('a' + i)).toList();
    var bare = letters.stream().map(name -> "xa" + name.charAt(name.length() - 1)).toList();
    var numbers = Stream.iterate(1, i -> i + 1).limit(26).map("t.csv.%03d"::formatted).toList();
    var partNames = Stream.iterate(1, i -> i + 1).limit(26).map("t_part%d.csv"::formatted).toList();
    var dashes = Stream.iterate(1, i -> i + 1).limit(26).map("t-%d.csv"::formatted).toList();
    var packedPieces = pieces.stream().map(piece -> gzip(piece)).toList();
    var splits =
        new ArrayList<>(
            List.of(
                new Split("split_lines", lines, letters, WHOLE),
                new Split("split_bytes", pieces, letters, WHOLE),
                new Split("split_bare_names", pieces, bare, WHOLE),
                new Split("split_numbers", pieces, numbers, WHOLE),
                new Split("split_parts", lines, partNames, WHOLE),
                new Split("split_dashes", lines, dashes, WHOLE),
                new Split(
                    "split_packed",
                    packedPieces,
                    letters.stream().map(n -> n + ".gz").toList(),
                    WHOLE),
                new Split("split_headed", headed, partNames, WHOLE)));
    var gap = new ArrayList<>(pieces);
    gap.remove(2);
    var gapNames = new ArrayList<>(letters);
    gapNames.remove(2);
    splits.add(new Split("split_gap", gap, gapNames, new Outcome.Refused("missing")));
    splits.add(
        new Split(
            "split_no_first",
            pieces.subList(1, pieces.size()),
            letters.subList(1, letters.size()),
            new Outcome.Refused("give the first part too")));
    return splits.stream()
        .map(split ->
            dynamicTest(
                split.name,
                () ->
                    check(
                        split.name,
                        Copies.folder(folder.resolve(split.name), split.names, split.parts),
                        ROWS,
                        split.outcome)));
  }

  private static byte[] gzip(byte[] bytes) {
    try {
      return packed(bytes, GZIPOutputStream::new);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
