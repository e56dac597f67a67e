package org.trawl.page;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trawl.api.AlsoWritten;
import org.trawl.query.QueryParser;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchResult;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.TweetSearch;
import org.trawl.search.ValueText;
import org.trawl.tweet.Tweet;

/// Makes the pages of a search: results, and all values of a facet.
final class SearchPages {
  /// Values of a facet that are listed at once.
  static final int VALUES = 100;

  private final TweetSearch searcher;
  private final Duration budget;

  /// @param budget how long a search may take
  SearchPages(TweetSearch searcher, Duration budget) {
    this.searcher = searcher;
    this.budget = budget;
  }

  /// Whether a search's query has nothing to mend before it is run.
  static boolean readable(SearchAddress address) {
    return QueryParser.parse(address.query(), address.zone()).problems().isEmpty();
  }

  SearchView search(SearchAddress address) throws IOException {
    var parsed = QueryParser.parse(address.query(), address.zone());
    var wanted = new Wanted(address);
    var request = wanted.request(parsed.ast(), budget);
    var box = QueryBox.of(parsed, parsed.problems(), address, wanted.broken());
    if (!parsed.problems().isEmpty()) {
      return new SearchView(address, box, Optional.empty());
    }
    SearchResult result;
    try {
      result = found(request);
    } catch (QueryRefused refused) {
      return new SearchView(
          address,
          QueryBox.of(parsed, List.of(refused.problem(parsed)), address, wanted.broken()),
          Optional.empty());
    }
    var around = around(searcher, result.hits());
    var parts = new Parts(parsed, address, request, result).of(searcher);
    return new SearchView(
        address, box, Optional.of(Answers.of(address, request, result, around, parts)));
  }

  /// A cursor of another search, or none at all, leads to the first page.
  private SearchResult found(SearchRequest request) throws IOException, QueryRefused {
    try {
      return searcher.search(request);
    } catch (IllegalArgumentException e) {
      var page = request.page();
      if (page.after().isEmpty()) {
        throw e;
      }
      var first = new Page(page.sort(), page.size(), Optional.empty(), page.collapse());
      return searcher.search(
          new SearchRequest(request.query(), request.selection(), first, request.counting()));
    }
  }

  /// The tweets that these point to, as far as the archive has them.
  static Map<Long, Tweet> around(TweetSearch searcher, List<Hit> hits) throws IOException {
    var around = new HashMap<Long, Tweet>();
    for (var hit : hits) {
      for (long id : Card.pointsTo(hit.tweet())) {
        if (!around.containsKey(id)) {
          searcher.tweet(id).ifPresent(found -> around.put(id, found.tweet()));
        }
      }
    }
    return around;
  }

  /// A query that cannot be read has no names.
  NamesPage names(SearchAddress address) throws IOException, QueryRefused {
    var parsed = QueryParser.parse(address.query(), address.zone());
    var names =
        parsed.problems().isEmpty()
            ? AlsoWritten.of(searcher, parsed, budget)
            : new AlsoWritten(List.of(), false);
    return NamesPage.of(names, address.without("after"));
  }

  /// @param skip how many of the most frequent values are left out
  FacetPage facet(Facet facet, SearchAddress address, String part, int skip)
      throws IOException, QueryRefused {
    var counts =
        searcher.facetValues(
            QueryParser.parse(address.query(), address.zone()).ast(),
            new Wanted(address).selection(),
            facet,
            ValueText.containing(part.strip()),
            skip + VALUES + 1);
    var values = FacetBox.values(facet, counts, address);
    int end = Math.min(values.size(), skip + VALUES);
    return FacetPage.of(
        facet,
        address,
        part,
        new FacetPage.Part(
            values.subList(Math.min(skip, end), end),
            skip,
            values.size() > end,
            counts.distinct()));
  }
}
