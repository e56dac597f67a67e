package org.trawl.cluster;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trawl.schema.TweetFields;
import org.trawl.search.Deadline;
import org.trawl.search.TimeRange;
import org.trawl.search.Timeline;
import org.trawl.search.TimelinePeriods;
import org.trawl.search.TimelineSpan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Counts hits over time. Periods are cut here, by the same clock as in the embedded engine, and
/// the cluster counts between their edges.
///
/// Thread-safe.
final class ClusterTimeline {
  private final ClusterSearches searches;
  private volatile @Nullable TimelineSpan archive;

  ClusterTimeline(ClusterSearches searches) {
    this.searches = searches;
  }

  /// Asks for the first and the last time.
  static void ask(ObjectNode aggregations) {
    for (var end : new String[] {"min", "max"}) {
      aggregations.set(end, Dsl.object(end, Dsl.object().put("field", TweetFields.TIME)));
    }
  }

  /// What was asked for by [#ask].
  static Optional<TimelineSpan> span(JsonNode aggregations) {
    var first = aggregations.path("min").path("value");
    return first.isNumber()
        ? Optional.of(
            new TimelineSpan(
                (long) first.asDouble(), (long) aggregations.path("max").path("value").asDouble()))
        : Optional.empty();
  }

  /// @param hits from the first to the last of them
  /// @param range the dates that were chosen
  Optional<Timeline> count(
      ObjectNode query,
      Optional<TimelineSpan> hits,
      TimeRange range,
      Timeline.Choice choice,
      ZoneId zone,
      Deadline deadline)
      throws IOException {
    var all = archive(deadline);
    var span = all.flatMap(archive -> TimelineSpan.of(range, hits, archive));
    if (span.isEmpty()) {
      return Optional.empty();
    }
    var periods = TimelinePeriods.of(choice, span.get(), TimelinePeriods.MAX, zone);
    return Optional.of(periods.timeline(counts(query, periods, deadline)));
  }

  private long[] counts(ObjectNode query, TimelinePeriods periods, Deadline deadline)
      throws IOException {
    var edges = periods.edges();
    var ranges = Dsl.array();
    for (int i = 0; i < periods.size(); i++) {
      ranges.add(Dsl.object().put("from", edges[i]).put("to", edges[i + 1]));
    }
    var body = Dsl.object().put("size", 0).put("track_total_hits", false);
    body.set("query", query);
    body.set(
        "aggs",
        Dsl.object(
            "periods",
            Dsl.object(
                "range", Dsl.object().put("field", TweetFields.TIME).set("ranges", ranges))));
    var counts = new long[periods.size()];
    int period = 0;
    var answer = searches.search(body, deadline);
    for (var bucket : answer.path("aggregations").path("periods").path("buckets")) {
      counts[period++] = bucket.path("doc_count").asLong();
    }
    if (period != counts.length) {
      throw new IOException("the cluster counted other periods than were asked for");
    }
    return counts;
  }

  /// From the archive's first tweet to its last.
  private Optional<TimelineSpan> archive(Deadline deadline) throws IOException {
    var known = archive;
    if (known != null) {
      return Optional.of(known);
    }
    var body = ClusterSearches.counting(Dsl.all());
    var aggregations = Dsl.object();
    ask(aggregations);
    body.set("aggs", aggregations);
    var found = span(searches.search(body, deadline).path("aggregations"));
    archive = found.orElse(null);
    return found;
  }
}
