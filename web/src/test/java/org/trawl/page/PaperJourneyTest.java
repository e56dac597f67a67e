package org.trawl.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trawl.page.Chromium.Reader;

/// What is printed: what was asked, where, when, and what was found; and none of the controls.
final class PaperJourneyTest extends Journey {
  /// What is left of A4 between its margins.
  private static final Reader A4 = new Reader(718, 1000, false, true);

  private static Page print(Reader reader, String address) {
    var page = chromium.open(reader, address);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    return page;
  }

  @Test
  void paperIsWhiteAndHasTheTweetsAndNoControls() {
    var page = print(Reader.DESK.inTheDark(), "/?q=bridge+-tunnel&filter=language:en");
    for (var control :
        List.of(
            ".tools",
            "#refine",
            ".star",
            ".boxlinks",
            ".paging .button",
            ".brush",
            "#count-parts",
            ".clear",
            ".chip .icon")) {
      assertThat(page.locator(control).first()).isHidden();
    }
    assertThat(page.locator("#total")).isVisible();
    assertThat(page.locator(".bars")).isVisible();
    assertThat(page.locator("html")).hasCSS("background-color", "rgb(255, 255, 255)");
    assertThat(page.locator(".card .text").first()).hasCSS("color", "rgb(0, 0, 0)");
  }

  @Test
  void aPrintedSearchSaysWhatWasAskedWhereAndWhen() {
    var address = "/?q=bridge+-tunnel&filter=language:en&sort=likes";
    var page = print(Reader.DESK, address);
    assertThat(page.locator("#q")).isVisible();
    assertThat(page.locator(".read").first()).containsText("bridge");
    assertThat(page.locator(".chip")).containsText("English");
    assertThat(page.locator(".asked")).isVisible();
    assertThat(page.locator(".asked")).containsText(chromium.address(address));
    assertThat(page.locator(".asked")).containsText("Most liked");
    assertThat(page.locator(".colophon .onpaper")).isVisible();
    assertThat(page.locator(".colophon .onpaper"))
        .hasText(
            Pattern.compile(
                "^The archive was indexed on \\d+ [A-Z][a-z]{2} \\d{4}\\."
                    + " This page was made on \\d+ [A-Z][a-z]{2} \\d{4}\\.$"));
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    assertThat(page.locator(".asked")).isHidden();
    assertThat(page.locator(".colophon .onpaper")).isHidden();
  }

  @Test
  void aPrintedTweetHasItsId() {
    for (var view : List.of("", "&view=table")) {
      var page = print(A4, "/?q=bridge" + view);
      var tweet = page.locator(".results [data-tweet]").first();
      var printed = (String) tweet.evaluate("e => getComputedStyle(e, '::after').content");
      assertTrue(printed.contains(tweet.getAttribute("data-tweet")), printed);
    }
  }

  @Test
  void nothingIsCutAtTheEdgeOfA4() {
    var address = chromium.open(Reader.DESK.withoutScripts(), "/?q=lang:fa");
    var hashed = address.locator(".card .when").first().getAttribute("href");
    for (var at :
        List.of(
            "/accounts/HarborGazette", hashed, "/?q=bridge", "/?q=bridge&view=table", "/archive")) {
      var page = print(A4, at);
      var cut =
          page.evaluate(
              """
              () => [...document.querySelectorAll(".scroller *, pre, .card *, .cite *")]
                .filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth
                  || e.localName === "pre" && e.scrollWidth > e.clientWidth)
                .map((e) => e.outerHTML.slice(0, 100))\
              """);
      assertEquals(List.of(), cut, at);
    }
  }

  @Test
  void whatIsEmptyIsNotPrinted() {
    var page = print(A4, "/tweets/" + SmallArchive.THREAD);
    assertThat(page.locator("#q")).isHidden();
    assertThat(page.locator("#notes input")).isHidden();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    page.locator("#notes input").fill("bridge");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("#notes input")).isVisible();
  }
}
