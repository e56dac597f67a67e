package org.trawl.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trawl.page.Chromium.Reader;

/// axe finds nothing on any page or state, in light and dark, at a desk and on a phone.
class AccessibilityTest extends Journey {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /// Those whose outcome colours and the width of the window change.
  private static final List<String> LOOKS =
      List.of("color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block");

  private static final String AXE = axe();

  /// Fails if axe finds anything on a page.
  static void check(Page page) {
    assertEquals(List.of(), violations(page, Map.of("type", "tag", "values", RULES)), page.url());
  }

  private static void checkLooks(Page page) {
    assertEquals(List.of(), violations(page, Map.of("type", "rule", "values", LOOKS)), page.url());
  }

  // By axe's own script in the page, and not by its builder for Java: that hands over every check
  // of
  // every element, which takes twice as long as the checks.
  private static List<String> violations(Page page, Map<String, Object> rules) {
    if (page.evaluate("() => typeof axe").equals("undefined")) {
      page.evaluate(AXE);
    }
    var found =
        page.evaluate(
            """
            async rules => {
              const found = await axe.run({ runOnly: rules, resultTypes: ["violations"] });
              return found.violations.map(
                v => `${v.id}: ${v.nodes[0].html} ${v.nodes[0].failureSummary}`);
            }\
            """,
            rules);
    return ((List<?>) found).stream().map(Object::toString).toList();
  }

  private static String axe() {
    try (var script = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script, "axe.min.js").readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    var found = violations(page, Map.of("type", "tag", "values", RULES)).toString();
    assertTrue(found.contains("html-has-lang") && found.contains("color-contrast"), found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?q=&size=3",
        "/?q=بندر&size=4",
        "/?q=bridge&filter=language:en&exclude=kind:retweet&since=2016-06-22&until=2016-06-25&size=4",
        "/?q=bridge&view=table&size=4",
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
        "/names?q=merkel+elections",
        "/facets/account?q=bridge&filter=account:4224729994",
        "/?q=&copies=collapse&exclude=language:fa&size=4",
        "/compare",
        "/operations",
        "/tweets/747000000000000000/similar",
        "/accounts?q=bridge",
        "/distinctive?q=bridge",
        "/compare?q=bridge&q=بندر&q=from:HarborGazette&filter=kind:tweet&scale=share",
        "/saved",
        "/export?q=bridge",
        "/lists",
        "/lists?list=HarborGazette+%23BridgeVote+nobody+%D1%8F+1.2E%2B17",
        "/facets/hashtag?q=",
        "/network?q=&type=hashtag_account",
        "/coordination?type=same_hashtag&window=6h&items=1"
      })
  void everyPage(String address) {
    var page = chromium.open(Reader.DESK, address);
    check(page);
    page.setViewportSize(Reader.PHONE.width(), Reader.PHONE.height());
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    checkLooks(page);
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
  void theTweetsBehindAnEdge() {
    var page = chromium.open(Reader.DESK, "/network?q=&type=hashtag_account");
    page.locator("[aria-labelledby=edges-title] td.num a").first().click();
    page.waitForSelector(".pairs");
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
    for (var fold : List.of("#unfold-timeline", "#unfold-filters", "#unfold-tools")) {
      page.locator(fold).click();
    }
    page.locator("#twin summary").click();
    check(page);
  }
}
