package org.trawl.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trawl.page.Chromium.Reader;

/// What people do on the pages, in a real browser.
class JourneyTest {
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
  void nothingComplained() {
    assertEquals(List.of(), chromium.complaints());
  }

  private static String total(Page page) {
    return page.locator("#total strong").textContent();
  }

  private static Locator value(Page page, String facet, String label) {
    return page.locator("#facet-" + facet + " .value")
        .filter(new Locator.FilterOptions().setHasText(label));
  }

  @Test
  void typingAWordFindsItsTweets() {
    var page = chromium.open(Reader.DESK, "/");
    page.fill("#q", "bridge");
    page.keyboard().press("Enter");
    assertThat(page.locator("#total")).containsText("tweets");
    assertThat(page).hasURL(Pattern.compile("/\\?q=bridge$"));
    assertThat(page.locator(".card .text").first()).containsText("bridge");
    assertThat(page).hasTitle("bridge · Trawl");
  }

  @Test
  void aNameIsAddedInAnotherScriptByAClick() {
    for (var reader : List.of(Reader.DESK, Reader.DESK.withoutScripts())) {
      var page = chromium.open(reader, "/?q=merkel&filter=operation:harbor_201906_1");
      var before = total(page);
      if (!reader.scripts()) {
        page.locator("#names a").click();
      }
      page.locator(".spelling").filter(new Locator.FilterOptions().setHasText("Меркель")).click();
      assertThat(page.locator("#q")).hasValue("(merkel OR Меркель)");
      assertThat(page.locator(".chip")).hasCount(1);
      assertNotEquals(before, total(page));
      assertThat(page.locator(".spelling")).hasCount(0);
    }
  }

  @Test
  void aFacetsCountIsTheTotalAfterTickingIt() {
    for (var reader : List.of(Reader.DESK, Reader.DESK.withoutScripts())) {
      var page = chromium.open(reader, "/?q=");
      var german = value(page, "language", "German");
      var count = german.locator(".count").textContent();
      german.locator("input").check();
      if (!reader.scripts()) {
        page.locator(".apply button").click();
      }
      assertThat(page.locator("#total strong")).hasText(count + " tweets");
      assertThat(page.locator(".chip")).containsText("German");
      assertThat(value(page, "language", "Russian")).isVisible();
      page.locator(".chip").click();
      assertThat(page.locator(".chip")).hasCount(0);
    }
  }

  @Test
  void severalValuesAreAlternativesAndOneIsExcluded() {
    var page = chromium.open(Reader.DESK, "/?q=");
    value(page, "language", "English").locator("input").check();
    assertThat(page.locator(".chip")).hasCount(1);
    var english = total(page);
    value(page, "language", "Arabic").locator("input").check();
    assertThat(page.locator(".chip")).hasCount(2);
    assertNotEquals(english, total(page));
    value(page, "kind", "Retweets").locator(".exclude").click();
    assertThat(page.locator(".chip.out")).containsText("Retweets");
    assertThat(page).hasURL(Pattern.compile("exclude=kind:retweet"));
    page.locator(".clear").click();
    assertThat(page).hasURL(Pattern.compile("/\\?q=$"));
  }

  @Test
  void theTimelineZoomsToADayAndBack() {
    for (var reader : List.of(Reader.DESK, Reader.DESK.withoutScripts())) {
      var page = chromium.open(reader, "/?q=bridge&since=2016-06-01&until=2016-07-01&timeline=day");
      if (!reader.scripts()) {
        page.locator("#twin summary").click();
      }
      var day =
          page.locator("#twin tr").filter(new Locator.FilterOptions().setHasText("23 Jun 2016"));
      var count = day.locator("td").textContent();
      if (reader.scripts()) {
        day.locator("a").evaluate("link => link.click()");
      } else {
        day.locator("a").click();
      }
      assertThat(page.locator("#total strong")).hasText(count + " tweets");
      assertThat(page).hasURL(Pattern.compile("since=2016-06-23&until=2016-06-24"));
      page.locator(".moves .all").click();
      assertThat(page).hasURL(Pattern.compile("/\\?q=bridge$"));
    }
  }

