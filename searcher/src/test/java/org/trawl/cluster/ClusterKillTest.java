package org.trawl.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
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

/// Three nodes, each killed and started again in turn while an archive on them is searched,
/// exported and published: every answer is right, or there is none. Takes some seconds a kill:
/// `-Dtrawl.kills=50`.
@EnabledIfSystemProperty(
    named = "trawl.kills",
    matches = "[1-9]\\d*",
    disabledReason = "takes minutes: -Dtrawl.kills=50")
final class ClusterKillTest {
  private static final int KILLS = Integer.getInteger("trawl.kills", 1);
  private static final int TWEETS = 3_000;

  private static final List<String> QUERIES =
      List.of("trump OR a", "brexit", "\"black lives\"", "lang:ru", "trump NEAR/3 russia");

  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicInteger right = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicInteger exports = new AtomicInteger();
  private final AtomicInteger publishings = new AtomicInteger();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

  @Test
  void everyAnswerIsRightOrThereIsNone() throws Exception {
    var archive = ClusterArchive.of(TWEETS, 1);
    try (var nodes = TestNodes.start(3, 512);
        var embedded = archive.open(2)) {
      publish(nodes, "kept", 0);
      try (var cluster = TweetSearch.open(nodes.address("kept"))) {
        var threads =
            List.of(
                Thread.ofPlatform().start(() -> search(embedded, cluster)),
                Thread.ofPlatform().start(() -> export(embedded, cluster)),
                Thread.ofPlatform().start(() -> publish(nodes)));
        for (int kill = 0; kill < KILLS; kill++) {
          nodes.kill(kill % 3);
          Thread.sleep(1_500);
          nodes.startNode(kill % 3);
          nodes.await(3);
          awaitGreen(nodes);
        }
        ended.set(true);
        for (var thread : threads) {
          thread.join();
        }
      }
      checkPublished(nodes);
    }
    System.out.printf(
        "%d kills: %d searches right, %d unanswered; %d exports whole; %d publishings%n",
        KILLS, right.get(), unanswered.get(), exports.get(), publishings.get());
    assertEquals(List.of(), List.copyOf(wrong));
    assertTrue(right.get() > 10 * KILLS, "so few searches: " + right);
  }

  /// @param more tweets, so that it is another archive
  private static void publish(TestNodes nodes, String name, int more) throws IOException {
    var options = new ClusterPublisher.Options(OptionalInt.of(3), OptionalInt.of(1), true);
    try (var index = ClusterArchive.of(TWEETS + more, 1).index(2);
        var client = nodes.client(name)) {
      ClusterPublisher.publish(index, client, options, (_, _, _) -> {});
    }
  }

  /// With copies on two of three nodes, the next one may be lost only when all are there again.
  private static void awaitGreen(TestNodes nodes) throws IOException, InterruptedException {
    try (var client = nodes.client("kept")) {
      var deadline = Deadline.in(Duration.ofMinutes(2));
      while (!client
          .get("/_cluster/health/kept-g1,kept-g1-meta", deadline)
          .path("status")
          .asString()
          .equals("green")) {
        Thread.sleep(100);
      }
    }
  }

  private void search(TweetSearch embedded, TweetSearch cluster) {
    for (int i = 0; !ended.get(); i++) {
      var query = QueryParser.parse(QUERIES.get(i % QUERIES.size())).ast();
      var request =
          new SearchRequest(
              query,
              Selection.NONE,
              new Page(
                  SameAnswers.SORTS.get(i % SameAnswers.SORTS.size()),
                  10,
                  Optional.empty(),
                  i % 2 == 0),
              new Counting(Set.of(), 1, Optional.empty(), Duration.ofSeconds(10)));
      try {
        var expected = embedded.search(request);
        var found = cluster.search(request);
        var ids = found.hits().stream().map(hit -> hit.tweet().id()).toList();
        if (found.total() != expected.total()
            || found.accounts() != expected.accounts()
            || !ids.equals(expected.hits().stream().map(hit -> hit.tweet().id()).toList())) {
          wrong.add(request + ": " + found.total() + " for " + expected.total());
        }
        right.incrementAndGet();
      } catch (EngineUnavailable e) {
        unanswered.incrementAndGet();
      } catch (IOException | QueryRefused | RuntimeException e) {
        wrong.add(e.toString());
      }
    }
  }

  private void export(TweetSearch embedded, TweetSearch cluster) {
    while (!ended.get()) {
      try {
        if (!ids(cluster).equals(ids(embedded))) {
          wrong.add("an export is another");
        }
        exports.incrementAndGet();
      } catch (EngineUnavailable e) {
        unanswered.incrementAndGet();
      } catch (IOException | QueryRefused | RuntimeException e) {
        wrong.add("export: " + e);
      }
    }
  }

  private static List<Long> ids(TweetSearch engine) throws IOException, QueryRefused {
    var ids = new ArrayList<Long>();
    engine.export(
        new QueryAst.All(), Selection.NONE, Sort.LIKES, hit -> ids.add(hit.tweet().id().value()));
    return ids;
  }

  /// Publishes again and again; what fails is tried again, as a person would.
  private void publish(TestNodes nodes) {
    while (!ended.get()) {
      try {
        publish(nodes, "more", publishings.get());
        publishings.incrementAndGet();
        Thread.sleep(200);
      } catch (IOException e) {
        unanswered.incrementAndGet();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        wrong.add("publish: " + e);
      }
    }
  }

  /// What was cut short goes on, and nothing of it is there twice.
  private void checkPublished(TestNodes nodes) throws Exception {
    int more = publishings.get();
    publish(nodes, "more", more);
    try (var client = nodes.client("more")) {
      var deadline = Deadline.in(Duration.ofMinutes(1));
      var index = Generation.inService(client, deadline);
      var stats = client.get("/" + index + "/_stats/docs", deadline).path("_all");
      var docs = stats.path("primaries").path("docs");
      assertEquals(TWEETS + more, docs.path("count").asInt());
      assertEquals(0, docs.path("deleted").asInt());
    }
  }
}
