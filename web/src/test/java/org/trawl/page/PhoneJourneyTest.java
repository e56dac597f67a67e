package org.trawl.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trawl.page.Chromium.Reader;

/// Little room: a phone, and the 320 pixels that are left of a desk's page at four times the size.
final class PhoneJourneyTest extends Journey {
  private static final Reader NARROWEST = new Reader(320, 640, false, true);

  /// Elements of two kinds that stand on each other, as text.
  private static final String TOUCHING =
      """
      (selectors) => {
        const shown = (selector) => [...document.querySelectorAll(selector)]
          .map((e) => [e.textContent, e.getBoundingClientRect()])
          .filter(([, box]) => box.width > 1);
        const [first, second] = selectors.map(shown);
        const out = [];
        for (const [a, from] of first) {
          for (const [b, to] of second) {
            const apart = from.right <= to.left || to.right <= from.left
              || from.bottom <= to.top || to.bottom <= from.top;
            if (a !== b && !apart) out.push(`${a} on ${b}`);
          }
        }
        return out;
      }\
      """;

  @Test
  void noPageScrollsSideways() {
    var hashed = chromium.open(Reader.DESK.withoutScripts(), "/?q=lang:fa");
    var tweet = hashed.locator(".card .when").first().getAttribute("href");
    for (var reader : List.of(Reader.PHONE, NARROWEST)) {
      var page = chromium.open(reader);
      for (var address :
          List.of(
              "/",
              "/?q=",
              "/?q=AAAA*",
              "/?q=bridge&view=table&filter=language:en",
              "/?q=swallowtail",
              "/?q=form:x+%22open",
              tweet,
              "/tweets/" + SmallArchive.THREAD,
              "/tweets/1",
              "/accounts/patriot_jane_77",
              "/accounts/" + SmallArchive.HASH,
              "/archive",
              "/facets/hashtag?q=",
              "/names?q=merkel",
              "/advanced",
              "/lists?list=HarborGazette+nobody",
              "/help",
              "/saved",
              "/docs")) {
        page.navigate(address);
        var over = page.evaluate("document.documentElement.scrollWidth - innerWidth");
        assertTrue(
            ((Number) over).intValue() <= 0,
            address + " is too wide by " + over + " at " + reader.width());
      }
    }
  }

  @Test
  void theFiltersOpenOnDemandAndLeadToWhatTheyLeave() {
    var page = chromium.open(Reader.PHONE, "/?q=");
    assertThat(page.locator("#facet-language")).isHidden();
    page.locator("#refine > summary").click();
    value(page, "language", "German").locator("input").check();
    assertThat(page.locator(".chip")).containsText("German");
    assertThat(page.locator(".show a")).hasText("Show " + total(page));
    assertThat(page.locator(".show a")).isInViewport();
    assertThat(page.locator(".show a")).hasAttribute("href", "#results");
    assertThat(chromium.open(Reader.DESK, "/?q=").locator(".show")).isHidden();
  }

  @Test
  void theLinksOfTheSiteStandBesideItsName() {
    for (var reader : List.of(Reader.PHONE, NARROWEST)) {
      var page = chromium.open(reader, "/help");
      assertEquals(List.of(), touching(page, ".wordmark, .wordmark span", ".site a, .site button"));
      assertThat(page.locator(".wordmark")).hasText("Trawl");
    }
  }

  @Test
  void menusOpenWithinThePage() {
    for (var reader : List.of(Reader.PHONE, NARROWEST)) {
      var page = chromium.open(reader, "/?q=bridge");
      for (var menu : List.of("#menu-sort", "#menu-export", "#menu-share")) {
        page.locator(menu + " summary").click();
        var open = page.locator(menu + " > :not(summary)").boundingBox();
        assertTrue(open.x >= 0 && open.x + open.width <= reader.width(), menu + " at " + open.x);
        page.keyboard().press("Escape");
      }
    }
  }

  @Test
  void labelsOfTheTimelineStandApart() {
    for (var reader : List.of(Reader.PHONE, NARROWEST)) {
      for (var address : List.of("/", "/?q=", "/?q=&since=2016-06-20&until=2016-06-27")) {
        var page = chromium.open(reader, address);
        var labels = ".bars text:not(.peak)";
        assertTrue(page.locator(labels).count() > 1, address);
        assertEquals(List.of(), touching(page, labels, labels), address);
      }
    }
  }

  @Test
  void aWideGridShowsThatItGoesOn() {
    var page = chromium.open(Reader.PHONE, "/accounts/HarborGazette");
    var hours = page.locator(".weekhours .scroller");
    var hidden = hours.evaluate("e => e.scrollWidth - e.clientWidth");
    assertTrue(((Number) hidden).intValue() > 0, "hidden: " + hidden);
    assertThat(hours).hasCSS("background-attachment", "local, local, scroll, scroll");
    // What lies over the shadow lets it through.
    assertThat(hours.locator("tbody td").first())
        .hasCSS("background-color", Pattern.compile("/ 0\\.\\d+\\)$"));
  }

  @Test
  void theArchivesPartsFitWithTheirDatesAndBars() {
    var page = chromium.open(Reader.PHONE, "/archive");
    for (var part : page.locator(".over .scroller").all()) {
      var hidden = part.evaluate("e => e.scrollWidth - e.clientWidth");
      assertEquals(0, ((Number) hidden).intValue());
    }
  }

  private static Object touching(Page page, String first, String second) {
    return page.evaluate(TOUCHING, List.of(first, second));
  }
}
