package org.trawl.api.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.trawl.ingest.IndexOptions;
import org.trawl.ingest.IndexProgress;
import org.trawl.ingest.TweetIndexer;
import org.trawl.query.QueryAst;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.TweetSearch;

/// A small archive in which most cells of references are empty, and its exports.
final class ExportedTables {
  /// Ids of the tweets, which no double holds.
  static final List<String> IDS =
      List.of("911950344484143606", "911950344484143607", "911950344484143609");

  static final String QUOTED = "911950344484143001";
  static final String RETWEETED = "911950344484143003";
  static final String REPLIED = "911950344484143005";

  /// Of accounts, one of them of the newer, long kind.
  static final List<String> USERS = List.of("98336677", "911950344484140001", "98336677");

  private static final String CSV =
      """
      tweetid,userid,user_screen_name,user_display_name,account_creation_date,tweet_language,tweet_text,tweet_time,is_retweet,in_reply_to_tweetid,quoted_tweet_tweetid,retweet_tweetid,retweet_userid,hashtags,urls,like_count,latitude,longitude
      911950344484143606,98336677,harbor,"Harbor, news",2014-05-01,en,"one, ""two"" #bridge",2017-09-24 13:48,false,,911950344484143001,,,[bridge],[],3,,
      911950344484143607,911950344484140001,second,Second,,ru,вторая строка,2017-09-24 13:49,false,911950344484143005,,,,[],[],0,59.5,30.25
      911950344484143609,98336677,harbor,"Harbor, news",2014-05-01,ar,RT @x: سطر,2017-09-24 13:50,true,,,911950344484143003,98336677,[],"[http://a.example/b]",0,,
      """;

  private ExportedTables() {}

  /// Opens it, as an index in this folder.
  static TweetSearch open(Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("ira_tweets_csv_hashed.csv"), CSV, UTF_8);
    return index(file, folder.resolve("index"));
  }

  static TweetSearch index(Path file, Path index) throws IOException {
    new TweetIndexer(
            IndexOptions.of(List.of(file), index).withOperation("ira"), IndexProgress.SILENT)
        .run();
    return TweetSearch.open(index);
  }

  /// Writes all tweets, oldest first.
  static Path write(TweetSearch searcher, ExportFormat format, ExportOptions options, Path to)
      throws Exception {
    try (var out = Files.newOutputStream(to)) {
      var writer = format.open(out, options);
      searcher.export(new QueryAst.All(), Selection.NONE, Sort.OLDEST, writer);
      writer.finish();
    }
    return to;
  }
}
