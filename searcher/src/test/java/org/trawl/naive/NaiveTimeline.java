package org.trawl.naive;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trawl.search.SearchRequest;
import org.trawl.search.TimeRange;
import org.trawl.search.Timeline;
import org.trawl.search.Timeline.Choice;
import org.trawl.search.Timeline.Interval;
import org.trawl.search.TimelineSpan;
import org.trawl.tweet.Tweet;

/// Counts tweets over time, by stepping from one period to the next.
final class NaiveTimeline {
  private static final int MOST = 10_000;

  /// With the automatic choice.
  private static final int COMFORTABLE = 130;

  private NaiveTimeline() {}

  static Optional<Timeline> of(
      List<Tweet> hits, List<Tweet> archive, Choice choice, SearchRequest request) {
    var selection = request.selection();
    var range = TimeRange.of(selection).and(TimeRange.of(request.query()));
    return TimelineSpan.of(range, span(hits), span(archive).orElseThrow())
        .map(span -> of(hits, choice, span, request));
  }

  private static Optional<TimelineSpan> span(List<Tweet> tweets) {
    var times = tweets.stream().mapToLong(t -> t.time().getEpochSecond()).summaryStatistics();
    return tweets.isEmpty()
        ? Optional.empty()
        : Optional.of(new TimelineSpan(times.getMin(), times.getMax()));
  }

  private static Timeline of(
      List<Tweet> hits, Choice choice, TimelineSpan span, SearchRequest request) {
    var intervals = new ArrayList<>(List.of(Interval.values()).reversed());
    if (choice != Choice.AUTO) {
      intervals.removeIf(interval -> interval.compareTo(Interval.valueOf(choice.name())) > 0);
    }
    int most = choice == Choice.AUTO ? COMFORTABLE : MOST;
    for (var interval : intervals) {
      var starts = starts(interval, span, request);
      if (starts.size() <= most || interval == Interval.YEAR) {
        return new Timeline(interval, count(hits, starts));
      }
    }
    throw new AssertionError("years always fit");
  }

  private static List<Instant> starts(Interval interval, TimelineSpan span, SearchRequest request) {
    var zone = request.counting().zone();
    var last = Instant.ofEpochSecond(span.last());
    var starts = new ArrayList<Instant>();
    var start = begin(interval, Instant.ofEpochSecond(span.first()).atZone(zone));
    while (!start.toInstant().isAfter(last) && starts.size() <= MOST) {
      starts.add(start.toInstant());
      start = begin(interval, start.plus(1, ChronoUnit.valueOf(interval.name() + "S")));
    }
    return starts;
  }

  private static ZonedDateTime begin(Interval interval, ZonedDateTime time) {
    return switch (interval) {
      case YEAR -> time.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
      case MONTH -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
      case DAY -> time.truncatedTo(ChronoUnit.DAYS);
      case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
      case MINUTE -> time.truncatedTo(ChronoUnit.MINUTES);
    };
  }

  private static List<Timeline.Bucket> count(List<Tweet> hits, List<Instant> starts) {
    var buckets = new ArrayList<Timeline.Bucket>();
    for (int i = 0; i < starts.size(); i++) {
      var start = starts.get(i);
      var end = i + 1 < starts.size() ? starts.get(i + 1) : Instant.MAX;
      long count =
          hits.stream()
              .filter(hit -> !hit.time().isBefore(start) && hit.time().isBefore(end))
              .count();
      buckets.add(new Timeline.Bucket(start, count));
    }
    return buckets;
  }
}
