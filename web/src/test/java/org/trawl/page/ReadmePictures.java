package org.trawl.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trawl.generate.ArchiveGenerator;
import org.trawl.ingest.IndexOptions;
import org.trawl.ingest.IndexProgress;
import org.trawl.ingest.TweetIndexer;
import org.trawl.page.Chromium.Reader;
import org.trawl.search.TweetSearch;

/// The pictures of the README, into `docs/images`: the search page over the archive that `trawl
/// demo` makes, in which nothing is real. Run by `mvn test -pl web -am -Dtest=ReadmePictures
/// -Dsurefire.failIfNoSpecifiedTests=false`.
class ReadmePictures {
  private static final Path FOLDER = Path.of("..", "docs", "images");

  private static final long SEED = 2018;
  private static final long TWEETS = 60_000;

  @Test
  void lightAndDark() throws IOException {
    Files.createDirectories(FOLDER);
    try (var chromium = Chromium.start(ReadmePictures::demo)) {
      shoot(chromium, Reader.DESK, "search", "/?q=election&exclude=kind:retweet");
      shoot(chromium, Reader.DESK.inTheDark(), "search-dark", "/?q=انتخابات");
      shoot(chromium, Reader.DESK, "account", account(chromium));
      shoot(chromium, Reader.DESK, "archive", "/archive");
    }
  }

  /// The page of the account that sent most, of those that are not hashed.
  private static String account(Chromium chromium) {
    var named =
        chromium
            .open(Reader.DESK, "/facets/account?q=")
            .locator("#found .value")
            .filter(new Locator.FilterOptions().setHasText("@"));
    var value = named.first().locator("input").getAttribute("value");
    return "/accounts/" + value.substring(value.indexOf(':') + 1);
  }

  private static TweetSearch demo(Path folder) throws IOException {
    var archive = folder.resolve("archive");
    new ArchiveGenerator(TWEETS, SEED, 2).write(archive, _ -> {});
    var options = IndexOptions.of(List.of(archive), folder.resolve("index"));
    new TweetIndexer(options, IndexProgress.SILENT).run();
    return TweetSearch.open(folder.resolve("index"));
  }

  /// Not the first time, as a fresh server is slower than what readers see.
  private static void shoot(Chromium chromium, Reader reader, String name, String address) {
    var page = chromium.open(reader, address);
    for (int i = 0; i < 5; i++) {
      page.reload();
    }
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    page.context().close();
  }
}
