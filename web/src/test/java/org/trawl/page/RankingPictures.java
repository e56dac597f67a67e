package org.trawl.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trawl.page.Chromium.Reader;
import org.trawl.search.TweetSearch;

/// Pictures of what a first page of results is, into `web/target/ranking`: `obama-after.png` as
/// this build shows it, and `obama-before.png` as a server of another build does. Run by
///
/// ```
/// mvn test -pl web -am -Dtest=RankingPictures -Dsurefire.failIfNoSpecifiedTests=false
///   -Dtrawl.index=DIR [-Dtrawl.before=http://127.0.0.1:8080]
/// ```
///
/// where `DIR` is an index folder of this build, and the other server has the same archive; without
/// one, there are no pictures of before.
class RankingPictures {
  private static final Path FOLDER = Path.of("target", "ranking");

  /// Queries by the names of their pictures.
  private static final Map<String, String> QUERIES =
      Map.of(
          "obama", "obama", "syria", "syria", "brexit", "brexit", "vybory", "выборы", "putin",
          "путин");

  @Test
  void firstPagesBeforeAndAfter() throws IOException {
    var index =
        Optional.ofNullable(System.getProperty("trawl.index"))
            .orElseThrow(() -> new IllegalArgumentException("-Dtrawl.index=DIR is needed"));
    var before = Optional.ofNullable(System.getProperty("trawl.before"));
    try (var chromium = Chromium.start(_ -> TweetSearch.open(Path.of(index)))) {
      for (var query : QUERIES.entrySet()) {
        var address = "/?q=" + SearchAddress.encode(query.getValue());
        for (var reader : List.of(Reader.DESK, Reader.PHONE)) {
          var size = reader.equals(Reader.PHONE) ? "-phone" : "";
          var page = chromium.open(reader, address);
          save(page, query.getKey() + size + "-after");
          before.ifPresent(server -> {
            page.navigate(server + address);
            save(page, query.getKey() + size + "-before");
          });
          page.context().close();
        }
      }
    }
  }

  private static void save(Page page, String name) {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.screenshot(
        new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")).setFullPage(true));
  }
}
