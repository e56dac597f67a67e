package org.trawl.api;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trawl.api.Problem.Spot;
import org.trawl.explain.Reading;
import org.trawl.query.Place;
import org.trawl.query.QueryAst;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult;
import org.trawl.search.TweetSearcher;

/// Which part of a query leaves nothing over: the first one that nothing fits together with the
/// parts before it.
///
/// @param clause the part as typed
/// @param detail the same in words
/// @param spot where it stands in the query
/// @param without tweets found without it
public record EmptyAnswer(String clause, String detail, Spot spot, long without) {
  /// Queries with more parts than this are long lists, where one part says nothing.
  private static final int MOST_CLAUSES = 20;

  public EmptyAnswer {
    requireNonNull(clause, "clause");
    requireNonNull(detail, "detail");
    requireNonNull(spot, "spot");
  }

  /// Looks for it with searches that only count.
  ///
  /// @param search one that found nothing
  /// @return empty if the query is a single part, or what was clicked beside it is to blame
  public static Optional<EmptyAnswer> of(TweetSearcher searcher, SearchParameters search)
      throws IOException, QueryRefused {
    var clauses = search.query().clauses();
    if (clauses.size() < 2 || clauses.size() > MOST_CLAUSES) {
      return Optional.empty();
    }
    var budget = search.request().counting().budget().dividedBy(2L * clauses.size());
    for (int i = 0; i < clauses.size(); i++) {
      var found = count(searcher, search, clauses.subList(0, i + 1), budget);
      if (found.partial()) {
        return Optional.empty();
      }
      if (found.total() == 0) {
        var others = new ArrayList<>(clauses);
        var guilty = others.remove(i);
        var without = count(searcher, search, others, budget);
        return search
            .query()
            .places()
            .of(guilty)
            .filter(at -> !without.partial())
            .map(at -> of(search.query().text(), at, guilty, without.total()));
      }
    }
    return Optional.empty();
  }

  private static EmptyAnswer of(String text, Place place, QueryAst clause, long without) {
    return new EmptyAnswer(
        place.of(text), Reading.of(clause), new Spot(place.offset(), place.length()), without);
  }

  private static SearchResult count(
      TweetSearcher searcher, SearchParameters search, List<QueryAst> clauses, Duration budget)
      throws IOException, QueryRefused {
    var selection = search.request().selection();
    return searcher.search(counting(QueryAst.and(clauses), selection, budget));
  }

  /// A search that asks for the total alone.
  static SearchRequest counting(QueryAst query, Selection selection, Duration budget) {
    return new SearchRequest(
        query,
        selection,
        new Page(Sort.NEWEST, 0, Optional.empty(), false),
        new Counting(Set.of(), 1, Optional.empty(), budget));
  }
}
