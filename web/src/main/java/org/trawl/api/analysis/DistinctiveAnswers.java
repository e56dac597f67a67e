package org.trawl.api.analysis;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.trawl.distinct.Distinctive;
import org.trawl.distinct.DistinctiveFinder;
import org.trawl.distinct.ValueKind;
import org.trawl.query.ParsedQuery;
import org.trawl.query.QueryParser;
import org.trawl.search.Deadline;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.TweetSearch;
import org.trawl.search.ValueText;

/// Answers what is peculiar about the tweets of a search, for programs and for the page.
///
/// Thread-safe.
public final class DistinctiveAnswers {
  private final TweetSearch searcher;
  private final DistinctiveFinder finder;

  public DistinctiveAnswers(TweetSearch searcher) {
    this.searcher = searcher;
    finder = new DistinctiveFinder(searcher);
  }

  /// What was found.
  ///
  /// @param background what the tweets were held against
  /// @param kinds what is peculiar, by kind
  public record Answer(ParsedQuery background, Map<ValueKind, Distinctive> kinds) {}

  /// @param asked without faults
  public Answer of(DistinctiveParameters asked) throws IOException, QueryRefused {
    var background = asked.background().isPresent() ? asked.background().get() : language(asked);
    var deadline = Deadline.in(asked.budget());
    var kinds = new EnumMap<ValueKind, Distinctive>(ValueKind.class);
    // Values of facets take next to no time, and are there if it runs out over words.
    for (var kind : asked.kinds().reversed()) {
      kinds.put(kind, finder.find(asked.request(kind, background, deadline.left())));
    }
    return new Answer(background, java.util.Collections.unmodifiableMap(kinds));
  }

  /// The language that most of the tweets have; every tweet if they have none.
  private ParsedQuery language(DistinctiveParameters asked) throws IOException, QueryRefused {
    var request = asked.search().request();
    var languages =
        searcher.facetValues(
            request.query(), request.selection(), Facet.LANGUAGE, ValueText.ANY, 2, asked.budget());
    return languages.counts().values().stream()
        .map(value -> value.value())
        .filter(value -> !value.equals(Facet.NONE))
        .findFirst()
        .map(code -> QueryParser.parse("lang:" + code))
        .orElseGet(() -> QueryParser.parse(""));
  }
}
