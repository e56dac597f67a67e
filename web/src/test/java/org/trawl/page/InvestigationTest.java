package org.trawl.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trawl.ingest.IndexOptions;
import org.trawl.ingest.IndexProgress;
import org.trawl.ingest.TweetIndexer;
import org.trawl.page.Chromium.Reader;
import org.trawl.search.TweetSearch;

/// Questions that people put to the archive, answered in a browser over the real sample's tweets of
/// two campaigns, against plain counts over its rows. Skipped where the sample does not lie beside
/// the project.
class InvestigationTest {
  private static final Pattern CAMPAIGNS = Pattern.compile("(?i)brexit|merkelmussbleiben");

  /// The sample's rows of the campaigns, by column.
  private static final List<Map<String, String>> ROWS = new ArrayList<>();

  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    var sample =
        Path.of(System.getProperty("trawl.shared", "../shared"), "data/ira_tweets_csv_hashed.zip");
    assumeTrue(Files.exists(sample), "no sample data beside the project");
    try (var zip = new ZipInputStream(Files.newInputStream(sample))) {
      assertTrue(zip.getNextEntry() != null, "an empty zip");
      try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(zip, UTF_8))) {
        for (var row : csv) {
          if (CAMPAIGNS.matcher(row.getField("tweet_text")).find()) {
            ROWS.add(fields(row));
          }
        }
      }
    }
    chromium = Chromium.start(InvestigationTest::archive);
  }

  private static Map<String, String> fields(NamedCsvRecord row) {
    var fields = new TreeMap<String, String>();
    for (var name : row.getHeader()) {
      fields.put(name, row.getField(name));
    }
    return fields;
  }

  private static TweetSearch archive(Path folder) throws IOException {
    var file = folder.resolve("ira_tweets_csv_hashed.csv");
    try (var csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(ROWS.getFirst().keySet());
      ROWS.forEach(row -> csv.writeRecord(row.values()));
    }
    var options = IndexOptions.of(List.of(file), folder.resolve("index"));
    new TweetIndexer(options, IndexProgress.SILENT).run();
    return TweetSearch.open(folder.resolve("index"));
  }

  @AfterAll
  static void stop() throws IOException {
    if (chromium != null) {
      assertEquals(List.of(), chromium.complaints());
      chromium.close();
    }
  }

  private static Predicate<Map<String, String>> tagged(String tag) {
    var pattern = Pattern.compile("(?i)[\\[,' ]" + tag + "[\\],']");
    return row -> pattern.matcher(cell(row, "hashtags")).find();
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private static long count(Predicate<Map<String, String>> wanted) {
    return ROWS.stream().filter(wanted).count();
  }

  /// The most frequent value of a column, and how often it is there.
  private static Map.Entry<String, Long> most(
      Predicate<Map<String, String>> wanted, Function<Map<String, String>, String> value) {
    return ROWS.stream()
        .filter(wanted)
        .collect(Collectors.groupingBy(value, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .orElseThrow();
  }

  private static void assertTotal(Page page, long tweets) {
    assertThat(page.locator("#total strong"))
        .hasText("%,d %s".formatted(tweets, tweets == 1 ? "tweet" : "tweets"));
  }

  private static String day(Map<String, String> row) {
    return cell(row, "tweet_time").substring(0, 10);
  }

  @Test
  void whoSpokeOfBrexitWhenAndHowOftenInRetweets() {
    var brexit = tagged("brexit");
    var page = chromium.open(Reader.DESK, "/?q=%23brexit");
    assertTotal(page, count(brexit));
    var busiest = most(brexit, InvestigationTest::day);
    page.navigate("/?q=%23brexit&timeline=day");
    assertThat(page.locator("a.most")).containsText("(" + busiest.getValue() + ")");
    page.locator("a.most").click();
    assertTotal(page, busiest.getValue());
    var account = most(brexit, row -> cell(row, "userid"));
    page.navigate("/?q=%23brexit&filter=account:" + account.getKey());
    assertTotal(page, account.getValue());
    page.navigate("/?q=%23brexit&filter=kind:retweet");
    assertTotal(page, count(brexit.and(row -> cell(row, "is_retweet").equalsIgnoreCase("true"))));
  }

  @Test
  void aCampaignOfOneDayAndItsApps() {
    var campaign = tagged("merkelmussbleiben");
    var day = most(campaign, InvestigationTest::day);
    var query = "#merkelmussbleiben since:" + day.getKey();
    var page = chromium.open(Reader.DESK, "/?q=" + SearchAddress.encode(query));
    assertTotal(page, count(campaign.and(row -> day(row).compareTo(day.getKey()) >= 0)));
    var app = most(campaign, row -> cell(row, "tweet_client_name"));
    page.navigate("/?q=%23merkelmussbleiben&filter=client:" + SearchAddress.encode(app.getKey()));
    assertTotal(page, app.getValue());
  }

  @Test
  void whoSentATextFirstAndWhoThen() {
    var page = chromium.open(Reader.DESK, "/?q=merkelmussbleiben&sort=copies");
    page.locator(".card .same").first().click();
    assertThat(page.locator("#q")).hasValue(Pattern.compile("^copies_of:\\d+$"));
    var times =
        page.locator(".card time").all().stream().map(time -> time.getAttribute("datetime"));
    var seen = times.toList();
    assertTrue(seen.size() > 1, "copies");
    assertEquals(seen.stream().sorted().toList(), seen, "the first to send it comes first");
  }

  @Test
  void whoseTweetsWereSpread() {
    var page = chromium.open(Reader.DESK, "/?q=brexit+is:retweet");
    var facet = page.locator("#facet-retweeted");
    facet.locator("summary").click();
    var named = new Locator.FilterOptions().setHasText("@");
    var first = facet.locator(".value").filter(named).first();
    var spread = first.locator(".count").textContent();
    first.locator("label").click();
    assertThat(page.locator("#total strong")).hasText(Pattern.compile("^" + spread + " tweets?$"));
    assertThat(page.locator(".card .context").first()).containsText("Retweet of");
  }

  @Test
  void anAccountOfTheCampaignAndAllItSent() {
    var account = most(tagged("merkelmussbleiben"), row -> cell(row, "userid")).getKey();
    var page = chromium.open(Reader.DESK, "/accounts/" + account);
    page.locator(".profilehead .all a").click();
    assertTotal(page, count(row -> cell(row, "userid").equals(account)));
  }

  @Test
  void evidenceIsCollectedCitedAndExported() throws Exception {
    var page = chromium.open(Reader.DESK, "/?q=%23brexit&sort=retweets");
    var id = page.locator(".card").first().getAttribute("data-tweet");
    var row = ROWS.stream().filter(one -> cell(one, "tweetid").equals(id)).findFirst();
    var most =
        ROWS.stream()
            .filter(tagged("brexit"))
            .max(Comparator.comparingLong(InvestigationTest::retweets));
    assertEquals(retweets(most.orElseThrow()), retweets(row.orElseThrow()));
    page.locator(".card .star").first().click();
    page.navigate("/tweets/" + id);
    assertThat(page.locator(".cite").first()).containsText(id);
    page.navigate("/saved");
    var saved = page.waitForDownload(() -> page.locator("#saved-csv").click());
    assertTrue(Files.readString(saved.path()).contains(id));
    page.navigate("/?q=%23brexit");
    page.locator("#menu-export summary").click();
    var ids =
        page.waitForDownload(() -> page.locator("#menu-export a[href*='format=ids']").click());
    assertEquals(count(tagged("brexit")), Files.readAllLines(ids.path()).size());
  }

  private static long retweets(Map<String, String> row) {
    var cell = cell(row, "retweet_count");
    return cell.isEmpty() ? 0 : (long) Double.parseDouble(cell);
  }
}
