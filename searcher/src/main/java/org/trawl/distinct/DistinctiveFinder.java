package org.trawl.distinct;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.trawl.query.QueryAst;
import org.trawl.query.TextPattern;
import org.trawl.query.TextPattern.Precision;
import org.trawl.search.Deadline;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchResult.FacetValue;
import org.trawl.search.SearchResult.FacetValues;
import org.trawl.search.SearchScope;
import org.trawl.search.TweetSearch;
import org.trawl.search.ValueText;

/// Finds what is over-represented among the tweets of a search.
///
/// Values of facets are counted exactly, the thousand most frequent of the search. Words and
/// phrases are looked for in a sample of its tweets and held against a sample of the background;
/// those that stand out there are counted exactly. So the counts are exact in any case, and where
/// the search has more tweets than the sample, it is said that a rare word may be missing.
///
/// Thread-safe.
public final class DistinctiveFinder {
  /// Tweets that are read for their words, of the search and of the background.
  static final int SAMPLE = 3_000;

  /// Words that are counted for one that is returned.
  private static final int CANDIDATES = 4;

  /// A word of fewer tweets of the sample is no candidate: chance alone makes many of them.
  private static final int LEAST = 3;

  /// Samples that are kept, of searches and of backgrounds: words and phrases are asked for
  /// together, and the whole archive is what most are held against.
  private static final int KEPT = 4;

  private final TweetSearch search;
  private final Map<Background, TextSample> samples = Collections.synchronizedMap(new Recent<>());
  private final Map<SearchScope, List<String>> texts = Collections.synchronizedMap(new Recent<>());

  /// What was asked for last.
  private static final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    Recent() {
      super(2 * KEPT, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > KEPT;
    }
  }

  private record Background(SearchScope scope, ValueKind kind) {}

  public DistinctiveFinder(TweetSearch search) {
    this.search = search;
  }

  /// A value and how many tweets have it: of the search, of the background, and of both.
  private record Counted(String value, String label, long own, long background, long both) {}

  /// What was counted.
  ///
  /// @param sampled as of [Distinctive]
  private record Found(List<Counted> values, long sampled, boolean partial) {}

  /// How many tweets the search has, the background, and both of them.
  private record Totals(long own, long background, long both, boolean partial) {}

  public Distinctive find(DistinctiveRequest request) throws IOException, QueryRefused {
    var deadline = Deadline.in(request.budget());
    var totals = totals(request, deadline);
    var found =
        request.kind().facet().isPresent()
            ? values(request, request.kind().facet().get(), deadline)
            : texts(request, totals, deadline);
    var scored = new ArrayList<Distinctive.Value>();
    for (var value : found.values) {
      long rest = totals.background - totals.both;
      long others = value.background - value.both;
      double score =
          isPossible(value, totals) ? LogLikelihood.of(value.own, totals.own, others, rest) : 0;
      if (score > 0) {
        double times =
            others == 0
                ? Double.POSITIVE_INFINITY
                : ((double) value.own / totals.own) / ((double) others / rest);
        scored.add(
            new Distinctive.Value(
                value.value, value.label, value.own, value.background, score, times));
      }
    }
    scored.sort(
        Comparator.comparingDouble(Distinctive.Value::score)
            .reversed()
            .thenComparing(Distinctive.Value::value));
    return new Distinctive(
        totals.own,
        totals.background,
        found.sampled,
        withoutParts(scored, request.kind()).stream().limit(request.size()).toList(),
        totals.partial || found.partial);
  }

  /// Counts that were cut short by time may contradict each other.
  private static boolean isPossible(Counted value, Totals totals) {
    long others = value.background - value.both;
    return value.own <= totals.own && others >= 0 && others <= totals.background - totals.both;
  }

  private Totals totals(DistinctiveRequest request, Deadline deadline)
      throws IOException, QueryRefused {
    var scopes = List.of(request.scope(), request.background(), both(request));
    var counts = search.totals(List.of(new QueryAst.All()), scopes, deadline.left());
    if (counts.isEmpty()) {
      return new Totals(0, 0, 0, true);
    }
    var one = counts.getFirst();
    return new Totals(one.get(0), one.get(1), one.get(2), false);
  }

  /// The tweets of the search that are of the background: as its facets and dates are chosen.
  private static SearchScope both(DistinctiveRequest request) {
    return new SearchScope(
        QueryAst.and(List.of(request.scope().query(), request.background().query())),
        request.scope().selection());
  }

  private Found values(DistinctiveRequest request, Facet facet, Deadline deadline)
      throws IOException, QueryRefused {
    var own = facet(request.scope(), facet, Counting.MAX_FACET_SIZE, deadline);
    var frequent =
        own.counts().values().stream().filter(value -> !value.value().equals(Facet.NONE)).toList();
    var background = chosen(request.background(), facet, frequent, deadline);
    var both =
        request.background().query() instanceof QueryAst.All
            ? counts(own)
            : counts(chosen(both(request), facet, frequent, deadline));
    var elsewhere = counts(background);
    var counted = new ArrayList<Counted>();
    for (var value : frequent) {
      counted.add(
          new Counted(
              value.value(),
              value.label(),
              value.count(),
              elsewhere.getOrDefault(value.value(), 0L),
              both.getOrDefault(value.value(), 0L)));
    }
    return new Found(counted, 0, own.partial() || background.partial());
  }

