package org.trawl.naive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.trawl.detect.LanguageDetector;
import org.trawl.grammar.WordForms;
import org.trawl.query.QueryAst;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.TweetSearch;

/// Near-copies in an index of a real archive, by the index and by comparing texts with all others
/// by the words of the definition: `-Dtrawl.near.index=DIR`, and `-Dtrawl.near.texts=N` for how
/// many.
@EnabledIfSystemProperty(named = "trawl.near.index", matches = ".+")
final class NearSampleTest {
  /// Words as numbers, each shingle one of its own: no hash stands for anything.
  private final HashMap<String, Integer> numbers = new HashMap<>();

  private int[] shingles(String copyText) {
    var words = copyText.split(" ");
    if (words.length < 4) {
      return new int[0];
    }
    var shingles = new TreeSet<Integer>();
    for (int i = 0; i < words.length; i++) {
      shingles.add(number(words[i]));
      if (i > 0) {
        shingles.add(number(words[i - 1] + " " + words[i]));
      }
    }
    return shingles.stream().mapToInt(Integer::intValue).toArray();
  }

  private int number(String shingle) {
    return numbers.computeIfAbsent(shingle, _ -> numbers.size());
  }

  @SuppressWarnings("ArrayRecordComponent") // Read in loops; never compared.
  private record Text(long id, String words, int[] shingles) {
    boolean isNear(Text other) {
      if (words.isEmpty() || other.words.isEmpty()) {
        return id == other.id;
      }
      int shared = 0;
      for (int i = 0, j = 0; i < shingles.length && j < other.shingles.length; ) {
        int order = Integer.compare(shingles[i], other.shingles[j]);
        shared += order == 0 ? 1 : 0;
        i += order <= 0 ? 1 : 0;
        j += order >= 0 ? 1 : 0;
      }
      return words.equals(other.words)
          || (shared > 0 && 10 * shared >= 7 * (shingles.length + other.shingles.length - shared));
    }
  }

  @Test
  void similarToFindsWhatComparingWithAllTextsFinds(TestReporter reporter) throws Exception {
    var random = new Random(Long.getLong("trawl.seed", 2018));
    var matcher = new NaiveMatcher(List.of(), WordForms.load(), LanguageDetector.load());
    try (var searcher = TweetSearch.open(Path.of(System.getProperty("trawl.near.index")))) {
      var texts = new ArrayList<Text>();
      searcher.export(
          new QueryAst.All(),
          Selection.NONE,
          Sort.OLDEST,
          hit -> {
            var words = matcher.copyText(hit.tweet());
            texts.add(new Text(hit.tweet().id().value(), words, shingles(words)));
          });
      var chosen = new ArrayList<Text>();
      // Half of them have near-copies of another text, which few tweets have.
      var similar = new QueryAst.Count(QueryAst.Metric.SIMILAR, 2, Long.MAX_VALUE);
      var alike = new TreeSet<Long>();
      searcher.export(
          similar,
          Selection.NONE,
          Sort.OLDEST,
          hit -> {
            if (hit.similar() > hit.copies().tweets()) {
              alike.add(hit.tweet().id().value());
            }
          });
      var among = texts.stream().filter(text -> alike.contains(text.id)).toList();
      int wanted = Integer.getInteger("trawl.near.texts", 1_000);
      for (int i = 0; i < wanted; i++) {
        var from = i % 2 == 0 || among.isEmpty() ? texts : among;
        chosen.add(from.get(random.nextInt(from.size())));
      }
      long[] counts = new long[3];
      for (var text : chosen) {
        var expected = new TreeSet<Long>();
        texts.stream().filter(text::isNear).forEach(other -> expected.add(other.id));
        var found = new TreeSet<Long>();
        searcher.export(
            new QueryAst.SimilarTo(List.of(text.id)),
            Selection.NONE,
            Sort.OLDEST,
            hit -> found.add(hit.tweet().id().value()));
        counts[0] += expected.size();
        counts[1] += found.stream().filter(expected::contains).count();
        counts[2] += found.size();
        assertEquals(expected, found, () -> text.id + ": " + text.words);
      }
      reporter.publishEntry(
          "texts, near-copies, found among them, found: ",
          chosen.size() + ", " + Arrays.toString(counts));
    }
  }
}
