package org.trawl.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trawl.page.Chromium.Reader;

/// The page of a network: drawn with scripts, as tables without, each edge with its tweets.
final class NetworkJourneyTest extends Journey {
  private static final String NETWORK = "/network?q=&type=hashtag_account";

  @Test
  void anEdgeOpensAsManyTweetsAsItWeighs() {
    for (var reader : List.of(Reader.DESK, Reader.DESK.withoutScripts())) {
      var page = chromium.open(reader, "/?q=");
      page.locator(".tools >> text=Network").click();
      assertThat(page.locator("h1")).hasText("Who acted with whom");
      page.selectOption("select[name=type]", "hashtag_account");
      page.fill("input[name=window]", "");
      page.locator(".networkform button").click();
      assertThat(page.locator("h1")).containsText("Hashtags and who uses them");
      var edge = page.locator("[aria-labelledby=edges-title] td.num a").first();
      var weight = edge.textContent();
      edge.click();
      assertThat(page.locator(".lede")).containsText(weight + " tweet");
      assertEquals(Math.min(50, Integer.parseInt(weight)), page.locator(".pairs > li").count());
      page.locator("text=Back to the network").click();
      assertThat(page.locator("h1")).containsText("Hashtags and who uses them");
    }
  }

  @Test
  void aNodeIsFoundAndShowsItsNeighbours() {
    var page = chromium.open(Reader.DESK, NETWORK);
    page.waitForSelector("#picture[data-placed=true]");
    var name = page.locator("[aria-labelledby=nodes-title] tbody th a").first().textContent();
    page.fill("#find-node", name);
    page.keyboard().press("Enter");
    assertThat(page.locator(".about")).containsText(name);
    int neighbours = page.locator(".about li").count();
    assertTrue(neighbours > 0, name + " has no neighbours");
    page.locator(".about li button").first().click();
    assertThat(page.locator(".about li button >> text=" + name)).hasCount(1);
    var download = page.waitForDownload(() -> page.locator("text=SVG").click());
    assertEquals("trawl-network.svg", download.suggestedFilename());
  }

  @Test
  void whatIsWrongIsSaidBesideTheForm() {
    var page = chromium.open(Reader.DESK, NETWORK + "&window=soon");
    assertThat(page.locator("[role=alert]")).containsText("window must be a length of time");
    assertThat(page.locator("input[name=window]")).hasValue("soon");
    chromium.complaints();
  }
}
