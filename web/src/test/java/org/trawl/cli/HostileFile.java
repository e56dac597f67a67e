package org.trawl.cli;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.trawl.cli.HostileContent.HEADER;
import static org.trawl.cli.HostileContent.bomb;
import static org.trawl.cli.HostileContent.csv;
import static org.trawl.cli.HostileContent.csvOfBytes;
import static org.trawl.cli.HostileContent.cut;
import static org.trawl.cli.HostileContent.link;
import static org.trawl.cli.HostileContent.lying;
import static org.trawl.cli.HostileContent.packed;
import static org.trawl.cli.HostileContent.row;
import static org.trawl.cli.HostileContent.rows;
import static org.trawl.cli.HostileContent.text;
import static org.trawl.cli.HostileContent.zip;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;

/// Kinds of files that someone may leave in an archive to break whoever indexes it: what each is to
/// say, and how many tweets are in the index in the end. Each lies in a folder beside a good file
/// of two tweets, and the folder is indexed, unless it is given by its name.
@SuppressWarnings("ImmutableEnumChecker") // what makes a file has no state
enum HostileFile {
  // Bad rows: the file's good ones are indexed.
  BROKEN_QUOTES("broken quoting", 3, in -> csv(in, row(1, "say |stop now").replace('|', '"'))),
  QUOTE_THAT_NEVER_ENDS(
      "broken quoting", 3, in -> csv(in, row(1, "|").split("\\|")[0] + "more\n".repeat(2_500))),
  NULS(
      "unreadable id",
      3,
      in -> csv(in, row(1, "x").replace("100", "\0\0") + row(2, "x").replace("100", "1\0"))),
  NUL_IN_A_TEXT("", 4, in -> csv(in, row(1, "a\0b"))),
  INVALID_UTF_8("", 4, in -> csvOfBytes(in, 0xfe, 0xff, 0xc0, 0x80)),
  LONE_SURROGATES(2, "is not UTF-8", in -> csvOfBytes(in, 0xed, 0xa0, 0x80, ' ', 0xed, 0xb0, 0x80)),
  MILLION_CHARACTER_CELL("", 4, in -> csv(in, row(1, "wörd ".repeat(200_000)))),
  WORD_OF_A_MILLION_LETTERS("", 4, in -> csv(in, row(1, "w".repeat(1_000_000)))),
  CELL_PAST_ALL_BOUNDS("row too long", 3, in -> csv(in, row(1, "y".repeat(30_000_000)))),
  MILLION_COLUMNS("broken quoting", 3, in -> csv(in, ",".repeat(1_000_000) + "\n")),
  MILLION_COLUMNS_IN_THE_HEADER(
      "is no archive file",
      2,
      in -> text(in, "a.csv", HEADER.strip() + ",x".repeat(1_000_000) + "\n" + row(1, "x"))),
  TOO_FEW_CELLS("wrong number of cells", 3, in -> csv(in, "1000001,25728963,x\n")),
  ABSURD_NUMBERS(
      "unreadable",
      3,
      in ->
          csv(
              in,
              row(1, "x").replace("1000001", "9".repeat(400))
                  + row(2, "x").replace("2017-06-22", "999999999-99-99"))),
  HEADERS_IN_THE_MIDDLE("", 5, in -> csv(in, row(1, "x") + HEADER + HEADER + row(2, "x"))),
  BYTE_ORDER_MARK("", 3, in -> text(in, "a.csv", "\uFEFF" + HEADER + row(1, "x"))),
  HEADER_ALONE("", 2, in -> text(in, "a.csv", HEADER)),
  NAME_OF_FORMULA_AND_MARKUP("", 3, in -> text(in, "=cmd|'<b>'\n.csv", HEADER + row(1, "x"))),
  PATH_TRAVERSAL(
      "", 3, in -> zip(in, "../../../../../tmp/trawl-was-here.csv", HEADER + row(1, "x"))),
  TRUNCATED_GZIP(
      "is cut off inside",
      193,
      in -> cut(packed(in, HEADER + rows(1, 300), GZIPOutputStream::new))),
  TRUNCATED_ZSTD(
      2,
      "is cut off before any of it can be unpacked",
      in -> cut(packed(in, HEADER + rows(1, 300), ZstdOutputStream::new))),
  UTF_16_TEXT(
      "is in UTF-16BE",
      3,
      in -> Files.write(in.resolve("a.csv"), (HEADER + row(1, "x")).getBytes(UTF_16))),

