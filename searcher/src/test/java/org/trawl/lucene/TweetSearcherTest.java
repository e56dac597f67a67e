package org.trawl.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trawl.lucene.TestArchive.row;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryParser;
import org.trawl.query.TextPattern;
import org.trawl.search.Facet;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult;
import org.trawl.search.SearchResult.FacetValue;
import org.trawl.search.Timeline;
import org.trawl.search.ValueText;
import org.trawl.tweet.Tweet;

/// Random archives and searches against a naive matcher: totals, facets, timeline, order, paging.
class TweetSearcherTest {
  private final long seed = Long.getLong("trawl.seed", 2018);
  private final Random random = new Random(seed);

  private String oneOf(String... values) {
    return values[random.nextInt(values.length)];
  }

  /// Few and often the same, or one of a long tail.
  private int count() {
    return random.nextInt(3) > 0 ? random.nextInt(4) : 1 << random.nextInt(31) | random.nextInt(9);
  }

  private TestArchive.RowBuilder randomRow(int i) {
    var text =
        Stream.generate(() -> oneOf("red", "green", "blue", "grey"))
            .limit(1 + random.nextInt(4))
            .collect(Collectors.joining(" "));
    var time = Instant.parse("2016-01-01T00:00:00Z").plusSeconds(60L * random.nextInt(200_000));
    var id =
        random.nextInt(5) == 0
            ? 1000L + i
            : ((time.toEpochMilli() - 1_288_834_974_657L + random.nextInt(60_000)) << 22) + i;
    return row(id, text)
        .at(time)
        .by(oneOf("ann", "bob", "cid", "dan"))
        .operation(oneOf("ira", "iran_201901_1"))
        .lang(oneOf("en", "de", "ru", ""))
        .cell("tweet_client_name", oneOf("web", "app", ""))
        .cell("account_creation_date", oneOf("2014-05-06", "2015-01-01"))
        .cell("hashtags", oneOf("[]", "[Red]", "[blue, RED]", "[zed]"))
        .cell("urls", oneOf("[]", "[http://a.org/x]", "[http://www.b.com/y, http://a.org/z]"))
        .cell("like_count", Integer.toString(count()))
        .cell("retweet_userid", oneOf("", "", "77", "78"))
        .cell("is_retweet", oneOf("true", "false"));
  }

  private static Set<String> values(Facet facet, Tweet tweet) {
    var content = tweet.content();
    var values =
        switch (facet) {
          case OPERATION -> Set.of(tweet.source().operation());
          case LANGUAGE -> Set.of(content.language());
          case ACCOUNT -> Set.of(tweet.account().id());
          case HASHTAG -> lower(content.hashtags());
          case MENTION -> lower(content.mentions());
          case DOMAIN ->
              content.urls().stream()
                  .map(u -> u.contains("a.org") ? "a.org" : "b.com")
                  .collect(Collectors.toSet());
          case CLIENT -> Set.of(content.client());
          case KIND -> Set.of(tweet.kind().name().toLowerCase(Locale.ROOT));
          case MEDIA -> Set.<String>of();
          case RETWEETED -> Set.of(tweet.references().retweeted());
          // Of the account, by its latest tweet, or of all tweets: given apart.
          case ACCOUNT_LANGUAGE, ACCOUNT_CREATED, DETECTED, COPIES -> Set.<String>of();
        };
    var shown = values.stream().filter(v -> !v.isEmpty()).collect(Collectors.toSet());
    return shown.isEmpty() ? Set.of(Facet.NONE) : shown;
  }

