package org.trawl.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trawl.page.Chromium.Reader;

/// The timeline by mouse, touch and keyboard, and without any script.
final class TimelineJourneyTest extends Journey {
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
  void theTimelineIsCutByTouch() {
    var page = chromium.open(Reader.PHONE, "/?q=bridge&timeline=year");
    page.locator("#unfold-timeline").click();
    var box = page.locator(".brush").boundingBox();
    page.touchscreen().tap(box.x + box.width * 0.55, box.y + 40);
    assertThat(page).hasURL(Pattern.compile("since=20\\d\\d-01-01&until=20\\d\\d-01-01"));
  }

  @Test
  void theTimelineZoomsFromYearsToMinutesAndBack() {
    var page = chromium.open(Reader.DESK, "/?q=&timeline=year");
    for (var step : List.of("YEAR", "MONTH", "DAY", "HOUR", "MINUTE")) {
      assertThat(page.locator("#timeline")).hasAttribute("data-interval", step);
      if (!step.equals("MINUTE")) {
        page.locator(".most").click();
      }
    }
    for (var step : List.of("HOUR", "DAY", "MONTH")) {
      page.locator(".brush").focus();
      page.keyboard().press("Backspace");
      assertThat(page.locator("#timeline")).hasAttribute("data-interval", step);
    }
    page.locator(".moves .all").click();
    assertThat(page).hasURL(Pattern.compile("/\\?q=$"));
  }

  @Test
  void thePeakIsSaidAndUtcToo() {
    for (var reader : List.of(Reader.DESK, Reader.PHONE.withoutScripts())) {
      var page = chromium.open(reader, "/?q=bridge&timeline=month");
      assertThat(page.locator(".most")).hasText(Pattern.compile("^Peak: June 2016 \\([\\d,]+\\)$"));
      assertThat(page.locator("#timeline h2")).containsText("UTC");
      assertThat(page.locator("#timeline-says")).containsText("Most in June 2016");
    }
  }

  @Test
  void periodsWithoutTweetsAreKeptAndTheTableIsCopied() {
    var page = chromium.open(Reader.DESK, "/?q=橋&timeline=month");
    page.locator("#twin summary").click();
    page.locator("#twin .copyrows").click();
    var lines = ((String) page.evaluate("navigator.clipboard.readText()")).lines().toList();
    assertEquals("Period (UTC)\tTweets", lines.getFirst());
    assertEquals(page.locator("#twin tbody tr").count(), lines.size() - 1);
    assertTrue(lines.stream().anyMatch(line -> line.endsWith("\t0")), lines.toString());
  }

  @Test
  void onlyWhatChangedIsDrawnAgain() {
    var page = chromium.open(Reader.DESK, "/?q=bridge&size=10");
    page.evaluate(
        "['reading', 'refine', 'results']"
            + ".forEach((id) => (document.getElementById(id).kept = true))");
    var first = page.locator(".card").first().getAttribute("id");
    page.locator("a.next").click();
    assertThat(page.locator(".card").first()).not().hasId(first);
    for (var part : List.of("reading", "refine")) {
      assertEquals(
          true, page.evaluate("id => document.getElementById(id).kept ?? false", part), part);
    }
    assertEquals(false, page.evaluate("document.getElementById('results').kept ?? false"));
  }

  @Test
  void theStartPagesTimelineLeadsToASearch() {
    var page = chromium.open(Reader.DESK, "/");
    page.locator(".brush").focus();
    page.keyboard().press("End");
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile("since=20\\d\\d"));
    assertThat(page.locator("#total")).isVisible();
    assertThat(page.locator(".chip")).containsText("Time");
  }
}
