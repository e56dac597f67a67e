package org.trawl.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.ingest.IndexOptions;
import org.trawl.ingest.IndexProgress;
import org.trawl.ingest.TweetIndexer;
import org.trawl.page.media.Showing;
import org.trawl.page.site.Site;
import org.trawl.page.site.Templates;
import org.trawl.search.TweetSearch;
import org.trawl.web.BasePath;

/// What the pages say of an archive with nothing in it, one tweet, one day.
final class LittleArchivesTest {
  private static final String HEADER =
      "tweetid,userid,user_display_name,user_screen_name,tweet_language,tweet_text,tweet_time\n";
  private static final Duration BUDGET = Duration.ofSeconds(30);

  @TempDir private Path folder;

  private TweetSearch archive(String... rows) throws IOException {
    var file = folder.resolve("ira_tweets_csv_hashed.csv");
    Files.writeString(file, HEADER + String.join("\n", rows) + "\n");
    var options = IndexOptions.of(List.of(file), folder.resolve("index"));
    new TweetIndexer(options, IndexProgress.SILENT).run();
    return TweetSearch.open(folder.resolve("index"));
  }

  private static String row(long id, String text, String time) {
    return id + ",42,Ann,ann,en," + text + "," + time;
  }

  private static String home(TweetSearch searcher) throws Exception {
    var site = new Site(BasePath.ROOT, "/assets/none", Showing.NONE, "1 Jan 2020");
    var view = new ArchivePages(searcher, BUDGET).home();
    return text(new Templates().render("home", Map.of("site", site, "view", view)));
  }

  private static String search(TweetSearch searcher, String query) throws IOException {
    var view = new SearchPages(searcher, BUDGET).search(SearchAddress.query(query));
    var bare = new ArchivePages(searcher, BUDGET).isEmpty();
    return text(
        new Templates().render("searchmain", Map.of("view", view, "span", "", "bare", bare)));
  }

  private static String text(byte[] page) {
    return new String(page, UTF_8).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  void anEmptyArchiveSaysHowToIndex() throws Exception {
    try (var searcher = archive()) {
      for (var page : List.of(home(searcher), search(searcher, ""), search(searcher, "bridge"))) {
        assertTrue(page.contains("trawl index FILE"), page);
        assertFalse(
            Pattern.compile("sent \\.|What often helps|Filters").matcher(page).find(), page);
      }
    }
  }

  @Test
  void oneTweetIsSaidInTheSingular() throws Exception {
    try (var searcher = archive(row(7, "Which bridge is safe?", "2016-06-24 09:11"))) {
      var home = home(searcher);
      var lede =
          "1 tweet of 1 account that Twitter removed for state-backed information operations, in 1"
              + " operation (Internet Research Agency, Russia), sent on 24 Jun 2016.";
      assertTrue(home.contains(lede), home);
      assertFalse(home.contains("a phrase, or a word in any form"), "finds nothing: " + home);
      var page = search(searcher, "bridge");
      assertTrue(page.contains("1 tweet from 1 account 24 Jun 2016"), page);
      assertFalse(page.contains("1 to 1") || page.contains("1 texts"), page);
    }
  }
}
