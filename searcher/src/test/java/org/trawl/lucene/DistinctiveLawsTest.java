package org.trawl.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.trawl.distinct.Distinctive;
import org.trawl.distinct.DistinctiveFinder;
import org.trawl.distinct.DistinctiveRequest;
import org.trawl.distinct.LogLikelihood;
import org.trawl.distinct.ValueKind;
import org.trawl.naive.NaiveSearch;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryParser;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchScope;
import org.trawl.search.TweetSearch;

/// What is said to be peculiar to some tweets has the counts of the searches that find it, on
/// random archives, whatever engine counts.
final class DistinctiveLawsTest {
  private static final Duration FOREVER = Duration.ofDays(1);

  private final long seed = Long.getLong("trawl.seed", 2018);
  private final Random random = new Random(seed);

  private String pick(String... values) {
    return values[random.nextInt(values.length)];
  }

  private TestArchive archive(int tweets) {
    var archive = new TestArchive();
    for (int i = 0; i < tweets; i++) {
      var author = pick("ann_b", "bob", "carol");
      var words = new ArrayList<String>();
      for (int n = random.nextInt(8); n >= 0; n--) {
        words.add(
            pick("trump", "Russia", "выборы", "выборов", "election", "elections", "OR", "the"));
      }
      if (author.equals("bob")) {
        words.add("crooked hillary 北京大学");
      }
      archive.add(
          TestArchive.row(1 + i * 7L, String.join(" ", words))
              .by(author)
              .at(Instant.parse("2016-01-01T00:00:00Z").plusSeconds(60L * random.nextInt(90_000)))
              .lang(pick("en", "ru"))
              .cell("tweet_client_name", pick("Twitter Web Client", "TweetDeck"))
              .cell("urls", pick("[]", "['http://www.rt.com/news/1-trump/']"))
              .cell("user_mentions", "[]")
              .cell("hashtags", pick("[]", "['maga']", "['MAGA', 'tcot']")));
    }
    return archive;
  }

  private static DistinctiveRequest request(String query, String background, ValueKind kind) {
    var since = Optional.of(Instant.parse("2016-01-05T00:00:00Z"));
    return new DistinctiveRequest(
        new SearchScope(
            QueryParser.parse(query).ast(),
            new Selection(Map.of(), Map.of(), since, Optional.empty())),
        new SearchScope(QueryParser.parse(background).ast(), Selection.NONE),
        kind,
        50,
        FOREVER);
  }

  private static long total(TweetSearch searcher, SearchScope scope, ValueKind kind, String value)
      throws Exception {
    if (kind.facet().isEmpty()) {
      var both = QueryAst.and(List.of(scope.query(), DistinctiveFinder.query(value, kind)));
      return total(searcher, both, scope.selection());
    }
    var filters = new HashMap<>(scope.selection().filters());
    filters.put(kind.facet().get(), List.of(value));
    var selection =
        new Selection(filters, Map.of(), scope.selection().since(), scope.selection().until());
    return total(searcher, scope.query(), selection);
  }

  private static long total(TweetSearch searcher, QueryAst query, Selection selection)
      throws Exception {
    return searcher.search(SearchRequest.counting(query, selection, FOREVER)).total();
  }

  @Test
  void countsAreTheTotalsOfTheirSearches() throws Exception {
    var archive = archive(150);
    try (var searcher = archive.open(3);
        var naive = new NaiveSearch(archive.tweets(), TestArchive.FORMS, TestArchive.DETECTOR)) {
      for (var query : List.of("from:bob", "trump lang:en", "nothing")) {
        for (var background : List.of("", "lang:ru", "from:ann_b OR trump")) {
          for (var kind : ValueKind.values()) {
            var request = request(query, background, kind);
            var found = new DistinctiveFinder(searcher).find(request);
            var name = "-Dtrawl.seed=" + seed + " " + kind + " " + query + " | " + background;
            check(searcher, request, found, name);
            assertEquals(new DistinctiveFinder(naive).find(request), found, name);
          }
        }
      }
    }
  }

  private static void check(
      TweetSearch searcher, DistinctiveRequest request, Distinctive found, String name)
      throws Exception {
    var scope = request.scope();
    var background = request.background();
    assertFalse(found.partial(), name);
    assertEquals(0, found.sampled(), name);
    assertEquals(total(searcher, scope.query(), scope.selection()), found.total(), name);
    assertEquals(
        total(searcher, background.query(), background.selection()), found.background(), name);
    var both = QueryAst.and(List.of(scope.query(), background.query()));
    long rest = found.background() - total(searcher, both, scope.selection());
    for (var value : found.values()) {
      assertEquals(total(searcher, scope, request.kind(), value.value()), value.count(), name);
      assertEquals(
          total(searcher, background, request.kind(), value.value()),
          value.backgroundCount(),
          name);
      var inBoth = new SearchScope(both, scope.selection());
      long others =
          value.backgroundCount() - total(searcher, inBoth, request.kind(), value.value());
      assertEquals(
          LogLikelihood.of(value.count(), found.total(), others, rest), value.score(), 1e-9, name);
      assertTrue(value.score() > 0, name);
    }
  }

  @Test
  void whatOnlyOneSaysComesFirst() throws Exception {
    try (var searcher = archive(200).open(2)) {
      var finder = new DistinctiveFinder(searcher);
      var words = values(finder.find(request("from:bob", "", ValueKind.WORD)));
      assertTrue(
          words.subList(0, 5).containsAll(List.of("crooked", "hillary", "北京")), words::toString);
      var phrases = values(finder.find(request("from:bob", "", ValueKind.PHRASE)));
      assertEquals("crooked hillary", phrases.getFirst());
      var accounts = finder.find(request("from:bob", "", ValueKind.ACCOUNT)).values();
      assertEquals("bob", accounts.getFirst().label());
      assertTrue(accounts.getFirst().times() > 10, accounts::toString);
    }
  }

  private static List<String> values(Distinctive found) {
    return found.values().stream().map(Distinctive.Value::value).toList();
  }

  @Test
  void aSampleIsSpreadOverAllHits() throws Exception {
    var archive = archive(150);
    try (var searcher = archive.open(3)) {
      var scope = new SearchScope(QueryParser.parse("trump").ast(), Selection.NONE);
      var all = new TreeSet<Long>();
      searcher.sample(scope, 10_000, hit -> all.add(hit.tweet().id().value()));
      assertEquals(total(searcher, scope.query(), Selection.NONE), all.size());
      var some = new TreeSet<Long>();
      searcher.sample(scope, 20, hit -> some.add(hit.tweet().id().value()));
      assertEquals(20, some.size());
      assertTrue(all.containsAll(some));
    }
  }
}
