package org.trawl.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trawl.lucene.TestArchive.RowBuilder;
import org.trawl.query.QueryParser;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;

/// Every example of the manual of the query language finds, in an index of made-up tweets, those
/// that `manual.txt` names. With `-Dupdate=true` the table is rewritten from what is found, to be
/// reviewed as a difference.
final class ManualExamplesTest {
  private static final Path MANUAL = Path.of("../docs/query-language.md");
  private static final Path TABLE = Path.of("src/test/resources/org/trawl/lucene/manual.txt");
  private static final String COLUMN = " │ ";
  private static final long LONG_ID = 746272130992644096L;

  /// GIFs and camera data are known from media files alone, of which this archive has none.
  private static final List<String> NOTHING = List.of("has:gifs", "has:exif");

  private static TweetSearcher searcher;
  private static TestArchive archive;

  @BeforeAll
  static void index() throws IOException {
    archive = new TestArchive();
    texts();
    whos();
    whats();
    whens();
    whiches();
    for (int i = 0; i < 37; i++) {
      archive.add(plain(500 + i, "say it again and again"));
    }
    searcher = archive.open(2);
  }

  @AfterAll
  static void close() throws IOException {
    searcher.close();
  }

  /// A tweet of nobody in particular, of 2013.
  private static RowBuilder plain(long id, String text) {
    return TestArchive.row(id, text)
        .by("nobody")
        .at(Instant.parse("2013-01-02T03:04:00Z"))
        .operation("iran_201901")
        .cell("account_creation_date", "2012-01-02")
        .cell("tweet_client_name", "TweetDeck");
  }

  private static void texts() {
    var texts =
        List.of(
            "Brexit will hurt the NHS",
            "brexit now",
            "The NHS needs nurses so do not leave it",
            "We are leaving",
            "Clinton and Russia",
            "Trump rallies in Ohio",
            "Trump met a man from russia",
            "Trump once said of his many good friends in russia nothing",
            "Black lives matter today",
            "Black Lives count",
            "black children matter",
            "the elections are near",
            "select one",
            "an organisation",
            "Hilary speaks",
            "hilari speaks",
            "what colour is it",
            "color me surprised",
            "a trump rally",
            "now or never",
            "trump");
    for (int i = 0; i < texts.size(); i++) {
      archive.add(plain(1 + i, texts.get(i)));
    }
    archive.add(plain(31, "Выборов не было вчера в городе").lang("ru"));
    archive.add(
        plain(32, "Завтра выборы в нашем городе")
            .by("gorod")
            .lang("ru")
            .cell("account_language", "ru"));
    archive.add(plain(33, "Сьогодні ввечері ми їдемо до Києва разом із друзями").lang("uk"));
    archive.add(plain(34, "123").lang("und"));
  }

  private static void whos() {
    archive.add(
        plain(41, "good morning")
            .by("TEN_GOP")
            .cell("user_display_name", "Tennessee")
            .cell("user_profile_description", "For God and Country. Proud.")
            .cell("follower_count", "12000")
            .cell("following_count", "50"));
    archive.add(
        plain(42, "good evening")
            .by("Pamela_Moore13")
            .cell("user_reported_location", "Texas, USA")
            .cell("follower_count", "1000")
            .cell("following_count", "1000")
            .cell("account_creation_date", "2014-05-06"));
    archive.add(
        plain(43, "@realDonaldTrump yes")
            .cell("in_reply_to_userid", "25073877")
            .cell("in_reply_to_tweetid", Long.toString(LONG_ID)));
    archive.add(plain(44, "I like @realDonaldTrump"));
    archive.add(
        plain(45, "RT @TEN_GOP: good morning")
            .cell("is_retweet", "true")
            .cell("retweet_userid", "41")
            .cell("retweet_tweetid", Long.toString(LONG_ID)));
  }

  private static void whats() {
    archive.add(plain(51, "great again #MAGA").cell("hashtags", "['MAGA']"));
    archive.add(plain(52, "look").cell("urls", "['https://www.rt.com/news/1-a/']"));
    archive.add(plain(53, "look").cell("urls", "['https://rt.com.example.org/x']"));
    archive.add(plain(54, "photo").cell("urls", "['https://twitter.com/a/status/9/photo/1']"));
    archive.add(plain(55, "film").cell("urls", "['https://twitter.com/a/status/9/video/1']"));
    archive.add(plain(56, "here").cell("latitude", "59.9").cell("longitude", "30.3"));
    archive.add(plain(57, "tea or coffee?").cell("poll_choices", "['tea', 'coffee']"));
    archive.add(plain(58, "sent so").cell("tweet_client_name", "Twitter Web Client"));
    archive.add(plain(59, "of that release").operation("ira"));
  }

