package org.trawl.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.page.site.Wording;
import org.trawl.search.TweetSearch;

/// Issue 15, number 22: timeline, days, hours and cards of a page show the times of one zone, and
/// the searches that they lead to find as many tweets as they say.
class ZonePagesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir static Path folder;

  private static TweetSearch searcher;
  private static SearchPages searches;

  @BeforeAll
  static void open() throws Exception {
    searcher = SmallArchive.open(folder);
    searches = new SearchPages(searcher, Duration.ofSeconds(10));
  }

  @AfterAll
  static void close() throws Exception {
    searcher.close();
  }

  private static SearchView.Answer answer(SearchAddress address) throws Exception {
    return searches.search(address).answer().orElseThrow();
  }

  /// The search that a link leads to.
  private static long total(String href) throws Exception {
    var parameters = new java.util.LinkedHashMap<String, List<String>>();
    for (var one : href.substring(href.indexOf('?') + 1).split("&")) {
      var parts = one.split("=", 2);
      var value = java.net.URLDecoder.decode(parts[1], java.nio.charset.StandardCharsets.UTF_8);
      parameters.computeIfAbsent(parts[0], _ -> new java.util.ArrayList<>()).add(value);
    }
    return answer(SearchAddress.of(parameters)).totals().total();
  }

  @Test
  void barsLeadToAsManyTweetsAsTheySayInEveryZone() throws Exception {
    for (var zone : List.of("Europe/Berlin", "America/Sao_Paulo", "Asia/Kolkata")) {
      for (var interval : List.of("month", "year")) {
        var address = SearchAddress.query("bridge").with("zone", zone).with("timeline", interval);
        var chart = answer(address).timeline().orElseThrow();
        assertEquals(zone, chart.zone());
        for (var bar : chart.bars()) {
          if (!bar.empty()) {
            assertTrue(bar.href().contains("zone="), bar.href());
            assertEquals(bar.count(), Wording.number(total(bar.href())), bar.href());
          }
        }
      }
    }
  }

  @Test
  void daysAndHoursOfAnAccountLeadToAsManyTweetsAsTheySay() throws Exception {
    var account = searcher.account("HarborGazette").orElseThrow().account().id();
    var pages = new AccountPages(searcher, Duration.ofSeconds(10));
    var activity = pages.account(account, BERLIN).orElseThrow().activity().orElseThrow();
    assertEquals("Europe/Berlin", activity.zone());
    for (var day : activity.hours().subList(0, 2)) {
      for (var hour : day.hours()) {
        if (!hour.count().isEmpty()) {
          assertEquals(hour.count(), Wording.number(total(hour.href())), hour.href());
        }
      }
    }
    for (var day : activity.years().getFirst().days().stream().limit(12).toList()) {
      var tweets = Wording.number(total(day.href()), "tweet", "tweets");
      assertTrue(day.title().endsWith(": " + tweets), day.title() + " and " + tweets);
    }
  }

  @Test
  void cardsShowTheClocksOfTheZoneAndSaySo() throws Exception {
    var address = SearchAddress.query("bridge").with("zone", "Europe/Berlin");
    for (var card : answer(address).cards()) {
      var time = Instant.parse(card.stamp().iso());
      var hour = "%02d:".formatted(time.atZone(BERLIN).getHour());
      assertTrue(card.stamp().time().contains(", " + hour), card.stamp().time());
      assertTrue(card.stamp().time().matches(".* UTC\\+[12]"), card.stamp().time());
      assertTrue(card.href().endsWith("?zone=Europe/Berlin"), card.href());
    }
    var plain = answer(SearchAddress.query("bridge")).cards().getFirst();
    assertTrue(plain.stamp().time().endsWith(" UTC"), plain.stamp().time());
    assertFalse(plain.href().contains("zone"));
  }

  @Test
  void offsetsAreThoseOfTheDay() {
    var summer = Instant.parse("2016-06-24T09:11:00Z");
    assertEquals("24 Jun 2016, 11:11 UTC+2", Wording.minute(summer, BERLIN));
    assertEquals(
        "24 Dec 2016, 10:11 UTC+1", Wording.minute(Instant.parse("2016-12-24T09:11:00Z"), BERLIN));
    assertEquals("UTC+5:30", Wording.offset(summer, ZoneId.of("Asia/Kolkata")));
    assertEquals("UTC-2:30", Wording.offset(summer, ZoneId.of("America/St_Johns")));
    assertEquals("24 Jun 2016, 09:11 UTC", Wording.minute(summer));
  }

  @Test
  void daysAreWrittenAsDaysOfTheZone() {
    var address = SearchAddress.query("x").with("zone", "Europe/Berlin");
    var midnight = Optional.of(Instant.parse("2016-06-23T22:00:00Z"));
    var utc = Optional.of(Instant.parse("2016-06-25T00:00:00Z"));
    assertEquals(
        "/?q=x&since=2016-06-24&until=2016-06-25T00:00:00Z&zone=Europe/Berlin",
        address.between(midnight, utc).href());
  }
}
