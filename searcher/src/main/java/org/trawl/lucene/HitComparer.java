package org.trawl.lucene;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trawl.search.CompareRequest;
import org.trawl.search.Comparison;
import org.trawl.search.Deadline;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchScope;
import org.trawl.search.Timeline;
import org.trawl.search.TimelinePeriods;
import org.trawl.search.TimelineSpan;
import org.trawl.search.Timelines;
import org.trawl.search.TimelinesRequest;

/// Puts several searches side by side: finds the hits of each once, as any search does, and counts
/// over all of them together.
///
/// Thread-safe.
final class HitComparer {
  private final QueryCompiler compiler;
  private final SelectionFinder selected;
  private final HitFinder finder;
  private final SearchCounts counts;

  HitComparer(
      QueryCompiler compiler, SelectionFinder selected, HitFinder finder, SearchCounts counts) {
    this.compiler = compiler;
    this.selected = selected;
    this.finder = finder;
    this.counts = counts;
  }

  Comparison compare(CompareRequest request) throws IOException, QueryRefused {
    var started = System.nanoTime();
    var deadline = Deadline.in(request.budget());
    var hits = found(request.scopes(), deadline);
    var wholes = found(request.wholes(), deadline);
    var timelines =
        counts
            .timelines()
            .count(
                Stream.concat(hits.stream(), wholes.stream()).toList(),
                spans(request.scopes(), hits),
                request.interval(),
                TimelinePeriods.MAX,
                request.zone());
    var series = new ArrayList<Comparison.Series>();
    for (var i = 0; i < hits.size(); i++) {
      var span = counts.timelines().span(hits.get(i));
      series.add(
          new Comparison.Series(
              hits.get(i).total(),
              counts.accounts(hits.get(i)),
              span.map(TimelineSpan::first).map(Instant::ofEpochSecond),
              span.map(TimelineSpan::last).map(Instant::ofEpochSecond),
              timelines.isEmpty() ? List.of() : timelines.get(i).buckets(),
              new Comparison.Whole(
                  wholes.get(i).total(),
                  timelines.isEmpty() ? List.of() : timelines.get(hits.size() + i).buckets())));
    }
    return new Comparison(
        timelines.stream().findFirst().map(Timeline::interval),
        series,
        overlaps(hits),
        Duration.ofNanos(System.nanoTime() - started),
        isPartial(hits) || isPartial(wholes));
  }

  Timelines timelines(TimelinesRequest request) throws IOException, QueryRefused {
    var hits = found(request.scopes(), Deadline.in(request.budget()));
    var timelines =
        counts
            .timelines()
            .count(
                hits,
                spans(request.scopes(), hits),
                request.interval(),
                request.most(),
                request.zone());
    return new Timelines(timelines, isPartial(hits));
  }

  private List<Optional<TimelineSpan>> spans(List<SearchScope> scopes, List<HitSet> hits) {
    var spans = new ArrayList<Optional<TimelineSpan>>();
    for (var i = 0; i < hits.size(); i++) {
      spans.add(counts.timelines().span(hits.get(i), scopes.get(i).range()));
    }
    return spans;
  }

  private static List<Comparison.Overlap> overlaps(List<HitSet> hits) {
    var overlaps = new ArrayList<Comparison.Overlap>();
    for (var a = 0; a < hits.size(); a++) {
      for (var b = a + 1; b < hits.size(); b++) {
        overlaps.add(new Comparison.Overlap(a, b, hits.get(a).countBoth(hits.get(b))));
      }
    }
    return overlaps;
  }

  private static boolean isPartial(List<HitSet> hits) {
    return hits.stream().anyMatch(set -> !set.complete());
  }

  private List<HitSet> found(List<SearchScope> scopes, Deadline deadline)
      throws IOException, QueryRefused {
    var found = new ArrayList<HitSet>(scopes.size());
    for (var scope : scopes) {
      found.add(found(scope, deadline));
    }
    return found;
  }

  private HitSet found(SearchScope scope, Deadline deadline) throws IOException, QueryRefused {
    try {
      var query = compiler.compile(scope.query(), deadline).query();
      var question = new RecentSearches.Question(scope.query(), scope.selection());
      return selected.found(question, query, deadline).hits();
    } catch (Deadline.Over e) {
      return finder.none();
    }
  }
}
