package org.trawl.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.trawl.page.Chromium.Reader;

/// Taking tweets away with what one chose.
final class ExportJourneyTest extends Journey {
  @Test
  void tickedColumnsComeAndTheirProgressIsTold() throws Exception {
    var page = chromium.open(Reader.DESK, "/?q=bridge&filter=language:en");
    page.locator("#menu-export summary").click();
    page.locator("#menu-export a[href*='/export?']").last().click();
    for (var group : new String[] {"The tweet", "Its account", "What it answers or repeats"}) {
      var ticks = page.locator("fieldset.ticks", new Page.LocatorOptions().setHasText(group));
      ticks.locator("legend button").click();
    }
    page.locator("[value=id]").check();
    page.locator("[value=text]").check();
    page.locator("#headers").selectOption("readable");
    page.locator("#ids").selectOption("letter");
    var download = page.waitForDownload(() -> page.locator("#export [type=submit]").click());
    var lines = Files.readAllLines(download.path());
    assertEquals("Tweet id,Text", lines.getFirst());
    assertTrue(lines.get(1).matches("t[0-9]+,.*"), lines.get(1));
    assertThat(page.locator("#export-says"))
        .hasText(Pattern.compile("Done: [0-9,]+ tweets, [0-9.]+ MB"));
  }

  @Test
  void worksWithoutScripts() throws Exception {
    var page = chromium.open(Reader.PHONE.withoutScripts(), "/export?q=bridge");
    var width = (int) page.evaluate("() => document.documentElement.scrollWidth");
    assertTrue(width <= page.viewportSize().width, () -> width + " pixels");
    page.locator("[value=jsonl]").check();
    var download = page.waitForDownload(() -> page.locator("#export [type=submit]").click());
    assertTrue(Files.readString(download.path()).startsWith("{\"id\":"));
  }

  /// The picture is made by the browser, from the server's drawing.
  @Test
  void aChartIsSavedAsAPicture() throws Exception {
    var page = chromium.open(Reader.DESK, "/?q=bridge");
    var menu = page.locator("#timeline .takeaway");
    menu.locator("summary").click();
    var download = page.waitForDownload(() -> menu.locator("text=Picture (PNG)").click());
    var picture = ImageIO.read(download.path().toFile());
    assertEquals(1920, picture.getWidth());
    assertEquals(0xFFFFFFFF, picture.getRGB(2, 2));
    assertEquals("trawl-timeline.png", download.suggestedFilename());
  }
}