  private static void whens() {
    archive.add(plain(61, "noon").at(Instant.parse("2015-12-31T23:59:00Z")));
    archive.add(plain(62, "noon").at(Instant.parse("2016-01-01T00:00:00Z")));
    archive.add(plain(63, "noon").at(Instant.parse("2016-01-01T13:30:00Z")));
    archive.add(plain(64, "noon").at(Instant.parse("2016-06-30T12:00:00Z")));
    archive.add(plain(65, "noon").at(Instant.parse("2016-12-31T12:00:00Z")));
    archive.add(plain(66, "noon").at(Instant.parse("2017-01-01T00:00:00Z")));
    archive.add(plain(67, "noon").at(Instant.parse("2016-03-07T09:59:59Z")));
    archive.add(plain(68, "noon").at(Instant.parse("2016-03-12T18:00:00Z")));
  }

  private static void whiches() {
    for (int count : List.of(5, 10, 100, 101)) {
      var text = Integer.toString(count);
      archive.add(
          plain(70 + count, "counted")
              .cell("like_count", text)
              .cell("retweet_count", text)
              .cell("reply_count", text)
              .cell("quote_count", text));
    }
    archive.add(plain(LONG_ID, "the one"));
    archive.add(plain(LONG_ID + 1, "the next"));
    archive.add(plain(46, "see this").cell("quoted_tweet_tweetid", Long.toString(LONG_ID)));
  }

  @TestFactory
  Stream<DynamicTest> everyExampleFindsWhatTheTableSays() throws Exception {
    var table = table();
    return examples("read as").stream()
        .map(cells -> code(cells.getFirst()))
        .map(query ->
            DynamicTest.dynamicTest(
                query,
                () -> {
                  var found = find(query);
                  assertEquals(table.get(query), ids(found), query);
                  assertEquals(NOTHING.contains(query), found.isEmpty(), query);
                  assertEquals(query.equals("*"), found.size() == archive.tweets().size(), query);
                }));
  }

  @TestFactory
  Stream<DynamicTest> otherNamesFindTheSame() throws Exception {
    return examples("same as").stream()
        .map(cells ->
            DynamicTest.dynamicTest(
                code(cells.getFirst()),
                () -> assertEquals(find(code(cells.get(1))), find(code(cells.getFirst())))));
  }

  @Test
  void whatIsMendedOrCarriesAHintRuns() throws Exception {
    for (var cells : examples("said")) {
      if (!cells.get(2).equals("none")) {
        find(code(cells.get(2)));
      }
    }
    for (var cells : examples("hint")) {
      find(code(cells.getFirst()));
    }
  }

  private static NavigableSet<Long> find(String query) throws Exception {
    var parsed = QueryParser.parse(query);
    assertEquals(List.of(), parsed.problems(), query);
    var found = new TreeSet<Long>();
    searcher.export(
        parsed.ast(), Selection.NONE, Sort.NEWEST, hit -> found.add(hit.tweet().id().value()));
    return found;
  }

  /// `1 2 31-34`: runs of ids that follow each other are drawn together.
  private static String ids(NavigableSet<Long> found) {
    var runs = new ArrayList<String>();
    for (long id : found) {
      if (found.contains(id - 1)) {
        continue;
      }
      long last = id;
      while (found.contains(last + 1)) {
        last++;
      }
      runs.add(last == id ? Long.toString(id) : id + "-" + last);
    }
    return String.join(" ", runs);
  }

  private static Map<String, String> table() throws Exception {
    var table = new LinkedHashMap<String, String>();
    if (Boolean.getBoolean("update")) {
      for (var cells : examples("read as")) {
        var query = code(cells.getFirst());
        table.put(query, ids(find(query)));
      }
      Files.write(
          TABLE,
          table.entrySet().stream()
              .map(row -> (row.getKey() + COLUMN + row.getValue()).strip())
              .toList());
    }
    for (var line : Files.readAllLines(TABLE)) {
      var cells = line.split(COLUMN.stripTrailing(), -1);
      table.put(cells[0].strip(), cells[1].strip());
    }
    return table;
  }

  private static String code(String cell) {
    assertTrue(cell.matches("`[^`]+`"), () -> cell + " is no code");
    return cell.substring(1, cell.length() - 1);
  }

  /// The rows of the manual's tables whose second column says this.
  private static List<List<String>> examples(String kind) throws IOException {
    var examples = new ArrayList<List<String>>();
    var current = "";
    for (var line : Files.readAllLines(MANUAL)) {
      if (!line.startsWith("| ") || line.startsWith("| ---")) {
        continue;
      }
      var cells =
          Stream.of(line.split("(?<!\\\\)\\|"))
              .skip(1)
              .map(cell -> cell.strip().replace("\\|", "|"))
              .collect(Collectors.toList());
      if (cells.getFirst().equals("written")) {
        current = cells.get(1);
      } else if (current.equals(kind)) {
        examples.add(cells);
      }
    }
    assertTrue(!examples.isEmpty(), kind);
    return examples;
  }
}