  private static Map<String, Long> counts(FacetValues found) {
    var counts = new HashMap<String, Long>();
    found.counts().values().forEach(value -> counts.put(value.value(), value.count()));
    return counts;
  }

  private FacetValues facet(SearchScope scope, Facet facet, int size, Deadline deadline)
      throws IOException, QueryRefused {
    return search.facetValues(
        scope.query(), scope.selection(), facet, ValueText.ANY, size, deadline.left());
  }

  /// How many tweets have these values: those that are chosen are counted whatever their count.
  private FacetValues chosen(
      SearchScope scope, Facet facet, List<FacetValue> values, Deadline deadline)
      throws IOException, QueryRefused {
    var selection = scope.selection();
    var filters = new HashMap<>(selection.filters());
    filters.put(facet, values.stream().map(FacetValue::value).toList());
    var chosen =
        new Selection(filters, selection.excludes(), selection.since(), selection.until())
            .within(selection.within());
    return facet(new SearchScope(scope.query(), chosen), facet, 1, deadline);
  }

  private Found texts(DistinctiveRequest request, Totals totals, Deadline deadline)
      throws IOException, QueryRefused {
    TextSample own;
    TextSample others;
    try {
      own = sample(request.scope(), request.kind(), deadline);
      others = background(request, deadline);
    } catch (Deadline.Over e) {
      return new Found(List.of(), 0, true);
    }
    var candidates = candidates(own, others, request.size() * CANDIDATES);
    var words = new LinkedHashMap<String, QueryAst>();
    for (var folded : candidates) {
      var written = own.written(folded);
      words.putIfAbsent(written, query(written, request.kind()));
    }
    var scopes = List.of(request.scope(), request.background(), both(request));
    var counts = search.totals(List.copyOf(words.values()), scopes, deadline.left());
    var counted = new ArrayList<Counted>();
    var known = new HashSet<List<Object>>();
    int i = 0;
    for (var word : words.keySet()) {
      if (i == counts.size()) {
        break;
      }
      var count = counts.get(i++);
      // Forms of one word have the same tweets; the first is the one that stands out most.
      var form = List.<Object>of(count.get(1), count.get(2), initial(word));
      if (request.kind() != ValueKind.WORD || count.get(1) == 0 || known.add(form)) {
        counted.add(new Counted(word, word, count.get(0), count.get(1), count.get(2)));
      }
    }
    return new Found(
        counted, totals.own > own.tweets() ? own.tweets() : 0, counts.size() < words.size());
  }

  private static String initial(String word) {
    return word.substring(0, word.offsetByCodePoints(0, 1)).toLowerCase(Locale.ROOT);
  }

  private TextSample background(DistinctiveRequest request, Deadline deadline)
      throws IOException, QueryRefused {
    var background = new Background(request.background(), request.kind());
    var known = samples.get(background);
    if (known != null) {
      return known;
    }
    var sample = sample(request.background(), request.kind(), deadline);
    sample.keepCounts();
    samples.put(background, sample);
    return sample;
  }

  private TextSample sample(SearchScope scope, ValueKind kind, Deadline deadline)
      throws IOException, QueryRefused {
    var sample = new TextSample(kind);
    for (var text : texts(scope, deadline)) {
      sample.add(text);
    }
    return sample;
  }

  private List<String> texts(SearchScope scope, Deadline deadline)
      throws IOException, QueryRefused {
    var known = texts.get(scope);
    if (known != null) {
      return known;
    }
    var read = new ArrayList<String>();
    search.sample(
        scope,
        SAMPLE,
        hit -> {
          deadline.check();
          read.add(hit.tweet().content().text());
        });
    texts.put(scope, read);
    return read;
  }

  /// The terms that stand out most, by the samples.
  private static List<String> candidates(TextSample own, TextSample others, int most) {
    record Candidate(String term, double score) {}
    var candidates = new ArrayList<Candidate>();
    int least = own.tweets() < SAMPLE ? 1 : LEAST;
    for (var term : own.terms()) {
      int count = own.count(term);
      if (count >= least) {
        double score = LogLikelihood.of(count, own.tweets(), others.count(term), others.tweets());
        if (score > 0) {
          candidates.add(new Candidate(term, score));
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::term));
    return candidates.stream().limit(most).map(Candidate::term).toList();
  }

  /// The search that finds a value of a text.
  public static QueryAst query(String value, ValueKind kind) {
    TextPattern pattern =
        kind == ValueKind.WORD
            ? new TextPattern.Word(value, Precision.FORMS)
            : new TextPattern.Phrase(
                List.of(value.split(" ")).stream()
                    .<TextPattern>map(word -> new TextPattern.Word(word, Precision.FOLDED))
                    .toList());
    return new QueryAst.Text(QueryAst.TextField.TWEET, pattern);
  }

  /// A phrase of which a longer one has just the same tweets is left out.
  private static List<Distinctive.Value> withoutParts(
      List<Distinctive.Value> values, ValueKind kind) {
    if (kind != ValueKind.PHRASE) {
      return values;
    }
    Set<Distinctive.Value> parts = new HashSet<>();
    for (var one : values) {
      for (var other : values) {
        if (other.value().length() > one.value().length()
            && other.count() == one.count()
            && (" " + other.value() + " ").contains(" " + one.value() + " ")) {
          parts.add(one);
        }
      }
    }
    return values.stream().filter(value -> !parts.contains(value)).toList();
  }
}
