package org.trawl.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trawl.naive.NaiveSearch;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryParser;
import org.trawl.search.Evidence;
import org.trawl.search.Network;
import org.trawl.search.NetworkRequest;
import org.trawl.search.NetworkRequest.Rule;
import org.trawl.search.NetworkType;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.TweetSearch;

/// Networks of random archives are those that a comparison of every tweet with every other one
/// finds.
final class NetworkLawsTest {
  private static final int ARCHIVES = 8;
  private static final long BASE = 600_000_000_000_000_000L;
  private static final String[] WORDS = {
    "red fox",
    "Blue dog",
    "green owl",
    "red",
    "",
    "one two",
    "the red fox and the blue dog met a green owl",
    "the red fox and the blue dog met one green owl",
    "the red fox and a blue dog met one green owl",
    "a red fox and a blue dog met one green owl today"
  };
  private static final String[] TAGS = {"news", "News", "maga", "новости", "x"};
  private static final String[] LINKS = {
    "http://www.a.org/x", "https://a.org/x/", "http://a.org/y#part", "http://b.com/", "nothing"
  };
  private static final Optional<Duration> ANY = Optional.empty();

  private final long seed = Long.getLong("trawl.seed", 2018);

  private static TestArchive archive(Random random) {
    var archive = new TestArchive();
    int tweets = 20 + random.nextInt(60);
    int accounts = 2 + random.nextInt(6);
    for (int i = 0; i < tweets; i++) {
      // Ids that hold the time, some seconds to some hours apart.
      long second = random.nextInt(random.nextBoolean() ? 40 : 20_000);
      long id = BASE + ((second * 1000) << 22) + i;
      archive.add(row(random, id, accounts, i));
    }
    return archive;
  }

  private static TestArchive.RowBuilder row(Random random, long id, int accounts, int number) {
    boolean retweet = random.nextInt(3) == 0;
    var text = new StringBuilder(retweet ? "RT @user" + random.nextInt(9) + ": " : "");
    boolean reply = !retweet && random.nextInt(3) == 0;
    text.append(reply ? "@user" + random.nextInt(9) + " " : "");
    text.append(WORDS[random.nextInt(WORDS.length)]);
    for (int i = random.nextInt(3); i > 0; i--) {
      text.append(random.nextBoolean() ? " @user" + random.nextInt(9) : " @Other" + i);
    }
    int account = random.nextInt(accounts);
    var row =
        TestArchive.row(id, text.toString())
            .cell("userid", Integer.toString(500 + account))
            .cell("user_screen_name", "User" + account)
            .lang(random.nextBoolean() ? "en" : "ru")
            .operation(random.nextInt(3) == 0 ? "iran" : "ira")
            .cell("tweet_time", "2014-07-18 00:00")
            .cell("hashtags", list(random, TAGS))
            .cell("urls", list(random, LINKS));
    if (retweet) {
      row.cell("is_retweet", "true");
      row.cell("retweet_userid", random.nextBoolean() ? "" : "" + (498 + random.nextInt(9)));
      row.cell("retweet_tweetid", random.nextInt(5) == 0 ? "" : "" + (77 + random.nextInt(4)));
    }
    if (reply || random.nextInt(9) == 0) {
      row.cell("in_reply_to_userid", "" + (498 + random.nextInt(9)));
      row.cell("in_reply_to_tweetid", random.nextInt(4) == 0 ? "" : "" + (88 + random.nextInt(4)));
    }
    if (random.nextInt(3) == 0) {
      // Of the archive, or of nowhere, with the link that tells whose.
      long quoted = number > 0 && random.nextBoolean() ? id - 1 : 99 + random.nextInt(3);
      row.cell("quoted_tweet_tweetid", Long.toString(quoted));
      if (random.nextBoolean()) {
        row.cell(
            "urls", "[https://twitter.com/User" + random.nextInt(9) + "/status/" + quoted + "]");
      }
    }
    return row;
  }

