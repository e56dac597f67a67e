package org.trawl.lucene;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.trawl.query.QueryAst;
import org.trawl.search.CompareRequest;
import org.trawl.search.Comparison;
import org.trawl.search.Deadline;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchScope;
import org.trawl.search.Timeline;
import org.trawl.search.TimelineSpan;
import org.trawl.search.Timelines;
import org.trawl.search.TimelinesRequest;

/// Puts several searches side by side: finds the hits of each once, as any search does, and counts
/// over all of them together.
///
/// Thread-safe.
final class HitComparer {
  /// Hits looked at at a time.
  private static final int BLOCK = 1024;

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
                request.most(),
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

  /// How many hits each query has within each search; fewer lists than queries if time ran out.
  List<List<Long>> totals(List<QueryAst> queries, List<SearchScope> scopes, Deadline deadline)
      throws IOException, QueryRefused {
    var within = found(scopes, deadline);
    var totals = new ArrayList<List<Long>>(queries.size());
    for (var query : queries) {
      if (isPartial(within) || deadline.over()) {
        break;
      }
      var hits = found(query, deadline);
      if (!hits.complete()) {
        break;
      }
      totals.add(within.stream().map(hits::countBoth).toList());
    }
    return totals;
  }

  /// How many tweets each of many queries finds; fewer than there are queries if time ran out.
  List<Long> totals(
      List<QueryAst> queries, IndexSearcher searcher, IdLookup lookup, Deadline deadline)
      throws IOException, QueryRefused {
    var totals = new ArrayList<Long>(queries.size());
    for (var query : queries) {
      if (deadline.over()) {
        break;
      }
      totals.add(total(searcher, lookup, query));
    }
    return totals;
  }

  private long total(IndexSearcher searcher, IdLookup lookup, QueryAst query)
      throws IOException, QueryRefused {
    if (query instanceof QueryAst.Or(var children)
        && children.getLast() instanceof QueryAst.Ids(var ids)
        && ids.size() == 1) {
      // An id beside what else its number can mean: bits for one tweet would cost as many as the
      // archive has tweets.
      long others = total(searcher, lookup, QueryAst.or(children.subList(0, children.size() - 1)));
      if (others == 0 || lookup.find(ids.getFirst()).isEmpty()) {
        return others > 0 ? others : lookup.find(ids.getFirst()).isPresent() ? 1 : 0;
      }
    }
    return searcher.count(compiler.compile(query, Deadline.in(Duration.ofDays(1))).query());
  }

  private HitSet found(QueryAst query, Deadline deadline) throws IOException, QueryRefused {
    try {
      return finder.find(compiler.compile(query, deadline).query(), deadline);
    } catch (Deadline.Over e) {
      return finder.none();
    }
  }

  /// Documents that are spread evenly over the hits of a search, all of them if there are no more.
  /// They are in the order of time within a segment only.
  int[] sample(SearchScope scope, int most, Deadline deadline) throws IOException, QueryRefused {
    var hits = found(scope, deadline);
    var total = hits.total();
    var docs = new int[(int) Math.min(total, most)];
    var block = new int[BLOCK];
    var taken = 0;
    var seen = 0L;
    for (var segment : hits.segments()) {
      for (var n = segment.fill(0, block); n > 0; n = segment.fill(block[n - 1] + 1, block)) {
        for (; taken < docs.length && taken * total / docs.length < seen + n; taken++) {
          docs[taken] = segment.base() + block[(int) (taken * total / docs.length - seen)];
        }
        seen += n;
      }
    }
    return docs;
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
