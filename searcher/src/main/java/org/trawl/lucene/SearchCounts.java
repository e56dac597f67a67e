package org.trawl.lucene;

import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Set;
import org.trawl.columns.Columns;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.search.Facet;
import org.trawl.search.FacetListing;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchResult;
import org.trawl.search.SearchResult.FacetCounts;
import org.trawl.search.TimeRange;
import org.trawl.search.ValueText;

/// Counts what a search found as it asks for: accounts, facets, periods. A facet of which something
/// is chosen is counted without its own choice.
///
/// Thread-safe.
final class SearchCounts {
  private final HitCounter counter;
  private final FacetReader facetReader;
  private final TimelineCounter timelines;
  private final TextCounter texts;

  SearchCounts(Columns columns, AccountDirectory accounts, Processors processors) {
    counter = new HitCounter(columns, processors);
    facetReader = new FacetReader(columns, accounts);
    timelines = new TimelineCounter(columns.times());
    texts = new TextCounter(columns, processors);
  }

  CountedHits of(FoundHits found, SearchRequest request) throws IOException {
    var counting = request.counting();
    var facets = new EnumMap<Facet, FacetCounts>(Facet.class);
    var together = EnumSet.noneOf(Facet.class);
    together.addAll(counting.facets());
    together.removeAll(found.withoutOwn().keySet());
    long sent;
    try (var counted = counter.count(found.hits(), FacetReader.needs(together))) {
      sent = facetReader.accounts(counted.tallies());
      for (var facet : together) {
        facets.put(facet, facetReader.read(facet, counted.tallies(), wanted(facet, request)));
      }
    }
    for (var own : found.withoutOwn().entrySet()) {
      if (counting.facets().contains(own.getKey())) {
        facets.put(own.getKey(), own(own.getKey(), own.getValue(), wanted(own.getKey(), request)));
      }
    }
    var range = TimeRange.of(request.selection()).and(TimeRange.of(request.query()));
    var timeline =
        counting
            .timeline()
            .flatMap(choice -> timelines.count(found.hits(), choice, range, counting.zone()));
    return new CountedHits(
        found.hits().total(),
        found.hits().complete(),
        texts.count(found.hits()),
        sent,
        new SearchResult.Counts(facets, timeline));
  }

  /// How many accounts sent some hits.
  long accounts(HitSet hits) throws IOException {
    try (var counted = counter.count(hits, FacetReader.needs(Set.of()))) {
      return facetReader.accounts(counted.tallies());
    }
  }

  /// Counts hits over time.
  TimelineCounter timelines() {
    return timelines;
  }

  /// The values of one facet.
  FacetCounts own(Facet facet, HitSet hits, FacetListing wanted) throws IOException {
    try (var counted = counter.count(hits, FacetReader.needs(Set.of(facet)))) {
      return facetReader.read(facet, counted.tallies(), wanted);
    }
  }

  private static FacetListing wanted(Facet facet, SearchRequest request) {
    return FacetListing.of(
        facet, request.selection(), ValueText.ANY, request.counting().facetSize());
  }
}
