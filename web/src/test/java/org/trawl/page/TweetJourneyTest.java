package org.trawl.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trawl.page.Chromium.Reader;

/// A tweet's page, an account's, and the archive's.
final class TweetJourneyTest extends Journey {
  @Test
  void aTweetsPageShowsItsThreadItsFieldsAndItsCitation() {
    var page = chromium.open(Reader.DESK, "/tweets/" + SmallArchive.THREAD);
    assertThat(page.locator("#replies .card")).hasCount(2);
    assertThat(page.locator("#quotes .card")).hasCount(1);
    assertThat(page.locator("#retweets h2")).containsText("Retweets of it");
    assertThat(page.locator(".cite").first())
        .containsText("https://twitter.com/HarborGazette/status/" + SmallArchive.THREAD);
    assertThat(page.locator(".fields a[href='/accounts/4224729994']")).hasText("4224729994");
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
    assertThat(page.locator(".key li").last()).hasText(Pattern.compile("^ ?\\d+(–\\d+)?$"));
    page.locator(".profilehead .button").click();
    assertThat(page.locator("#total strong")).hasText(tweets);
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
      assertEquals(0, page.locator("script:not([src*='/assets/'])").count(), address);
    }
  }

  @Test
  void aCardShowsWhatItQuotesAndKeepsOutsideLinksShut() {
    var page = chromium.open(Reader.DESK, "/?q=どの橋も安全ではない");
    assertThat(page.locator(".context")).containsText("Quotes a tweet by @HarborGazette");
    assertThat(page.locator(".context .excerpt")).containsText("Which bridge is safe?");
    page.navigate("/?q=thousands");
    var link = page.locator(".links li").first();
    assertThat(link.locator(".outside")).containsText("http://www.harbor-gazette.example/");
    assertThat(page.locator("a[href^='http://www.harbor']")).hasCount(0);
    link.locator(".copybutton").click();
    var copied = (String) page.evaluate("navigator.clipboard.readText()");
    assertTrue(copied.startsWith("http://www.harbor-gazette.example/politics"), copied);
    assertThat(link.locator(".archived"))
        .hasAttribute("href", Pattern.compile("^https://web.archive.org/web/20\\d{6}/http://www"));
    assertThat(page.locator(".same:not(.near)").first())
        .hasText(Pattern.compile("^Same text ×[\\d,]+(, from \\d+ accounts)?$"));
  }

  @Test
  void theSameTextLeadsToAllWhoSentIt() {
    var page = chromium.open(Reader.DESK.withoutScripts(), "/?q=copies:>=20+-is:retweet");
    var says = page.locator(".card .same:not(.near)").first();
    var count = says.textContent().replaceAll("\\D", "");
    says.click();
    assertThat(page.locator("#total strong")).hasText(count + " tweets");
    assertThat(page.locator("#q")).hasValue(Pattern.compile("^copies_of:\\d+$"));
    page.locator(".card .when").first().click();
    assertThat(page.locator("#tweet > .facts .same:not(.near)"))
        .hasText(Pattern.compile("^Same text ×" + count + ", from \\d+ accounts?$"));
    page.locator("#copies .more a").click();
    assertThat(page.locator("#total strong")).hasText(count + " tweets");
    page.navigate("/?view=table&q=copies:>=20+-is:retweet");
    page.locator(".grid a[href*='copies_of']").first().click();
    assertThat(page.locator("#total strong")).hasText(Pattern.compile("^\\d+ tweets$"));
  }

  @Test
  void whatTheArchiveLacksLeadsToWhatNamesIt() {
    var page = chromium.open(Reader.DESK, "/accounts/mayor_lindqvist");
    page.getByText("Search for mentions of it").click();
    assertThat(page.locator("#q")).hasValue("@mayor_lindqvist");
    assertThat(page.locator(".card").first()).containsText("@mayor_lindqvist");
    page.navigate("/tweets/1");
    page.getByText("Search for tweets that answer, quote or retweet it").click();
    assertThat(page.locator("#q")).hasValue(Pattern.compile("quotes_of_tweet_id:1"));
  }

  @Test
  void everyNumberOfAnAccountIsASearch() {
    var page = chromium.open(Reader.DESK.withoutScripts(), "/accounts/novosti_zaliva");
    for (var place : List.of(".months a", ".weekhours a", ".toplist .count")) {
      var first = page.locator(place).first();
      var count = first.textContent();
      var link = place.endsWith("a") ? first : page.locator(".toplist li a").first();
      link.click();
      assertThat(page.locator("#total strong")).hasText(Pattern.compile("^" + count + " tweets?$"));
      page.goBack();
    }
    assertThat(page.locator(".weekhours td a").first())
        .hasAttribute("href", Pattern.compile("weekday:[a-z]{3}\\+hour:\\d+$"));
  }

  @Test
  void theArchivesPartsOverTimeAreSearches() {
    var page = chromium.open(Reader.DESK.withoutScripts(), "/archive");
    assertThat(page.locator(".over")).hasCount(2);
    assertThat(page.locator(".sources tbody tr")).hasCount(2);
    var row = page.locator(".over").first().locator("tbody tr").first();
    var count = row.locator(".num").textContent();
    row.locator("a").click();
    assertThat(page.locator("#total strong")).hasText(count + " tweets");
  }
}
