package org.trawl.cluster;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryParser;
import org.trawl.query.RandomTrees;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Collapse;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult;
import org.trawl.search.TweetSearch;

/// An archive on two real nodes answers as the embedded engine does.
final class ClusterSearchTest {
  private static final long SEED = Long.getLong("trawl.seed", 2018);
  private static final int TREES = Integer.getInteger("trawl.trees", 40);

  /// Of the table, the gate takes every so many queries, 1 all of them.
  private static final int STEP = Integer.getInteger("trawl.step", 3);

  private static final Path TABLE = Path.of("src/test/resources/org/trawl/query/queries.txt");

  private static TweetSearch embedded;
  private static TweetSearch cluster;
  private static SameAnswers same;

  @BeforeAll
  static void publish() throws Exception {
    var archive = ClusterArchive.of(3_000, SEED);
    embedded = archive.open(2);
    var nodes = TestNodes.two();
    try (var index = archive.index(2);
        var client = nodes.client("test")) {
      var options = new ClusterPublisher.Options(OptionalInt.of(3), OptionalInt.empty(), false);
      ClusterPublisher.publish(index, client, options, (_, _, _) -> {});
    }
    cluster = TweetSearch.open(nodes.address("test"));
    same = new SameAnswers(embedded, cluster);
  }

  @AfterAll
  static void end() throws IOException {
    if (cluster != null) {
      cluster.close();
    }
    if (embedded != null) {
      embedded.close();
    }
  }

  @Test
  void tableOfQueriesIsAnsweredAlike() throws IOException {
    var queries = new ArrayList<QueryAst>();
    for (var line : Files.readAllLines(TABLE)) {
      if (!line.isBlank() && !line.startsWith("# ")) {
        queries.add(QueryParser.parse(line.split(" │ ", -1)[0].strip()).ast());
      }
    }
    var distinct = queries.stream().distinct().toList();
    for (int number = 0; number < distinct.size(); number += STEP) {
      ask(distinct.get(number), Selection.NONE, number);
    }
    assertTrue(same.compared() > 60, "so few: " + same.compared());
  }

  @Test
  void randomTreesAreAnsweredAlike() throws IOException {
    var random = new Random(SEED);
    var trees = new RandomTrees(random);
    for (int i = 0; i < TREES; i++) {
      ask(trees.tree(2), Selection.NONE, i);
    }
  }

  private static void ask(QueryAst query, Selection selection, int number) throws IOException {
    same.compare(SameAnswers.turning(query, selection, number, 8), 2);
  }

  @Test
  void filtersAndExclusionsAreAnsweredAlike() throws IOException {
    var all =
        SameAnswers.request(new QueryAst.All(), Selection.NONE, Sort.NEWEST, 0, Collapse.NONE);
    int number = 0;
    for (var facet : Facet.values()) {
      var values = requireNonNull(search(embedded, all).counts().facets().get(facet)).values();
      var one = values.get(values.size() / 2).value();
      var other = values.getFirst().value();
      var filters = new EnumMap<Facet, List<String>>(Facet.class);
      filters.put(facet, List.of(one, other));
      ask(QueryParser.parse("trump OR a").ast(), selection(filters, Map.of()), number++);
      ask(new QueryAst.All(), selection(Map.of(), filters), number++);
    }
  }

  private static Selection selection(
      Map<Facet, List<String>> filters, Map<Facet, List<String>> excludes) {
    return new Selection(filters, excludes, Optional.empty(), Optional.empty());
  }

  private static SearchResult search(TweetSearch engine, SearchRequest request) throws IOException {
    try {
      return engine.search(request);
    } catch (QueryRefused e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void exportsAreTheSame() throws Exception {
    for (var sort : Sort.values()) {
      var query = QueryParser.parse("trump OR black").ast();
      assertEquals(exported(embedded, query, sort), exported(cluster, query, sort), sort.name());
    }
  }

  private static List<String> exported(TweetSearch engine, QueryAst query, Sort sort)
      throws Exception {
    var ids = new ArrayList<String>();
    engine.export(query, Selection.NONE, sort, hit -> ids.add(hit.tweet().id().toString()));
    return ids;
  }
}
