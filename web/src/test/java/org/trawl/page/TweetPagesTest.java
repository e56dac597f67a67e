package org.trawl.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.page.TweetView.Fact;
import org.trawl.page.TweetView.Value;
import org.trawl.page.site.Wording;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryParser;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult;
import org.trawl.search.TweetSearch;

/// What a tweet's page says, and where it leads.
final class TweetPagesTest {
  private static final Duration BUDGET = Duration.ofSeconds(30);

  @TempDir private static Path folder;

  private static TweetSearch searcher;
  private static TweetPages pages;

  @BeforeAll
  static void open() throws Exception {
    searcher = SmallArchive.open(folder);
    pages = new TweetPages(searcher, BUDGET);
  }

  @AfterAll
  static void close() throws Exception {
    searcher.close();
  }

  @Test
  void everyFieldThatIsASearchFindsItsTweet() throws Exception {
    int searches = 0;
    for (var hit : search(new QueryAst.All(), 100).hits()) {
      var id = hit.tweet().id().value();
      if (id == SmallArchive.HOSTILE) {
        continue;
      }
      for (var value : values(id)) {
        if (value.href().startsWith("/?q=")) {
          searches++;
          var query = URLDecoder.decode(value.href().substring(4), UTF_8);
          var parsed = QueryParser.parse(query.replace("&sort=oldest", ""));
          assertEquals(List.of(), parsed.problems(), query);
          var own = QueryAst.and(List.of(parsed.ast(), new QueryAst.Ids(List.of(id))));
          assertEquals(1, search(own, 0).total(), id + " by " + query);
        }
      }
    }
    assertTrue(searches > 1_500, () -> "few searches");
  }

  @Test
  void allThatTheRowHoldsIsAmongTheFields() throws Exception {
    var facts = facts(SmallArchive.THREAD);
    assertEquals("Harbor City", facts.get("Location, as stated"));
    assertEquals("News from the harbour, every day. Tips welcome!", facts.get("Bio"));
    assertEquals("820", facts.get("Following"));
    assertEquals("48,210", facts.get("Followers"));
    assertEquals("English", facts.get("Interface language"));
    assertEquals("@HarborGazette", facts.get("Handle"));
    assertEquals("Twitter Web Client", facts.get("Sent from"));
    assertEquals("0", facts.get("Quotes"));
    assertTrue(
        facts.getOrDefault("Empty in its row", "").contains("poll_choices"), facts::toString);
  }

  @Test
  void mentionsShareOneLabel() throws Exception {
    var row = new OfficialRow().with("tweet_text", "@ann, @bob and @ann: see").hit("en");
    var mentions =
        TweetFacts.of(row).getFirst().facts().stream()
            .filter(fact -> fact.name().equals("Mentions"))
            .toList();
    assertEquals(1, mentions.size());
    assertEquals(
        List.of("@ann", "@bob"), mentions.getFirst().values().stream().map(Value::text).toList());
  }

  @Test
  void columnsThatNothingElseShowsAreShownAsTheyStand() throws Exception {
    var group = TweetFacts.of(new OfficialRow().with("troll_type", "left").hit("en")).getLast();
    assertEquals(List.of(new Fact("troll_type", "left", "")), group.facts());
  }

  @Test
  void copiesAreASearchWithTheirAccounts() throws Exception {
    var copied = search(QueryParser.parse("copies:>=20 -is:retweet").ast(), 1).hits().getFirst();
    var view = pages.tweet(copied.tweet().id().value()).orElseThrow();
    var found = search(new QueryAst.CopiesOf(List.of(copied.tweet().id().value())), 0);
    assertEquals(copied.copies().tweets(), found.total());
    var same = view.card().same().orElseThrow();
    assertEquals(
        "Same text ×"
            + found.total()
            + ", from "
            + Wording.number(found.accounts(), "account", "accounts"),
        same.says());
    var copies = view.threads().getLast();
    assertEquals(same.says(), copies.says());
    assertEquals("the first 10 others, oldest first", copies.detail());
    assertEquals(10, copies.cards().size());
    assertEquals("All " + found.total() + " as a search", copies.all().orElseThrow().says());
    assertEquals(same.href(), copies.all().orElseThrow().href());
  }

  @Test
  void secondsAreShownOnlyWhereSomethingTellsThem() throws Exception {
    assertEquals(
        "24 June 2016, 09:11 UTC",
        Wording.exact(new OfficialRow().with("tweetid", "7").tweet("x")));
    var other = new OfficialRow().with("tweetid", "747000000000000000").hit("en");
    assertEquals("26 June 2016, 09:34:13 UTC", Wording.exact(other.tweet()));
    assertTrue(
        TweetFacts.of(other).getFirst().facts().stream()
            .anyMatch(fact -> fact.name().equals("Time in its row")));
    assertEquals(
        "24 June 2016, 09:11:38 UTC",
        Wording.exact(
            new OfficialRow()
                .with("tweetid", "7")
                .with("tweet_time", "2016-06-24 09:11:38")
                .tweet("x")));
    var view = pages.tweet(SmallArchive.THREAD).orElseThrow();
    assertTrue(view.time().matches("\\d+ June 2016, \\d\\d:\\d\\d:\\d\\d UTC"), view.time());
    assertEquals("the seconds are those of its id", view.precision());
  }

  private static List<Value> values(long id) throws Exception {
    var values = new ArrayList<Value>();
    for (var group : pages.tweet(id).orElseThrow().facts()) {
      group.facts().forEach(fact -> values.addAll(fact.values()));
    }
    return values;
  }

  private static Map<String, String> facts(long id) throws Exception {
    var facts = new java.util.TreeMap<String, String>();
    for (var group : pages.tweet(id).orElseThrow().facts()) {
      for (var fact : group.facts()) {
        facts.put(fact.name(), String.join(", ", fact.values().stream().map(Value::text).toList()));
      }
    }
    return facts;
  }

  private static SearchResult search(QueryAst query, int size) throws Exception {
    return searcher.search(
        new SearchRequest(
            query,
            Selection.NONE,
            new Page(Sort.NEWEST, size, Optional.empty(), false),
            new Counting(Set.of(), 1, Optional.empty(), BUDGET)));
  }
}