  private static Set<String> lower(List<String> texts) {
    return texts.stream().map(t -> t.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  private static final List<Facet> CHECKED =
      List.of(
          Facet.OPERATION,
          Facet.LANGUAGE,
          Facet.ACCOUNT,
          Facet.HASHTAG,
          Facet.DOMAIN,
          Facet.CLIENT,
          Facet.KIND,
          Facet.MEDIA,
          Facet.RETWEETED,
          Facet.MENTION);

  private record Query(QueryAst ast, Predicate<Tweet> matches) {}

  private Query randomQuery() {
    var word = oneOf("red", "green", "blue", "grey", "none");
    Query query =
        new Query(
            new QueryAst.Text(
                QueryAst.TextField.TWEET, new TextPattern.Word(word, TextPattern.Precision.FOLDED)),
            t -> List.of(t.content().text().split(" ")).contains(word));
    return switch (random.nextInt(5)) {
      case 0 -> new Query(new QueryAst.All(), t -> true);
      case 3 -> {
        var min = count();
        var max = random.nextBoolean() ? Long.MAX_VALUE : min + (long) count();
        yield new Query(
            new QueryAst.Count(QueryAst.Metric.LIKES, min, max),
            t -> t.counts().likes() >= min && t.counts().likes() <= max);
      }
      case 1 -> new Query(new QueryAst.Not(query.ast), query.matches.negate());
      case 2 -> {
        var tag = oneOf("red", "zed");
        yield new Query(
            new QueryAst.Or(List.of(query.ast, new QueryAst.Hashtag(List.of(tag)))),
            query.matches.or(t -> lower(t.content().hashtags()).contains(tag)));
      }
      default -> query;
    };
  }

  private Map<Facet, List<String>> randomChoice(List<Tweet> tweets) {
    var chosen = new HashMap<Facet, List<String>>();
    while (random.nextInt(3) == 0) {
      var facet = CHECKED.get(random.nextInt(CHECKED.size()));
      var some = new ArrayList<String>();
      for (var n = 0; n <= random.nextInt(2); n++) {
        some.add(values(facet, tweets.get(random.nextInt(tweets.size()))).iterator().next());
      }
      chosen.put(facet, List.copyOf(new java.util.TreeSet<>(some)));
    }
    return chosen;
  }

  private static boolean allowed(Tweet tweet, Selection selection, Facet facet) {
    var values = values(facet, tweet);
    var filters = selection.filters().getOrDefault(facet, List.of());
    var excludes = selection.excludes().getOrDefault(facet, List.of());
    return (filters.isEmpty() || filters.stream().anyMatch(values::contains))
        && excludes.stream().noneMatch(values::contains);
  }

  private static Comparator<Tweet> order(Sort sort) {
    Comparator<Tweet> byId = Comparator.comparing(Tweet::id);
    return switch (sort) {
      case RELEVANCE, NEWEST -> Comparator.comparing(Tweet::time).thenComparing(byId).reversed();
      case OLDEST -> Comparator.comparing(Tweet::time).thenComparing(byId);
      case LIKES ->
          Comparator.<Tweet>comparingInt(t -> t.counts().likes()).thenComparing(byId).reversed();
      case RETWEETS ->
          Comparator.<Tweet>comparingInt(t -> t.counts().retweets()).thenComparing(byId).reversed();
      case COPIES -> throw new IllegalArgumentException("needs all tweets");
    };
  }

  @Test
  void everySearchGivesWhatAPlainCountGives() throws Exception {
    for (var round = 0; round < 12; round++) {
      var archive = new TestArchive();
      var size = 1 + random.nextInt(300);
      for (var i = 0; i < size; i++) {
        archive.add(randomRow(i));
      }
      // Pages after the first are of hits that are remembered, or found anew.
      var memory = random.nextBoolean() ? TweetSearcher.RECENT_BYTES : 0;
      try (var searcher = archive.open(1 + random.nextInt(4), memory)) {
        for (var search = 0; search < 25; search++) {
          check(
              searcher,
              archive.tweets(),
              "-Dtrawl.seed=" + seed + " round " + round + "." + search);
        }
      }
    }
  }

  private void check(TweetSearcher searcher, List<Tweet> tweets, String message) throws Exception {
    var query = randomQuery();
    var since = Instant.parse("2016-01-01T00:00:00Z").plusSeconds(random.nextInt(4_000_000));
    var selection =
        new Selection(
            randomChoice(tweets),
            randomChoice(tweets),
            random.nextInt(4) == 0 ? Optional.of(since) : Optional.empty(),
            random.nextInt(4) == 0 ? Optional.of(since.plusSeconds(5_000_000)) : Optional.empty());
    Predicate<Tweet> base =
        query
            .matches
            .and(t -> selection.since().isEmpty() || !t.time().isBefore(selection.since().get()))
            .and(t -> selection.until().isEmpty() || t.time().isBefore(selection.until().get()));
    Predicate<Tweet> all = t -> CHECKED.stream().allMatch(f -> allowed(t, selection, f));
    var sort = List.of(Sort.NEWEST, Sort.OLDEST, Sort.LIKES, Sort.RETWEETS).get(random.nextInt(4));
    var expected = tweets.stream().filter(base.and(all)).sorted(order(sort)).toList();

    var counting =
        new Counting(
            EnumSet.allOf(Facet.class),
            1000,
            Optional.of(Timeline.Choice.AUTO),
            Duration.ofDays(1));
    var pageSize = 1 + random.nextInt(40);
    var found = new ArrayList<Tweet>();
    Optional<String> after = Optional.empty();
    do {
      var page = new Page(sort, pageSize, after, false);
      var result = searcher.search(new SearchRequest(query.ast, selection, page, counting));
      assertEquals(expected.size(), result.total(), message);
      assertEquals(
          expected.stream().map(t -> t.account().id()).distinct().count(),
          result.accounts(),
          message);
      assertEquals(found.size(), result.page().before(), message);
      result.hits().forEach(hit -> found.add(hit.tweet()));
      after = result.next();
      if (after.isEmpty()) {
        facets(result, tweets.stream().filter(base).toList(), selection, message);
        assertEquals(
            expected.size(),
            result.counts().timeline().stream()
                .flatMap(t -> t.buckets().stream())
                .mapToLong(Timeline.Bucket::count)
                .sum(),
            message);
      }
    } while (after.isPresent());
    assertEquals(ids(expected), ids(found), message + " " + sort);

    var exported = new ArrayList<Tweet>();
    searcher.export(query.ast, selection, sort, hit -> exported.add(hit.tweet()));
    assertEquals(expected, exported, message);
  }

  private static List<Long> ids(List<Tweet> tweets) {
    return tweets.stream().map(t -> t.id().value()).toList();
  }

  private static void facets(
      SearchResult result, List<Tweet> base, Selection selection, String message) {
    for (var facet : CHECKED) {
      var counts = new HashMap<String, Long>();
      base.stream()
          .filter(t -> CHECKED.stream().allMatch(f -> f == facet || allowed(t, selection, f)))
          .forEach(t -> values(facet, t).forEach(v -> counts.merge(v, 1L, Long::sum)));
      var read = new HashMap<String, Long>();
      var listed = java.util.Objects.requireNonNull(result.counts().facets().get(facet));
      listed.values().stream()
          .filter(v -> v.count() > 0)
          .forEach(v -> read.put(v.value(), v.count()));
      assertEquals(counts, read, message + " " + facet);
      assertEquals(
          counts.keySet().stream().filter(v -> !v.equals(Facet.NONE)).count(),
          listed.distinct(),
          message + " " + facet);
      for (var chosen : selection.filters().getOrDefault(facet, List.of())) {
        assertTrue(
            listed.values().stream().anyMatch(v -> v.value().equals(chosen) && v.selected()),
            message + " " + facet);
      }
    }
  }

  @Test
  void whatIsRememberedChangesNoAnswer() throws Exception {
    var archive = new TestArchive();
    for (var i = 0; i < 300; i++) {
      archive.add(randomRow(i));
    }
    // The second remembers so little that it forgets all the time.
    try (var forgetful = archive.open(3, 0);
        var brief = archive.open(3, 200_000);
        var remembering = archive.open(3, TweetSearcher.RECENT_BYTES)) {
      var requests = new ArrayList<SearchRequest>();
      for (var i = 0; i < 60; i++) {
        var selection =
            new Selection(
                randomChoice(archive.tweets()), Map.of(), Optional.empty(), Optional.empty());
        var facets = random.nextBoolean() ? EnumSet.allOf(Facet.class) : Set.of(Facet.HASHTAG);
        requests.add(
            new SearchRequest(
                randomQuery().ast,
                selection,
                new Page(
                    List.of(Sort.values()).get(random.nextInt(5)),
                    20,
                    Optional.empty(),
                    i % 4 == 0),
                new Counting(
                    facets,
                    1 + random.nextInt(5),
                    Optional.of(Timeline.Choice.AUTO),
                    Duration.ofDays(1))));
      }
      for (var i = 0; i < 300; i++) {
        var request = requests.get(random.nextInt(requests.size()));
        var expected = untimed(forgetful.search(request));
        var message = "-Dtrawl.seed=" + seed + " " + request;
        assertEquals(expected, untimed(remembering.search(request)), message);
        assertEquals(expected, untimed(brief.search(request)), message);
      }
    }
  }

  private static SearchResult untimed(SearchResult result) {
    return new SearchResult(
        result.total(),
        result.texts(),
        result.accounts(),
        Duration.ZERO,
        result.partial(),
        result.page(),
        result.counts());
  }

  @Test
  void everyTweetIsFoundByItsId() throws Exception {
    var archive = new TestArchive();
    for (var i = 0; i < 200; i++) {
      archive.add(randomRow(i));
    }
    try (var searcher = archive.open(3)) {
      for (var tweet : archive.tweets()) {
        assertEquals(
            tweet,
            searcher.tweet(tweet.id().value()).orElseThrow().tweet(),
            "-Dtrawl.seed=" + seed);
      }
      assertTrue(searcher.tweet(999).isEmpty());
      assertTrue(searcher.tweet(900_000_000_000_000_000L).isEmpty());
    }
  }

  @Test
  void copiesCollapseToOneHitOfEachText() throws Exception {
    var archive =
        new TestArchive()
            .add(row(1, "vote now").by("ann").at(Instant.parse("2016-01-01T00:00:00Z")))
            .add(row(2, "Vote NOW!").by("bob").at(Instant.parse("2016-01-02T00:00:00Z")))
            .add(row(3, "something else").by("bob").at(Instant.parse("2016-01-03T00:00:00Z")));
    try (var searcher = archive.open(2)) {
      var counting = new Counting(Set.of(), 10, Optional.empty(), Duration.ofDays(1));
      var request =
          new SearchRequest(
              new QueryAst.All(),
              Selection.NONE,
              new Page(Sort.NEWEST, 10, Optional.empty(), true),
              counting);
      var result = searcher.search(request);
      assertEquals(3, result.total());
      assertEquals(
          List.of(3L, 2L), ids(result.hits().stream().map(SearchResult.Hit::tweet).toList()));
      assertEquals(
          new SearchResult.Copies(2, 2, 2, 2, SearchRequest.Collapse.SAME),
          result.hits().get(1).copies());
    }
  }

  @Test
  void facetsOfCopiesLanguageAndRetweetedCountWhatTheirOperatorsFind() throws Exception {
    var archive = new TestArchive();
    for (var i = 1; i <= 100; i++) {
      archive.add(row(i, "they said it a hundred times"));
    }
    for (var i = 101; i <= 110; i++) {
      archive.add(
          row(i, "RT @Ann: сегодня в городе прошли выборы президента " + i / 109)
              .cell("is_retweet", "true"));
    }
    archive.add(row(111, "said once").cell("is_retweet", "true").cell("retweet_userid", "78"));
    archive.add(row(112, "!!!").cell("is_retweet", "true"));
    try (var searcher = archive.open(3)) {
      var operators =
          Map.of(
              Facet.COPIES,
              Map.of(
                  "1", "copies:1 -copies:>=2",
                  "2-9", "copies:[2 TO 9]",
                  "10-99", "copies:[10 TO 99]",
                  "100+", "copies:>=100"),
              Facet.DETECTED,
              Map.of("en", "detected:en", "ru", "detected:ru"),
              Facet.RETWEETED,
              Map.of("ann", "retweets_of:ANN", "78", "retweets_of:78"));
      for (var facet : operators.entrySet()) {
        var values = facetCounts(searcher, facet.getKey(), Selection.NONE);
        for (var value : facet.getValue().entrySet()) {
          var chosen = filter(facet.getKey(), value.getKey());
          var counting = new Counting(Set.of(), 1, Optional.empty(), Duration.ofDays(1));
          var page = new Page(Sort.OLDEST, 0, Optional.empty(), false);
          var clicked =
              searcher.search(new SearchRequest(new QueryAst.All(), chosen, page, counting));
          var name = facet.getKey() + " " + value.getKey();
          assertEquals(found(searcher, value.getValue()).size(), clicked.total(), name);
          assertEquals(clicked.total(), values.getOrDefault(value.getKey(), 0L), name);
        }
      }
      assertEquals(
          Map.of("100+", 100L, "2-9", 10L, "1", 2L),
          facetCounts(searcher, Facet.COPIES, Selection.NONE));
      assertEquals(
          Map.of("ann", 10L, "78", 1L, Facet.NONE, 101L),
          facetCounts(searcher, Facet.RETWEETED, Selection.NONE));
    }
  }

  private static Selection filter(Facet facet, String value) {
    return new Selection(
        Map.of(facet, List.of(value)), Map.of(), Optional.empty(), Optional.empty());
  }

  private static Map<String, Long> facetCounts(
      TweetSearcher searcher, Facet facet, Selection selection) throws Exception {
    return searcher
        .facetValues(new QueryAst.All(), selection, facet, ValueText.ANY, 100, Duration.ofDays(1))
        .counts()
        .values()
        .stream()
        .collect(Collectors.toMap(FacetValue::value, FacetValue::count));
  }

  @Test
  void copiesOfATweetAreAllWithItsTextFromWhateverAccount() throws Exception {
    var archive =
        new TestArchive()
            .add(row(1, "vote now").by("ann"))
            .add(row(2, "Vote NOW! https://t.co/a").by("bob"))
            .add(row(3, "something else").by("bob"))
            .add(row(4, "RT @ann: vote now").by("ann").cell("is_retweet", "true"))
            .add(row(5, "!!!").by("cid"))
            .add(row(6, "???").by("cid"));
    try (var searcher = archive.open(2)) {
      assertEquals(List.of(1L, 2L, 4L), found(searcher, "copies_of:2"));
      assertEquals(List.of(1L, 2L, 3L, 4L), found(searcher, "copies_of:(3 OR 1 OR 2)"));
      assertEquals(List.of(3L, 5L, 6L), found(searcher, "-copies_of:4"));
      assertEquals(List.of(2L), found(searcher, "copies_of:1 from:bob"));
      assertEquals(List.of(5L), found(searcher, "copies_of:5"), "no words are no text to share");
      assertEquals(List.of(), found(searcher, "copies_of:999"));
      var counting = new Counting(Set.of(), 1, Optional.empty(), Duration.ofDays(1));
      var page = new Page(Sort.OLDEST, 0, Optional.empty(), false);
      var copies = new QueryAst.CopiesOf(List.of(2L));
      var result = searcher.search(new SearchRequest(copies, Selection.NONE, page, counting));
      assertEquals(3, result.total());
      assertEquals(2, result.accounts());
    }
  }

  @Test
  void hashtagsAtTheEndMakeNoOtherText() throws Exception {
    var archive =
        new TestArchive()
            .add(row(1, "RT @ann: They shut the whole road https://t.co/a #news #Roads"))
            .add(row(2, "They shut the whole road #bris https://t.co/b"))
            .add(row(3, "They shut the whole road"))
            .add(row(4, "They shut the whole #road"))
            .add(row(5, "They shut the whole road #Ohio today"))
            .add(row(6, "#Ohio They shut the whole road"))
            .add(row(7, "Listen, my friends! #Ohio"))
            .add(row(8, "Listen, my friends! #Texas"))
            .add(row(9, "#Ohio #Texas"))
            .add(row(10, "Ohio #Texas https://t.co/c"));
    try (var searcher = archive.open(2)) {
      assertEquals(List.of(1L, 2L, 3L), found(searcher, "copies_of:1"));
      assertEquals(List.of(4L), found(searcher, "copies_of:4"), "the sentence ends with it");
      assertEquals(List.of(5L), found(searcher, "copies_of:5"), "a hashtag between words");
      assertEquals(List.of(6L), found(searcher, "copies_of:6"), "a hashtag in front");
      assertEquals(List.of(7L), found(searcher, "copies_of:7"), "too few words in front");
      assertEquals(List.of(9L, 10L), found(searcher, "copies_of:9"), "nothing but hashtags");
      assertEquals(List.of(1L, 2L, 3L), found(searcher, "copies:>=3"));
    }
  }

  @Test
  void retweetsAndRepliesCanHaveAQuotedTweetToo() throws Exception {
    var archive =
        new TestArchive()
            .add(row(1, "look").cell("quoted_tweet_tweetid", "9"))
            .add(
                row(2, "RT @ann: look")
                    .cell("is_retweet", "true")
                    .cell("quoted_tweet_tweetid", "9"))
            .add(
                row(3, "@ann no")
                    .cell("in_reply_to_tweetid", "1")
                    .cell("quoted_tweet_tweetid", "8"))
            .add(row(4, "nothing"));
    try (var searcher = archive.open(2)) {
      assertEquals(List.of(1L), found(searcher, "is:quote"));
      assertEquals(List.of(1L, 2L, 3L), found(searcher, "has:quote"));
      assertEquals(List.of(2L), found(searcher, "has:quote is:retweet"));
      assertEquals(List.of(4L), found(searcher, "-has:quote"));
    }
  }

  private static List<Long> found(TweetSearcher searcher, String query) throws Exception {
    var parsed = QueryParser.parse(query);
    assertEquals(List.of(), parsed.problems());
    var found = new ArrayList<Long>();
    searcher.export(
        parsed.ast(), Selection.NONE, Sort.NEWEST, hit -> found.add(hit.tweet().id().value()));
    return found.stream().sorted().toList();
  }
}
