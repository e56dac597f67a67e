package org.trawl.page;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trawl.page.site.Wording;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult;
import org.trawl.search.SearchResult.FacetCounts;
import org.trawl.search.TimeRange;
import org.trawl.search.Timeline;
import org.trawl.search.Timeline.Bucket;
import org.trawl.search.Timeline.Interval;
import org.trawl.search.TweetSearch;

/// What stands out among the tweets of a search: its busiest days, accounts, hashtags and sites. It
/// stands beside the results, where there is room.
final class Insights {
  private static final int SHOWN = 6;

  private final TweetSearch searcher;

  Insights(TweetSearch searcher) {
    this.searcher = searcher;
  }

  List<TopList> of(SearchAddress address, SearchRequest request, SearchResult result)
      throws IOException {
    var lists = new ArrayList<TopList>();
    if (result.total() < 2) {
      return lists;
    }
    busiest(request, result).flatMap(days -> peaks(days, address, request)).ifPresent(lists::add);
    var facets = result.counts().facets();
    accounts(facets, address).ifPresent(lists::add);
    values(Facet.HASHTAG, "Hashtags", facets, address).ifPresent(lists::add);
    values(Facet.DOMAIN, "Linked sites", facets, address).ifPresent(lists::add);
    return lists;
  }

  private static Optional<TopList> values(
      Facet facet, String title, Map<Facet, FacetCounts> facets, SearchAddress address) {
    return TopList.of(facet, Optional.ofNullable(facets.get(facet)), address, SHOWN)
        .map(list -> new TopList(list.key(), title, list.values(), list.more()));
  }

  /// The timeline by days, or by what is finer where that is drawn already.
  private Optional<Timeline> busiest(SearchRequest request, SearchResult result)
      throws IOException {
    var drawn = result.counts().timeline();
    var left = request.counting().budget().minus(result.took());
    if (drawn.isEmpty() || result.partial() || left.compareTo(Duration.ZERO) <= 0) {
      return Optional.empty();
    }
    if (drawn.get().interval().compareTo(Interval.DAY) >= 0) {
      return drawn;
    }
    var counting =
        new Counting(
            Set.of(), 1, Optional.of(Timeline.Choice.DAY), left, request.counting().zone());
    try {
      var days =
          searcher.search(
              request.page(new Page(Sort.NEWEST, 0, Optional.empty(), false)).counting(counting));
      return days.partial() ? Optional.empty() : days.counts().timeline();
    } catch (QueryRefused refused) {
      throw new AssertionError("the search itself was not refused", refused);
    }
  }

  private static Optional<TopList> peaks(
      Timeline timeline, SearchAddress address, SearchRequest request) {
    var interval = timeline.interval();
    var peaks =
        timeline.buckets().stream()
            .filter(bucket -> bucket.count() > 0)
            .sorted(Comparator.comparingLong(Bucket::count).reversed())
            .limit(SHOWN)
            .toList();
    if (peaks.size() < 2) {
      return Optional.empty();
    }
    long most = peaks.getFirst().count();
    var chosen = TimeRange.of(request.selection());
    var values =
        peaks.stream()
            .map(peak ->
                new TopList.Value(
                    Wording.period(peak.start(), interval, address.zone()),
                    Wording.number(peak.count()),
                    TopList.share(peak.count(), most),
                    TimelineChart.period(peak.start(), interval, address, chosen).href()))
            .toList();
    return Optional.of(
        new TopList("peaks", "Busiest " + plural(interval), values, Optional.empty()));
  }

  private static String plural(Interval interval) {
    return interval.name().toLowerCase(java.util.Locale.ROOT) + "s";
  }

  /// The accounts, each leading to its page: to tick it is a matter of the facet.
  private static Optional<TopList> accounts(Map<Facet, FacetCounts> facets, SearchAddress address) {
    var counts = facets.get(Facet.ACCOUNT);
    if (counts == null || counts.values().isEmpty()) {
      return Optional.empty();
    }
    long most = counts.values().getFirst().count();
    var zoned = SearchAddress.zoned(address.zone());
    var values =
        counts.values().stream()
            .limit(SHOWN)
            .map(account ->
                new TopList.Value(
                    Wording.facetValue(Facet.ACCOUNT, account.value(), account.label()),
                    Wording.number(account.count()),
                    TopList.share(account.count(), most),
                    AccountLine.href(account.value()) + zoned))
            .toList();
    var all =
        counts.distinct() > SHOWN
            ? Optional.of(address.href("/facets/" + Facet.ACCOUNT.key()))
            : Optional.<String>empty();
    return Optional.of(new TopList(Facet.ACCOUNT.key(), "Most active accounts", values, all));
  }
}
