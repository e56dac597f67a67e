package org.trawl.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trawl.accounts.AccountRow;
import org.trawl.accounts.AccountSort;
import org.trawl.naive.NaiveSearch;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryParser;
import org.trawl.search.AccountsRequest;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchScope;

/// Rows of accounts are those that a look at every tweet gives, in every order, and their numbers
/// are totals of searches.
final class AccountRowsLawsTest {
  private static final Duration FOREVER = Duration.ofDays(1);
  private static final List<String> QUERIES =
      List.of("", "trump", "выборы OR russia", "-trump", "#maga", "since:2016-09", "nothing");

  private final long seed = Long.getLong("trawl.seed", 2018);
  private final Random random = new Random(seed);

  private TestArchive archive(int tweets) {
    var archive = new TestArchive();
    for (int i = 0; i < tweets; i++) {
      var name = pick("ann", "bob", "carol", "dave", "eve");
      var time =
          Instant.parse("2016-01-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(900_000)));
      archive.add(
          TestArchive.row(
                  1 + i * 7L,
                  pick("trump is here", "Trump russia", "выборы в думу", "maga " + i, "RT @x: y"))
              .by(name)
              .at(time)
              .cell("account_creation_date", name.compareTo("carol") < 0 ? "2014-05-06" : "")
              .cell("tweet_client_name", pick("", "TweetDeck", "Twitter Web Client"))
              .cell("is_retweet", pick("true", "false"))
              .cell("in_reply_to_userid", pick("", "", "77"))
              .operation(pick("ira", "iran_201901"))
              .cell("hashtags", pick("[]", "['maga']", "['Maga', 'tcot', 'MAGA']")));
    }
    return archive;
  }

  private String pick(String... values) {
    return values[random.nextInt(values.length)];
  }

  private AccountsRequest request(AccountSort sort) {
    return new AccountsRequest(
        new SearchScope(
            QueryParser.parse(QUERIES.get(random.nextInt(QUERIES.size()))).ast(), Selection.NONE),
        sort,
        random.nextBoolean(),
        random.nextInt(2),
        1 + random.nextInt(6),
        1 + random.nextInt(12),
        pick("", "", "A", "nobody"),
        FOREVER);
  }

  @Test
  void everyOrderIsThatOfALookAtEveryTweet() throws Exception {
    for (int round = 0; round < 3; round++) {
      var archive = archive(250);
      try (var searcher = archive.open(1 + random.nextInt(3));
          var naive = new NaiveSearch(archive.tweets(), TestArchive.FORMS, TestArchive.DETECTOR)) {
        for (var sort : AccountSort.values()) {
          var request = request(sort);
          var expected = naive.accounts(request);
          var found = searcher.accounts(request);
          var name = "-Dtrawl.seed=" + seed + " " + request;
          assertFalse(found.partial(), name);
          assertEquals(expected.accounts(), found.accounts(), name);
          assertEquals(expected.tweets(), found.tweets(), name);
          assertEquals(expected.rows(), found.rows(), name);
        }
      }
    }
  }

  @Test
  void numbersAreTotalsOfSearches() throws Exception {
    try (var searcher = archive(200).open(2)) {
      for (var text : QUERIES) {
        var query = QueryParser.parse(text).ast();
        var request =
            new AccountsRequest(
                new SearchScope(query, Selection.NONE),
                AccountSort.TWEETS,
                true,
                0,
                100,
                1,
                "",
                FOREVER);
        for (AccountRow row : searcher.accounts(request).rows()) {
          var totals = row.totals();
          var own = "from:" + totals.account().id();
          assertEquals(total(searcher, query, own), totals.tweets(), own + " " + text);
          assertEquals(total(searcher, query, own + " is:retweet"), totals.retweets(), own);
          assertEquals(total(searcher, query, own + " is:reply"), totals.replies(), own);
          assertEquals(total(searcher, query, own + " copies:>=2"), totals.copies(), own);
          for (var language : row.life().languages()) {
            assertEquals(
                total(searcher, query, own + " detected:" + language.value()),
                language.count(),
                own);
          }
        }
      }
    }
  }

  private static long total(org.trawl.search.TweetSearch searcher, QueryAst query, String more)
      throws Exception {
    var both = QueryAst.and(List.of(query, QueryParser.parse(more).ast()));
    return searcher.search(SearchRequest.counting(both, Selection.NONE, FOREVER)).total();
  }
}
