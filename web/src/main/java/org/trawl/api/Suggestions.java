package org.trawl.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.trawl.query.Operator;
import org.trawl.query.QueryAst;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchResult.FacetValue;
import org.trawl.search.TweetSearcher;

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

  private final TweetSearcher searcher;
  private final Map<Beginning, List<FacetValue>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Beginning, List<FacetValue>> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Beginning(Facet facet, String prefix) {}

  public Suggestions(TweetSearcher searcher) {
    this.searcher = searcher;
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
  /// @param count tweets that have it; 0 for an operator
  public record Suggestion(String kind, String text, String label, long count) {}

  /// Ends the last term of a query.
  public SuggestJson of(String text) throws IOException, QueryRefused {
    int start = termStart(text);
    var term = text.substring(start);
    return new SuggestJson(start, term.length(), endings(term));
  }

  private static int termStart(String text) {
    int start = text.length();
    while (start > 0
        && !Character.isWhitespace(text.charAt(start - 1))
        && text.charAt(start - 1) != '('
        && text.charAt(start - 1) != '|') {
      start--;
    }
    while (start < text.length() && "-!+".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return start;
  }

  private List<Suggestion> endings(String term) throws IOException, QueryRefused {
    if (term.isEmpty()) {
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
    all.addAll(languages(term, MOST_MIXED));
    return all;
  }

  private List<Suggestion> operatorValues(String name, String value)
      throws IOException, QueryRefused {
    var operator = operator(name);
    if (operator.isEmpty()) {
      return List.of();
    }
    var before = name + ":";
    return switch (operator.get()) {
      case FROM -> values(before, Facet.ACCOUNT, value, MOST);
      case TO, MENTION, RETWEETS_OF -> values(before, Facet.MENTION, value, MOST);
      case HASHTAG -> values(before, Facet.HASHTAG, value, MOST);
      case URL, DOMAIN -> values(before, Facet.DOMAIN, value, MOST);
      case CLIENT -> values(before, Facet.CLIENT, value, MOST);
      case OPERATION -> values(before, Facet.OPERATION, value, MOST);
      case IS -> values(before, Facet.KIND, value, MOST);
      case HAS -> features(before, value);
      case ACCOUNT_LANG -> values(before, Facet.ACCOUNT_LANGUAGE, value, MOST);
      case LANG -> languages(value, MOST);
      default -> List.of();
    };
  }

  private static Optional<Operator> operator(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(Operator.values())
        .filter(one -> one.key().equals(lower) || one.aliases().contains(lower))
        .findFirst();
  }

  private static List<Suggestion> features(String before, String prefix) {
    return Arrays.stream(QueryAst.Feature.values())
        .map(QueryAst.Feature::key)
        .filter(key -> key.startsWith(prefix.toLowerCase(Locale.ROOT)))
        .map(key -> new Suggestion("operator", before + key, key, 0))
        .toList();
  }

  /// Languages by their code or their English name.
  private List<Suggestion> languages(String prefix, int most) throws IOException, QueryRefused {
    return values(Facet.LANGUAGE, "").stream()
        .filter(
            value -> begins(value.value(), prefix) || begins(languageName(value.value()), prefix))
        .limit(most)
        .map(value ->
            new Suggestion(
                Facet.LANGUAGE.key(),
                "lang:" + value.value(),
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
            new Suggestion(
                facet.key(), before + quoted(value.label()), value.label(), value.count()))
        .toList();
  }

  private static String quoted(String value) {
    boolean plain =
        value.codePoints().noneMatch(c -> Character.isWhitespace(c) || "()|\":".indexOf(c) >= 0);
    return plain ? value : "\"" + value.replace("\"", "") + "\"";
  }

  private List<FacetValue> values(Facet facet, String prefix) throws IOException, QueryRefused {
    var beginning = new Beginning(facet, prefix.toLowerCase(Locale.ROOT));
    synchronized (known) {
      var remembered = known.get(beginning);
      if (remembered != null) {
        return remembered;
      }
    }
    int size = facet == Facet.LANGUAGE ? 200 : MOST + 1;
    var values =
        searcher
            .facetValues(new QueryAst.All(), Selection.NONE, facet, beginning.prefix, size)
            .values();
    synchronized (known) {
      known.put(beginning, values);
    }
    return values;
  }
}
