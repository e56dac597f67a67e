package org.trawl.page;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.ingest.IndexOptions;
import org.trawl.ingest.IndexProgress;
import org.trawl.ingest.TweetIndexer;
import org.trawl.query.QueryParser;
import org.trawl.search.AccountSummary.SentAs;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.TweetSearch;

/// Issue 15, numbers 4 and 10: all handles of an account find it, users files are joined by user
/// id, and accounts that never tweeted have a page.
class AccountHandlesTest {
  private static final String TWEETS =
      """
      tweetid,userid,user_display_name,user_screen_name,tweet_text,tweet_time
      746000000000000001,71,Cleveland,TodayCleveland,text number one,2016-06-20 09:00
      746000000000000002,71,Cleveland,TodayCleveland,text number two,2016-06-22 09:00
      746000000000000003,71,Ohio,Ohio_Online,text number three,2017-01-01 23:30
      746000000000000004,72,Somebody,todaycleveland,text number four,2018-01-01 09:00
      746000000000000005,73,Other,other,text number five,2018-01-01 09:00
      """;

  private static final String USERS =
      """
      userid,user_display_name,user_screen_name,user_reported_location,user_profile_description,\
      user_profile_url,follower_count,following_count,account_creation_date,account_language
      73,Listed Name,other,,a listed bio,,5,6,2014-05-06,en
      74,Silent,never_tweeted,,says nothing,,5,6,2014-05-06,en
      """;

  @TempDir private Path folder;

  private TweetSearch open() throws Exception {
    var tweets = Files.writeString(folder.resolve("ira_tweets_csv_hashed.csv"), TWEETS);
    var users = Files.writeString(folder.resolve("their_users_csv_hashed.csv"), USERS);
    return open(tweets, users);
  }

  private TweetSearch open(Path... files) throws Exception {
    var index = folder.resolve("index");
    new TweetIndexer(IndexOptions.of(List.of(files), index), IndexProgress.SILENT).run();
    return TweetSearch.open(index);
  }

  private static List<Long> found(TweetSearch searcher, String query) throws Exception {
    var ids = new ArrayList<Long>();
    var parsed = QueryParser.parse(query);
    assertEquals(List.of(), parsed.problems(), query);
    searcher.export(
        parsed.ast(), Selection.NONE, Sort.OLDEST, hit -> ids.add(hit.tweet().id().value() % 10));
    return ids;
  }

  @Test
  void everyHandleFindsItsAccount() throws Exception {
    try (var searcher = open()) {
      assertEquals(List.of(1L, 2L, 3L), found(searcher, "from:Ohio_Online"));
      assertEquals(List.of(1L, 2L, 3L, 4L), found(searcher, "from:@TODAYCLEVELAND"));
      assertEquals(List.of(1L, 2L, 3L, 4L), found(searcher, "from:todayc*"));
      assertEquals(List.of(1L, 2L, 3L, 4L), found(searcher, "name:todaycleveland"));
      assertEquals(List.of(1L, 2L, 3L), found(searcher, "name:ohio"));
    }
  }

  @Test
  void handleThatChangedHandsLeadsToWhoHadItLast() throws Exception {
    try (var searcher = open()) {
      assertEquals("72", searcher.account("TodayCleveland").orElseThrow().account().id());
      assertEquals("71", searcher.account("ohio_online").orElseThrow().account().id());
    }
  }

  @Test
  void handlesAreToldWithTheirDates() throws Exception {
    try (var searcher = open()) {
      var handles = searcher.account("71").orElseThrow().handles();
      assertEquals(
          List.of("TodayCleveland", "Ohio_Online"), handles.stream().map(SentAs::handle).toList());
      assertEquals(List.of(2L, 1L), handles.stream().map(SentAs::tweets).toList());
      var facts = view(searcher, "71").orElseThrow().facts();
      assertEquals(
          List.of(
              "@TodayCleveland, 20 Jun 2016 to 22 Jun 2016, 2 tweets",
              "@Ohio_Online, 1 Jan 2017, 1 tweet"),
          facts.stream()
              .filter(fact -> fact.name().equals("Tweeted as"))
              .flatMap(fact -> fact.values().stream().map(TweetView.Value::text))
              .toList());
      var one = view(searcher, "73").orElseThrow().facts();
      assertTrue(one.stream().noneMatch(fact -> fact.name().equals("Tweeted as")), one.toString());
    }
  }

  private static Optional<AccountView> view(TweetSearch searcher, String name) throws Exception {
    return new AccountPages(searcher, Duration.ofSeconds(10)).account(name);
  }

  @Test
  void usersFileIsJoinedByUserIdWhateverItsName() throws Exception {
    try (var searcher = open()) {
      var joined = searcher.account("other").orElseThrow();
      assertEquals("a listed bio", joined.account().profile().bio());
      assertEquals(List.of("ira"), joined.operations());
      assertEquals(List.of(5L), found(searcher, "bio:listed"));
      var operations = searcher.archive().operations();
      assertEquals(3, requireNonNull(operations.get("ira")).accounts());
      assertEquals(1, requireNonNull(operations.get("their")).accounts());
    }
  }

  @Test
  void accountThatNeverTweetedHasPage() throws Exception {
    try (var searcher = open()) {
      for (var name : List.of("74", "Never_Tweeted")) {
        var silent = searcher.account(name).orElseThrow();
        assertEquals(0, silent.tweets());
        var page = view(searcher, name).orElseThrow();
        assertEquals("says nothing", page.bio());
        assertEquals("0 tweets", page.tweets());
      }
      assertEquals(Optional.empty(), view(searcher, "75"));
    }
  }

  @Test
  void clemsonHandlesFindTheirAccount() throws Exception {
    var file = folder.resolve("IRAhandle_tweets_1.csv");
    Files.writeString(
        file,
        """
        external_author_id,author,content,region,language,publish_date,harvested_date,following,\
        followers,updates,post_type,account_type,retweet,account_category,new_june_2018,\
        alt_external_id,tweet_id,article_url,tco1_step1,tco2_step1,tco3_step1
        905111222000000000,OLD_HANDLE,made up,Unknown,English,10/1/2017 19:58,10/1/2017 19:58,10,\
        9636,253,,Right,0,RightTroll,0,2750000001,914580271473360897,\
        http://twitter.com/905111222333444555/statuses/914580271473360897,,,
        905111222000000000,NEW_HANDLE,made up,Unknown,English,11/1/2017 19:58,11/1/2017 19:58,10,\
        9636,253,,Right,0,RightTroll,0,2750000001,925814295306960898,\
        http://twitter.com/905111222333444555/statuses/925814295306960898,,,
        """);
    try (var searcher = open(file)) {
      assertEquals(List.of(7L, 8L), found(searcher, "from:OLD_HANDLE"));
      assertEquals(List.of(7L, 8L), found(searcher, "from:NEW_HANDLE"));
      assertEquals("2750000001", searcher.account("OLD_HANDLE").orElseThrow().account().id());
    }
  }
}
