package org.trawl.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.trawl.query.QueryParser;
import org.trawl.query.RandomTrees;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.TweetSearch;

/// A folder and what was published of it, asked the same: all queries of the table, and random
/// trees in turning orders. For an archive of any size, on nodes that run already:
/// `-Dtrawl.cluster=opensearch://… -Dtrawl.folder=DIR -Dtrawl.trees=2000`.
@EnabledIfSystemProperty(
    named = "trawl.cluster",
    matches = "opensearch://.*",
    disabledReason = "takes a cluster that runs: -Dtrawl.cluster, -Dtrawl.folder")
final class ClusterSampleTest {
  private static final int TREES = Integer.getInteger("trawl.trees", 2_000);
  private static final long SEED = Long.getLong("trawl.seed", 2018);
  private static final Path TABLE = Path.of("src/test/resources/org/trawl/query/queries.txt");

  @Test
  void answersAreThoseOfTheFolder() throws Exception {
    try (var folder = TweetSearch.open(Path.of(System.getProperty("trawl.folder")));
        var cluster = TweetSearch.open(System.getProperty("trawl.cluster"))) {
      var same = new SameAnswers(folder, cluster);
      int number = 0;
      for (var line : Files.readAllLines(TABLE)) {
        if (!line.isBlank() && !line.startsWith("# ")) {
          var query = QueryParser.parse(line.split(" │ ", -1)[0].strip()).ast();
          same.compare(SameAnswers.turning(query, Selection.NONE, number++, 20), 2);
        }
      }
      System.out.println("table: " + same);
      var trees = new RandomTrees(new Random(SEED));
      for (int i = 0; i < TREES; i++) {
        same.compare(SameAnswers.turning(trees.tree(2), Selection.NONE, i, 20), 2);
      }
      System.out.println("with trees: " + same);
    }
  }
}
