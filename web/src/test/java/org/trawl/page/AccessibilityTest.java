package org.trawl.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trawl.page.Chromium.Reader;

/// axe finds nothing on any page or state, in light and dark, at a desk and on a phone.
class AccessibilityTest extends Journey {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static void check(Page page) {
    assertEquals(List.of(), violations(page), page.url());
  }

  private static List<String> violations(Page page) {
    // In the page itself, which has no frames: in a page of axe's own it takes twice as long.
    var axe = new AxeBuilder(page).setLegacyMode(true).withTags(RULES);
    return axe.analyze().getViolations().stream()
        .map(v ->
            v.getId()
                + ": "
                + v.getNodes().getFirst().getHtml()
                + " "
                + v.getNodes().getFirst().getFailureSummary())
        .toList();
  }

  @Test
  void aFaultIsFound() {
    var page = chromium.open(Reader.DESK, "/?q=bridge");
    page.evaluate(
        """
        () => {
          document.documentElement.removeAttribute("lang");
          document.querySelector(".card .text").style.color = "#ddd";
        }\
        """);
    var found = violations(page).toString();
    assertTrue(found.contains("html-has-lang") && found.contains("color-contrast"), found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?q=",
        "/?q=بندر",
        "/?q=bridge&filter=language:en&exclude=kind:retweet&since=2016-06-22&until=2016-06-25",
        "/?q=bridge&view=table",
        "/?q=swallowtail",
        "/?q=form:x+%22open",
        "/tweets/747000000000000000",
        "/tweets/747000000100000001",
        "/tweets/1",
        "/accounts/HarborGazette",
        "/archive",
        "/help",
        "/advanced?q=bridge+-tunnel+since:2016+bio:news&filter=language:en",
        "/accounts/Zq3k+Vb0nHh7pT1yXw5mLc9RsJ2dKfA8eGuOiQ4tBvM=",
        "/names?q=merkel",
        "/facets/account?q=bridge&filter=account:4224729994",
        "/?q=&copies=collapse&exclude=language:fa",
        "/saved",
        "/lists",
        "/lists?list=HarborGazette+%23BridgeVote+nobody+%D1%8F+1.2E%2B17",
        "/facets/hashtag?q="
      })
  void everyPage(String address) {
    for (var reader : List.of(Reader.DESK, Reader.PHONE.inTheDark())) {
      var page = chromium.open(reader, address);
      check(page);
    }
  }

  @Test
  void aTweetBesideItsResultsAndTheKeysOverAll() {
    var page = chromium.open(Reader.DESK, "/?q=bridge");
    page.keyboard().press("j");
    page.keyboard().press("Enter");
    page.waitForSelector("#beside");
    check(page);
    page.keyboard().press("?");
    page.waitForSelector("dialog[open]");
    check(page);
  }

  @Test
  void menusAndValuesUnfolded() {
    var page = chromium.open(Reader.DESK.inTheDark(), "/?q=");
    page.locator("#menu-share summary").click();
    check(page);
    page.locator("#facet-hashtag [data-more]").click();
    page.waitForSelector("dialog[open]");
    check(page);
  }

  @Test
  void suggestionsAndWhatIsSaved() {
    var page = chromium.open(Reader.DESK, "/?q=bridge");
    page.locator("#save").click();
    page.locator(".card .star").first().click();
    page.fill("#q", "");
    page.locator("#q").pressSequentially("from:har");
    page.waitForSelector("#suggestions [role=option]");
    page.keyboard().press("ArrowDown");
    check(page);
    page.navigate("/saved");
    check(page);
  }

  @Test
  void aSlowServerAndOneThatIsGone() {
    var page = chromium.open(Reader.PHONE.inTheDark(), "/?q=بندر");
    page.route("**/*Merkel*", _ -> {});
    page.fill("#q", "Merkel");
    page.keyboard().press("Enter");
    page.waitForSelector("#status progress");
    check(page);
    page.locator("#status button").click();
    page.unroute("**/*Merkel*");
    page.route("**/*Merkel*", route -> route.abort());
    page.locator("#q").press("Enter");
    page.waitForSelector("#status button >> text=Try now");
    check(page);
    leave(page);
  }

  @Test
  void aBigPageAtTwiceTheSize() {
    var page = chromium.open(new Reader(680, 450, false, true), "/?q=bridge&exclude=kind:retweet");
    page.locator("#refine > summary").click();
    page.locator("#twin summary").click();
    check(page);
  }
}
