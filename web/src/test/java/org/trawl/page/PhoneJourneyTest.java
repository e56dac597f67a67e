package org.trawl.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

  /// Which of some queries widen the page: each page's content is put in the place of this one's.
  private static final String WIDENING =
      """
      async (queries) => {
        const wide = [];
        for (const q of queries) {
          const answer = await fetch("/?" + new URLSearchParams({ q }));
          const next = new DOMParser().parseFromString(await answer.text(), "text/html");
          document.querySelector("main").replaceWith(next.querySelector("main"));
          const over = document.documentElement.scrollWidth - innerWidth;
          if (over > 0) wide.push(`${over} px by ${q}`);
        }
        return wide;
      }\
      """;

  private static final long SEED = Long.getLong("trawl.seed", 17);

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

  /// Long words in every place of a query that a page repeats: as a word, a name, an operator
  /// nobody knows, a value that cannot be read, a phrase.
  @Test
  void noQueryWidensThePage() {
    var page = chromium.open(NARROWEST, "/?q=bridge");
    var wide = page.evaluate(WIDENING, queries(new Random(SEED)));
    assertEquals(List.of(), wide, "-Dtrawl.seed=" + SEED);
  }

  private static List<String> queries(Random random) {
    var letters = List.of("a", "W", "я", "م", "橋", "1", "_", "😂");
    var shapes =
        List.of(
            "%s",
            "form:%s",
            "%s:x",
            "from:%s",
            "#%s",
            "@%s",
            "\"%s",
            "\"%s bridge\"",
            "since:%s",
            "lang:%s",
            "likes:%s",
            "=%s",
            "%s~",
            "/%s",
            "/(%s/",
            "bridge -%s",
            "bridge OR %s",
            "url:%s",
            "id:%s",
            "(bridge %s",
            "%s NEAR/5 bridge",
            "bridge #%s (from:%2$s OR lang:%2$s)");
    var queries =
        new ArrayList<String>(List.of("form:" + "a".repeat(25), "form:" + "a".repeat(200)));
    while (queries.size() < 300) {
      var one = letters.get(random.nextInt(letters.size()));
      var two = letters.get(random.nextInt(letters.size()));
      var shape = shapes.get(random.nextInt(shapes.size()));
      var word = one.repeat(20 + random.nextInt(180));
      queries.add(shape.formatted(word, two.repeat(20 + random.nextInt(80))));
    }
    return queries;
  }

  @Test
  void theFirstTweetStandsInTheFirstScreen() {
    var addresses =
        List.of("/?q=bridge", "/?q=Выборы&filter=language:ru&exclude=kind:retweet", "/?q=الجسر");
    // A phone, and a desk's screen at twice its size.
    for (var reader : List.of(Reader.PHONE, new Reader(700, 450, false, true))) {
      var page = chromium.open(reader);
      for (var address : addresses) {
        page.navigate(address);
        var top = page.locator(".card").first().boundingBox().y;
        assertTrue(top < reader.height() - 60, address + " begins at " + top);
        assertThat(page.locator("#timeline")).isHidden();
        assertThat(page.locator(".tools")).isHidden();
      }
      page.locator("#unfold-timeline").click();
      assertThat(page.locator("#timeline .brush")).isVisible();
      page.locator("#unfold-tools").click();
      page.locator("#menu-sort summary").click();
      page.locator("#menu-sort a").last().click();
      assertThat(page).hasURL(Pattern.compile("sort="));
      assertThat(page.locator("#timeline .brush")).isVisible();
    }
  }

  @Test
  void theFiltersOpenOnDemandAndLeadToWhatTheyLeave() {
    var page = chromium.open(Reader.PHONE, "/?q=");
    assertThat(page.locator("#facet-language")).isHidden();
    page.locator("#unfold-filters").click();
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
      page.locator("#unfold-tools").click();
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
