package org.trawl.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trawl.page.Chromium.Reader;

/// How readers differ: light and dark, scripts from right to left, with the keyboard alone.
final class ReaderJourneyTest extends Journey {
  @Test
  void rightToLeftTextStandsRight() {
    var page = chromium.open(Reader.DESK, "/?q=بندر");
    var text = page.locator(".card .text").first();
    assertThat(text).hasCSS("direction", "rtl");
    assertThat(text).hasAttribute("lang", "fa");
    assertThat(page.locator("#q")).hasCSS("direction", "rtl");
    assertThat(page.locator(".card .facts").first()).hasCSS("direction", "ltr");
  }

  @Test
  void aRetweetInArabicRunsFromTheRightThoughItBeginsInLatin() {
    var page = chromium.open(Reader.DESK, "/?q=المسافرون");
    var text = page.locator(".card .text").first();
    assertThat(text).containsText(Pattern.compile("^RT @HarborGazette"));
    assertThat(text).hasCSS("direction", "rtl");
    assertThat(text).hasCSS("unicode-bidi", "isolate");
  }

  @Test
  void textBadgeAndStarEndAtOneEdge() {
    var page = chromium.open(new Reader(1600, 900, false, true), "/?q=بندر");
    var card = page.locator(".card").first();
    var edges =
        card.evaluate(
            """
            card => [card.querySelector(".text"), card.querySelector(".operation"),
                card.querySelector(".star .icon")]
              .map((e) => Math.round(e.getBoundingClientRect().right))\
            """);
    var edge = card.evaluate("card => Math.round(card.getBoundingClientRect().right)");
    assertEquals(List.of(edge, edge, edge), edges);
  }

  @Test
  void theReaderChoosesLightOrDark() {
    var page = chromium.open(Reader.DESK, "/help");
    var light = page.locator("html").evaluate("html => getComputedStyle(html).backgroundColor");
    page.locator(".appearance").click();
    var dark = page.locator("html").evaluate("html => getComputedStyle(html).backgroundColor");
    assertNotEquals(light, dark);
    page.reload();
    assertEquals(
        dark, page.locator("html").evaluate("html => getComputedStyle(html).backgroundColor"));
    var system = chromium.open(Reader.DESK.inTheDark(), "/help");
    assertEquals(
        dark, system.locator("html").evaluate("html => getComputedStyle(html).backgroundColor"));
  }

