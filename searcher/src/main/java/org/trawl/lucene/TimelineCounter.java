package org.trawl.lucene;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trawl.search.TimeRange;
import org.trawl.search.Timeline;
import org.trawl.search.Timeline.Choice;
import org.trawl.search.TimelinePeriods;
import org.trawl.search.TimelineSpan;

/// Counts hits over time. Each segment is sorted by time, newest first, so a bucket is a range of
/// documents and its count a count of bits, whatever the number of hits.
final class TimelineCounter {
  /// A segment with fewer hits for each period than this has its hits looked up in the periods, and
  /// not the periods in the segment.
  private static final int CROWDED = 4;

  private final int[] times;
  private final Optional<TimelineSpan> archive;

  TimelineCounter(int[] times) {
    this.times = times;
    var bounds = Arrays.stream(times).summaryStatistics();
    archive =
        times.length == 0
            ? Optional.empty()
            : Optional.of(new TimelineSpan(bounds.getMin(), bounds.getMax()));
  }

  /// The timeline over the range that was chosen, and where none was, from the first hit to the
  /// last; empty where there is neither.
  Optional<Timeline> count(HitSet hits, Choice choice, TimeRange range, ZoneId zone) {
    return span(hits, range)
        .map(span -> TimelinePeriods.of(choice, span, TimelinePeriods.MAX, zone))
        .map(periods -> periods.timeline(count(List.of(hits), periods).getFirst()));
  }

  /// Timelines of several sets of hits over the same periods: the spans of those that say from
  /// where to where.
  ///
  /// @param spans empty ones say nothing
  List<Timeline> count(
      List<HitSet> sets, List<Optional<TimelineSpan>> spans, Choice choice, int most, ZoneId zone) {
    return spans.stream()
        .flatMap(Optional::stream)
        .reduce(TimelineSpan::or)
        .map(span -> TimelinePeriods.of(choice, span, most, zone))
        .map(periods -> count(sets, periods).stream().map(periods::timeline).toList())
        .orElse(List.of());
  }

  /// From where to where hits and the dates that were chosen go.
  Optional<TimelineSpan> span(HitSet hits, TimeRange range) {
    return archive.flatMap(all -> TimelineSpan.of(range, span(hits), all));
  }

  /// From the first hit to the last.
  Optional<TimelineSpan> span(HitSet hits) {
    var first = Integer.MAX_VALUE;
    var last = Integer.MIN_VALUE;
    for (var segment : hits.segments()) {
      if (segment.count() > 0) {
        last = Math.max(last, times[segment.base() + segment.next(0)]);
        first = Math.min(first, times[segment.base() + segment.previous(segment.size() - 1)]);
      }
    }
    return last < first ? Optional.empty() : Optional.of(new TimelineSpan(first, last));
  }

  /// Counts several sets of hits in one pass over the segments: where the periods lie in a segment
  /// is looked up once for all of them.
  private List<long[]> count(List<HitSet> sets, TimelinePeriods periods) {
    var edges = periods.edges();
    var counts = sets.stream().map(_ -> new long[periods.size()]).toList();
    for (var s = 0; s < sets.getFirst().segments().size(); s++) {
      int @Nullable [] docs = null;
      for (var i = 0; i < sets.size(); i++) {
        var segment = sets.get(i).segments().get(s);
        if (segment.count() == 0) {
          continue;
        }
        if (segment.count() < periods.size() / CROWDED) {
          countEach(segment, edges, counts.get(i));
          continue;
        }
        if (docs == null) {
          docs = docs(segment, edges);
        }
        for (var period = 0; period < periods.size(); period++) {
          counts.get(i)[period] += segment.count(docs[period + 1], docs[period]);
        }
      }
    }
    return counts;
  }

  /// The first document of a segment that was sent before each edge.
  private int[] docs(SegmentHits segment, long[] edges) {
    var docs = new int[edges.length];
    var before = segment.size();
    for (var i = 0; i < edges.length; i++) {
      // No later edge lies behind it, as the newest come first.
      before = firstBefore(times, segment.base(), before, edges[i]);
      docs[i] = before;
    }
    return docs;
  }

  private void countEach(SegmentHits segment, long[] edges, long[] counts) {
    for (var doc = segment.next(0); doc < segment.size(); doc = segment.next(doc + 1)) {
      var at = Arrays.binarySearch(edges, times[segment.base() + doc]);
      var period = at < 0 ? -at - 2 : at;
      if (period >= 0 && period < counts.length) {
        counts[period]++;
      }
    }
  }

  /// The first document of a segment that was sent before a time, or its size if none was.
  static int firstBefore(int[] times, int base, int size, long time) {
    var low = 0;
    var high = size;
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (times[base + middle] < time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
