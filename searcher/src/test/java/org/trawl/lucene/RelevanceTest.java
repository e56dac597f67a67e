package org.trawl.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trawl.lucene.TestArchive.row;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryParser;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.SearchResult.ScorePart;

/// The order by relevance: what comes first, and laws that hold in any archive.
class RelevanceTest {
  private static final String SENTENCE = "the bridge is closed for repairs until monday %s";

  private final long seed = Long.getLong("trawl.seed", 2018);
  private final Random random = new Random(seed);

  private static SearchRequest request(String query, Page page) {
    var counting = new Counting(Set.of(), 10, Optional.empty(), Duration.ofDays(1));
    return new SearchRequest(QueryParser.parse(query).ast(), Selection.NONE, page, counting);
  }

  private static List<Long> ids(TweetSearcher searcher, String query, boolean collapse)
      throws Exception {
    var page = new Page(Sort.RELEVANCE, 100, Optional.empty(), collapse);
    return ids(searcher.search(request(query, page)).hits());
  }

  private static List<Long> ids(List<Hit> hits) {
    return hits.stream().map(hit -> hit.tweet().id().value()).toList();
  }

  private static void thenOrders(TestArchive archive, String query, Long... ids) throws Exception {
    try (var searcher = archive.open(2)) {
      assertEquals(List.of(ids), ids(searcher, query, false), query);
    }
  }

  @Test
  void aWordIsOneThingInWhateverLanguage() throws Exception {
    var archive =
        new TestArchive()
            .add(row(1, "obama spoke about the economy in the capital yesterday evening"))
            .add(
                row(2, "Ieri sera obama ha parlato della nostra economia nella capitale")
                    .lang("it"));
    for (var id = 3; id < 40; id++) {
      archive.add(row(id, "obama spoke about the economy in the capital on day " + id));
    }
    try (var searcher = archive.open(2)) {
      var found = ids(searcher, "obama", false);
      // The rare language scores as the frequent one, so the ids decide.
      assertEquals(List.of(2L, 1L), found.subList(found.size() - 2, found.size()));
    }
  }

  @Test
  void theFormAsTypedComesFirst() throws Exception {
    thenOrders(
        new TestArchive()
            .add(row(1, "the election was held in the capital on a sunday"))
            .add(row(2, "all elections were held in the capital on a sunday")),
        "election",
        1L,
        2L);
  }

  @Test
  void aSentenceComesBeforeAWordOrTwo() throws Exception {
    thenOrders(
        new TestArchive()
            .add(row(1, SENTENCE.formatted("now")))
            .add(row(2, "the bridge"))
            .add(row(3, "bridge")),
        "bridge",
        1L,
        2L,
        3L);
  }

  @Test
  void anOriginalComesBeforeItsCopiesAndRetweets() throws Exception {
    thenOrders(
        new TestArchive()
            .add(row(1, SENTENCE.formatted("")).at(Instant.parse("2016-01-01T00:00:00Z")))
            .add(
                row(2, SENTENCE.formatted("http://t.co/a"))
                    .at(Instant.parse("2016-01-02T00:00:00Z")))
            .add(
                row(3, "RT @ann: " + SENTENCE.formatted(""))
                    .at(Instant.parse("2016-01-03T00:00:00Z"))
                    .cell("is_retweet", "true")),
        "bridge",
        1L,
        2L,
        3L);
  }

  @Test
  void whatManyReactedToComesFirstButNotBeforeABetterMatch() throws Exception {
    thenOrders(
        new TestArchive()
            .add(row(1, SENTENCE.formatted("one")).cell("like_count", "900"))
            .add(row(2, SENTENCE.formatted("two")).cell("retweet_count", "30"))
            .add(row(3, SENTENCE.formatted("three")))
            .add(
                row(4, "all bridges are closed for repairs until monday now")
                    .cell("like_count", "9000000")),
        "bridge",
        1L,
        2L,
        3L,
        4L);
  }

  @Test
  void wordsThatFollowEachOtherAsTypedComeFirst() throws Exception {
    thenOrders(
        new TestArchive()
            .add(row(1, "the white house said so on monday in town"))
            .add(row(2, "the white wooden house burned down on monday again"))
            .add(row(3, "a house in town that was all white on monday")),
        "white house",
        1L,
        2L,
        3L);
  }

  @Test
  void aWordTypedWithACapitalMeansAName() throws Exception {
    var archive =
        new TestArchive()
            .add(row(1, "El partido Podemos presentó ayer su programa en Madrid").lang("es"))
            .add(
                row(2, "Ahora podemos salir de casa todos juntos por la mañana")
                    .lang("es")
                    .cell("like_count", "100000"))
            .add(
                row(3, "Podemos salir de casa todos juntos por la mañana hoy")
                    .lang("es")
                    .cell("like_count", "100000"))
            .add(row(4, "Nadie puede entrar y no podrán salir hasta mañana").lang("es"));
    thenOrders(archive, "Podemos", 1L, 3L, 2L, 4L);
    // In lower case nothing says so.
    thenOrders(archive, "podemos", 3L, 2L, 1L, 4L);
  }

