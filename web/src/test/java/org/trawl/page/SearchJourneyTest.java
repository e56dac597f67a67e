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

/// Asking: the box, its suggestions, the form, names in other scripts, and what is wrong with a
/// query.
final class SearchJourneyTest extends Journey {
  @Test
  void aMistakeIsMarkedWhileTypingAndMended() {
    var page = chromium.open(Reader.DESK, "/?q=bridge");
    var mistakes = page.locator("#mistakes");
    page.locator("#q").fill("bridge form:HarborGazette");
    assertThat(mistakes.locator(".wrong")).hasText("form:");
    assertThat(mistakes).containsText("from:");
    assertThat(page.locator("#q")).hasAttribute("aria-invalid", "true");
    assertThat(page.locator("#total")).isVisible();
    mistakes.locator("button").click();
    assertThat(page.locator("#q")).hasValue("bridge from:HarborGazette");
    assertThat(mistakes).isEmpty();
    assertThat(page.locator("#q")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile("from(:|%3A)HarborGazette"));
    page.locator("#q").fill("bridge \"open");
    assertThat(mistakes.locator("button")).isVisible();
    page.locator("#q").fill("bridge");
    assertThat(mistakes).isEmpty();
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
  void aWordIsAddedInAnotherLanguageByAClick() {
    for (var reader : List.of(Reader.DESK, Reader.DESK.withoutScripts())) {
      var page = chromium.open(reader, "/?q=elections");
      if (!reader.scripts()) {
        page.locator("#languages a").click();
      }
      var offer =
          page.locator(".spelling").filter(new Locator.FilterOptions().setHasText("выборы"));
      assertThat(offer).hasAttribute("aria-label", Pattern.compile("too: Russian, .* tweets?$"));
      offer.click();
      assertThat(page.locator("#q")).hasValue("(elections OR выборы)");
      assertThat(page.locator(".card .text").first()).containsText("ыбор");
    }
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
  void severalMistakesAreMendedAtOnce() {
    var page =
        chromium.open(Reader.DESK, "/?q=" + SearchAddress.encode("form:HarborGazette \"vote"));
    assertThat(page.locator(".problems li")).hasCount(2);
    page.locator(".mend .primary").click();
    assertThat(page.locator("#q")).hasValue("from:HarborGazette \"vote\"");
    assertThat(page.locator("#total")).isVisible();
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
    assertThat(page.locator(".holds"))
        .hasText(Pattern.compile("were sent from \\w+ 2012 to \\w+ 2019: what it holds"));
    page.locator(".nothing .button").last().click();
    assertThat(page).hasURL(Pattern.compile("/\\?q=swallowtail$"));
  }

  @Test
  void theStartPagesExamplesAllFind() {
    var page = chromium.open(Reader.DESK.withoutScripts(), "/");
    var examples = page.locator(".examples a");
    int count = examples.count();
    assertTrue(count >= 4, "examples: " + count);
    for (int i = 0; i < count; i++) {
      examples.nth(i).click();
      assertThat(page.locator("#total")).isVisible();
      page.goBack();
    }
  }

  @Test
  void theResultLineSaysHowManyWhoWhenAndHowFast() {
    var page = chromium.open(Reader.DESK, "/?q=bridge");
    assertThat(page.locator("#total"))
        .hasText(
            Pattern.compile(
                "[\\d,]+ tweets [\\d,]+ texts from \\d+ accounts .*20\\d\\d – .*20\\d\\d [\\d.]+"
                    + " m?s$"));
  }

  @Test
  void aQueryFromTheRightIsTypedSuggestedAndMendedFromTheRight() {
    var page = chromium.open(Reader.DESK, "/");
    page.locator("#q").pressSequentially("#انتخا");
    assertThat(page.locator("#suggestions [role=option]").first()).containsText("انتخابات_بندر");
    assertThat(page.locator("#q")).hasCSS("direction", "rtl");
    page.fill("#q", "\"بندر");
    page.keyboard().press("Enter");
    assertThat(page.locator(".echo")).hasCSS("direction", "rtl");
    page.locator(".mend a").first().click();
    assertThat(page.locator("#q")).hasValue("\"بندر\"");
    assertThat(page.locator(".card mark").first()).hasText("بندر");
  }

  @Test
  void aSearchIsAnnouncedToWhoCannotSeeIt() {
    var page = chromium.open(Reader.DESK, "/?q=bridge");
    page.fill("#q", "Merkel");
    page.keyboard().press("Enter");
    assertThat(page.locator("#announcer")).containsText(Pattern.compile("^[\\d,]+ tweets"));
    page.fill("#q", "form:x");
    page.keyboard().press("Enter");
    assertThat(page.locator("#announcer")).hasText("There’s a mistake in this query");
  }
}