  // No archive: noted and left.
  EMPTY_FILE("is empty", 2, in -> text(in, "a.csv", "")),
  NOISE("is no text that Trawl knows", 2, HostileContent::noise),
  FOLDER_NAMED_AS_A_FILE("", 2, in -> Files.createDirectory(in.resolve("a.csv"))),
  LINKS_IN_A_RING("", 2, in -> link(in, in)),
  LINK_TO_ITSELF("", 2, in -> link(in, in.resolve("a.csv"))),
  LINK_TO_NOTHING("", 2, in -> link(in, in.resolve("gone"))),
  LINK_TO_A_SECRET("is no archive file", 2, in -> link(in, Path.of("/etc/passwd"))),
  FIFO("", 2, HostileContent::fifo),
  DEEP_FOLDERS("", 2, in -> Files.createDirectories(in.resolve("d/".repeat(1_000)))),

  // May hold tweets and cannot be read: refused before any work.
  NESTED_ARCHIVE(2, "is an archive in an archive", in -> zip(in, "deep.zip", "PK")),
  TRUNCATED_ZIP(2, "damaged zip", in -> cut(zip(in, "x.csv", HEADER + rows(1, 300)))),
  ZIP_OF_TOO_MANY_FILES(
      2, "no archive of tweets has over 5,000", in -> HostileContent.zipOfMany(in, 6_000)),
  ZIP_THAT_SAYS_TOO_MUCH(
      2,
      "times its size",
      in -> lying(zip(in, "x.csv", HEADER + rows(1, 20_000)), Integer.MAX_VALUE)),
  GZIP_BOMB(2, "times its size", in -> bomb(in, GZIPOutputStream::new)),
  ZIP_BOMB(2, "times its size", in -> bomb(in, HostileContent::zipEntry)),
  ZSTD_BOMB(2, "times its size", in -> bomb(in, ZstdOutputStream::new)),

  // Damaged where its rows are: nothing of the run is published.
  ZIP_THAT_SAYS_TOO_LITTLE(
      1, "longer than it says", in -> lying(zip(in, "x.csv", HEADER + rows(1, 20_000)), 1_000_000)),
  GROWS_WHILE_READ(
      "was changed while it was read",
      in -> csv(in, rows(100, 20_000)),
      file -> Files.writeString(file, row(1, "x"), StandardOpenOption.APPEND)),
  SHRINKS_WHILE_READ(
      "was changed while it was read",
      in -> csv(in, rows(100, 20_000)),
      file -> Files.writeString(file, HEADER)),
  VANISHES_WHILE_READ(
      "vanished while it was read", in -> csv(in, rows(100, 20_000)), Files::delete),

  // Given by its name.
  FIFO_BY_NAME("is no file", HostileContent::fifo),
  DEVICE_BY_NAME("is no file", _ -> Path.of("/dev/zero")),
  EMPTY_FOLDER_BY_NAME("holds no archive file", in -> Files.createDirectory(in.resolve("a.csv"))),
  MISSING_BY_NAME("does not exist", in -> in.resolve("a.csv")),
  LINK_TO_ITSELF_BY_NAME("does not exist", in -> link(in, in.resolve("a.csv")));

  /// Makes the file.
  interface Maker {
    Path make(Path folder) throws IOException;
  }

  /// Does something to the file while it is read.
  interface Rival {
    void act(Path file) throws IOException;
  }

  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private final Maker maker;
  private final boolean byName;
  final Rival rival;
  final int exit;
  final String says;
  final long tweets;

  HostileFile(String says, long tweets, Maker maker) {
    this(maker, false, _ -> {}, 0, says, tweets);
  }

  HostileFile(int exit, String says, Maker maker) {
    this(maker, false, _ -> {}, exit, says, 0);
  }

  HostileFile(String says, Maker maker, Rival rival) {
    this(maker, false, rival, FAILED, says, 0);
  }

  HostileFile(String says, Maker maker) {
    this(maker, true, _ -> {}, WRONG_USAGE, says, 0);
  }

  HostileFile(Maker maker, boolean byName, Rival rival, int exit, String says, long tweets) {
    this.maker = maker;
    this.byName = byName;
    this.rival = rival;
    this.exit = exit;
    this.says = says;
    this.tweets = tweets;
  }

  /// Makes the files of this kind in a folder, and says which to index.
  Path make(Path folder) throws IOException {
    text(folder, "good.csv", HEADER + rows(50, 2));
    var hostile = maker.make(folder);
    return byName ? hostile : folder;
  }
}
