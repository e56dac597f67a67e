package org.trawl.search;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.trawl.query.QueryAst;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.tweet.Tweet;

/// Comparisons and timelines made of one search after another, for engines that have nothing
/// better: what an engine that counts them together must answer, too. The same of totals and
/// samples.
final class SeparateSearches {
  /// Periods asked for at once: an engine makes more of them coarser.
  private static final int CHUNK = TimelinePeriods.MAX / 2;

  private final TweetSearch engine;
  private final Deadline deadline;
  private boolean partial;

  SeparateSearches(TweetSearch engine, Duration budget) {
    this.engine = engine;
    this.deadline = Deadline.in(budget);
  }

  Comparison compare(CompareRequest request) throws IOException, QueryRefused {
    long started = System.nanoTime();
    var both = Stream.concat(request.scopes().stream(), request.wholes().stream()).toList();
    var timelines =
        timelines(both, request.scopes(), request.interval(), request.most(), request.zone());
    var series = new ArrayList<Comparison.Series>();
    int count = request.scopes().size();
    for (int i = 0; i < count; i++) {
      var scope = request.scopes().get(i);
      var found = search(scope, Sort.OLDEST, 1, Optional.empty(), request.zone());
      series.add(
          new Comparison.Series(
              found.total(),
              found.accounts(),
              time(found),
              time(search(scope, Sort.NEWEST, 1, Optional.empty(), request.zone())),
              timelines.isEmpty() ? List.of() : timelines.get(i).buckets(),
              new Comparison.Whole(
                  total(request.wholes().get(i), request),
                  timelines.isEmpty() ? List.of() : timelines.get(count + i).buckets())));
    }
    var overlaps = new ArrayList<Comparison.Overlap>();
    for (int a = 0; a < count; a++) {
      for (int b = a + 1; b < count; b++) {
        var pair = both(request.scopes().get(a), request.scopes().get(b));
        overlaps.add(new Comparison.Overlap(a, b, total(pair, request)));
      }
    }
    return new Comparison(
        timelines.stream().findFirst().map(Timeline::interval),
        series,
        overlaps,
        Duration.ofNanos(System.nanoTime() - started),
        partial);
  }

  /// What two searches both find. Of a comparison, so that the same is chosen beside both.
  private static SearchScope both(SearchScope a, SearchScope b) {
    if (!a.selection().equals(b.selection())) {
      throw new IllegalArgumentException("searches within different selections");
    }
    return new SearchScope(QueryAst.and(List.of(a.query(), b.query())), a.selection());
  }

  private long total(SearchScope scope, CompareRequest request) throws IOException, QueryRefused {
    return search(scope, Sort.NEWEST, 0, Optional.empty(), request.zone()).total();
  }

  List<List<Long>> totals(List<QueryAst> queries, List<SearchScope> scopes)
      throws IOException, QueryRefused {
    var totals = new ArrayList<List<Long>>();
    for (var query : queries) {
      var counts = new ArrayList<Long>();
      for (var scope : scopes) {
        var both = QueryAst.and(List.of(scope.query(), query));
        var narrowed = new SearchScope(both, scope.selection());
        counts.add(search(narrowed, Sort.NEWEST, 0, Optional.empty(), ZoneOffset.UTC).total());
      }
      if (partial) {
        break;
      }
      totals.add(counts);
    }
    return totals;
  }

  void sample(SearchScope scope, int most, TweetSearch.HitSink sink)
      throws IOException, QueryRefused {
    long total = search(scope, Sort.NEWEST, 0, Optional.empty(), ZoneOffset.UTC).total();
    long[] state = {0, 0};
    engine.export(
        scope.query(),
        scope.selection(),
        Sort.NEWEST,
        hit -> {
          long size = Math.min(total, most);
          if (state[1] < size && state[0] == state[1] * total / size) {
            sink.take(hit);
            state[1]++;
          }
          state[0]++;
        });
  }

  Timelines timelines(TimelinesRequest request) throws IOException, QueryRefused {
    var timelines =
        timelines(
            request.scopes(), request.scopes(), request.interval(), request.most(), request.zone());
    return new Timelines(timelines, partial);
  }

  /// @param spanning those that say from where to where
  private List<Timeline> timelines(
      List<SearchScope> scopes,
      List<SearchScope> spanning,
      Timeline.Choice choice,
      int most,
      ZoneId zone)
      throws IOException, QueryRefused {
    var span = span(spanning, zone);
    if (span.isEmpty()) {
      return List.of();
    }
    var periods = TimelinePeriods.of(choice, span.get(), most, zone);
    var timelines = new ArrayList<Timeline>();
    for (var scope : scopes) {
      timelines.add(periods.timeline(counts(scope, periods, zone)));
    }
    return timelines;
  }

  private long[] counts(SearchScope scope, TimelinePeriods periods, ZoneId zone)
      throws IOException, QueryRefused {
    var edges = periods.edges();
    Map<Instant, Long> found = new HashMap<>();
    var choice = Timeline.Choice.valueOf(periods.interval().name());
    for (int from = 0; from < periods.size(); from += CHUNK) {
      var chunk =
          new TimeRange(
              Optional.of(Instant.ofEpochSecond(edges[from])),
              Optional.of(Instant.ofEpochSecond(edges[Math.min(from + CHUNK, periods.size())])));
      var within = chunk.and(TimeRange.of(scope.selection()));
      if (within.isEmpty()) {
        continue;
      }
      var selection = scope.selection().between(within.since(), within.until());
      var part = new SearchScope(scope.query(), selection);
      search(part, Sort.NEWEST, 0, Optional.of(choice), zone)
          .counts()
          .timeline()
          .ifPresent(timeline ->
              timeline.buckets().forEach(bucket -> found.put(bucket.start(), bucket.count())));
    }
    var counts = new long[periods.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = found.getOrDefault(Instant.ofEpochSecond(edges[i]), 0L);
    }
    return counts;
  }

  private Optional<TimelineSpan> span(List<SearchScope> scopes, ZoneId zone)
      throws IOException, QueryRefused {
    var everything = new SearchScope(new QueryAst.All(), SearchRequest.Selection.NONE);
    var archive = spanOfHits(everything, zone);
    var spans = new ArrayList<TimelineSpan>();
    for (var scope : scopes) {
      var hits = spanOfHits(scope, zone);
      archive.flatMap(all -> TimelineSpan.of(scope.range(), hits, all)).ifPresent(spans::add);
    }
    return spans.stream().reduce(TimelineSpan::or);
  }

  private Optional<TimelineSpan> spanOfHits(SearchScope scope, ZoneId zone)
      throws IOException, QueryRefused {
    var first = time(search(scope, Sort.OLDEST, 1, Optional.empty(), zone));
    var last = time(search(scope, Sort.NEWEST, 1, Optional.empty(), zone));
    return first.map(
        time -> new TimelineSpan(time.getEpochSecond(), last.orElse(time).getEpochSecond()));
  }

  private static Optional<Instant> time(SearchResult found) {
    return found.hits().stream().findFirst().map(SearchResult.Hit::tweet).map(Tweet::time);
  }

  private SearchResult search(
      SearchScope scope, Sort sort, int size, Optional<Timeline.Choice> timeline, ZoneId zone)
      throws IOException, QueryRefused {
    var found =
        engine.search(
            new SearchRequest(
                scope.query(),
                scope.selection(),
                new Page(sort, size, Optional.empty(), false),
                new Counting(Set.of(), 1, timeline, deadline.left(), zone)));
    partial |= found.partial();
    return found;
  }
}
