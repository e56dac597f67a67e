package org.trawl.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trawl.page.Chromium.Reader;

/// The facets at the left, and the list of all values of one.
final class FacetJourneyTest extends Journey {
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
  void allValuesOfAFacetAreSearched() {
    for (var reader : List.of(Reader.DESK, Reader.DESK.withoutScripts())) {
      var page = chromium.open(reader, "/?q=");
      page.locator("#facet-hashtag [data-more]").click();
      page.fill("input[name=contains]", "мо");
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
  void whatIsExcludedIsStruckThroughAndStaysInItsList() {
    for (var reader : List.of(Reader.DESK, Reader.DESK.withoutScripts())) {
      var page = chromium.open(reader, "/?q=");
      var all = total(page);
      value(page, "language", "German").locator(".exclude").click();
      assertThat(page.locator(".chip.out .what")).hasCSS("text-decoration-line", "line-through");
      assertThat(value(page, "language", "German").locator(".name"))
          .hasCSS("text-decoration-line", "line-through");
      assertNotEquals(all, total(page));
      value(page, "language", "German").locator(".exclude").click();
      assertThat(page.locator(".chip")).hasCount(0);
      assertEquals(all, total(page));
    }
  }

  @Test
  void noneIsAValue() {
    var page = chromium.open(Reader.DESK, "/?q=");
    page.locator("#facet-domain summary").click();
    var none = value(page, "domain", "None");
    var count = none.locator(".count").textContent();
    none.locator("input").check();
    assertThat(page.locator("#total strong")).hasText(count + " tweets");
    assertThat(page).hasURL(Pattern.compile("filter=domain:\\(none\\)"));
    assertThat(value(page, "domain", "harbor-gazette.example")).isVisible();
  }

  @Test
  void theListOfAllValuesStaysForTheNextOne() {
    var page = chromium.open(Reader.DESK, "/?q=");
    page.locator("#facet-hashtag [data-more]").click();
    assertThat(page.locator("dialog input[name=contains]")).isFocused();
    page.locator("dialog .value label").first().click();
    assertThat(page.locator("dialog h1")).containsText("tweets");
    page.locator("dialog .value label").nth(1).click();
    assertThat(page.locator(".chip")).hasCount(2);
    assertThat(page.locator("dialog .value input:checked")).hasCount(2);
    page.locator("dialog .value").nth(2).locator(".exclude").click();
    assertThat(page.locator(".chip.out")).hasCount(1);
    assertThat(page.locator("dialog .value.out")).hasCount(1);
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).hasCount(0);
    assertThat(page.locator(".chip")).hasCount(3);
  }

  @Test
  void theValuesOfAFacetAreCopiedAsLinesOfATable() {
    var page = chromium.open(Reader.DESK, "/facets/account?q=bridge");
    page.locator(".copyrows").click();
    var copied = (String) page.evaluate("navigator.clipboard.readText()");
    assertTrue(copied.matches("(?s)@HarborGazette\t4224729994\t[\\d,]+(\n.*)?"), copied);
  }

  @Test
  void valuesAreUntickedWithoutScripts() {
    var page =
        chromium.open(
            Reader.DESK.withoutScripts(),
            "/facets/language?q=&filter=language:de&exclude=kind:quote");
    assertThat(page.locator("#found input:checked")).hasCount(1);
    page.locator("#found input:checked").uncheck();
    page.locator("#found .value")
        .filter(new Locator.FilterOptions().setHasText("Arabic"))
        .locator("input")
        .check();
    page.locator(".apply button").click();
    assertThat(page.locator(".chip")).hasCount(2);
    assertThat(page.locator(".chip").first()).containsText("Arabic");
    assertThat(page.locator(".chip.out")).containsText("Quotes");
  }

  @Test
  void twoTicksInQuickSuccessionBothCount() {
    var page = chromium.open(Reader.DESK, "/?q=&sort=oldest");
    page.evaluate(
        "for (const box of [...document.querySelectorAll('#facet-language input')].slice(0, 2))"
            + " box.click()");
    assertThat(page.locator(".chip")).hasCount(2);
    assertThat(page)
        .hasURL(Pattern.compile("/\\?q=&filter=language:\\w+&filter=language:\\w+&sort=oldest$"));
  }

  @Test
  void theListOfValuesStaysWhereItIsWhileOneTypes() {
    var page = chromium.open(Reader.DESK, "/?q=");
    page.locator("#facet-hashtag [data-more]").click();
    page.waitForSelector("dialog[open]");
    var before = page.locator("dialog").boundingBox();
    page.fill("input[name=contains]", "мо");
    assertThat(page.locator("#found .value")).hasCount(1);
    var after = page.locator("dialog").boundingBox();
    assertEquals(before.y, after.y);
    assertNotEquals(before.height, after.height);
  }
}
