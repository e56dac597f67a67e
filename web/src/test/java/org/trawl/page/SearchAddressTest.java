package org.trawl.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trawl.search.Facet;

class SearchAddressTest {
  @Test
  void parametersStandInOneOrderAndStrangeOnesAreLeftOut() {
    var address =
        SearchAddress.of(
            Map.of("sort", List.of("newest"), "utm_source", List.of("x"), "q", List.of("a b")));
    assertEquals("/?q=a+b&sort=newest", address.href());
  }

  @Test
  void anEmptyQueryIsKeptAsItAsksForEverything() {
    assertEquals("/?q=", SearchAddress.of(Map.of("q", List.of(""), "since", List.of(""))).href());
    assertTrue(SearchAddress.of(Map.of()).empty());
    assertFalse(SearchAddress.of(Map.of("q", List.of(""))).empty());
  }

  @Test
  void tickingTwiceIsNothing() {
    var address = SearchAddress.query("x");
    var ticked = address.toggleFilter(Facet.LANGUAGE, "en");
    assertEquals("/?q=x&filter=language:en", ticked.href());
    assertEquals(address, ticked.toggleFilter(Facet.LANGUAGE, "en"));
  }

  @Test
  void aValueIsChosenOrExcludedAndNeverBoth() {
    var address = SearchAddress.query("x").toggleFilter(Facet.LANGUAGE, "en");
    var excluded = address.toggleExclude(Facet.LANGUAGE, "en");
    assertEquals("/?q=x&exclude=language:en", excluded.href());
    assertEquals(address, excluded.toggleFilter(Facet.LANGUAGE, "en"));
  }

  @Test
  void anotherSearchBeginsAtItsFirstPage() {
    var third = SearchAddress.query("x").with("after", "cursor");
    assertEquals("/?q=x&filter=kind:reply", third.toggleFilter(Facet.KIND, "reply").href());
    assertEquals("/?q=x&view=table&after=cursor", third.with("view", "table").href());
  }

  @Test
  void midnightIsADayAndAnyOtherTimeIsToTheSecond() {
    var address =
        SearchAddress.query("x")
            .between(
                Optional.of(Instant.parse("2016-06-24T00:00:00Z")),
                Optional.of(Instant.parse("2016-06-24T13:30:00Z")));
    assertEquals("/?q=x&since=2016-06-24&until=2016-06-24T13:30:00Z", address.href());
  }

  @Test
  void hostileValuesStayValues() {
    assertEquals(
        "/?q=%22%3E%3Cscript%3E%26filter%3Dx%23",
        SearchAddress.query("\"><script>&filter=x#").href());
  }
}
