package org.trawl.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trawl.lucene.TestArchive.row;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.trawl.naive.NaiveMatcher;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryParser;
import org.trawl.query.QueryPrinter;
import org.trawl.search.Advice;
import org.trawl.search.Advice.ClauseCount;
import org.trawl.search.Facet;
import org.trawl.search.Repair.Change;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.tweet.Tweet;

/// What an answer says of its query's parts is what counting by hand says; and each way out of an
/// empty answer finds as much as it promises.
final class AdviceTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private static TestArchive archive() {
    return new TestArchive()
        .add(row(1, "Brexit means brexit, says the minister").by("London_Post"))
        .add(
            row(2, "Brexit and the NHS")
                .by("London_Post")
                .at(Instant.parse("2015-02-03T04:05:00Z")))
        .add(
            row(3, "all lives matter, black ones too").by("ann").cell("hashtags", "['BlackLives']"))
        .add(row(4, "Черные выборы").by("ann").lang("ru"))
        .add(row(5, "Trump meets Putin").by("bob").operation("iran_2018"))
        .add(row(6, "RT @London_Post: trump again").by("bob"))
        .add(row(7, "hospital beds").by("carol").at(Instant.parse("2017-03-03T04:05:00Z")));
  }

  /// What the repairs of a query change, with the query that each leads to.
  private static List<String> repairs(String query, Selection selection) throws Exception {
    try (var searcher = archive().open(2)) {
      return advice(searcher, QueryParser.parse(query).ast(), selection).repairs().stream()
          .map(repair -> name(repair.change()) + " " + QueryPrinter.print(repair.query()))
          .map(String::strip)
          .toList();
    }
  }

  private static String name(Change change) {
    return switch (change) {
      case Change.Drop() -> "drop";
      case Change.Respell(var corrections) -> "respell " + corrections.size();
      case Change.Loosen(var how) -> how.name();
      case Change.AnyDate() -> "any date";
      case Change.WholeYears(var since, var until) ->
          "years " + since.map(Instant::toString).orElse("") + until.map(u -> "/" + u).orElse("");
      case Change.WholeDays(var since, var until) -> "days " + since + "/" + until;
      case Change.Unfilter(var facet) -> "unfilter " + facet.key();
      case Change.OutsideList() -> "outside";
      case Change.QueryAlone() -> "alone";
    };
  }

  private static Advice advice(TweetSearcher searcher, QueryAst query, Selection selection)
      throws Exception {
    var request = SearchRequest.counting(query, selection, LONG);
    return searcher.advise(request, searcher.search(request));
  }

  private static Optional<String> emptied(String query) throws Exception {
    try (var searcher = archive().open(2)) {
      return advice(searcher, QueryParser.parse(query).ast(), Selection.NONE)
          .emptied()
          .map(count -> QueryPrinter.print(count.clause()) + " " + count.without().orElseThrow());
    }
  }

  private static Selection selection(Map<Facet, List<String>> filters) {
    return new Selection(filters, Map.of(), Optional.empty(), Optional.empty());
  }

  @Test
  void misspeltWordBecomesTheMostFrequentNearOne() throws Exception {
    assertEquals(List.of("respell 1 brexit"), repairs("brexot", Selection.NONE));
    assertEquals(List.of("respell 1 brexit"), repairs("berxit", Selection.NONE));
    assertEquals(
        List.of("respell 1 trump meets", "drop meets"), repairs("trmup meets", Selection.NONE));
    assertEquals(List.of(), repairs("swallowtail", Selection.NONE));
  }

  @Test
  void severalMisspeltPartsAreMendedTogether() throws Exception {
    assertEquals(List.of("respell 2 brexit minister"), repairs("brexot minitser", Selection.NONE));
    assertEquals(List.of("respell 2 brexit OR beds"), repairs("brexot OR bedz", Selection.NONE));
  }

  @Test
  void namesAreMendedToo() throws Exception {
    assertEquals(
        List.of("respell 1 from:London_Post"), repairs("from:london_psot", Selection.NONE));
    assertEquals(List.of("respell 1 #blacklives"), repairs("#blaklives", Selection.NONE));
    assertEquals(List.of("respell 1 @london_post"), repairs("@lonodn_post", Selection.NONE));
    assertEquals(
        List.of("respell 1 operation:iran_2018"), repairs("operation:irn_2018", Selection.NONE));
  }

  @Test
  void phrasesAndExactWordsAreLoosened() throws Exception {
    assertEquals(
        List.of("WORDS_ANYWHERE black lives matter"),
        repairs("\"black lives matter\"", Selection.NONE));
    assertEquals(
        List.of("WORDS_ANYWHERE putin (brexit OR trump)"),
        repairs("\"putin (brexit|trump)\"", Selection.NONE));
    assertEquals(List.of("WORDS_ANYWHERE matter all"), repairs("\"matter all\"~0", Selection.NONE));
    assertEquals(List.of("ANY_CASE \"BREXIT\""), repairs("=BREXIT", Selection.NONE));
    assertEquals(List.of("ANY_FORM выборами"), repairs("\"выборами\"", Selection.NONE));
  }

  /// The page shows `8RlJ2A…` for the hash, without the sign in it.
  @Test
  void shortLabelOfAHashedAccountIsFoundOrOffered() throws Exception {
    var hash = "8Rl+J2AwPjPNhEfyxJfRFzTzpn9pLv6bNWzqHgRsY0=";
    var archive = archive();
    archive.add(
        TestArchive.row(77, "a hashed account")
            .cell("userid", hash)
            .cell("user_screen_name", hash)
            .cell("user_display_name", hash));
    try (var searcher = archive.open(1)) {
      for (var query : List.of("from:8RlJ2A…", "from:8rlj2a*", "from:8Rl+J2A…", "from:" + hash)) {
        var found = SearchRequest.counting(QueryParser.parse(query).ast(), Selection.NONE, LONG);
        assertEquals(1, searcher.search(found).total(), query);
      }
      var repairs =
          advice(searcher, QueryParser.parse("from:8RlJ2A").ast(), Selection.NONE).repairs();
      assertEquals(
          List.of("NAME_BEGINS from:8RlJ2A* 1"),
          repairs.stream()
              .map(r -> name(r.change()) + " " + QueryPrinter.print(r.query()) + " " + r.total())
              .toList());
    }
  }

  @Test
  void whatIsBehindAMinusIsOnlyDropped() throws Exception {
    assertEquals(
        List.of("drop -\"trump\"", "drop trump"), repairs("trump -\"trump\"", Selection.NONE));
  }

  @Test
  void datesAreWidenedAndRemoved() throws Exception {
    assertEquals(
        List.of(
            "drop nhs until:2015-07-01",
            "years 2015-01-01T00:00:00Z/2016-01-01T00:00:00Z nhs since:2015-01-01 until:2016-01-01",
            "any date nhs"),
        repairs("nhs since:2015-06-01 until:2015-07-01", Selection.NONE));
    var june =
        new Selection(
            Map.of(),
            Map.of(),
            Optional.of(Instant.parse("2015-06-01T00:00:00Z")),
            Optional.of(Instant.parse("2015-07-01T00:00:00Z")));
    assertEquals(
        List.of("years 2015-01-01T00:00:00Z/2016-01-01T00:00:00Z nhs", "any date nhs"),
        repairs("nhs", june));
    // Without its only date is without dates, and a year is wide already: neither is said twice.
    assertEquals(
        List.of("drop since:2016-01-01", "drop nhs"), repairs("nhs since:2016", Selection.NONE));
  }

  @Test
  void listThatFitsNothingIsGivenUp() throws Exception {
    assertEquals(
        List.of("outside brexit"),
        repairs("brexit", Selection.NONE.within(new QueryAst.From(List.of("nobody")))));
  }

  @Test
  void filtersAreRemovedOneByOneOrAllAtOnce() throws Exception {
    assertEquals(
        List.of("unfilter language brexit"),
        repairs("brexit", selection(Map.of(Facet.LANGUAGE, List.of("ja")))));
    assertEquals(
        List.of("alone brexit"),
        repairs(
            "brexit",
            selection(
                Map.of(Facet.LANGUAGE, List.of("ja"), Facet.OPERATION, List.of("iran_2018")))));
  }

  @Test
  void theEmptyingPartIsTheLastWithoutWhichThereIsSomething() throws Exception {
    assertEquals(Optional.of("nowhere 2"), emptied("nowhere brexit"));
    assertEquals(Optional.of("putin 1"), emptied("hospital putin"));
    // No single one helps: the rarest is named, with its honest zero.
    assertEquals(Optional.of("putin 0"), emptied("brexit putin hospital"));
    assertEquals(Optional.of("swallowtail 7"), emptied("swallowtail"));
    assertEquals(Optional.empty(), emptied("brexit"));
  }

  @Test
  void whatAFilterEmptiesNoPartIsBlamedFor() throws Exception {
    try (var searcher = archive().open(1)) {
      var ja = selection(Map.of(Facet.LANGUAGE, List.of("ja")));
      var advice = advice(searcher, QueryParser.parse("brexit nhs").ast(), ja);
      assertEquals(Optional.empty(), advice.emptied());
      assertEquals(
          List.of(OptionalLong.of(2), OptionalLong.of(1)),
          advice.clauses().stream().map(ClauseCount::alone).toList());
    }
  }

  @Test
  void outOfTimeNothingIsCounted() throws Exception {
    try (var searcher = archive().open(1)) {
      var request =
          SearchRequest.counting(
              QueryParser.parse("brexit nowhere").ast(), Selection.NONE, Duration.ZERO);
      var found =
          searcher.search(SearchRequest.counting(request.query(), request.selection(), LONG));
      var advice = searcher.advise(request, found);
      assertEquals(Optional.empty(), advice.emptied());
      assertEquals(List.of(), advice.repairs());
      assertEquals(2, advice.clauses().size());
      assertTrue(advice.clauses().stream().noneMatch(ClauseCount::counted));
      assertTrue(advice.cut());
    }
  }

  /// A search has its budget; the reasons why it found nothing are not worth as much again.
  @Test
  void explanationTakesASmallPartOfTheBudget() throws Exception {
    var query = new StringBuilder();
    for (var letter = 'a'; letter < 'a' + Advice.MAX_CLAUSES; letter++) {
      query.append("/((").append(letter).append("?){20}){8}x/ ");
    }
    try (var searcher = archive().open(1)) {
      var nothing = QueryParser.parse("nowhere").ast();
      var found = searcher.search(SearchRequest.counting(nothing, Selection.NONE, LONG));
      assertEquals(0, found.total());
      var slow = QueryParser.parse(query.toString()).ast();
      assertEquals(Advice.MAX_CLAUSES, slow.clauses().size());
      // All of it takes some seconds, for which there would be time.
      var bounded =
          searcher.advise(
              SearchRequest.counting(slow, Selection.NONE, Duration.ofSeconds(10)), found);
      assertTrue(bounded.cut());
    }
  }

  @Test
  void longListsAreCountedInPart() throws Exception {
    var words = new ArrayList<String>();
    for (int i = 0; i < 100; i++) {
      words.add("nowhere" + i);
    }
    try (var searcher = archive().open(1)) {
      var advice =
          advice(searcher, QueryParser.parse(String.join(" ", words)).ast(), Selection.NONE);
      assertEquals(Advice.MAX_CLAUSES, advice.clauses().size());
    }
  }

  private static final String[] PARTS = {
    "red",
    "redd",
    "blue",
    "bleu",
    "green",
    "geren",
    "\"red\"",
    "=Red",
    "=RED",
    "\"red blue\"",
    "\"blue red green\"",
    "\"red blue\"~1",
    "blue NEAR/2 green",
    "(red OR yelow)",
    "-blue",
    "-(red OR green)",
    "from:ann",
    "from:anne_b",
    "from:ana_b",
    "#sun",
    "#suns",
    "#snu",
    "lang:ru",
    "since:2016-03-01",
    "until:2015-11-02",
    "time:[2015-05-01 TO 2015-05-03]",
    "gree*",
    "reed~1",
    "likes:>1",
    "bio:nothing",
    "\"(red|blue) gren\"",
    "выборы",
    "выбоыр"
  };

  private final long seed = Long.getLong("trawl.seed", 2018);
  private final Random random = new Random(seed);

  @SafeVarargs
  private <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }

  private TestArchive randomArchive() {
    var archive = new TestArchive();
    for (int i = 0; i < 60; i++) {
      var words = new ArrayList<String>();
      for (int w = random.nextInt(4); w >= 0; w--) {
        words.add(pick("red", "Red", "blue", "green", "yellow", "выборов", "redd"));
      }
      archive.add(
          row(1 + i, String.join(" ", words))
              .by(pick("ann_b", "bob"))
              .lang(pick("en", "ru"))
              .at(
                  Instant.parse("2015-01-01T00:00:00Z")
                      .plus(Duration.ofHours(random.nextInt(15_000))))
              .cell("like_count", Integer.toString(random.nextInt(3)))
              .cell("hashtags", pick("[]", "['suns']", "['sunny', 'suns']")));
    }
    return archive;
  }

  private Selection randomSelection() {
    var filters = new HashMap<Facet, List<String>>();
    var excludes = new HashMap<Facet, List<String>>();
    if (random.nextInt(3) == 0) {
      filters.put(Facet.LANGUAGE, List.of(pick("en", "ru", "ja")));
    }
    if (random.nextInt(4) == 0) {
      excludes.put(Facet.HASHTAG, List.of(pick("suns", "sunny")));
    }
    return new Selection(
        filters,
        excludes,
        random.nextInt(4) == 0
            ? Optional.of(Instant.parse("2015-10-01T00:00:00Z"))
            : Optional.empty(),
        random.nextInt(4) == 0
            ? Optional.of(Instant.parse("2016-02-01T00:00:00Z"))
            : Optional.empty());
  }

  /// Counts by reading every tweet.
  private record ByHand(List<Tweet> tweets, NaiveMatcher naive) {
    long count(List<QueryAst> clauses, Selection selection) {
      return tweets.stream()
          .filter(tweet -> clauses.stream().allMatch(clause -> naive.matches(clause, tweet)))
          .filter(tweet -> isSelected(tweet, selection))
          .count();
    }

    private static boolean isSelected(Tweet tweet, Selection selection) {
      var languages = selection.filters().get(Facet.LANGUAGE);
      var hashtags = selection.excludes().getOrDefault(Facet.HASHTAG, List.of());
      return (languages == null || languages.contains(tweet.content().language()))
          && tweet.content().hashtags().stream().noneMatch(hashtags::contains)
          && selection.since().map(since -> !tweet.time().isBefore(since)).orElse(true)
          && selection.until().map(until -> tweet.time().isBefore(until)).orElse(true);
    }
  }

  @Test
  void countsAndRepairsAreWhatTheyPromise() throws Exception {
    int repaired = 0;
    var changes = new TreeSet<String>();
    for (int round = 0; round < 8; round++) {
      var archive = randomArchive();
      var naive = new NaiveMatcher(archive.tweets(), TestArchive.FORMS, TestArchive.DETECTOR);
      var byHand = new ByHand(archive.tweets(), naive);
      try (var searcher = archive.open(1 + random.nextInt(3))) {
        for (int i = 0; i < 60; i++) {
          var words = new ArrayList<String>();
          for (int w = random.nextInt(4); w >= 0; w--) {
            words.add(pick(PARTS));
          }
          var query = QueryParser.parse(String.join(" ", words)).ast();
          var selection = randomSelection();
          var name = "-Dtrawl.seed=" + seed + " " + words + " " + selection;
          var advice = advice(searcher, query, selection);
          check(byHand, query, selection, advice, name);
          for (var repair : advice.repairs()) {
            var again = QueryParser.parse(QueryPrinter.print(repair.query()));
            assertEquals(List.of(), again.problems(), name);
            var request = SearchRequest.counting(again.ast(), repair.selection(), LONG);
            assertEquals(searcher.search(request).total(), repair.total(), name + repair);
            assertEquals(
                byHand.count(List.of(repair.query()), repair.selection()),
                repair.total(),
                name + repair);
            changes.add(repair.change().getClass().getSimpleName());
            repaired++;
          }
        }
      }
    }
    assertTrue(repaired > 100, "-Dtrawl.seed=" + seed + ": only " + repaired);
    assertEquals(
        Set.of(
            "AnyDate",
            "Drop",
            "Loosen",
            "QueryAlone",
            "Respell",
            "Unfilter",
            "WholeDays",
            "WholeYears"),
        changes,
        "-Dtrawl.seed=" + seed);
  }

  private static void check(
      ByHand byHand, QueryAst query, Selection selection, Advice advice, String name) {
    var clauses = query.clauses();
    assertEquals(clauses, advice.clauses().stream().map(ClauseCount::clause).toList(), name);
    for (int i = 0; i < clauses.size(); i++) {
      var others = new ArrayList<>(clauses);
      others.remove(i);
      var count = advice.clauses().get(i);
      assertEquals(
          OptionalLong.of(byHand.count(List.of(clauses.get(i)), Selection.NONE)),
          count.alone(),
          name);
      assertEquals(OptionalLong.of(byHand.count(others, selection)), count.without(), name);
    }
    if (byHand.count(clauses, selection) > 0) {
      assertEquals(Optional.empty(), advice.emptied(), name);
      assertEquals(List.of(), advice.repairs(), name);
    } else if (!clauses.isEmpty() && byHand.count(clauses, Selection.NONE) == 0) {
      assertTrue(advice.emptied().isPresent(), name);
    }
    var searches = advice.repairs().stream().map(r -> List.of(r.query(), r.selection())).toList();
    assertEquals(searches.size(), Set.copyOf(searches).size(), name + ": twice the same");
  }
}
