package org.trawl.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.api.TweetJson;
import org.trawl.ingest.IndexOptions;
import org.trawl.ingest.IndexProgress;
import org.trawl.ingest.TweetIndexer;
import org.trawl.page.TweetView.Fact;
import org.trawl.search.TweetSearch;

/// A tweet's page and its JSON say when its language is that of its account.
class ReadByAccountTest {
  private static final long FIRST = 746_000_000_000_000_000L;

  @TempDir private Path folder;

  @Test
  void theTweetSaysWhyItIsReadSo() throws Exception {
    var rows = new StringBuilder("tweetid,userid,tweet_language,tweet_text,tweet_time\n");
    for (int i = 1; i <= 20; i++) {
      rows.append(
          String.format(
              Locale.ROOT,
              "%d,42,ru,Сегодня вечером мы пойдём домой и больше не вернёмся,2016-06-24 09:%02d%n",
              FIRST + i,
              i));
    }
    rows.append(FIRST).append(",42,bg,Доброе утро,2016-06-24 09:00\n");
    var file = Files.writeString(folder.resolve("ira_tweets_csv_hashed.csv"), rows);
    var index = folder.resolve("index");
    new TweetIndexer(IndexOptions.of(List.of(file), index), IndexProgress.SILENT).run();
    try (var searcher = TweetSearch.open(index)) {
      var read = searcher.tweet(FIRST).orElseThrow();
      assertEquals("account", TweetJson.of(read).detectedBy());
      assertEquals("tweet", TweetJson.of(searcher.tweet(FIRST + 1).orElseThrow()).detectedBy());
      var view = new TweetPages(searcher, Duration.ofSeconds(10)).tweet(FIRST).orElseThrow();
      assertEquals("Russian: as most tweets of this account", language(view));
    }
  }

  private static String language(TweetView view) {
    return view.facts().getFirst().facts().stream()
        .filter(fact -> fact.name().equals("Language, as it looks"))
        .map(Fact::values)
        .findFirst()
        .orElseThrow()
        .getFirst()
        .text();
  }
}
