package org.trawl.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trawl.page.Chromium.Reader;

/// Pictures of the main states, into `web/target/screenshots`. Run by `mvn test -pl web -am
/// -Dtest=Screenshots -Dsurefire.failIfNoSpecifiedTests=false`.
class Screenshots {
  private static final Path FOLDER = Path.of("target", "screenshots");

  @Test
  void everyMainState() throws IOException {
    try (var chromium = Chromium.start()) {
      shoot(chromium, Reader.DESK, "01-start", "/");
      shoot(chromium, Reader.DESK, "02-search", "/?q=bridge");
      shoot(chromium, Reader.DESK, "03-russian", "/?q=выборы&sort=newest");
      shoot(chromium, Reader.DESK, "04-persian-dark", "/?q=بندر", true);
      shoot(chromium, Reader.PHONE, "05-phone", "/?q=bridge");
      shoot(chromium, Reader.PHONE, "06-phone-arabic-dark", "/?q=الجسر", true);
      shoot(
          chromium,
          Reader.DESK,
          "07-filters",
          "/?q=bridge&filter=language:en&filter=language:de&exclude=kind:retweet&since=2016-06-22&until=2016-06-25");
      shoot(chromium, Reader.DESK, "08-table", "/?q=&view=table&sort=likes");
      shoot(chromium, Reader.DESK, "09-nothing", "/?q=brigde+swallowtail&filter=language:ja");
      shoot(
          chromium,
          Reader.DESK,
          "10-mend",
          "/?q=" + SearchAddress.encode("form:HarborGazette \"the vote since:2016-13-01"));
      shoot(chromium, Reader.DESK, "11-tweet", "/tweets/" + SmallArchive.THREAD);
      shoot(chromium, Reader.DESK, "12-account", "/accounts/HarborGazette");
      shoot(chromium, Reader.DESK, "13-archive", "/archive");
      shoot(chromium, Reader.DESK, "14-help", "/help");
      shoot(chromium, Reader.DESK, "22-advanced", "/advanced?q=bridge+-tunnel+since:2016+bio:news");
      shoot(chromium, Reader.DESK, "15-values", "/facets/hashtag?q=");
      shoot(chromium, Reader.PHONE, "16-phone-account", "/accounts/novosti_zaliva");
      shoot(chromium, Reader.DESK, "17-hostile", "/tweets/" + SmallArchive.HOSTILE);
      shoot(chromium, Reader.DESK.inTheDark(), "18-collapsed-dark", "/?q=&copies=collapse");
      var narrowest = new Reader(320, 640, false, true);
      shoot(chromium, narrowest, "23-narrowest", "/?q=bridge");
      shoot(
          chromium, narrowest.inTheDark(), "24-narrowest-account-dark", "/accounts/HarborGazette");
      shoot(chromium, Reader.PHONE, "25-phone-archive", "/archive");
      shoot(chromium, Reader.DESK, "26-interface", "/docs");
      var compared = "/compare?q=bridge&q=بندر&q=from:HarborGazette&interval=month";
      shoot(chromium, Reader.DESK, "29-compare", compared);
      shoot(chromium, narrowest.inTheDark(), "30-narrowest-compare-dark", compared);
      beside(chromium);
      saved(chromium);
      paper(chromium);
    }
  }

  private static void beside(Chromium chromium) {
    var page = chromium.open(Reader.DESK, "/?q=bridge&sort=oldest");
    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press("Enter");
    page.waitForSelector("#beside");
    page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve("19-beside.png")));
    page.keyboard().press("?");
    page.waitForSelector("dialog[open]");
    save(page, "20-keys", false);
  }

  private static void paper(Chromium chromium) {
    for (var address : List.of("/?q=bridge", "/tweets/" + SmallArchive.THREAD)) {
      var page = chromium.open(new Reader(718, 1000, false, true), address);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      save(page, address.startsWith("/?") ? "27-paper" : "28-paper-tweet", true);
    }
  }

  private static void saved(Chromium chromium) {
    var page = chromium.open(Reader.DESK, "/?q=bridge&sort=likes&filter=language:en");
    page.click("#save");
    page.locator(".star").first().click();
    page.locator(".star").nth(2).click();
    page.navigate("/saved");
    page.locator(".savedlist input").first().fill("bridge, lead");
    page.locator(".savedlist input").first().blur();
    save(page, "21-saved", false);
  }

  private static void shoot(Chromium chromium, Reader reader, String name, String address) {
    shoot(chromium, reader, name, address, false);
  }

  private static void shoot(
      Chromium chromium, Reader reader, String name, String address, boolean dark) {
    save(chromium.open(dark ? reader.inTheDark() : reader, address), name, !name.startsWith("05"));
  }

  private static void save(Page page, String name, boolean whole) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")).setFullPage(whole));
    page.context().close();
  }
}
