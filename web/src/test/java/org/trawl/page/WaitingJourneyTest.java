package org.trawl.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trawl.page.Chromium.Reader;

/// A server that is slow, busy or gone: everything stays on the screen.
final class WaitingJourneyTest extends Journey {
  /// Has every request wait until it is aborted.
  private static void stall(Page page) {
    page.evaluate(
        "() => { window.fetch = (address, options = {}) => new Promise((done, fail) =>"
            + " options.signal?.addEventListener('abort', () => fail(new Error('stopped')))); }");
  }

  @Test
  void aSlowSearchIsCancelledAndLeavesThePage() {
    var page = chromium.open(Reader.DESK, "/?q=bridge");
    var before = total(page);
    stall(page);
    page.fill("#q", "Merkel");
    page.keyboard().press("Enter");
    assertThat(page.locator("#status progress")).isVisible();
    page.locator("#status button").click();
    assertThat(page.locator("#status")).hasCount(0);
    assertThat(page.locator("#total strong")).hasText(before);
  }

  @Test
  void whatWasTickedIsNoLongerOnceItsSearchIsCancelled() {
    var page = chromium.open(Reader.DESK, "/?q=");
    stall(page);
    var german = value(page, "language", "German").locator("input");
    german.check();
    page.locator("#status button").click();
    assertThat(german).not().isChecked();
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
    leave(page);
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
                    .setHeaders(Map.of("Retry-After", "3"))
                    .setBody("busy")),
        new Page.RouteOptions().setTimes(1));
    page.fill("#q", "Merkel");
    page.keyboard().press("Enter");
    assertThat(page.locator("#status"))
        .containsText(Pattern.compile("busy. Trying again in [123] second"));
    assertThat(page.locator(".card .text").first()).containsText("Merkel");
    assertThat(page.locator("#status")).hasCount(0);
    leave(page);
  }

  @Test
  void aTweetIsAskedForUntilTheServerIsBack() {
    var page = chromium.open(Reader.DESK, "/?q=bridge");
    page.route("**/*tweet=*", route -> route.abort());
    page.locator(".card .when").nth(1).click();
    assertThat(page.locator("#status")).containsText("does not answer");
    assertThat(page.locator(".card").first()).isVisible();
    page.unroute("**/*tweet=*");
    page.locator("#status button").first().click();
    assertThat(page.locator("#beside #tweet")).isVisible();
    assertThat(page.locator("#status")).hasCount(0);
    leave(page);
  }

  @Test
  void allValuesOfAFacetAreAskedForUntilTheReaderStops() {
    var page = chromium.open(Reader.DESK, "/?q=");
    page.route("**/facets/*", route -> route.abort());
    page.locator("#facet-hashtag [data-more]").click();
    assertThat(page.locator("#status")).containsText("Trying again in");
    page.locator("#status button").last().click();
    assertThat(page.locator("#status")).hasCount(0);
    assertThat(page.locator(".card").first()).isVisible();
    leave(page);
  }
}