  @Test
  void theTimelineIsCutByMouse() {
    var page = chromium.open(Reader.DESK, "/?q=bridge&timeline=year");
    var box = page.locator(".brush").boundingBox();
    page.mouse().move(box.x + box.width * 0.5, box.y + 40);
    assertThat(page.locator("#readout"))
        .containsText(Pattern.compile("^20\\d\\d: [\\d,]+ tweets?$"));
    page.mouse().down();
    page.mouse().move(box.x + box.width * 0.9, box.y + 40);
    assertThat(page.locator("#readout")).containsText(" to ");
    page.mouse().up();
    assertThat(page).hasURL(Pattern.compile("since=20\\d\\d-01-01&until=20\\d\\d-01-01"));
    assertThat(page.locator(".chip")).containsText("Time");
  }

  @Test
  void theTimelineIsCutByKeyboard() {
    var page = chromium.open(Reader.DESK, "/?q=bridge&timeline=year");
    page.locator(".brush").focus();
    page.keyboard().press("Home");
    page.keyboard().press("ArrowRight");
    var says = page.locator(".brush").getAttribute("aria-valuetext");
    assertTrue(says.matches("20\\d\\d: [\\d,]+ tweets?"), says);
    page.keyboard().press("Shift+ArrowRight");
    assertTrue(page.locator(".brush").getAttribute("aria-valuetext").contains(" to "));
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile("since="));
    assertThat(page.locator(".brush")).isFocused();
  }

  @Test
  void pagingReachesTheLastHitAndBackRestoresEverything() {
    var page = chromium.open(Reader.DESK, "/?q=Merkel&size=10");
    var first = page.locator(".card").first().getAttribute("id");
    int shown = page.locator(".card").count();
    int pages = 1;
    while (page.locator("a.next").count() > 0) {
      var before = page.locator(".card").first().getAttribute("id");
      page.locator("a.next").click();
      assertThat(page.locator(".card").first()).not().hasId(before);
      shown += page.locator(".card").count();
      pages++;
    }
    assertTrue(pages > 2, "pages: " + pages);
    assertEquals(shown + " tweets", total(page));
    for (int i = 1; i < pages; i++) {
      page.goBack();
    }
    assertThat(page.locator(".card").first()).hasId(first);
    assertThat(page.locator("#q")).hasValue("Merkel");
  }

  @Test
  void backLeadsThroughEverySearch() {
    var page = chromium.open(Reader.DESK, "/?q=bridge");
    var all = total(page);
    value(page, "hashtag", "#harborcity").locator("input").check();
    assertThat(page.locator(".chip")).hasCount(1);
    page.locator("#menu-sort summary").click();
    page.locator("#menu-sort a")
        .filter(new Locator.FilterOptions().setHasText("Most liked"))
        .click();
    assertThat(page).hasURL(Pattern.compile("sort=likes"));
    page.goBack();
    page.goBack();
    assertThat(page.locator(".chip")).hasCount(0);
    assertThat(page.locator("#total strong")).hasText(all);
    assertThat(value(page, "hashtag", "#harborcity").locator("input")).not().isChecked();
    page.goForward();
    assertThat(value(page, "hashtag", "#harborcity").locator("input")).isChecked();
  }

  @Test
  void aTweetOpensBesideItsResultsAndEscapeCloses() {
    var page = chromium.open(Reader.DESK, "/?q=bridge");
    page.keyboard().press("/");
    assertThat(page.locator("#q")).isFocused();
    page.keyboard().press("Escape");
    page.locator("#q").blur();
    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press("k");
    assertThat(page.locator("li.current")).hasCount(1);
    page.keyboard().press("Enter");
    assertThat(page.locator("#beside #tweet")).isVisible();
    assertThat(page.locator("#beside")).isFocused();
    page.keyboard().press("Escape");
    assertThat(page.locator("#beside")).hasCount(0);
    assertThat(page.locator("li.current [data-open]")).isFocused();
    page.keyboard().press("e");
    assertThat(page.locator("#menu-export a").first()).isFocused();
    page.keyboard().press("Escape");
    assertThat(page.locator("#menu-export a").first()).isHidden();
    page.keyboard().press("?");
    assertThat(page.locator("dialog #card")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).hasCount(0);
  }

  @Test
  void aTweetsPageShowsItsThreadItsFieldsAndItsCitation() {
    var page = chromium.open(Reader.DESK, "/tweets/" + SmallArchive.THREAD);
    assertThat(page.locator("#replies .card")).hasCount(2);
    assertThat(page.locator("#quotes .card")).hasCount(1);
    assertThat(page.locator("#retweets h2")).containsText("Retweets of it");
    assertThat(page.locator(".cite").first()).containsText("[Tweet " + SmallArchive.THREAD + "]");
    assertThat(page.locator(".fields").first()).containsText("4224729994");
    page.locator(".cite .copybutton").first().click();
    var copied = (String) page.evaluate("navigator.clipboard.readText()");
    assertTrue(copied.startsWith("Harbor Gazette"), copied);
    page.locator("#replies .card").first().locator(".when").click();
    assertThat(page.locator("#replied .card")).hasCount(1);
  }

  @Test
  void anAccountsPageLeadsToItsSearches() {
    var page = chromium.open(Reader.DESK, "/accounts/kuestenblick");
    var tweets = page.locator(".profilehead .button").textContent();
    assertThat(page.locator("h1")).containsText("Küstenblick");
    assertThat(page.locator(".year").first()).isVisible();
    assertThat(page.locator(".weekhours tbody tr")).hasCount(7);
    page.locator(".profilehead .button").click();
    assertThat(page.locator("#total strong")).hasText(tweets);
  }

  @Test
  void allValuesOfAFacetAreSearched() {
    for (var reader : List.of(Reader.DESK, Reader.DESK.withoutScripts())) {
      var page = chromium.open(reader, "/?q=");
      page.locator("#facet-hashtag [data-more]").click();
      page.fill("input[name=prefix]", "мо");
      if (!reader.scripts()) {
        page.locator(".lookup button").click();
      }
      assertThat(page.locator("#found .value")).hasCount(1);
      page.locator("#found .value input").click();
      if (!reader.scripts()) {
        page.locator(".apply button").click();
      }
      assertThat(page.locator(".chip")).containsText("#мост");
    }
  }

  @Test
  void aBadQueryIsMarkedAndMendedByAClick() {
    for (var reader : List.of(Reader.DESK, Reader.DESK.withoutScripts())) {
      var page = chromium.open(reader, "/?q=form:HarborGazette");
      assertThat(page.locator(".wrong")).containsText("form");
      page.locator(".mend a").click();
      assertThat(page.locator("#q")).hasValue("from:HarborGazette");
      assertThat(page.locator("#total")).isVisible();
    }
  }

  @Test
  void aFullPageOfResultsWeighsLessThan150Kilobytes() {
    var page = chromium.open(Reader.DESK);
    var bytes = new AtomicLong();
    var requests = new AtomicLong();
    page.onRequestFinished(request -> {
      requests.incrementAndGet();
      bytes.addAndGet(request.sizes().responseBodySize);
    });
    page.navigate("/?q=&size=20");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertTrue(requests.get() > 10, "requests: " + requests);
    assertTrue(bytes.get() < 150_000, "bytes on the wire: " + bytes);
  }

  @Test
  void suggestionsAreTakenByKeyboard() {
    var page = chromium.open(Reader.DESK, "/");
    page.locator("#q").pressSequentially("bridge from:harb");
    assertThat(page.locator("#suggestions [role=option]").first()).containsText("HarborGazette");
    assertThat(page.locator("#q")).hasAttribute("aria-expanded", "true");
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("#suggestions [aria-selected=true]")).containsText("HarborGazette");
    page.keyboard().press("Enter");
    assertThat(page.locator("#suggestions")).isHidden();
    assertThat(page.locator("#q")).hasValue(Pattern.compile("bridge from:HarborGazette ?"));
    page.keyboard().press("Enter");
    assertThat(page.locator("#total")).containsText("tweets");
  }

  @Test
  void theTimelineIsCutByTouch() {
    var page = chromium.open(Reader.PHONE, "/?q=bridge&timeline=year");
    var box = page.locator(".brush").boundingBox();
    page.touchscreen().tap(box.x + box.width * 0.55, box.y + 40);
    assertThat(page).hasURL(Pattern.compile("since=20\\d\\d-01-01&until=20\\d\\d-01-01"));
  }

  @Test
  void aSlowSearchIsCancelledAndLeavesThePage() {
    var page = chromium.open(Reader.DESK, "/?q=bridge");
    var before = total(page);
    page.evaluate(
        "() => { window.fetch = (address, options = {}) => new Promise((done, fail) =>"
            + " options.signal?.addEventListener('abort', () => fail(new Error('stopped')))); }");
    page.fill("#q", "Merkel");
    page.keyboard().press("Enter");
    assertThat(page.locator("#status progress")).isVisible();
    page.locator("#status button").click();
    assertThat(page.locator("#status")).hasCount(0);
    assertThat(page.locator("#total strong")).hasText(before);
  }

  @Test
  void severalMistakesAreMendedAtOnce() {
    var page =
        chromium.open(Reader.DESK, "/?q=" + SearchAddress.encode("form:HarborGazette \"vote"));
    assertThat(page.locator(".problems li")).hasCount(2);
    page.locator(".mend .primary").click();
    assertThat(page.locator("#q")).hasValue("from:HarborGazette \"vote\"");
    assertThat(page.locator("#total")).isVisible();
  }

  @Test
  void theFormOpensFromTheQueryAndWritesIt() {
    for (var reader : List.of(Reader.DESK, Reader.DESK.withoutScripts())) {
      var query = "bridge \"the vote\" -tunnel from:HarborGazette since:2016-01-01 bio:news";
      var page =
          chromium.open(reader, "/?q=" + SearchAddress.encode(query) + "&filter=language:en");
      page.locator(".boxlinks a").first().click();
      assertThat(page.locator("#all")).hasValue("bridge");
      assertThat(page.locator("#phrase")).hasValue("the vote");
      assertThat(page.locator("#none")).hasValue("tunnel");
      assertThat(page.locator("#from")).hasValue("HarborGazette");
      assertThat(page.locator("#since")).hasValue("2016-01-01");
      assertThat(page.locator("#rest")).hasValue("bio:news");
      page.fill("#any", "counted who");
      page.fill("#phrase", "");
      page.locator("#advanced .go button").click();
      assertThat(page.locator("#q"))
          .hasValue("bridge (counted OR who) -tunnel from:HarborGazette since:2016-01-01 bio:news");
      assertThat(page.locator(".chip")).containsText("English");
      assertThat(page.locator(".card").first()).isVisible();
    }
  }

  @Test
  void nothingFoundSaysWhichPartAndMendsIt() {
    var page = chromium.open(Reader.DESK, "/?q=" + SearchAddress.encode("bridge swallowtail"));
    var parts = page.locator(".repairs .says");
    assertThat(parts).hasCount(2);
    assertThat(parts.first()).containsText(Pattern.compile("“bridge”.*: [\\d,]+ tweets in"));
    assertThat(parts.nth(1)).containsText("“swallowtail” in any form: no tweet in the archive");
    var mend = page.locator(".repairs a").first();
    var label = mend.textContent();
    mend.click();
    assertThat(page.locator("#q")).hasValue("bridge");
    assertEquals(label, "Leave it out: " + total(page));
  }

  @Test
  void eachPartIsCountedOnRequest() {
    var page = chromium.open(Reader.DESK, "/?q=" + SearchAddress.encode("bridge lang:en"));
    var found = total(page);
    page.locator("#count-parts").click();
    assertThat(page).hasURL(Pattern.compile("clauses=true"));
    var parts = page.locator("#reading .says");
    assertThat(parts).hasCount(2);
    assertThat(parts.first())
        .containsText(
            Pattern.compile("“bridge”.*: [\\d,]+ tweets in the archive; without it there are"));
    assertEquals(found, total(page));
    page.locator("#count-parts").click();
    assertThat(parts).hasCount(0);
  }

  @Test
  void aMisspeltWordIsFoundByItsOtherSpellings() {
    var page = chromium.open(Reader.DESK, "/?q=brigde");
    page.locator(".repairs a").first().click();
    assertThat(page.locator("#q")).hasValue("bridge");
    assertThat(page.locator(".card mark").first()).containsText("bridge");
  }

  @Test
  void nothingFoundTeaches() {
    var page = chromium.open(Reader.DESK, "/?q=swallowtail&filter=language:ja");
    assertThat(page.locator(".nothing h1")).hasText("No tweet matches");
    page.locator(".nothing .button").last().click();
    assertThat(page).hasURL(Pattern.compile("/\\?q=swallowtail$"));
  }

  @Test
  void aServerThatIsGoneLeavesThePageAndIsAskedAgain() {
    var page = chromium.open(Reader.DESK, "/?q=bridge");
    page.route("**/*Merkel*", route -> route.abort());
    page.fill("#q", "Merkel");
    page.keyboard().press("Enter");
    assertThat(page.locator("#status")).containsText("does not answer");
    assertThat(page.locator(".card").first()).isVisible();
    page.unroute("**/*Merkel*");
    page.locator("#status button").first().click();
    assertThat(page.locator(".card .text").first()).containsText("Merkel");
    assertThat(page.locator("#status")).hasCount(0);
    chromium.complaints();
  }

  @Test
  void aBusyServerIsAskedAgainWhenItSaidSo() {
    var page = chromium.open(Reader.DESK, "/?q=bridge");
    page.route(
        "**/*Merkel*",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(503)
                    .setHeaders(Map.of("Retry-After", "1"))
                    .setBody("busy")),
        new Page.RouteOptions().setTimes(1));
    page.fill("#q", "Merkel");
    page.keyboard().press("Enter");
    assertThat(page.locator("#status")).containsText("busy. Trying again in 1 second.");
    assertThat(page.locator(".card .text").first()).containsText("Merkel");
    assertThat(page.locator("#status")).hasCount(0);
    chromium.complaints();
  }

  @Test
  void starsSearchesAndNotesStayInTheBrowser() {
    var page = chromium.open(Reader.DESK, "/?q=bridge");
    page.locator("#save").click();
    assertThat(page.locator("#save")).hasText("Saved");
    page.locator(".card .star").first().click();
    page.navigate("/saved");
    assertThat(page.locator(".savedlist a").first()).hasText("bridge");
    page.locator("textarea").fill("ask the mayor");
    page.locator("textarea").blur();
    var download = page.waitForDownload(() -> page.locator("#saved-export").click());
    var other = chromium.open(Reader.DESK, "/saved");
    other.locator("#saved-import").setInputFiles(download.path());
    assertThat(other.locator("textarea")).hasValue("ask the mayor");
    assertThat(other.locator(".savedlist a").first()).hasText("bridge");
  }

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
  void anAttackInEveryFieldIsShownInert() {
    for (var address :
        List.of(
            "/tweets/" + SmallArchive.HOSTILE,
            "/accounts/666",
            "/?q=hostile",
            "/?q=hostile&view=table",
            "/facets/hashtag?q=hostile",
            "/?q=" + SearchAddress.encode(SmallArchive.ATTACK))) {
      var page = chromium.open(Reader.DESK, address);
      assertEquals(0, page.locator("img").count(), address);
      assertEquals(0, page.locator("a[href^='javascript:']").count(), address);
      assertEquals(2, page.locator("script").count(), address);
    }
  }
}
