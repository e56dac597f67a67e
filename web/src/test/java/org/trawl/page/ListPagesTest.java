package org.trawl.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trawl.page.Chromium.Reader;

/// Searches with lists, from the form to the results, with and without scripts.
@Timeout(180)
class ListPagesTest {
  private static final List<Reader> READERS = List.of(Reader.DESK, Reader.DESK.withoutScripts());

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

  /// @param size values, of which seven are in the archive
  private static String list(int size) {
    return IntStream.range(0, size - 7)
            .mapToObj(i -> "nobody_" + i)
            .collect(Collectors.joining("\n"))
        + "\nHarborGazette\nhttps://twitter.com/kuestenblick\n@minato_press\n3312345678\n"
        + SmallArchive.HASH
        + "\nx.com/mina_alyoum/\n#мост";
  }

  private static long total(Page page) {
    return Long.parseLong(page.locator("#total strong").textContent().replaceAll("[^0-9]", ""));
  }

  @Test
  void shortListBecomesAQueryAndTellsWhatIsMissing() {
    for (var reader : READERS) {
      var page = chromium.open(reader, "/advanced?q=");
      page.locator("a[href='/lists']").click();
      page.fill("#list", "HarborGazette, @nobody\n#BridgeVote я 7.4E+17");
      page.locator(".advancedform button").click();
      assertThat(page.locator("#report")).containsText("2 of them found in the archive");
      assertThat(page.locator("#missing")).hasValue("@nobody");
      assertThat(page.locator(".unread li")).hasCount(2);
      assertThat(page.locator(".unread")).containsText("rounded");
      assertThat(page.locator(".listvalues tbody tr")).hasCount(2);
      var said = page.locator("#report p").nth(1).textContent();
      page.locator("#search-list").click();
      assertThat(page).hasURL(Pattern.compile("/\\?q=from:\\(HarborGazette\\+OR\\+nobody\\)"));
      assertTrue(said.contains("with " + page.locator("#total strong").textContent()), said);
    }
  }