  private static String list(Random random, String[] values) {
    var list = new ArrayList<String>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(values[random.nextInt(values.length)]);
    }
    return list.toString();
  }

  /// A network whose order of nodes, and of edges of the same weight, does not matter.
  ///
  /// @param edges each with its ends by id
  private record Plain(
      TreeMap<String, Network.Node> nodes, TreeSet<String> edges, Network.SetAside told) {
    static Plain of(Network network) {
      var nodes = new TreeMap<String, Network.Node>();
      network.nodes().forEach(node -> nodes.put(node.id(), node));
      assertEquals(network.nodes().size(), nodes.size(), "ids are unique");
      var edges = new TreeSet<String>();
      network.edges().forEach(edge -> edges.add(edge(network, edge)));
      assertEquals(network.edges().size(), edges.size(), "each edge once");
      return new Plain(nodes, edges, network.told());
    }

    private static String edge(Network network, Network.Edge edge) {
      var source = network.nodes().get(edge.source()).id();
      var target = network.nodes().get(edge.target()).id();
      boolean turn = !network.type().directed() && source.compareTo(target) > 0;
      return String.join(
          " ",
          turn ? target : source,
          turn ? source : target,
          "weight " + edge.weight() + " items " + edge.items(),
          "tweets " + (turn ? edge.targetTweets() : edge.sourceTweets()),
          "and " + (turn ? edge.sourceTweets() : edge.targetTweets()),
          edge.first().toString(),
          edge.last().toString());
    }
  }

  private static NetworkRequest request(String query, Rule rule, int size) {
    return new NetworkRequest(
        QueryParser.parse(query).ast(), Selection.NONE, rule, size, Duration.ofMinutes(1));
  }

  private static List<Rule> rules(NetworkType type) {
    if (!type.shares()) {
      return List.of(Rule.of(type), new Rule(type, ANY, 2, 1));
    }
    return List.of(
        Rule.of(type),
        new Rule(type, ANY, 3, 2),
        new Rule(type, Optional.of(Duration.ZERO), 1, 1),
        new Rule(type, Optional.of(Duration.ofSeconds(12)), 1, 1),
        new Rule(type, Optional.of(Duration.ofSeconds(12)), 2, 2),
        new Rule(type, Optional.of(Duration.ofHours(2)), 2, 1));
  }

  @Test
  void everyTypeIsWhatAComparisonOfAllTweetsFinds() throws Exception {
    var met = new TreeMap<NetworkType, Long>();
    for (int i = 0; i < ARCHIVES; i++) {
      var random = new Random(seed + i);
      var archive = archive(random);
      var naive = new NaiveSearch(archive.tweets());
      try (var engine = archive.open(1 + random.nextInt(4))) {
        for (var type : NetworkType.values()) {
          for (var rule : rules(type)) {
            var request = request(i % 3 == 0 ? "red OR lang:ru" : "", rule, 1000);
            var expected = naive.network(request);
            var found = engine.network(request);
            assertEquals(Plain.of(expected), Plain.of(found), rule + " -Dtrawl.seed=" + (seed + i));
            assertEquals(expected.edgeCount(), found.edgeCount());
            assertEquals(expected.tweets(), found.tweets());
            met.merge(type, (long) found.edges().size(), Long::sum);
            evidenceAgrees(naive, engine, request, found);
          }
        }
      }
    }
    for (var type : NetworkType.values()) {
      assertTrue(met.getOrDefault(type, 0L) > 5, () -> type + " was hardly met: " + met);
    }
  }

  private void evidenceAgrees(
      TweetSearch naive, TweetSearch engine, NetworkRequest request, Network network)
      throws Exception {
    for (var edge : network.edges().subList(0, Math.min(2, network.edges().size()))) {
      var source = network.nodes().get(edge.source()).id();
      var target = network.nodes().get(edge.target()).id();
      var asked = new Evidence.Asked(source, target, 0, 1000);
      var expected = naive.evidence(request, asked).orElseThrow();
      var found = engine.evidence(request, asked).orElseThrow();
      assertEquals(edge.weight(), found.total(), "an edge weighs as many as it opens");
      assertEquals(expected.total(), found.total());
      assertEquals(expected.source(), found.source());
      assertEquals(expected.target(), found.target());
      // Of the items of one pair, which comes first is an engine's own affair.
      assertEquals(
          new TreeSet<>(pairs(expected)), new TreeSet<>(pairs(found)), request + " seed " + seed);
      assertEquals(expected.pairs().size(), found.pairs().size());
      var page = engine.evidence(request, new Evidence.Asked(source, target, 1, 2)).orElseThrow();
      assertEquals(pairs(found).stream().skip(1).limit(2).toList(), pairs(page));
      assertEquals(found.pairs().stream().sorted(IN_TIME).toList(), found.pairs());
    }
  }

  private static final Comparator<Evidence.Pair> IN_TIME =
      Comparator.comparing(NetworkLawsTest::latest);

  private static Instant latest(Evidence.Pair pair) {
    return Stream.concat(Stream.of(pair.first()), pair.second().stream())
        .map(hit -> hit.tweet().time())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static List<String> pairs(Evidence evidence) {
    return evidence.pairs().stream()
        .map(pair ->
            pair.item()
                + " "
                + pair.first().tweet().id()
                + " "
                + pair.second().map(hit -> hit.tweet().id().toString()).orElse("")
                + " "
                + pair.seconds())
        .toList();
  }

  @Test
  void heaviestEdgesAreKeptAndTheRestIsCounted() throws Exception {
    var archive = new TestArchive();
    for (int account = 1; account <= 4; account++) {
      for (int tweet = 0; tweet < account; tweet++) {
        archive.add(
            TestArchive.row(10L * account + tweet, "one")
                .by("user" + account)
                .cell("hashtags", "[news]"));
      }
    }
    try (var engine = archive.open(2)) {
      var all = engine.network(request("", Rule.of(NetworkType.SAME_HASHTAG), 1000));
      assertEquals(List.of(12L, 8L, 6L, 4L, 3L, 2L), weights(all));
      var some = engine.network(request("", Rule.of(NetworkType.SAME_HASHTAG), 3));
      assertEquals(3, some.left());
      assertEquals(weights(all).subList(0, 3), weights(some));
      assertEquals(0, all.left());
    }
  }

  private static List<Long> weights(Network network) {
    return network.edges().stream().map(Network.Edge::weight).toList();
  }

  @Test
  void networkWithoutTimeIsPartial() throws Exception {
    var archive = archive(new Random(seed));
    try (var engine = archive.open(1)) {
      var request =
          new NetworkRequest(
              new QueryAst.All(),
              Selection.NONE,
              Rule.of(NetworkType.SAME_TEXT),
              10,
              Duration.ofNanos(1));
      assertTrue(engine.network(request).partial());
    }
  }

  @Test
  void edgeOfUnknownNodesHasNoEvidence() throws Exception {
    var archive = archive(new Random(seed));
    try (var engine = archive.open(1)) {
      var request = request("", Rule.of(NetworkType.SAME_TEXT), 10);
      assertEquals(
          Optional.empty(), engine.evidence(request, new Evidence.Asked("500", "nobody", 0, 5)));
      assertEquals(
          Optional.empty(), engine.evidence(request, new Evidence.Asked("500", "500", 0, 5)));
    }
  }

  @Test
  void windowOfATypeWithoutItemsIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Rule(NetworkType.MENTION, Optional.of(Duration.ofSeconds(1)), 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Rule(NetworkType.SAME_TEXT, ANY, 0, 1));
  }
}
