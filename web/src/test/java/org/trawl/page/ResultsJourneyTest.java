package org.trawl.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trawl.page.Chromium.Reader;

/// The results: paging, going back, and a tweet beside them.
final class ResultsJourneyTest extends Journey {
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
      var where = "Texts " + (shown + 1) + " to ";
      assertThat(page.locator(".where")).containsText(where);
      assertThat(page.locator("#announcer")).containsText(where);
      assertThat(page.locator("#total")).isFocused();
      shown += page.locator(".card").count();
      pages++;
    }
    assertTrue(pages > 2, "pages: " + pages);
    assertThat(page.locator("#total .texts")).hasText(shown + " texts");
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
  void backFromATweetsPageScrollsToWhereItWasOpened() {
    var page = chromium.open(Reader.PHONE, "/?q=bridge");
    var link = page.locator(".card .when").nth(12);
    link.scrollIntoViewIfNeeded();
    var before = ((Number) page.evaluate("scrollY")).intValue();
    assertTrue(before > 1000, "scrolled to " + before);
    link.click();
    assertThat(page.locator("#tweet")).isVisible();
    page.goBack();
    assertThat(page.locator("#total")).isAttached();
    page.waitForFunction("before => Math.abs(scrollY - before) < 60", before);
  }

  @Test
  void anOpenTweetFollowsTheKeys() {
    var page = chromium.open(Reader.DESK, "/?q=bridge&sort=oldest");
    page.keyboard().press("j");
    page.keyboard().press("Enter");
    var second = page.locator(".results .card").nth(1).getAttribute("data-tweet");
    assertThat(page.locator("#beside #tweet")).isVisible();
    page.keyboard().press("j");
    assertThat(page.locator("#beside #tweet")).hasAttribute("data-tweet", second);
    page.keyboard().press("Escape");
    assertThat(page.locator("#beside")).hasCount(0);
  }

  @Test
  void theKeysGoOnFromWhereTheMouseWas() {
    var page = chromium.open(Reader.DESK, "/?q=bridge&sort=oldest");
    page.locator(".results .card .when").nth(4).click();
    assertThat(page.locator("#beside #tweet")).isVisible();
    var sixth = page.locator(".results .card").nth(5).getAttribute("data-tweet");
    page.keyboard().press("j");
    assertThat(page.locator("#beside #tweet")).hasAttribute("data-tweet", sixth);
    assertThat(page.locator(".current")).hasCount(1);
    page.keyboard().press("Escape");
    page.locator(".results .card .account").nth(2).focus();
    page.keyboard().press("k");
    assertThat(page.locator(".results .card .when").nth(1)).isFocused();
  }

  @Test
  void anOpenTweetIsInTheAddressWithItsMarksAndClosedByBack() {
    var page = chromium.open(Reader.DESK, "/?q=bridge");
    assertThat(page.locator(".side .toplist").first()).isVisible();
    page.locator(".results .card .when").nth(1).click();
    var open = page.locator("#beside #tweet");
    assertThat(open.locator("mark").first()).isVisible();
    var second = page.locator(".results .card").nth(1).getAttribute("data-tweet");
    assertThat(page).hasURL(Pattern.compile("tweet=" + second + "$"));
    page.keyboard().press("j");
    assertThat(page).not().hasURL(Pattern.compile(second));
    assertThat(open.locator("mark").first()).isVisible();
    for (var reader : List.of(Reader.DESK, Reader.PHONE.withoutScripts())) {
      var shared = chromium.open(reader, page.url().replaceFirst("http://[^/]*", ""));
      assertThat(shared.locator("#beside #tweet mark").first()).isInViewport();
      shared.locator("#beside .close").click();
      assertThat(shared.locator("#beside")).hasCount(0);
      assertThat(shared.locator(".card").first()).isVisible();
    }
    page.goBack();
    assertThat(page.locator("#beside")).hasCount(0);
    assertThat(page).hasURL(Pattern.compile("q=bridge$"));
    assertThat(page.locator(".side .toplist").first()).isVisible();
  }

  @Test
  void whatStandsOutLeadsToAsManyTweetsAsItSays() {
    var page = chromium.open(new Reader(1920, 1000, false, true), "/?q=bridge");
    for (var list : List.of("Busiest days", "Hashtags", "Linked sites")) {
      var first =
          page.locator(".side .toplist")
              .filter(new Locator.FilterOptions().setHasText(list))
              .locator("li")
              .first();
      var count = first.locator(".count").textContent();
      first.locator("a").click();
      assertThat(page.locator("#total strong")).hasText(count + " tweets");
      page.goBack();
      assertThat(page.locator(".chip")).hasCount(0);
    }
    page.locator(".side .toplist a[href*='/accounts/']").first().click();
    assertThat(page.locator(".profile")).isVisible();
  }

  @Test
  void previousLeadsBackPageByPage() {
    for (var reader : List.of(Reader.DESK, Reader.DESK.withoutScripts())) {
      var page = chromium.open(reader, "/?q=bridge&size=20");
      var firsts = new ArrayList<String>();
      for (int i = 0; i < 4; i++) {
        firsts.add(page.locator(".card").first().getAttribute("id"));
        page.locator("a.next").click();
        assertThat(page.locator(".where")).containsText("Texts " + (20 * (i + 1) + 1) + " to");
      }
      for (int i = 3; i >= 0; i--) {
        page.locator("a.previous").click();
        assertThat(page.locator(".card").first()).hasId(firsts.get(i));
      }
      assertThat(page.locator("a.previous")).hasCount(0);
      assertThat(page).not().hasURL(Pattern.compile("after|trail"));
    }
  }

  @Test
  void singleKeysAreSwitchedOff() {
    var page = chromium.open(Reader.DESK, "/?q=bridge");
    page.keyboard().press("?");
    page.locator("#keys-on").uncheck();
    page.keyboard().press("Escape");
    page.keyboard().press("j");
    assertThat(page.locator("li.current")).hasCount(0);
    page.reload();
    page.keyboard().press("/");
    assertThat(page.locator("#q")).not().isFocused();
  }

  @Test
  void copiesAreCollapsedAndShownAsATable() {
    for (var reader : List.of(Reader.DESK, Reader.DESK.withoutScripts())) {
      var page = chromium.open(reader, "/?q=bridge&since=2016-06&sort=oldest");
      page.locator("#collapse").click();
      assertThat(page.locator(".same + span").first())
          .hasText(Pattern.compile("^[\\d,]+ of them here, from [\\d,]+ accounts?$"));
      page.locator(".tools .segments a").last().click();
      assertThat(page.locator(".grid thead")).containsText("Retweets");
      assertThat(page).hasURL(Pattern.compile("copies=collapse&view=table"));
      // Where all of a text are among the hits, their accounts are all of its accounts.
      page.navigate("/?q=bridge&sort=oldest&copies=collapse");
      assertThat(page.locator(".same:not(.near)").first())
          .hasText(Pattern.compile("^Same text ×[\\d,]+, from [\\d,]+ accounts?$"));
    }
  }

  @Test
  void aTableBesideATweetKeepsItsTextWhole() {
    var page = chromium.open(new Reader(1280, 900, false, true), "/?q=bridge&view=table");
    page.locator(".grid .when").first().click();
    assertThat(page.locator("#beside #tweet")).isVisible();
    var hidden = page.locator(".results .scroller").evaluate("e => e.scrollWidth - e.clientWidth");
    assertEquals(0, ((Number) hidden).intValue());
    page.keyboard().press("Escape");
    assertThat(page.locator(".grid th").last()).isVisible();
  }
}