  @Test
  void longListStaysWhileTheSearchChanges() {
    for (var reader : READERS) {
      // The longest list stands in every link of a page; without scripts its way is the same.
      int size = reader.scripts() ? 10_000 : 1_000;
      var page = chromium.open(reader, "/lists");
      var file =
          new FilePayload("list.csv", "text/csv", list(size).getBytes(StandardCharsets.UTF_8));
      page.setInputFiles("#file", file);
      page.locator(".advancedform button").click();
      assertThat(page.locator("#report"))
          .containsText("%,d values: %,d accounts, 1 hashtag, 1 id.".formatted(size, size - 2));
      assertThat(page.locator("#report")).containsText("7 of them found");
      assertThat(page.locator("h2#missing-title"))
          .hasText("Not in the archive (%d)".formatted(size - 7));
      page.locator("#search-list").click();
      assertThat(page).hasURL(Pattern.compile("/lists/[\\w-]+/search$"));
      assertThat(page.locator(".chip"))
          .containsText("%,d accounts, 1 hashtag, 1 id".formatted(size - 2));
      long all = total(page);

      page.locator("#facet-hashtag [data-more]").click();
      page.fill("input[name=contains]", "мо");
      if (!reader.scripts()) {
        page.locator(".lookup button").click();
      }
      assertThat(page.locator("#found .value")).hasCount(1);
      var tagged = page.locator("#found .value .count").textContent();
      page.locator("#found .value input").click();
      if (!reader.scripts()) {
        page.locator(".apply button").click();
      }
      assertThat(page.locator("#total strong")).hasText(tagged + " tweets");
      assertThat(page.locator(".chip")).hasCount(2);
      if (reader.scripts()) {
        page.keyboard().press("Escape");
      }
      page.locator(".chip").filter(new Locator.FilterOptions().setHasText("#мост")).click();
      assertThat(page.locator("#total strong")).hasText("%,d tweets".formatted(all));

      page.fill("#q", "bridge");
      page.keyboard().press("Enter");
      assertThat(page).hasURL(Pattern.compile("/lists/[\\w-]+/search\\?q=bridge"));
      assertThat(page.locator("#total strong")).not().hasText("%,d tweets".formatted(all));
      long bridge = total(page);
      assertTrue(bridge < all && bridge > 0);
      assertThat(page.locator(".chip")).hasCount(1);

      var english =
          page.locator("#facet-language .value")
              .filter(new Locator.FilterOptions().setHasText("English"));
      var count = english.locator(".count").textContent();
      english.locator("input").check();
      if (!reader.scripts()) {
        page.locator(".apply button").click();
      }
      assertThat(page.locator("#total strong")).hasText(count + " tweets");
      assertThat(page.locator(".chip")).hasCount(2);

      page.locator(".toolbar a").filter(new Locator.FilterOptions().setHasText("Table")).click();
      assertThat(page).hasURL(Pattern.compile("/lists/[\\w-]+/search\\?.*view=table"));
      page.goBack();
      assertThat(page.locator("#total strong")).hasText(count + " tweets");
      page.reload();
      assertThat(page.locator("#total strong")).hasText(count + " tweets");

      page.locator("#menu-export summary").click();
      var download =
          page.waitForDownload(() ->
              page.locator("#menu-export a")
                  .filter(new Locator.FilterOptions().setHasText("ids"))
                  .click());
      assertEquals(Long.parseLong(count.replace(",", "")), lines(download.path()));

      page.locator(".boxlinks a").first().click();
      assertThat(page.locator("#all")).hasValue("bridge");
      page.fill("#none", "mayor");
      page.locator(".advancedform button").click();
      assertThat(page).hasURL(Pattern.compile("/lists/[\\w-]+/search\\?q=bridge"));
      assertThat(page.locator(".chip")).hasCount(2);

      page.locator("a[href='./list']").click();
      assertThat(page.locator("#report")).containsText("%,d values".formatted(size));
      page.goBack();
      page.locator(".chip").filter(new Locator.FilterOptions().setHasText("List")).click();
      assertThat(page).hasURL(Pattern.compile("//[^/]+/\\?q=bridge"));
      assertThat(page.locator(".chip")).hasCount(1);
      page.context().close();
    }
  }

  private static long lines(java.nio.file.Path file) {
    try (var lines = java.nio.file.Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void brokenListAndEmptyListAreToldApart() {
    var page = chromium.open(Reader.DESK, "/lists/nonsense/search");
    assertThat(page.locator("h1")).hasText("There is nothing here");
    assertThat(page.locator("main")).containsText("cut off when it was copied");
    page.navigate("/lists");
    page.locator(".advancedform button").click();
    assertThat(page.locator(".hint")).hasText("There is no value in this list.");
    page.fill(
        "#list",
        IntStream.range(0, 10_001).mapToObj(i -> "u" + i).collect(Collectors.joining(" ")));
    page.locator(".advancedform button").click();
    assertThat(page.locator(".hint")).containsText("can have 10000 values");
  }

  @Test
  void listThatFitsNothingLeadsOut() {
    var page = chromium.open(Reader.DESK, "/lists?list=HarborGazette&listAccounts=retweets_of");
    assertThat(page.locator("#list-accounts")).hasValue("retweets_of");
    var list =
        new org.trawl.api.PackedList(
            org.trawl.query.ValueList.read("nobody", org.trawl.query.ValueList.Words.ACCOUNTS),
            org.trawl.query.ValueList.Role.FROM);
    page.navigate("/lists/" + list.packed().orElseThrow() + "/search?q=bridge");
    assertThat(page.locator(".nothing")).containsText("No value of your list fits the rest.");
    page.locator(".nothing a")
        .filter(new Locator.FilterOptions().setHasText("outside the list"))
        .click();
    assertThat(page).hasURL(Pattern.compile("//[^/]+/\\?q=bridge$"));
    assertTrue(total(page) > 0);
  }
}
