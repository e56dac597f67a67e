package org.trawl.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trawl.page.Chromium.Reader;
import org.trawl.search.TweetSearch;
import org.trawl.web.media.PicturedArchive;

/// What people do with pictures. `-Dtrawl.pictures=DIR` keeps what it looked like.
class PicturesJourneyTest {
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    chromium = Chromium.start(folder -> TweetSearch.open(PicturedArchive.index(folder, 900, 70)));
  }

  @AfterAll
  static void stop() throws IOException {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void nothingComplained() {
    chromium.closePages();
    assertEquals(List.of(), chromium.complaints());
  }

  private static void keep(Page page, String name) {
    Optional.ofNullable(System.getProperty("trawl.pictures"))
        .ifPresent(folder ->
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png"))));
  }

  @Test
  void picturesAreLookedAtOneAfterTheOther() {
    var page = chromium.open(Reader.DESK, "/?q=has:images");
    page.locator(".results a.shot").first().click();
    var viewer = page.locator("dialog.viewer");
    assertThat(viewer).containsText(Pattern.compile("1 of \\d+ here"));
    keep(page, "viewer");
    AccessibilityTest.check(page);
    page.keyboard().press("ArrowRight");
    assertThat(viewer).containsText(Pattern.compile("2 of \\d+ here"));
    page.keyboard().press("k");
    assertThat(viewer).containsText(Pattern.compile("1 of \\d+ here"));
    page.keyboard().press("Escape");
    assertThat(viewer).hasCount(0);
    assertEquals(
        "a", page.evaluate("() => document.activeElement.localName"), "the keyboard goes on");
  }

  @Test
  void whoDoesNotWantToSeePicturesDoesNot() {
    var page = chromium.open(Reader.PHONE, "/?q=has:images");
    AccessibilityTest.check(page);
    keep(page, "phone");
    var button = page.locator("nav.site button[aria-label^=Pictures]");
    button.click();
    assertThat(page.locator("html")).hasAttribute("data-pictures", "blurred");
    var first = page.locator(".results a.shot img").first();
    assertThat(first).hasCSS("filter", Pattern.compile("blur.*"));
    keep(page, "blurred");
    page.locator(".results a.shot").first().click();
    assertThat(first).hasCSS("filter", "none");
    assertThat(page.locator("dialog.viewer")).hasCount(0);
    button.click();
    // What is chosen holds for the next page, and not even the files are fetched.
    var fetched = new java.util.concurrent.atomic.AtomicInteger();
    page.onRequest(request -> {
      if (request.url().contains("/media/")) {
        fetched.incrementAndGet();
      }
    });
    page.navigate("/?q=has:images&sort=oldest");
    page.evaluate("() => scrollTo(0, 3000)");
    page.waitForTimeout(300);
    keep(page, "hidden");
    assertEquals(0, fetched.get());
    page.locator(".results a.shot").first().click();
    assertThat(page.locator(".results a.shot img").first()).isVisible();
    AccessibilityTest.check(page);
  }

  @Test
  void aSearchAsPicturesIsWalkedThroughByKeys() {
    var page = chromium.open(Reader.DESK.inTheDark(), "/?q=has:images&view=pictures");
    AccessibilityTest.check(page);
    page.keyboard().press("j");
    page.keyboard().press("j");
    assertThat(page.locator(".wall .current")).hasCount(1);
    keep(page, "wall-dark");
    assertTrue(
        (Boolean)
            page.evaluate(
                "() => document.documentElement.scrollWidth <="
                    + " document.documentElement.clientWidth"));
  }

  @Test
  void pagesWithPicturesAreClean() {
    var page = chromium.open(Reader.DESK, "/pictures");
    AccessibilityTest.check(page);
    page.navigate("/?q=has:images");
    page.locator(".card .when").first().getAttribute("href");
    page.navigate(page.locator(".card .when").first().getAttribute("href"));
    AccessibilityTest.check(page);
    keep(page, "tweet");
  }

  @Test
  void withoutScriptsAPictureLeadsToItsFile() {
    var page = chromium.open(Reader.DESK.withoutScripts(), "/?q=has:images");
    page.locator(".results a.shot").first().click();
    assertTrue(page.url().contains("/media/"), page.url());
  }
}
