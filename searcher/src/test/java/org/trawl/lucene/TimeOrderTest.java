package org.trawl.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trawl.lucene.TestArchive.row;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trawl.query.QueryParser;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.tweet.Snowflake;

final class TimeOrderTest {
  private static final int TWEETS = 400;

  private final long seed = Long.getLong("trawl.seed", 2018);
  private final Random random = new Random(seed);

  private List<Long> page(TweetSearcher searcher, String query) throws Exception {
    var ids = new ArrayList<Long>();
    var after = Optional.<String>empty();
    do {
      var result =
          searcher.search(
              new SearchRequest(
                  QueryParser.parse(query).ast(),
                  Selection.NONE,
                  new Page(Sort.RELEVANCE, 1 + random.nextInt(40), after, false),
                  new Counting(Set.of(), 1, Optional.empty(), Duration.ofDays(1))));
      result.hits().forEach(hit -> ids.add(hit.tweet().id().value()));
      after = result.next();
    } while (after.isPresent());
    return ids;
  }

  /// Of the second that its tweet was sent in, of another one near or far, or from before ids had
  /// times.
  private long id(int number, Instant time, int percentOdd) {
    long millis = time.toEpochMilli() + random.nextInt(1_000);
    if (random.nextInt(100) >= percentOdd) {
      return Snowflake.at(millis, number).value();
    }
    return switch (random.nextInt(3)) {
      case 0 -> Snowflake.at(millis + 1_000L * (random.nextInt(1_000) - 500), number).value();
      case 1 -> 1_000L + number;
      default -> Snowflake.at(millis + 1_000_000_000L * (1 + random.nextInt(100)), number).value();
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 60, 100})
  void whatScoresAlikeComesByFallingId(int percentOdd) throws Exception {
    var archive = new TestArchive();
    for (var i = 0; i < TWEETS; i++) {
      var time = Instant.parse("2016-03-01T00:00:00Z").plusSeconds(60L * random.nextInt(200));
      // Texts of their own and of one length, which score alike.
      var text = random.nextBoolean() ? "red and blue " + i : i % 20 + " green no" + i + " a";
      archive.add(row(id(i, time, percentOdd), text).at(time));
    }
    try (var searcher = archive.open(3)) {
      for (var query : List.of("\"red blue\"~3", "\"1 green\"~2")) {
        var words = query.contains("red") ? "red and blue" : "1 green ";
        var expected =
            archive.tweets().stream()
                .filter(tweet -> tweet.content().text().startsWith(words))
                .map(tweet -> tweet.id().value())
                .sorted(Comparator.reverseOrder())
                .toList();
        assertEquals(expected, page(searcher, query), query + " -Dtrawl.seed=" + seed);
      }
    }
  }
}
