package org.trawl.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.trawl.index.PublishedIndex;
import org.trawl.query.QueryParser;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult.FacetValue;
import org.trawl.search.TweetSearch;

/// Judges the order of hits by relevance.
///
/// *Known items* are tweets that are looked for by two or three of their rarest words; found is the
/// tweet or one of the same text. *First hits* are those of frequent words: whether they are in the
/// languages that all hits are in, and how many texts, accounts and originals are among them.
final class RankingBenchmark {
  private static final int TEN = 10;
  private static final int TWENTY = 20;

  /// A word of so many tweets tells a tweet only together with others.
  private static final int SHARED_WORD = 20;

  private final Path index;
  private final int items;
  private final int words;

  RankingBenchmark(Path index, int items, int words) {
    this.index = index;
    this.items = items;
    this.words = words;
  }

  /// How high the tweets that were looked for stand.
  ///
  /// @param meanReciprocalRank of the first ten; 0 for a tweet that is not among them
  /// @param found share of the tweets that are among the first ten
  record Found(String items, int count, double meanReciprocalRank, double found) {}

  /// The first hits of one word.
  ///
  /// @param main the language of most hits
  /// @param share of all hits that are in it
  /// @param firstShare of the first twenty
  /// @param texts different ones among the first ten
  /// @param originals no retweets among the first ten
  /// @param reactions likes and retweets, the median of the first ten
  record FirstHits(
      String word,
      long total,
      String main,
      double share,
      double firstShare,
      int texts,
      int accounts,
      int originals,
      double reactions) {
    /// Whether the hits' main language has two thirds of its share.
    boolean inLanguage() {
      return firstShare >= share * 2 / 3;
    }
  }

  /// How one program ranks.
  record Judged(String program, List<Found> known, List<FirstHits> first) {}

  record Result(long tweets, List<Judged> programs) implements Section {
    @Override
    public String name() {
      return "ranking";
    }

    @Override
    public String markdown() {
      var text = new StringBuilder();
      text.append("| known items | tweets | program | mean reciprocal rank | in the first ten |\n");
      text.append("|---|--:|---|--:|--:|\n");
      for (var i = 0; i < programs.getFirst().known.size(); i++) {
        for (var program : programs) {
          var found = program.known.get(i);
          text.append(
              "| %s | %d | %s | %.3f | %.1f %% |\n"
                  .formatted(
                      found.items,
                      found.count,
                      program.program,
                      found.meanReciprocalRank,
                      100 * found.found));
        }
      }
      text.append(
          "\n| first hits of %d frequent words | words in the hits' main language | texts in ten |"
              .formatted(programs.getFirst().first.size()));
      text.append(" accounts | originals | median reactions |\n|---|--:|--:|--:|--:|--:|\n");
      for (var program : programs) {
        text.append(
            "| %s | %d | %.1f | %.1f | %.1f | %.0f |\n"
                .formatted(
                    program.program,
                    program.first.stream().filter(FirstHits::inLanguage).count(),
                    mean(program, FirstHits::texts),
                    mean(program, FirstHits::accounts),
                    mean(program, FirstHits::originals),
                    median(program.first, FirstHits::reactions)));
      }
      programs.forEach(program -> text.append(words(program)));
      return text.toString();
    }

    private static double mean(Judged program, ToIntFunction<FirstHits> what) {
      return program.first.stream().mapToInt(what).average().orElse(0);
    }

    private static String words(Judged program) {
      var text = new StringBuilder();
      text.append(
          "\n| %s | tweets | main language | of all | of the first twenty | texts in ten | accounts |"
              .formatted(program.program));
      text.append(" originals | median reactions |\n|---|--:|---|--:|--:|--:|--:|--:|--:|\n");
      for (var first : program.first) {
        text.append(
            "| `%s` | %,d | %s | %.0f %% | %.0f %%%s | %d | %d | %d | %.0f |\n"
                .formatted(
                    first.word,
                    first.total,
                    first.main,
                    100 * first.share,
                    100 * first.firstShare,
                    first.inLanguage() ? "" : " ✗",
                    first.texts,
                    first.accounts,
                    first.originals,
                    first.reactions));
      }
      return text.toString();
    }
  }

