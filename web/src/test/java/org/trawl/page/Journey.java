package org.trawl.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/// What people do on the pages, in a real browser: one journey a test. All of a JVM share a browser
/// and a server.
abstract class Journey {
  /// Set before the first test of a class.
  static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    chromium = Chromium.shared();
  }

  @AfterEach
  void nothingComplained() {
    chromium.closePages();
    assertEquals(List.of(), chromium.complaints());
  }

  /// Leaves a page whose requests were stopped on purpose, and forgets what it complained about:
  /// the browser tells of a stopped request late, but not after its page is gone.
  static void leave(Page page) {
    page.unrouteAll();
    page.navigate("about:blank");
    chromium.closePages();
    chromium.complaints();
  }

  /// What the line above the results counts, such as `12 tweets`.
  static String total(Page page) {
    return page.locator("#total strong").textContent();
  }

  /// A value of a facet at the left.
  static Locator value(Page page, String facet, String label) {
    return page.locator("#facet-" + facet + " .value")
        .filter(new Locator.FilterOptions().setHasText(label));
  }
}
