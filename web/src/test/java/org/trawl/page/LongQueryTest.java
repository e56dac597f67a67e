package org.trawl.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trawl.api.PackedList;
import org.trawl.page.Chromium.Reader;
import org.trawl.page.site.Wording;
import org.trawl.query.QueryLimits;
import org.trawl.query.ValueList;

/// Queries of thousands of terms, which stand in a page's path and not in each of its links.
@Timeout(300)
class LongQueryTest {
  private static final List<Reader> READERS = List.of(Reader.DESK, Reader.DESK.withoutScripts());
  private static final Pattern FORWARD = Pattern.compile("content=\"0; url=([^\"]+)\"");
  private static final int MOST_BYTES = 1_500_000;
  private static final int MOST_PACKED_BYTES = 150_000;

  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void nothingComplains() {
    assertEquals(List.of(), chromium.complaints());
  }

  /// As many terms as there may be.
  private static String fourThousand(String join) {
    return words(QueryLimits.MAX_TERMS, join);
  }

  /// Words of seven letters that nobody could guess, and one that tweets have.
  private static String words(int count, String join) {
    var random = new Random(4);
    return "bridge"
        + join
        + IntStream.range(1, count)
            .mapToObj(_ ->
                random
                    .ints(7, 'a', 'z' + 1)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining()))
            .collect(Collectors.joining(join));
  }

  /// A page; a server that is busy with the searches of other tests is asked again.
  private static HttpResponse<byte[]> get(String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(chromium.address(path)))
              .header("Accept-Encoding", "gzip")
              .header("Accept", "text/html")
              .build();
      var answer = client.send(request, BodyHandlers.ofByteArray());
      for (int again = 0; again < 30 && answer.statusCode() == 503; again++) {
        Thread.sleep(Duration.ofSeconds(1));
        answer = client.send(request, BodyHandlers.ofByteArray());
      }
      return answer;
    }
  }

  private static String text(HttpResponse<byte[]> answer) throws IOException {
    boolean packed =
        answer.headers().firstValue("Content-Encoding").equals(java.util.Optional.of("gzip"));
    try (var body = new ByteArrayInputStream(answer.body())) {
      return new String(
          packed ? new GZIPInputStream(body).readAllBytes() : body.readAllBytes(), UTF_8);
    }
  }

  /// The page that a query typed into the box leads to.
  private static HttpResponse<byte[]> results(String query) throws Exception {
    var sent = text(get("/?q=" + URLEncoder.encode(query, UTF_8)));
    var forward = FORWARD.matcher(sent);
    assertTrue(forward.find(), () -> "sent on nowhere: " + Wording.cut(sent, 2_000));
    return get(forward.group(1));
  }

  private static String small(String query, int status) throws Exception {
    var page = results(query);
    var html = text(page);
    assertEquals(status, page.statusCode(), () -> Wording.cut(html, 2_000));
    System.out.printf(
        "%,d characters of query: a page of %,d bytes, %,d packed%n",
        query.length(), html.getBytes(UTF_8).length, page.body().length);
    assertTrue(html.getBytes(UTF_8).length < MOST_BYTES, () -> html.length() + " characters");
    assertTrue(page.body().length < MOST_PACKED_BYTES, () -> page.body().length + " bytes packed");
    return html;
  }

  @Test
  void pageOfFourThousandAlternativesIsSmall() throws Exception {
    var query = fourThousand(" OR ");
    var html = small(query, 200);
    assertTrue(html.contains("id=\"total\""));
    // In the box.
    assertEquals(1, html.split(Pattern.quote(query), -1).length - 1);
  }

  @Test
  void pageOfFourThousandWordsThatNoTweetHasIsSmall() throws Exception {
    // Whether it ran to its end, or out of time on a busy machine.
    assertTrue(small(fourThousand(" "), 200).contains("class=\"nothing\""));
  }

  @Test
  void pageOfALongQueryToMendIsSmall() throws Exception {
    assertTrue(small(fourThousand(" OR ") + " \"unclosed (", 400).contains("mistake"));
  }

  @Test
  void longestQueryIsAnsweredInEveryScript() throws Exception {
    for (var word : List.of("bridge ", "мост ", "橋梁 ", "“bridge” OR ")) {
      var query = word.repeat(QueryLimits.MAX_LENGTH / word.length()).strip();
      var page = results(query);
      // More words than a query may have, which is said on the page, but not by the server's wall.
      var html = text(page);
      assertTrue(html.contains("id=\"reading\""), () -> word + Wording.cut(html, 2_000));
    }
  }

  @Test
  void queryThatIsTooLongIsToldSo() throws Exception {
    var page = get("/?q=" + "bridge+".repeat(10_000));
    assertEquals(400, page.statusCode());
    assertTrue(text(page).contains("mistake"));
  }

  @Test
  void brokenAddressOfAQueryIsToldSo() throws Exception {
    var page = get("/queries/nonsense/search");
    assertEquals(404, page.statusCode());
    assertTrue(text(page).contains("cut off when it was copied"));
  }

  @Test
  void shortQueryKeepsItsAddress() throws Exception {
    assertEquals(200, get("/?q=bridge").statusCode());
    assertTrue(text(get("/?q=bridge")).contains("href=\"/?q=bridge&amp;sort=newest\""));
  }

  private static long total(Page page) {
    return Long.parseLong(page.locator("#total strong").textContent().replaceAll("[^0-9]", ""));
  }

  private static Locator link(Page page, String within, String text) {
    return page.locator(within + " a").filter(new Locator.FilterOptions().setHasText(text));
  }

  @Test
  void longQueryStaysWhileTheSearchChanges() throws Exception {
    var query = words(300, " OR ");
    for (var reader : READERS) {
      var page = chromium.open(reader, "/?q=bridge");
      long all = total(page);
      page.fill("#q", query);
      page.keyboard().press("Enter");
      var folder = Pattern.compile("//[^/]+/queries/[\\w-]+/search$");
      page.waitForURL(folder);
      assertThat(page.locator("#q")).hasValue(query);
      assertEquals(all, total(page));
      var address = page.url();

      var english = link(page, "#facet-language .value", "").first();
      assertThat(english).isVisible();
      var value = page.locator("#facet-language .value").first();
      var count = value.locator(".count").textContent();
      value.locator("input").check();
      if (!reader.scripts()) {
        page.locator(".apply button").click();
      }
      assertThat(page.locator("#total strong")).hasText(count + " tweets");
      page.waitForURL(Pattern.compile("/queries/[\\w-]+/search\\?filter=language(:|%3A)"));
      link(page, ".toolbar", "Table").click();
      page.waitForURL(Pattern.compile("/search\\?filter=language:\\w+&view=table"));
      page.goBack();
      assertThat(page.locator("#total strong")).hasText(count + " tweets");
      page.reload();
      assertThat(page.locator("#total strong")).hasText(count + " tweets");

      page.locator("#menu-export summary").click();
      var download = page.waitForDownload(() -> link(page, "#menu-export", "ids").click());
      assertEquals(
          Long.parseLong(count.replace(",", "")),
          java.nio.file.Files.readAllLines(download.path()).size());
      page.locator("#menu-share summary").click();
      assertThat(page.locator("#menu-share")).containsText("holds the whole search");

      page.navigate(address.replaceFirst("search$", "facets-hashtag"));
      page.fill("input[name=contains]", "br");
      page.locator(".lookup button").click();
      page.waitForURL(Pattern.compile("/facets-hashtag\\?.*contains=br"));
      assertThat(page.locator("#found .value").first()).containsText("br");
      page.navigate(address);
      page.locator(".boxlinks a").first().click();
      page.waitForURL(Pattern.compile("/queries/[\\w-]+/advanced$"));
      assertThat(page.locator("#any")).hasValue(Pattern.compile("bridge .*"));
      page.fill("#none", "mayor");
      page.locator(".advancedform button").click();
      page.waitForURL(folder);
      assertTrue(total(page) < all);

      page.fill("#q", "bridge");
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile("//[^/]+/\\?q=bridge$"));
      page.goBack();
      page.waitForURL(folder);
      assertThat(page.locator("#q")).not().hasValue("bridge");
      page.context().close();
    }
  }

  @Test
  void longQueryWithinAListLeavesEither() {
    var list =
        new PackedList(
            ValueList.read("HarborGazette", ValueList.Words.ACCOUNTS), ValueList.Role.FROM);
    var page =
        chromium.open(Reader.DESK, "/lists/" + list.packed().orElseThrow() + "/search?q=bridge");
    long all = total(page);
    page.fill("#q", words(300, " OR "));
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile("/lists/[\\w-]+/queries/[\\w-]+/search$"));
    assertEquals(all, total(page));
    page.locator(".reading a[href$='/list']").click();
    assertThat(page.locator("#report")).containsText("1 value");
    page.goBack();
    link(page, ".chips", "List").click();
    page.waitForURL(Pattern.compile("//[^/]+/queries/[\\w-]+/search$"));
    assertTrue(total(page) > all);
    page.goBack();
    page.fill("#q", "bridge");
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile("/lists/[\\w-]+/search\\?q=bridge$"));
    assertEquals(all, total(page));
  }

  @Test
  void otherSpellingsAreFoundWithinAList() {
    var list =
        new PackedList(
            ValueList.read("HarborGazette", ValueList.Words.ACCOUNTS), ValueList.Role.FROM);
    var page =
        chromium.open(
            Reader.DESK.withoutScripts(),
            "/lists/" + list.packed().orElseThrow() + "/search?q=bridge");
    page.locator("#names a").click();
    assertThat(page.locator("h1")).hasText("Also written, and in other languages");
  }

  @Test
  void longQueryIsSavedAndOpenedAgain() {
    var page = chromium.open(Reader.DESK, "/?q=bridge");
    page.fill("#q", words(300, " OR "));
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile("/queries/[\\w-]+/search$"));
    var address = page.url();
    page.locator("#save").click();
    assertThat(page.locator("#save")).hasText("Saved");
    page.navigate("/saved");
    page.locator("#saved-lists a").first().click();
    page.waitForURL(address);
  }
}
