package org.trawl.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trawl.query.QueryParser;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.TweetSearch;

/// The first ten hits of sixty queries on the shared sample, as they were looked at: a line each,
/// the query, a tab and the ids. What moves them is seen in the file's diff: `-Dupdate=true` writes
/// it again. Ids alone stand there, as texts of the sample stay out of the project.
final class ReviewedHits {
  private static final Path FILE = Path.of("src/test/resources/org/trawl/lucene/first-hits.txt");
  private static final int SHOWN = 10;

  private ReviewedHits() {}

  /// Compares the file with what a search finds now, or writes it.
  static void check(TweetSearch searcher) throws IOException, QueryRefused {
    var now = new ArrayList<String>();
    var reviewed = Files.readAllLines(FILE);
    for (var line : reviewed) {
      now.add(line.startsWith("//") ? line : line(line.split("\t", 2)[0], searcher));
    }
    if (Boolean.getBoolean("update")) {
      Files.write(FILE, now);
      return;
    }
    assertEquals(
        String.join("\n", reviewed),
        String.join("\n", now),
        "first hits moved: look at them, and write the file by -Dupdate=true");
  }

  private static String line(String query, TweetSearch searcher) throws IOException, QueryRefused {
    var parsed = QueryParser.parse(query);
    assertTrue(parsed.problems().isEmpty(), query);
    var counting = new Counting(Set.of(), 1, Optional.empty(), Duration.ofMinutes(1));
    var page = new Page(Sort.RELEVANCE, SHOWN, Optional.empty(), true);
    var found =
        searcher.search(new SearchRequest(parsed.ast(), Selection.NONE, page, counting)).hits();
    List<String> ids = found.stream().map(hit -> hit.tweet().id().toString()).toList();
    return query + "\t" + String.join(" ", ids);
  }
}