  @Test
  void ofAlternativesTheRareOneCountsMore() throws Exception {
    var archive = new TestArchive().add(row(1, "a crocodile was seen in the river today"));
    for (var id = 2; id < 30; id++) {
      archive.add(row(id, "a boat was seen in the river today " + "again ".repeat(id % 3)));
    }
    archive.add(row(30, "a boat and a crocodile were seen in it today"));
    try (var searcher = archive.open(3)) {
      assertEquals(List.of(30L, 1L), ids(searcher, "boat OR crocodile", false).subList(0, 2));
    }
  }

  @Test
  void theFirstHitsAreOfManyTextsAndAccounts() throws Exception {
    var archive = new TestArchive();
    var id = 1L;
    // One account sends the most liked texts, each three times.
    for (var text = 0; text < 40; text++) {
      for (var copy = 0; copy < 3; copy++) {
        archive.add(
            row(id++, SENTENCE.formatted("loud " + text)).by("loud").cell("like_count", "500"));
      }
    }
    for (var account = 0; account < 9; account++) {
      for (var text = 0; text < 4; text++) {
        archive.add(row(id++, SENTENCE.formatted("calm" + account + " " + text)).by("a" + account));
      }
    }
    try (var searcher = archive.open(3)) {
      var page = new Page(Sort.RELEVANCE, 100, Optional.empty(), true);
      var result = searcher.search(request("bridge", page));
      var senders = result.hits().stream().map(hit -> hit.tweet().account().screenName()).toList();
      assertEquals(6, new HashSet<>(senders.subList(0, 6)).size(), senders.toString());
      // Ten accounts have three each before any has a fourth.
      for (var account : new HashSet<>(senders)) {
        assertEquals(3, Collections.frequency(senders.subList(0, 30), account), senders.toString());
      }
      assertEquals("loud", senders.getFirst());
      assertEquals(76, result.texts());
      assertEquals(156, result.total());
      assertEquals(76, result.hits().size());
      var loud = result.hits().getFirst().tweet().account().id();
      assertEquals(120L, result.page().held().get(loud));
      assertEquals(3, result.hits().getFirst().copies().hits());
    }
  }

  /// Rows of few words, accounts and texts, so that everything ties and repeats.
  private TestArchive randomArchive(int size) {
    var archive = new TestArchive();
    for (var i = 0; i < size; i++) {
      var text = new StringBuilder();
      for (var words = 1 + random.nextInt(6); words > 0; words--) {
        text.append(oneOf("red", "Red", "reds", "green", "greens", "blue", "#blue", "@bob", "a"))
            .append(' ');
      }
      var id = random.nextBoolean() ? 100L + i : 700_000_000_000_000_000L + ((long) i << 30);
      archive.add(
          row(id, text.toString().strip())
              .by(oneOf("ann", "bob", "cid", "dan", "eve", "fay", "guy", "hal"))
              .at(Instant.parse("2016-01-01T00:00:00Z").plusSeconds(60L * random.nextInt(5_000)))
              .lang(oneOf("en", "de"))
              .cell("like_count", Integer.toString(random.nextInt(4) * random.nextInt(50)))
              .cell("is_retweet", oneOf("true", "false")));
    }
    return archive;
  }

  private String oneOf(String... values) {
    return values[random.nextInt(values.length)];
  }

  private static final List<String> QUERIES =
      List.of(
          "red",
          "Red",
          "red green",
          "green OR blue",
          "red (green OR blue) -a",
          "red~ blue",
          "\"red green\"",
          "\"red blue\"~3 a",
          "gre* red",
          "red lang:en",
          "-red blue",
          "#blue red");

  private List<Long> paged(
      TweetSearcher searcher, String query, Sort sort, boolean collapse, int size)
      throws Exception {
    var found = new ArrayList<Long>();
    Optional<String> after = Optional.empty();
    do {
      // Another size each time: nobody must notice.
      var page = new Page(sort, 1 + random.nextInt(size), after, collapse);
      var result = searcher.search(request(query, page));
      assertEquals(found.size(), result.page().before());
      found.addAll(ids(result.hits()));
      after = result.next();
    } while (after.isPresent());
    return found;
  }

  @Test
  void pagesOfAnySizeAreOneLongListInEveryOrder() throws Exception {
    for (var round = 0; round < 4; round++) {
      var archive = randomArchive(1 + random.nextInt(200));
      try (var searcher = archive.open(1 + random.nextInt(4), random.nextBoolean() ? 0 : 1 << 20)) {
        for (var query : QUERIES) {
          for (var sort : Sort.values()) {
            checkPages(searcher, query, sort, random.nextBoolean(), 30);
          }
        }
      }
    }
  }

  @Test
  void pagesGoOnBehindTheHitsThatAreLookedAtClosely() throws Exception {
    try (var searcher = randomArchive(4 * Relevance.READ).open(3)) {
      for (var query : List.of("red", "Red green", "red (green OR blue) -a")) {
        checkPages(searcher, query, Sort.RELEVANCE, true, 100);
        checkPages(searcher, query, Sort.RELEVANCE, false, 100);
      }
    }
  }

