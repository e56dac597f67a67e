package org.trawl.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trawl.page.Chromium.Reader;

/// What a reader keeps: searches, stars, tags and notes, in the browser alone.
final class SavedJourneyTest extends Journey {
  @Test
  void starsSearchesAndNotesStayInTheBrowser() {
    var page = chromium.open(Reader.DESK, "/?q=bridge");
    page.locator("#save").click();
    assertThat(page.locator("#save")).hasText("Saved");
    page.locator(".card .star").first().click();
    page.navigate("/saved");
    assertThat(page.locator(".savedlist a").first()).hasText("bridge");
    page.locator("textarea").fill("ask the mayor");
    page.locator("textarea").blur();
    var download = page.waitForDownload(() -> page.locator("#saved-export").click());
    var other = chromium.open(Reader.DESK, "/saved");
    other.locator("#saved-import").setInputFiles(download.path());
    assertThat(other.locator("textarea")).hasValue("ask the mayor");
    assertThat(other.locator(".savedlist a").first()).hasText("bridge");
  }

  @Test
  void savedTweetsLeaveAsSheetsAndComeBackWhole() throws Exception {
    var page = chromium.open(Reader.DESK, "/tweets/" + SmallArchive.HOSTILE);
    page.locator("#notes input").fill("bridge, \"quoted\"");
    page.locator("#notes textarea").fill("=1+1; \"so\",\nsecond line & <b>мост</b>");
    page.locator("#notes textarea").blur();
    page.navigate("/tweets/" + SmallArchive.THREAD);
    page.locator("#notes textarea").fill("'tis so");
    page.locator("#notes textarea").blur();
    for (var format : List.of("csv", "xlsx")) {
      page.navigate("/saved");
      var download = page.waitForDownload(() -> page.locator("#saved-" + format).click());
      var file = Files.createTempDirectory("sheet").resolve("mine." + format);
      download.saveAs(file);
      var other = chromium.open(Reader.DESK, "/saved");
      other.locator("#saved-import").setInputFiles(file);
      assertThat(other.locator("textarea")).hasCount(2);
      var kept = "JSON.stringify(JSON.parse(localStorage['trawl-saved']).tweets)";
      assertEquals(page.evaluate(kept), other.evaluate(kept), format);
      var rounded = file.resolveSibling("rounded.csv");
      Files.writeString(rounded, "tweetid,note\n7.46272E+17,x\n");
      other.locator("#saved-import").setInputFiles(rounded);
      assertThat(other.locator("#saved-says")).containsText("rounded");
      var broken = file.resolveSibling("broken.csv");
      Files.writeString(broken, "tweetid,note\n746272000000000000,a\"b\n");
      other.locator("#saved-import").setInputFiles(broken);
      assertThat(other.locator("#saved-says")).containsText("row 2");
    }
  }

  @Test
  void aSavedSearchSaysHowManyItFoundThenAndNow() {
    var page = chromium.open(Reader.DESK, "/?q=bridge");
    var count = total(page).replaceAll("[^0-9,]", "");
    page.locator("#save").click();
    page.evaluate(
        "localStorage['trawl-saved'] = localStorage['trawl-saved'].replace(/\"count\":\"[^\"]*\"/,"
            + " '\"count\":\"7\"')");
    page.navigate("/saved");
    assertThat(page.locator(".counted")).hasText("7 then");
    page.locator(".savedlist button").first().click();
    assertThat(page.locator(".counted")).hasText("7 then, " + count + " now");
  }

  @Test
  void whatIsKeptIsSentNowhere() {
    var page = chromium.open(Reader.DESK, "/tweets/" + SmallArchive.THREAD);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    var sent = new ArrayList<String>();
    page.onRequest(request -> sent.add(request.url()));
    page.locator(".onetweet > .facts .star").click();
    page.locator("#notes input").fill("bridge, council");
    page.locator("#notes textarea").fill("called on Monday");
    page.locator("#notes textarea").blur();
    assertEquals(List.of(), sent);
    page.navigate("/saved?tag=council");
    assertThat(page.locator(".savedlist textarea")).hasValue("called on Monday");
    page.navigate("/saved?tag=other");
    assertThat(page.locator(".savedlist textarea")).hasCount(0);
  }

  @Test
  void aNoteIsKeptThoughThePageIsLeftAsItIsTyped() {
    var page = chromium.open(Reader.DESK, "/tweets/" + SmallArchive.THREAD);
    page.locator("#notes textarea").pressSequentially("half a thou");
    page.reload();
    assertThat(page.locator("#notes textarea")).hasValue("half a thou");
    page.locator("#notes textarea").pressSequentially("ght");
    assertThat(page.locator("#notes .kept").last()).hasText("Saved");
  }

  @Test
  void whatIsRemovedGoesAtOnceAndCanBePutBack() {
    var page = chromium.open(Reader.DESK, "/?q=bridge");
    page.locator("#save").click();
    page.navigate("/tweets/" + SmallArchive.THREAD);
    page.locator("#notes input").fill("council");
    page.locator("#notes textarea").fill("called on Monday");
    page.locator("#notes textarea").blur();
    page.navigate("/saved");

    page.locator(".drop").first().click();
    assertThat(page.locator("h2").first()).hasText("Searches (0)");
    assertThat(page.locator(".drop").first()).isFocused();
    page.locator(".drop").first().click();
    assertThat(page.locator("textarea")).hasCount(0);
    assertThat(page.locator("h1")).isFocused();
    page.locator("#status button").click();
    assertThat(page.locator("textarea")).hasValue("called on Monday");
    assertThat(page.locator(".savedlist input")).hasValue("council");
    page.reload();
    assertThat(page.locator("textarea")).hasValue("called on Monday");
  }
}
