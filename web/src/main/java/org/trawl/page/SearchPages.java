package org.trawl.page;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trawl.api.AlsoWritten;
import org.trawl.api.ParameterNames;
import org.trawl.api.Problem.Fault;
import org.trawl.api.SearchParameters;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryParser;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
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
  private final TweetPages tweets;
  private final Insights insights;

  /// @param budget how long a search may take
  SearchPages(TweetSearch searcher, Duration budget) {
    this.searcher = searcher;
    this.budget = budget;
    this.tweets = new TweetPages(searcher, budget);
    this.insights = new Insights(searcher);
  }

  /// Whether a search's query has nothing to mend before it is run.
  static boolean readable(SearchAddress address) {
    return QueryParser.parse(address.query(), address.zone()).problems().isEmpty();
  }

  /// An address as the search that it asks for, read as everywhere. A page is lenient: what cannot
  /// be read is left out and said, as a link with one broken part still shows the rest.
  SearchParameters read(SearchAddress address) {
    var read = SearchParameters.read(address.parameters(), budget);
    return address.list().map(list -> read.within(list.ast())).orElse(read);
  }

  SearchView search(SearchAddress whole) throws IOException {
    // All links but those of the open tweet lead to pages where none is.
    var address = whole.closed();
    var read = read(address);
    var parsed = read.query();
    var faults = new ArrayList<>(read.faults());
    if (!parsed.problems().isEmpty()) {
      var box = QueryBox.of(parsed, parsed.problems(), address, faults);
      return SearchView.unread(address, box);
    }
    var request = read.request().counting(counting(address, read));
    SearchResult result;
    try {
      result = found(request, faults);
    } catch (QueryRefused refused) {
      var box = QueryBox.of(parsed, List.of(refused.problem(parsed)), address, faults);
      return SearchView.unread(address, box);
    }
    var box = QueryBox.of(parsed, List.of(), address, faults);
    var around = around(searcher, result.hits());
    var parts = new ClauseAdvice(parsed, address, request, result).of(searcher);
    var open = open(whole, request);
    // An open tweet stands in their place.
    var lists = open.isPresent() ? List.<TopList>of() : insights.of(address, request, result);
    var answer = Answers.of(address, request, result, around, parts, lists);
    return new SearchView(address, box, Optional.of(answer), open);
  }

  /// The tweet that an address has open, if the archive has it.
  private Optional<TweetView> open(SearchAddress address, SearchRequest request)
      throws IOException {
    var id = address.first(SearchAddress.OPEN).flatMap(TweetPages::id);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    try {
      return tweets.marked(id.get(), request);
    } catch (QueryRefused refused) {
      throw new AssertionError("the search itself was not refused", refused);
    }
  }

  /// One value of each facet more than is shown tells whether there are more.
  private static Counting counting(SearchAddress address, SearchParameters read) {
    var counting = read.request().counting();
    int shown =
        address.first(ParameterNames.FACET_SIZE).isPresent()
            ? counting.facetSize()
            : FacetBox.SHOWN;
    return new Counting(
        counting.facets(),
        Math.min(shown + 1, Counting.MAX_FACET_SIZE),
        counting.timeline(),
        counting.budget(),
        counting.zone());
  }

  /// A cursor of another search, or none at all, leads to the first page.
  private SearchResult found(SearchRequest request, List<Fault> faults)
      throws IOException, QueryRefused {
    try {
      return searcher.search(request);
    } catch (IllegalArgumentException e) {
      var page = request.page();
      if (page.after().isEmpty()) {
        throw e;
      }
      faults.add(
          Fault.of(
              ParameterNames.AFTER,
              "the address has a page of another search; this is the first page of this one"));
      return searcher.search(
          request.page(new Page(page.sort(), page.size(), Optional.empty(), page.collapse())));
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

  /// The other spellings of a query's words.
  NamesPage names(SearchAddress address) throws IOException {
    var read = read(address);
    var parsed = read.query();
    if (!parsed.problems().isEmpty()) {
      var box = QueryBox.of(parsed, parsed.problems(), address, read.faults());
      return NamesPage.unread(address.without("after"), box);
    }
    try {
      var names = AlsoWritten.of(searcher, parsed, budget);
      var box = QueryBox.of(parsed, List.of(), address, read.faults());
      return NamesPage.of(names, address.without("after"), box);
    } catch (QueryRefused refused) {
      var box = QueryBox.of(parsed, List.of(refused.problem(parsed)), address, read.faults());
      return NamesPage.unread(address.without("after"), box);
    }
  }

  /// The languages that the archive's tweets are said to be in, the most frequent first.
  List<String> languages() throws IOException, QueryRefused {
    var found =
        searcher.facetValues(
            new QueryAst.All(), Selection.NONE, Facet.LANGUAGE, ValueText.ANY, VALUES, budget);
    return found.counts().values().stream()
        .map(SearchResult.FacetValue::value)
        .filter(code -> !code.equals(Facet.NONE))
        .toList();
  }

  /// @param skip how many of the most frequent values are left out
  FacetPage facet(Facet facet, SearchAddress address, String text, int skip) throws IOException {
    var read = read(address);
    var parsed = read.query();
    if (!parsed.problems().isEmpty()) {
      var box = QueryBox.of(parsed, parsed.problems(), address, read.faults());
      return FacetPage.unread(facet, address, text, box);
    }
    try {
      var part = part(facet, address, read.request(), ValueText.containing(text.strip()), skip);
      var box = QueryBox.of(parsed, List.of(), address, read.faults());
      return FacetPage.of(facet, address, text, box, part);
    } catch (QueryRefused refused) {
      var box = QueryBox.of(parsed, List.of(refused.problem(parsed)), address, read.faults());
      return FacetPage.unread(facet, address, text, box);
    }
  }

  private FacetPage.Part part(
      Facet facet, SearchAddress address, SearchRequest request, ValueText text, int skip)
      throws IOException, QueryRefused {
    var found =
        searcher.facetValues(
            request.query(), request.selection(), facet, text, skip + VALUES + 1, budget);
    var values = FacetBox.values(facet, found.counts(), address);
    int end = Math.min(values.size(), skip + VALUES);
    return new FacetPage.Part(
        values.subList(Math.min(skip, end), end),
        skip,
        values.size() > end,
        found.counts().distinct(),
        found.partial());
  }
}