  @Test
  void theFirstKeysLeadPastTheBoxAndTheTimeline() {
    for (var reader :
        List.of(Reader.DESK, Reader.DESK.withoutScripts(), Reader.PHONE.inTheDark())) {
      var page = chromium.open(reader);
      var filters = reader.width() < 600 ? "folds" : "filters";
      for (var target : List.of("results", filters, "main")) {
        page.navigate("/?q=bridge");
        var link = page.locator(".skip[href='#" + target + "']");
        for (int i = 0;
            i < 3 && !link.evaluate("e => e === document.activeElement").equals(true);
            i++) {
          page.keyboard().press("Tab");
        }
        assertThat(link).isFocused();
        assertThat(link).isInViewport();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator("#" + target + " :focus")).hasCount(1);
      }
    }
    var mending = chromium.open(Reader.DESK, "/?q=form:x");
    assertThat(mending.locator(".skip")).hasCount(4);
    assertThat(mending.locator(".skip[href='#results']")).isHidden();
    assertThat(mending.locator(".skip[href='#filters']")).isHidden();
    assertThat(mending.locator(".skip[href='#folds']")).isHidden();
  }

  @Test
  void theKeyboardAloneReachesEveryControlAndAlwaysShowsWhereItIs() {
    for (var reader : List.of(Reader.DESK, Reader.PHONE.inTheDark())) {
      var page = chromium.open(reader, "/?q=%23BridgeVote&size=1&filter=language:en");
      // What is offered beside the results comes after them, and takes places of its own.
      page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
      int controls =
          (Integer)
              page.evaluate(
                  """
                  () => {
                    const all = [...document.querySelectorAll(
                      "a[href], button, input:not([type=hidden]), summary, [tabindex='0']")];
                    const seen = all.filter((e) => e.tabIndex >= 0 && e.checkVisibility());
                    seen.forEach((e) => (e.dataset.control = "not reached"));
                    return seen.length;
                  }\
                  """);
      for (int i = 0; i < controls; i++) {
        page.keyboard().press("Tab");
        page.evaluate(
            """
            () => {
              const e = document.activeElement;
              const { outlineStyle, outlineWidth } = getComputedStyle(e);
              const shown = outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
              e.dataset.control = shown ? "reached" : "reached without an outline";
            }\
            """);
      }
      var wrong =
          page.evaluate(
              """
              () => [...document.querySelectorAll("[data-control]:not([data-control=reached])")]
                .map((e) => e.dataset.control + ": " + e.outerHTML.slice(0, 200))\
              """);
      assertEquals(List.of(), wrong);
      assertTrue(controls > 20, "controls: " + controls);
    }
  }

  @Test
  void theKeyboardAloneAsksNarrowsReadsAndExports() {
    var page = chromium.open(Reader.DESK, "/");
    page.keyboard().press("/");
    page.keyboard().type("bridge");
    page.keyboard().press("Enter");
    assertThat(page.locator("#total")).isVisible();
    var all = total(page);
    value(page, "language", "English").locator("input").focus();
    page.keyboard().press("Space");
    assertThat(page.locator(".chip")).hasCount(1);
    assertThat(value(page, "language", "English").locator("input")).isFocused();
    assertNotEquals(all, total(page));
    page.keyboard().press("j");
    page.keyboard().press("Enter");
    assertThat(page.locator("#beside")).isFocused();
    page.keyboard().press("Escape");
    page.keyboard().press("e");
    var file = page.waitForDownload(() -> page.keyboard().press("Enter"));
    assertTrue(file.suggestedFilename().endsWith(".csv"), file.suggestedFilename());
  }

  @Test
  void allIsThereWithoutScripts() {
    var page = chromium.open(Reader.PHONE.withoutScripts(), "/");
    page.fill("#q", "bridge");
    page.locator(".searchbox button").click();
    page.locator("#unfold-filters").click();
    value(page, "language", "English").locator("input").check();
    page.locator(".apply button").click();
    assertThat(page.locator(".chip")).hasCount(1);
    page.locator("#unfold-tools").click();
    page.locator("#menu-sort summary").click();
    page.locator("#menu-sort a")
        .filter(new Locator.FilterOptions().setHasText("Most liked"))
        .click();
    page.locator(".card .when").first().click();
    assertThat(page.locator(".cite").first()).containsText("[Tweet ");
    page.locator(".onetweet h1 a").click();
    assertThat(page.locator(".weekhours")).isVisible();
    page.navigate("/?q=bridge");
    page.locator("#unfold-tools").click();
    page.locator("#menu-export summary").click();
    var file = page.waitForDownload(() -> page.locator("#menu-export a").first().click());
    assertTrue(file.suggestedFilename().endsWith(".csv"), file.suggestedFilename());
    page.navigate("/saved");
    assertThat(page.locator("noscript .hint")).isVisible();
    assertThat(page.locator("#saved-export")).isHidden();
    assertThat(page.locator("label[for=saved-import]")).isHidden();
  }

  @Test
  void atTwiceTheSizeNothingScrollsSideways() {
    for (var address :
        List.of(
            "/",
            "/?q=",
            "/tweets/" + SmallArchive.THREAD,
            "/accounts/" + SmallArchive.HASH,
            "/archive")) {
      var page = chromium.open(new Reader(680, 450, false, true), address);
      var over = page.evaluate("document.documentElement.scrollWidth - innerWidth");
      assertTrue(((Number) over).intValue() <= 0, address + " is too wide by " + over);
    }
  }

  @Test
  void nothingMovesForWhoWantsItStill() {
    var page = chromium.open(Reader.DESK, "/?q=bridge");
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    var moving =
        page.evaluate(
            """
            () => [...document.querySelectorAll("*")].filter((e) => {
              const style = getComputedStyle(e);
              return style.animationName !== "none" || style.transitionDuration !== "0s";
            }).length\
            """);
    assertEquals(0, moving);
  }
}
