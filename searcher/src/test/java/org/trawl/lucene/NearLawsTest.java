package org.trawl.lucene;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.trawl.naive.NaiveMatcher;
import org.trawl.naive.NaiveSearch;
import org.trawl.query.QueryAst;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Collapse;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult.Hit;

/// Near-copies by the index and by the words of their definition, on archives of texts that differ
/// in a word here and there.
class NearLawsTest {
  private static final String[] WORDS = {
    "we", "love", "our", "country", "and", "its", "flag", "Россия", "выборы", "vote", "today",
    "#maga", "$5", "50%", "9/11", "e-mail", "D'Souza", "北京大学", "今日", "😀", "rt", "c++", "AT&T",
    "now"
  };
  private static final String[] ENDS = {
    "", " #maga", " #tcot #maga", " https://t.co/x", " @bob", " #maga https://t.co/y @ann_b", "!"
  };

  private final long seed = Long.getLong("trawl.seed", 2018);
  private final Random random = new Random(seed);

  private String word() {
    return WORDS[random.nextInt(WORDS.length)];
  }

  /// Texts of a few kinds, each changed a little again and again.
  private TestArchive archive(int tweets) {
    var kinds = new ArrayList<List<String>>();
    for (var i = 0; i < 6; i++) {
      var words = new ArrayList<String>();
      for (var size = i == 0 ? 1 : 2 + random.nextInt(16); size > 0; size--) {
        words.add(word());
      }
      kinds.add(words);
    }
    var archive = new TestArchive();
    for (var i = 0; i < tweets; i++) {
      var words = new ArrayList<>(kinds.get(random.nextInt(kinds.size())));
      for (var changes = random.nextInt(4); changes > 0; changes--) {
        var at = random.nextInt(words.size());
        switch (random.nextInt(3)) {
          case 0 -> words.set(at, word());
          case 1 -> words.add(at, word());
          default -> {
            if (words.size() > 1) {
              words.remove(at);
            }
          }
        }
      }
      var front = random.nextInt(5) == 0 ? "RT @bob: " : random.nextInt(5) == 0 ? "@ann " : "";
      var text = front + String.join(" ", words) + ENDS[random.nextInt(ENDS.length)];
      archive.add(TestArchive.row(1 + i, text).by("u" + random.nextInt(5)));
    }
    archive.add(TestArchive.row(tweets + 1, "https://t.co/z @bob"));
    archive.add(TestArchive.row(tweets + 2, "https://t.co/z"));
    return archive;
  }

  private List<Hit> hits(TweetSearcher searcher, QueryAst query) throws Exception {
    var found = new ArrayList<Hit>();
    searcher.export(query, Selection.NONE, Sort.OLDEST, found::add);
    return found;
  }

  private Set<Long> found(TweetSearcher searcher, QueryAst query) throws Exception {
    var ids = new TreeSet<Long>();
    hits(searcher, query).forEach(hit -> ids.add(hit.tweet().id().value()));
    return ids;
  }

  @Test
  void nearCopiesAreThoseOfTheDefinition() throws Exception {
    for (var round = 0; round < 3; round++) {
      var archive = archive(100);
      var matcher = new NaiveMatcher(archive.tweets(), TestArchive.FORMS, TestArchive.DETECTOR);
      try (var searcher = archive.open(1 + 2 * round)) {
        var message = "-Dtrawl.seed=" + seed + " round " + round;
        var near = new HashMap<Long, Set<Long>>();
        for (var tweet : archive.tweets()) {
          var query = new QueryAst.SimilarTo(List.of(tweet.id().value()));
          var expected = expected(archive, matcher, query);
          var text = message + ": " + tweet.content().text();
          assertEquals(expected, found(searcher, query), text);
          near.put(tweet.id().value(), expected);
          var pasted = new QueryAst.SimilarText(List.of(tweet.content().text()));
          assertEquals(expected(archive, matcher, pasted), found(searcher, pasted), text);
          assertTrue(
              expected.containsAll(
                  found(searcher, new QueryAst.CopiesOf(List.of(tweet.id().value())))),
              text);
        }
        near.forEach((id, others) -> {
          others.forEach(
              other -> assertTrue(requireNonNull(near.get(other)).contains(id), message));
        });
        for (var hit : hits(searcher, new QueryAst.All())) {
          var own = hit.tweet().id().value();
          assertEquals(requireNonNull(near.get(own)).size(), hit.similar(), message + ": " + own);
        }
        for (var least = 1; least < 30; least += 4) {
          var query = new QueryAst.Count(QueryAst.Metric.SIMILAR, least, least + 3);
          assertEquals(expected(archive, matcher, query), found(searcher, query), message);
        }
      }
    }
  }

  private static SearchRequest request(Sort sort, int size, Optional<String> after) {
    return new SearchRequest(
        new QueryAst.Not(new QueryAst.CopiesOf(List.of(1L))),
        Selection.NONE,
        new Page(sort, size, after, Collapse.SIMILAR),
        new Counting(Set.of(), 10, Optional.empty(), Duration.ofDays(1)));
  }

  @Test
  void oneHitStandsForEachChainOfNearCopies() throws Exception {
    var archive = archive(50);
    var naive = new NaiveSearch(archive.tweets(), TestArchive.FORMS, TestArchive.DETECTOR);
    try (var searcher = archive.open(3)) {
      for (var sort : Sort.values()) {
        var message = "-Dtrawl.seed=" + seed + " " + sort;
        var request = request(sort, 100, Optional.empty());
        var expected = naive.search(request).hits();
        var found = new ArrayList<Hit>();
        Optional<String> after = Optional.empty();
        do {
          var page = searcher.search(request(sort, 1 + random.nextInt(9), after)).page();
          found.addAll(page.hits());
          after = page.next();
        } while (after.isPresent());
        assertEquals(expected.size(), found.size(), message);
        if (sort != Sort.RELEVANCE) {
          assertEquals(ids(expected), ids(found), message);
          assertEquals(
              expected.stream().map(Hit::copies).toList(),
              found.stream().map(Hit::copies).toList(),
              message);
        }
      }
    }
  }

  private static List<Long> ids(List<Hit> hits) {
    return hits.stream().map(hit -> hit.tweet().id().value()).toList();
  }

  private static Set<Long> expected(TestArchive archive, NaiveMatcher matcher, QueryAst query) {
    var ids = new TreeSet<Long>();
    for (var tweet : archive.tweets()) {
      if (matcher.matches(query, tweet)) {
        ids.add(tweet.id().value());
      }
    }
    return ids;
  }
}
