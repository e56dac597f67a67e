package org.trawl.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trawl.page.Chromium.Reader;

/// How readers differ: phone and paper, light and dark, scripts from right to left.
final class ReaderJourneyTest extends Journey {
  @Test
  void aPhoneShowsTheFiltersOnDemandAndNeverScrollsSideways() {
    for (var address :
        List.of(
            "/",
            "/?q=",
            "/?q=AAAA*",
            "/tweets/" + SmallArchive.THREAD,
            "/accounts/" + "patriot_jane_77",
            "/archive",
            "/help",
            "/saved")) {
      var page = chromium.open(Reader.PHONE, address);
      var over = page.evaluate("document.documentElement.scrollWidth - innerWidth");
      assertTrue(((Number) over).intValue() <= 0, address + " is too wide by " + over);
      page.context().close();
    }
    var page = chromium.open(Reader.PHONE, "/?q=");
    assertThat(page.locator("#facet-language")).isHidden();
    page.locator("#refine > summary").click();
    value(page, "language", "German").locator("input").check();
    assertThat(page.locator(".chip")).containsText("German");
  }

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
  void theKeyboardAloneReachesEveryControlAndAlwaysShowsWhereItIs() {
    for (var reader : List.of(Reader.DESK, Reader.PHONE.inTheDark())) {
      var page = chromium.open(reader, "/?q=%23BridgeVote&size=1&filter=language:en");
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
    page.locator("#refine > summary").click();
    value(page, "language", "English").locator("input").check();
    page.locator(".apply button").click();
    assertThat(page.locator(".chip")).hasCount(1);
    page.locator("#menu-sort summary").click();
    page.locator("#menu-sort a")
        .filter(new Locator.FilterOptions().setHasText("Most liked"))
        .click();
    page.locator(".card .when").first().click();
    assertThat(page.locator(".cite").first()).containsText("[Tweet ");
    page.locator(".onetweet h1 a").click();
    assertThat(page.locator(".weekhours")).isVisible();
    page.navigate("/?q=bridge");
    page.locator("#menu-export summary").click();
    var file = page.waitForDownload(() -> page.locator("#menu-export a").first().click());
    assertTrue(file.suggestedFilename().endsWith(".csv"), file.suggestedFilename());
    page.navigate("/saved");
    assertThat(page.locator("noscript .hint")).isVisible();
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
  void paperHasTheTweetsAndNoControls() {
    var page = chromium.open(Reader.DESK.inTheDark(), "/?q=bridge");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    for (var control : List.of(".tools", "#refine", ".star", ".boxlinks", ".paging", ".brush")) {
      assertThat(page.locator(control).first()).isHidden();
    }
    assertThat(page.locator("#total")).isVisible();
    assertThat(page.locator(".bars")).isVisible();
    assertThat(page.locator("html")).hasCSS("background-color", "rgb(255, 255, 255)");
    assertThat(page.locator(".card .text").first()).hasCSS("color", "rgb(0, 0, 0)");
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