  private void checkPages(
      TweetSearcher searcher, String query, Sort sort, boolean collapse, int size)
      throws Exception {
    var message = "-Dtrawl.seed=" + seed + " " + query + " " + sort + " " + collapse;
    var found = paged(searcher, query, sort, collapse, size);
    var result = searcher.search(request(query, new Page(sort, 0, Optional.empty(), collapse)));
    assertEquals(collapse ? result.texts() : result.total(), found.size(), message);
    assertEquals(found.size(), new HashSet<>(found).size(), message);
    assertEquals(found, paged(searcher, query, sort, collapse, size), message);
  }

  @Test
  void theOrderDependsOnNeitherSegmentsNorTheOrderOfIndexing() throws Exception {
    for (var round = 0; round < 3; round++) {
      var archive = randomArchive(round == 0 ? 2 * Relevance.READ : 200);
      var shuffled = new TestArchive();
      var rows = new ArrayList<>(archive.tweets());
      Collections.shuffle(rows, random);
      shuffled.tweets().addAll(rows);
      try (var one = archive.open(1);
          var other = shuffled.open(4)) {
        for (var query : QUERIES) {
          for (var collapse : List.of(true, false)) {
            var message = "-Dtrawl.seed=" + seed + " " + round + " " + query + " " + collapse;
            assertEquals(
                paged(one, query, Sort.RELEVANCE, collapse, 100),
                paged(other, query, Sort.RELEVANCE, collapse, 100),
                message);
          }
        }
      }
    }
  }

  @Test
  void everyHitStandsWhereItsPartsPutIt() throws Exception {
    var archive = randomArchive(400);
    try (var searcher = archive.open(3)) {
      for (var query : QUERIES) {
        var request = request(query, new Page(Sort.RELEVANCE, 100, Optional.empty(), false));
        var result = searcher.search(request);
        var standings = searcher.explain(request, result);
        assertEquals(result.hits().size(), standings.size());
        for (var i = 0; i < standings.size(); i++) {
          var parts = standings.get(i).parts();
          assertEquals(
              standings.get(i).points(), parts.stream().mapToInt(ScorePart::points).sum(), query);
          assertEquals(i + 1, standings.get(i).byScore(), query);
          if (i > 0) {
            var before = standings.get(i - 1).points();
            assertTrue(before >= standings.get(i).points(), query);
          }
        }
      }
    }
  }

  @Test
  void whatIsNotOfWordsHasNoScore() throws Exception {
    try (var searcher = randomArchive(20).open(1)) {
      var request = request("lang:en", new Page(Sort.RELEVANCE, 5, Optional.empty(), true));
      assertEquals(Sort.NEWEST, request.sort());
      assertEquals(List.of(), searcher.explain(request, searcher.search(request)));
      var all =
          new SearchRequest(new QueryAst.All(), Selection.NONE, request.page(), request.counting());
      assertEquals(Sort.NEWEST, all.sort());
    }
  }

  @Test
  void mostCopiedComeFirstAndTiesByTheHigherId() throws Exception {
    var archive = new TestArchive();
    IntStream.range(1, 4).forEach(id -> archive.add(row(id, "one text sent three times")));
    IntStream.range(4, 6).forEach(id -> archive.add(row(id, "another text sent twice")));
    archive.add(row(6, "a text sent once"));
    try (var searcher = archive.open(2)) {
      var page = new Page(Sort.COPIES, 10, Optional.empty(), false);
      assertEquals(
          List.of(3L, 2L, 1L, 5L, 4L, 6L), ids(searcher.search(request("text", page)).hits()));
      var texts = new Page(Sort.COPIES, 10, Optional.empty(), true);
      var result = searcher.search(request("text", texts));
      assertEquals(3, result.hits().size());
      assertEquals(3, result.texts());
    }
  }

  @Test
  void textsAreCountedAsAPlainCountDoes() throws Exception {
    var archive = randomArchive(300);
    try (var searcher = archive.open(3)) {
      for (var query : List.of("red", "green OR blue", "", "-red", "nothing")) {
        var result =
            searcher.search(request(query, new Page(Sort.NEWEST, 0, Optional.empty(), false)));
        var texts = new HashSet<String>();
        for (var id : paged(searcher, query, Sort.NEWEST, false, 100)) {
          var text = searcher.tweet(id).orElseThrow().tweet().content().text();
          var words = text.toLowerCase(Locale.ROOT).replaceAll("@\\w+", "").strip();
          var untagged = words.replaceAll("( *#\\w+)+$", "");
          var copied = untagged.split(" +").length < 4 ? words : untagged;
          texts.add(
              words.isEmpty() ? Long.toString(id) : copied.replace("#", "").replaceAll(" +", " "));
        }
        assertEquals(texts.size(), result.texts(), query);
      }
    }
  }
}
