package org.trawl.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trawl.index.PublishedIndex;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryParser;
import org.trawl.search.Deadline;
import org.trawl.search.EngineUnavailable;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.TweetSearch;
import tools.jackson.databind.JsonNode;

/// Nodes that are lost, and publishing that is cut short: an answer is right, or there is none.
final class ClusterFailureTest {
  private static final Deadline DEADLINE = Deadline.in(Duration.ofMinutes(10));
  private static final int TWEETS = 400;

  private static TestNodes nodes;

  @BeforeAll
  static void start() throws Exception {
    nodes = TestNodes.two();
  }

  /// Archives of another number of tweets are others.
  private static PublishedIndex index(int number) throws IOException {
    return ClusterArchive.of(TWEETS + number, number).index(2);
  }

  private static ClusterPublisher.Report publish(String name, int number, int replicas)
      throws IOException {
    return publish(name, number, replicas, (_, _, _) -> {});
  }

  private static ClusterPublisher.Report publish(
      String name, int number, int replicas, ClusterPublisher.Progress progress)
      throws IOException {
    var options = new ClusterPublisher.Options(OptionalInt.of(2), OptionalInt.of(replicas), false);
    try (var index = index(number);
        var client = nodes.client(name)) {
      return ClusterPublisher.publish(index, client, options, progress);
    }
  }

  private static SearchRequest counting(Duration budget) {
    return new SearchRequest(
        QueryParser.parse("trump OR a").ast(),
        Selection.NONE,
        new Page(Sort.RELEVANCE, 5, Optional.empty(), true),
        new Counting(Set.of(), 1, Optional.empty(), budget));
  }

  private static long total(TweetSearch search, Duration budget) throws IOException, QueryRefused {
    return search.search(counting(budget)).total();
  }

  @Test
  void lostNodeIsReplacedByCopiesAndWithoutThemNothingIsAnswered() throws Exception {
    publish("kept", 1, 1);
    publish("alone", 1, 0);
    try (var kept = TweetSearch.open(nodes.address("kept"));
        var alone = TweetSearch.open(nodes.address("alone"))) {
      var expected = total(kept, Duration.ofSeconds(20));
      assertEquals(expected, total(alone, Duration.ofSeconds(20)));
      assertTrue(expected > 50, "too few to tell: " + expected);
      nodes.kill(1);
      for (int i = 0; i < 5; i++) {
        assertEquals(expected, total(kept, Duration.ofSeconds(30)));
      }
      var refused =
          assertThrows(EngineUnavailable.class, () -> total(alone, Duration.ofSeconds(2)));
      assertTrue(refused.retryAfter().toSeconds() > 0);
      nodes.startNode(1);
      nodes.await(2);
      assertEquals(expected, total(alone, Duration.ofSeconds(60)));
      assertEquals(expected, total(kept, Duration.ofSeconds(60)));
      assertEquals(List.of(), alone.problems());
    }
  }

  /// Stops a publishing as a kill would.
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Test
  void publishingGoesOnAfterItWasCutShortAndRepeatedChangesNothing() throws Exception {
    var first = publish("cut", 1, 1);
    assertEquals("cut-g1", first.index());
    assertFalse(first.already());
    assertTrue(publish("cut", 1, 1).already());
    assertThrows(
        Stopped.class,
        () ->
            publish(
                "cut",
                2,
                1,
                (done, _, _) -> {
                  if (done > TWEETS / 2) {
                    throw new Stopped();
                  }
                }));
    try (var client = nodes.client("cut");
        var search = TweetSearch.open(nodes.address("cut"))) {
      assertEquals("cut-g1", Generation.inService(client, DEADLINE));
      assertFalse(search.isOutdated());
      var before = total(search, Duration.ofSeconds(20));
      var second = publish("cut", 2, 1);
      assertEquals("cut-g2", second.index());
      assertEquals(List.of("cut-g1"), second.earlier());
      assertTrue(search.isOutdated());
      assertEquals(before, total(search, Duration.ofSeconds(20)), "its own generation answers on");
      var stats = client.get("/cut-g2/_stats/docs", DEADLINE).path("_all").path("primaries");
      assertEquals(TWEETS + 2, stats.path("docs").path("count").asInt());
      assertEquals(0, stats.path("docs").path("deleted").asInt());
      try (var later = TweetSearch.open(nodes.address("cut"))) {
        assertNotEquals(before, total(later, Duration.ofSeconds(20)));
        assertEquals(
            TWEETS + 2L,
            later.totals(List.of(new QueryAst.All()), Duration.ofSeconds(20)).getFirst());
      }
    }
  }

  /// As the cluster does to every index when a disk is full.
  @Test
  void indexMadeReadOnlyStopsPublishingAndTheNameStaysWhereItIs() throws Exception {
    publish("full", 1, 1);
    try (var client = nodes.client("full")) {
      var blocked = Dsl.object("index", Dsl.object().put("blocks.read_only_allow_delete", true));
      var free = Dsl.object("index", Dsl.object().putNull("blocks.read_only_allow_delete"));
      var failure =
          assertThrows(
              IOException.class,
              () ->
                  publish(
                      "full",
                      2,
                      1,
                      (done, _, _) -> {
                        if (done == 1) {
                          set(client, blocked);
                        }
                      }));
      assertTrue(failure.toString().contains("takes no more"), failure::toString);
      assertEquals("full-g1", Generation.inService(client, DEADLINE));
      set(client, free);
      assertEquals("full-g2", publish("full", 2, 1).index());
      assertEquals("full-g2", Generation.inService(client, DEADLINE));
    }
  }

  private static void set(ClusterClient client, JsonNode settings) {
    try {
      client.once("PUT", "/full-g2/_settings", settings, Duration.ofSeconds(20));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatIsNotThereIsNamed() {
    var missing = assertThrows(IOException.class, () -> TweetSearch.open(nodes.address("nothing")));
    assertTrue(missing.toString().contains("no archive nothing"), missing::toString);
    assertThrows(IOException.class, () -> TweetSearch.open("opensearch://127.0.0.1:1/"));
  }
}
