package org.trawl.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The main journey in Firefox ESR: one test, as its start takes seconds.
final class FirefoxJourneyTest extends Journey {
  private static final String GERMAN =
      "[...document.querySelectorAll('#facet-language .value')]"
          + ".find(v => v.textContent.includes('German'))";

  private static String isShown(String selector) {
    return "document.querySelector('" + selector + "').checkVisibility()";
  }

  private static String click(String selector) {
    return "document.querySelector('" + selector + "').click()";
  }

  @Test
  void aSearchIsFilteredAndReadOnADeskAndOnAPhone() throws Exception {
    try (var firefox = Firefox.start()) {
      firefox.open(1400, 900, chromium.address("/?q="));
      assertEquals("true", firefox.read(isShown("#facet-language")));
      assertEquals("false", firefox.read(isShown("#unfold-filters")));
      var count = firefox.read(GERMAN + ".querySelector('.count').textContent");
      firefox.read(GERMAN + ".querySelector('input').click()");
      firefox.waitFor("1", "document.querySelectorAll('.chip').length");
      assertEquals(
          count + " tweets", firefox.read("document.querySelector('#total strong').textContent"));
      firefox.read(click(".card .when"));
      firefox.waitFor("true", "!!document.querySelector('#beside #tweet')");

      firefox.open(390, 844, chromium.address("/?q=bridge"));
      assertEquals("false", firefox.read(isShown("#facet-language")));
      assertEquals("false", firefox.read(isShown("#timeline")));
      firefox.read(click("#unfold-filters"));
      firefox.waitFor("true", isShown("#facet-language"));
      firefox.read(click("#unfold-timeline"));
      firefox.waitFor("true", isShown("#timeline"));
      var over = firefox.read("document.documentElement.scrollWidth - innerWidth");
      assertTrue(Integer.parseInt(over) <= 0, over);
      assertEquals(List.of(), firefox.complaints());
    }
  }
}
