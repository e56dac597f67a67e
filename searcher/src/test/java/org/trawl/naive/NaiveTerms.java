package org.trawl.naive;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ToIntBiFunction;
import org.trawl.advice.Counts;
import org.trawl.advice.NameKind;
import org.trawl.advice.NearTerms;
import org.trawl.language.Folding;
import org.trawl.query.QueryAst;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.tweet.Tweet;

/// Looks for near words and names among all of them.
record NaiveTerms(List<Tweet> tweets, NaiveMatcher matcher) implements NearTerms {
  private static final int MOST = 3;

  @Override
  public List<String> ofWord(String word, long own) {
    var counts = new HashMap<String, Long>();
    for (var tweet : tweets) {
      matcher.occurrences(tweet.content().text()).stream()
          .map(NaiveMatcher.Occurrence::folded)
          .distinct()
          .forEach(folded -> counts.merge(folded, 1L, Long::sum));
    }
    counts.values().removeIf(count -> count <= own);
    return near(Folding.fold(word), counts);
  }

  @Override
  public List<String> ofName(NameKind kind, String name) {
    var counts = new HashMap<String, Long>();
    for (var tweet : tweets) {
      for (var own : names(kind, tweet)) {
        counts.merge(own.toLowerCase(Locale.ROOT), 1L, Long::sum);
      }
    }
    var typed = name.toLowerCase(Locale.ROOT);
    return counts.containsKey(typed) ? List.of() : near(typed, counts);
  }

  private static List<String> names(NameKind kind, Tweet tweet) {
    var references = tweet.references();
    return switch (kind) {
      case ACCOUNT -> List.of(tweet.account().screenName());
      case REPLIED_TO -> List.of(references.inReplyToHandle());
      case MENTIONED -> tweet.content().mentions();
      case RETWEETED -> List.of(references.retweetedHandle());
      case HASHTAG -> tweet.content().hashtags();
      case HOST -> NaiveFacets.hosts(tweet);
      case OPERATION -> List.of(tweet.source().operation());
    };
  }

  private static List<String> near(String typed, Map<String, Long> counts) {
    return counts.entrySet().stream()
        .filter(entry -> NaiveMatcher.distance(typed, entry.getKey()) == 1)
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Counts parts of a query, and never runs out of time.
  record Parts(ToIntBiFunction<QueryAst, Selection> count) implements Counts {
    @Override
    public OptionalLong count(List<QueryAst> clauses, Selection within) {
      return OptionalLong.of(count.applyAsInt(QueryAst.and(clauses), within));
    }

    @Override
    public boolean cut() {
      return false;
    }
  }
}
