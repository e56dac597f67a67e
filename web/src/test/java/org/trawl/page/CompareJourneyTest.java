package org.trawl.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trawl.page.Chromium.Reader;

/// Searches side by side, by mouse and keyboard and without a script; every number is the search it
/// leads to.
final class CompareJourneyTest extends Journey {
  private static final Reader NO_SCRIPT = new Reader(1100, 800, false, false);

  private static final Pattern TOTAL = Pattern.compile("id=\"total\"><strong>([\\d,]+) ");

  private static void follow(Page page, List<String> wrong, String selector) {
    var links = page.locator(selector).all();
    assertTrue(!links.isEmpty(), selector);
    var leads = new ArrayList<String[]>();
    for (var link : links) {
      leads.add(new String[] {link.getAttribute("href"), link.textContent()});
    }
    for (var lead : leads) {
      // Asked without a browser: there are some eighty numbers, and a page of its own for each
      // would
      // take a minute.
      var html = page.request().get(lead[0]).text();
      var found = TOTAL.matcher(html);
      var total = found.find() ? found.group(1) : "none";
      if (!total.equals(lead[1].replaceAll(".*: ", ""))) {
        wrong.add(lead[0] + " says " + lead[1] + " and finds " + total);
      }
    }
  }

  @Test
  void everyNumberIsTheTotalOfItsSearchWithoutAScript() {
    var page =
        chromium.open(
            NO_SCRIPT,
            "/compare?q=bridge&q=lang:en+OR+lang:de&q=nothing&interval=year&filter=kind:tweet");
    var wrong = new ArrayList<String>();
    follow(
        page,
        wrong,
        "#totals td:nth-child(2) a, #totals td:nth-child(4) a, #totals td:last-child a");
    follow(page, wrong, "#overlaps td a");
    page.locator("#twin summary").click();
    follow(page, wrong, "#twin td[data-count] a");
    assertEquals(List.of(), wrong);
  }

  @Test
  void searchesAreAddedAndShownOtherwiseByAForm() {
    var page = chromium.open(NO_SCRIPT, "/?q=bridge&filter=language:en");
    page.locator("[data-compare]").click();
    assertThat(page.locator("#q1")).hasValue("bridge");
    assertThat(page.locator("#totals tbody tr")).hasCount(1);
    assertThat(page.locator(".chip")).containsText("English");
    page.locator("#q2").fill("from:HarborGazette");
    page.locator("#scale").selectOption("share");
    page.locator("#of").selectOption("filters");
    page.locator("#draw").selectOption("bars");
    page.locator(".compareform button").click();
    assertThat(page.locator("#totals tbody tr")).hasCount(2);
    assertThat(page.locator("#chart-title")).containsText("Share over time");
    assertThat(page.locator(".chart rect.s2").first()).isVisible();
    page.locator(".chip").click();
    assertThat(page.locator(".chip")).hasCount(0);
    assertThat(page.locator("#q2")).hasValue("from:HarborGazette");
  }

  @Test
  void mistakesAreToldAndTheFormStays() {
    var page = chromium.open(NO_SCRIPT, "/compare?q=bridge&q=form:x");
    assertThat(page.locator(".problems")).containsText("In search 2: ");
    assertThat(page.locator("#q2")).hasValue("form:x");
    chromium.complaints();
  }

  @Test
  void thePeriodUnderTheCursorIsSaidOfEachSearchAndZoomedInto() {
    var page = chromium.open(Reader.DESK, "/compare?q=bridge&q=*&interval=month");
    page.locator(".brush").focus();
    page.keyboard().press("Home");
    assertThat(page.locator("#readout"))
        .hasText(Pattern.compile(".+: bridge [0-9,]+ · \\* [0-9,]+"));
    page.keyboard().press("Shift+ArrowRight");
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile(".*since=.*until=.*"));
    assertThat(page.locator(".chip")).containsText("Time");
    assertThat(page.locator("#q2")).hasValue("*");
  }

  @Test
  void savedSearchesAreTickedAndCompared() {
    var page = chromium.open(Reader.DESK, "/?q=bridge");
    page.locator("#save").click();
    page.navigate("/?q=lang:en");
    page.locator("#save").click();
    page.navigate("/?q=lang:de&filter=kind:tweet");
    page.locator("#save").click();
    page.navigate("/saved");
    page.locator(".tick").nth(0).check();
    page.locator(".tick").nth(1).check();
    assertThat(page.locator("#ticked")).containsText("different filters");
    page.locator(".tick").nth(0).uncheck();
    page.locator(".tick").nth(2).check();
    page.locator("#ticked a").click();
    assertThat(page.locator("#q1")).hasValue("lang:en");
    assertThat(page.locator("#q2")).hasValue("bridge");
    assertThat(page.locator("#saved-queries option")).hasCount(3);
  }
}