  Result run() throws IOException {
    try (var opened = PublishedIndex.open(index);
        var searcher = TweetSearch.open(index)) {
      var tweets = new TweetReader(opened);
      var chosen = new JudgedWords(opened, tweets);
      var rarest = chosen.items(items, 1);
      var shared = chosen.items(items, SHARED_WORD);
      var frequent = chosen.frequent(words);
      var programs = new ArrayList<Judged>();
      for (var ranker : List.of(new Ranker.Trawl(searcher), new Ranker.PlainBm25(opened, tweets))) {
        var known =
            List.of(
                found(ranker, "rarest words", rarest),
                found(ranker, "rarest of %d tweets or more".formatted(SHARED_WORD), shared));
        var first = new ArrayList<FirstHits>();
        for (var word : frequent) {
          first.add(firstHits(ranker, word, searcher));
        }
        programs.add(new Judged(name(ranker), known, first));
      }
      return new Result(opened.manifest().tweets(), programs);
    }
  }

  private static String name(Ranker ranker) {
    return switch (ranker) {
      case Ranker.Trawl _ -> "Trawl";
      case Ranker.PlainBm25 _ -> "plain BM25";
    };
  }

  private static Found found(Ranker ranker, String what, List<JudgedWords.Item> items)
      throws IOException {
    var sum = 0.0;
    var found = 0;
    for (var item : items) {
      var rank = rank(ranker.first(item.words(), TEN), item.tweet());
      if (rank > 0) {
        sum += 1.0 / rank;
        found++;
      }
    }
    var count = Math.max(1, items.size());
    return new Found(what, items.size(), sum / count, (double) found / count);
  }

  /// Where a tweet or one of the same text stands, from 1; 0 if it does not.
  private static int rank(List<RankedHit> hits, RankedHit wanted) {
    for (var i = 0; i < hits.size(); i++) {
      if (hits.get(i).id() == wanted.id() || hits.get(i).text().equals(wanted.text())) {
        return i + 1;
      }
    }
    return 0;
  }

  private static FirstHits firstHits(Ranker ranker, String word, TweetSearch searcher)
      throws IOException {
    var hits = ranker.first(word, TWENTY);
    var ten = hits.subList(0, Math.min(TEN, hits.size()));
    var languages = languages(word, searcher);
    var total = languages.stream().mapToLong(FacetValue::count).sum();
    var main = languages.getFirst();
    var inMain = hits.stream().filter(hit -> hit.language().equals(main.value())).count();
    return new FirstHits(
        word,
        total,
        main.value(),
        (double) main.count() / total,
        (double) inMain / Math.max(1, hits.size()),
        distinct(ten, RankedHit::text),
        distinct(ten, RankedHit::account),
        (int) ten.stream().filter(RankedHit::original).count(),
        median(ten, RankedHit::reactions));
  }

  /// The languages of all hits, the one of most first.
  private static List<FacetValue> languages(String word, TweetSearch searcher) throws IOException {
    var none = new Page(Sort.NEWEST, 0, Optional.empty(), false);
    var counting =
        new Counting(
            EnumSet.of(Facet.LANGUAGE),
            Counting.MAX_FACET_SIZE,
            Optional.empty(),
            Duration.ofMinutes(1));
    try {
      var query = QueryParser.parse(word).ast();
      var found = searcher.search(new SearchRequest(query, Selection.NONE, none, counting));
      return found.counts().facets().values().iterator().next().values();
    } catch (QueryRefused e) {
      throw new IllegalStateException("a plain word is never refused: " + word, e);
    }
  }

  private static int distinct(List<RankedHit> hits, Function<RankedHit, Object> what) {
    return (int) hits.stream().map(what).distinct().count();
  }

  private static <T> double median(List<T> all, Function<T, ? extends Number> what) {
    var sorted = all.stream().mapToDouble(one -> what.apply(one).doubleValue()).sorted().toArray();
    if (sorted.length == 0) {
      return 0;
    }
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
