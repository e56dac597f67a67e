package org.trawl.bench;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/// A question as Lucene's queries.
///
/// @param base what does not come from facets
/// @param byFacet what each facet's choices ask for
/// @param sort null for relevance
record BaselineQuery(Query base, Map<String, Query> byFacet, @Nullable Sort sort) {
  BaselineQuery {
    requireNonNull(base, "base");
    byFacet = Map.copyOf(byFacet);
  }

  static BaselineQuery of(Parameters asked, Analyzer analyzer, FacetsConfig config)
      throws IOException {
    var text = asked.one("q").orElse("");
    return new BaselineQuery(
        base(asked, text, analyzer), byFacet(asked, config), sort(asked, text.isEmpty()));
  }

  /// Facets that something was chosen of.
  Set<String> chosen() {
    return byFacet.keySet();
  }

  /// All of it.
  Query whole() {
    return without("");
  }

  /// All but one facet's choices.
  Query without(String facet) {
    if (byFacet.isEmpty() || byFacet.keySet().equals(Set.of(facet))) {
      return base;
    }
    var query = new BooleanQuery.Builder().add(base, Occur.MUST);
    byFacet.forEach((name, choice) -> {
      if (!name.equals(facet)) {
        query.add(choice, Occur.FILTER);
      }
    });
    return query.build();
  }

  private static Query base(Parameters asked, String text, Analyzer analyzer) throws IOException {
    var words = words(text, analyzer);
    var since = asked.one("since").map(BaselineQuery::start).orElse(Long.MIN_VALUE);
    var until = asked.one("until").map(BaselineQuery::start).orElse(Long.MAX_VALUE);
    var least = asked.one("least");
    if (since == Long.MIN_VALUE && until == Long.MAX_VALUE && least.isEmpty()) {
      return words;
    }
    var query = new BooleanQuery.Builder().add(words, Occur.MUST);
    if (since != Long.MIN_VALUE || until != Long.MAX_VALUE) {
      query.add(
          LongField.newRangeQuery(BaselineDocuments.TIME, since, Math.max(until - 1, since)),
          Occur.FILTER);
    }
    if (least.isPresent()) {
      var parts = least.get().split(":");
      query.add(
          LongField.newRangeQuery(parts[0], Long.parseLong(parts[1]), Long.MAX_VALUE),
          Occur.FILTER);
    }
    return query.build();
  }

  private static Query words(String text, Analyzer analyzer) throws IOException {
    if (text.isEmpty()) {
      return MatchAllDocsQuery.INSTANCE;
    }
    var parser = new QueryParser(BaselineDocuments.TEXT, analyzer);
    parser.setDefaultOperator(QueryParser.Operator.AND);
    try {
      return parser.parse(text);
    } catch (ParseException e) {
      throw new IOException("the baseline cannot read the query " + text, e);
    }
  }

  private static long start(String day) {
    return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  private static Map<String, Query> byFacet(Parameters asked, FacetsConfig config) {
    var queries = new LinkedHashMap<String, BooleanQuery.Builder>();
    for (var filter : asked.all("filter")) {
      add(filter, Occur.SHOULD, config, queries);
    }
    // Exclusions alone exclude from everything.
    for (var exclude : asked.all("exclude")) {
      var facet = facet(exclude);
      if (!queries.containsKey(facet)) {
        queries.put(facet, new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.MUST));
      }
      add(exclude, Occur.MUST_NOT, config, queries);
    }
    var built = new LinkedHashMap<String, Query>();
    queries.forEach((facet, query) -> built.put(facet, query.build()));
    return built;
  }

  private static void add(
      String choice, Occur occur, FacetsConfig config, Map<String, BooleanQuery.Builder> queries) {
    var facet = facet(choice);
    var field = config.getDimConfig(facet).indexFieldName;
    var term = DrillDownQuery.term(field, facet, choice.substring(facet.length() + 1));
    queries
        .computeIfAbsent(facet, key -> new BooleanQuery.Builder())
        .add(new TermQuery(term), occur);
  }

  private static String facet(String choice) {
    return choice.substring(0, choice.indexOf(':'));
  }

  private static @Nullable Sort sort(Parameters asked, boolean noWords) {
    var wanted = asked.one("sort").orElse(noWords ? "newest" : "relevance");
    return switch (wanted) {
      case "relevance" -> null;
      case "newest" -> by(BaselineDocuments.TIME, true);
      case "oldest" -> by(BaselineDocuments.TIME, false);
      case "likes" -> by(BaselineDocuments.LIKES, true);
      case "retweets" -> by(BaselineDocuments.RETWEETS, true);
      default -> throw new IllegalArgumentException("no such sort: " + wanted);
    };
  }

  /// Ties are broken by id, in the same direction.
  private static Sort by(String field, boolean descending) {
    var type = descending ? SortedNumericSelector.Type.MAX : SortedNumericSelector.Type.MIN;
    return new Sort(
        LongField.newSortField(field, descending, type),
        LongField.newSortField(BaselineDocuments.ID, descending, type));
  }
}
