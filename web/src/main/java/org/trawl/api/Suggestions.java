package org.trawl.api;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.trawl.query.Operator;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryParser;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchResult.FacetValue;
import org.trawl.search.TweetSearch;
import org.trawl.search.ValueText;
import org.trawl.tweet.Hashtag;

/// Ends what someone is typing: operators, and the handles, hashtags, hosts, languages and other
/// values that the archive has, the most frequent first. Thread-safe.
public final class Suggestions {
  public static final int MAX_TEXT = 4_000;

  /// Most endings of one kind.
  private static final int MOST = 8;

  /// Most endings of one kind where several kinds fit.
  private static final int MOST_MIXED = 4;

  /// Endings that are remembered: the archive does not change, and counting it takes time.
  private static final int REMEMBERED = 2_000;

  private static final List<String> FEATURES =
      Arrays.stream(QueryAst.Feature.values()).map(QueryAst.Feature::key).toList();

  private static final List<String> FILTERS =
      List.of("retweets", "replies", "quote", "links", "media", "images", "videos", "hashtags");

  private final TweetSearch searcher;
  private final Map<Beginning, List<FacetValue>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Beginning, List<FacetValue>> eldest) {
          return size() > REMEMBERED;
        }
      };

  private final Map<String, Long> totals = new HashMap<>();
  private final Duration budget;

  private record Beginning(Facet facet, String prefix) {}

  /// @param budget how long counting one ending may take
  public Suggestions(TweetSearch searcher, Duration budget) {
    this.searcher = searcher;
    this.budget = budget;
  }

  /// What may stand instead of the last, unfinished term of a query.
  ///
  /// @param position where that term begins, in UTF-16 units
  /// @param length of that term
  public record SuggestJson(int position, int length, List<Suggestion> suggestions) {}

  /// One ending.
  ///
  /// @param kind `operator`, or the facet whose value it is
  /// @param text the whole term
  /// @param label what it stands for
  /// @param count tweets that have it; 0 for an operator without its value
  public record Suggestion(String kind, String text, String label, long count) {
    private Suggestion without(String before) {
      return new Suggestion(kind, text.substring(before.length()), label, count);
    }
  }

  /// Ends the last term of a query.
  public SuggestJson of(String text) throws IOException, QueryRefused {
    var last = LastTerm.of(text);
    var term = text.substring(last.start());
    var endings =
        last.operator().isEmpty()
            ? endings(term)
            : operatorValues(last.operator(), term).stream()
                .map(ending -> ending.without(last.operator() + ":"))
                .toList();
    return new SuggestJson(last.start(), term.length(), endings);
  }

  private List<Suggestion> endings(String term) throws IOException, QueryRefused {
    if (term.isEmpty() || term.startsWith("\"")) {
      return List.of();
    }
    if (term.startsWith("#")) {
      return values("#", Facet.HASHTAG, term.substring(1), MOST);
    }
    if (term.startsWith("@")) {
      return values("@", Facet.MENTION, term.substring(1), MOST);
    }
    int colon = term.indexOf(':');
    return colon > 0
        ? operatorValues(term.substring(0, colon), term.substring(colon + 1))
        : mixed(term);
  }

  private List<Suggestion> mixed(String term) throws IOException, QueryRefused {
    var all = new ArrayList<Suggestion>();
    var lower = term.toLowerCase(Locale.ROOT);
    Arrays.stream(Operator.values())
        .map(Operator::key)
        .filter(key -> key.startsWith(lower))
        .limit(MOST)
        .forEach(key -> all.add(new Suggestion("operator", key + ":", key, 0)));
    all.addAll(values("#", Facet.HASHTAG, term, MOST_MIXED));
    all.addAll(values("from:", Facet.ACCOUNT, term, MOST_MIXED));
    all.addAll(values("domain:", Facet.DOMAIN, term, MOST_MIXED));
    all.addAll(languages(Facet.LANGUAGE, "lang:", term, MOST_MIXED));
    return all;
  }

  private List<Suggestion> operatorValues(String name, String typed)
      throws IOException, QueryRefused {
    var operator = operator(name);
    if (operator.isEmpty()) {
      return List.of();
    }
    var before = name + ":";
    return values(operator.get(), before, typed.startsWith("\"") ? typed.substring(1) : typed);
  }

  private List<Suggestion> values(Operator operator, String before, String value)
      throws IOException, QueryRefused {
    return switch (operator) {
      case HAS -> counted(before, value, FEATURES);
      case FILTER, EXCLUDE -> counted(before, value, FILTERS);
      case LANG -> languages(Facet.LANGUAGE, before, value, MOST);
      case DETECTED -> languages(Facet.DETECTED, before, value, MOST);
      default -> {
        var facet = Facet.of(operator);
        yield facet.isPresent() ? values(before, facet.get(), value, MOST) : List.of();
      }
    };
  }

  private static Optional<Operator> operator(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(Operator.values())
        .filter(one -> one.key().equals(lower) || one.aliases().contains(lower))
        .findFirst();
  }

  /// Values of an operator that no facet has, in their own order.
  private List<Suggestion> counted(String before, String prefix, List<String> values)
      throws IOException, QueryRefused {
    var fitting = new ArrayList<Suggestion>();
    for (var value : values) {
      if (begins(value, prefix) && fitting.size() < MOST) {
        fitting.add(new Suggestion("operator", before + value, value, total(before + value)));
      }
    }
    return fitting;
  }

  private long total(String query) throws IOException, QueryRefused {
    synchronized (totals) {
      var known = totals.get(query);
      if (known != null) {
        return known;
      }
    }
    var ast = QueryParser.parse(query).ast();
    var found = searcher.search(SearchRequest.counting(ast, Selection.NONE, budget));
    if (!found.partial()) {
      synchronized (totals) {
        totals.put(query, found.total());
      }
    }
    return found.total();
  }

  /// Languages by their code or their English name.
  private List<Suggestion> languages(Facet facet, String before, String prefix, int most)
      throws IOException, QueryRefused {
    return values(facet, "").stream()
        .filter(
            value -> begins(value.value(), prefix) || begins(languageName(value.value()), prefix))
        .limit(most)
        .map(value ->
            new Suggestion(
                Facet.LANGUAGE.key(),
                before + value.value(),
                languageName(value.value()),
                value.count()))
        .toList();
  }

  private static boolean begins(String text, String prefix) {
    return text.regionMatches(true, 0, prefix, 0, prefix.length());
  }

  private static String languageName(String code) {
    return code.equals("und") ? "no language" : Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
  }

  private List<Suggestion> values(String before, Facet facet, String prefix, int most)
      throws IOException, QueryRefused {
    return values(facet, prefix).stream()
        .filter(value -> !value.value().equals(Facet.NONE))
        .limit(most)
        .map(value ->
            new Suggestion(facet.key(), term(before, value.label()), value.label(), value.count()))
        .toList();
  }

  /// What a value is asked for with. Not all that the archive calls a hashtag can stand behind `#`.
  private static String term(String before, String value) {
    return before.equals("#") && !Hashtag.isWhole(value)
        ? "hashtag:" + quoted(value)
        : before + quoted(value);
  }

  private static String quoted(String value) {
    boolean plain =
        value.codePoints().noneMatch(c -> Character.isWhitespace(c) || "()|\":".indexOf(c) >= 0);
    return plain ? value : "\"" + value.replace("\"", "") + "\"";
  }

  private List<FacetValue> values(Facet facet, String prefix) throws IOException, QueryRefused {
    var beginning =
        new Beginning(
            facet, facet == Facet.HASHTAG ? Hashtag.key(prefix) : prefix.toLowerCase(Locale.ROOT));
    synchronized (known) {
      var remembered = known.get(beginning);
      if (remembered != null) {
        return remembered;
      }
    }
    int size = facet == Facet.LANGUAGE || facet == Facet.DETECTED ? 200 : MOST + 1;
    var text = ValueText.beginning(beginning.prefix);
    var found = searcher.facetValues(new QueryAst.All(), Selection.NONE, facet, text, size, budget);
    var values = found.counts().values();
    if (!found.partial()) {
      synchronized (known) {
        known.put(beginning, values);
      }
    }
    return values;
  }
}
