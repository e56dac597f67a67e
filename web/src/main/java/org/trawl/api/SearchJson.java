package org.trawl.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trawl.explain.HintText;
import org.trawl.explain.Reading;
import org.trawl.query.ParsedQuery;
import org.trawl.search.SearchResult;
import org.trawl.search.SearchResult.FacetCounts;
import org.trawl.search.SearchResult.FacetValue;
import org.trawl.search.Timeline;

/// The answer of `/api/search`, as it is sent. `trawl search --format json` prints the same.
///
/// @param facets by name, in the order of [org.trawl.search.Facet]
/// @param timeline null if none was asked for or no tweet was found
/// @param next the cursor of the next page; null after the last hit
public record SearchJson(
    QueryJson query,
    long total,
    long accounts,
    double tookMillis,
    boolean partial,
    List<HitJson> hits,
    Map<String, FacetJson> facets,
    @Nullable TimelineJson timeline,
    @Nullable String next) {

  /// What was asked.
  ///
  /// @param emptied the part that leaves nothing over, if nothing was found
  public record QueryJson(
      String text,
      String reading,
      List<String> hints,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable EmptiedJson emptied) {
    static QueryJson of(ParsedQuery query, Optional<EmptyAnswer> empty) {
      return new QueryJson(
          query.text(),
          Reading.of(query.ast()),
          query.hints().stream().map(HintText::of).toList(),
          empty.map(EmptiedJson::of).orElse(null));
    }
  }

  /// Which part of the search leaves nothing over.
  ///
  /// @param clause the part as typed
  /// @param without tweets found without it
  public record EmptiedJson(String clause, String detail, int position, int length, long without) {
    static EmptiedJson of(EmptyAnswer empty) {
      return new EmptiedJson(
          empty.clause(),
          empty.detail(),
          empty.spot().position(),
          empty.spot().length(),
          empty.without());
    }
  }

  /// The values of a facet, most frequent first.
  public record FacetJson(List<ValueJson> values, long distinct) {
    public static FacetJson of(FacetCounts counts) {
      return new FacetJson(counts.values().stream().map(ValueJson::of).toList(), counts.distinct());
    }
  }

  /// A value of a facet.
  ///
  /// @param label what to show for it: an account's handle
  public record ValueJson(
      String value, String label, long count, boolean selected, boolean excluded) {
    static ValueJson of(FacetValue value) {
      return new ValueJson(
          value.value(), value.label(), value.count(), value.selected(), value.excluded());
    }
  }

  /// Tweets over time.
  public record TimelineJson(String interval, List<BucketJson> buckets) {
    static TimelineJson of(Timeline timeline) {
      return new TimelineJson(
          timeline.interval().name().toLowerCase(Locale.ROOT),
          timeline.buckets().stream()
              .map(bucket -> new BucketJson(HitJson.time(bucket.start()), bucket.count()))
              .toList());
    }
  }

  /// The tweets from `start` up to the next bucket's.
  public record BucketJson(String start, long count) {}

  /// The answer to a search.
  ///
  /// @param empty why nothing was found, if nothing was and it can be told
  public static SearchJson of(ParsedQuery query, SearchResult result, Optional<EmptyAnswer> empty) {
    return new SearchJson(
        QueryJson.of(query, empty),
        result.total(),
        result.accounts(),
        millis(result.took()),
        result.partial(),
        result.hits().stream().map(HitJson::of).toList(),
        facets(result.counts()),
        result.counts().timeline().map(TimelineJson::of).orElse(null),
        result.next().orElse(null));
  }

  static Map<String, FacetJson> facets(SearchResult.Counts counts) {
    var facets = new LinkedHashMap<String, FacetJson>();
    counts.facets().forEach((facet, values) -> facets.put(facet.key(), FacetJson.of(values)));
    return facets;
  }

  /// As one line of JSON.
  public String text() {
    return Json.MAPPER.writeValueAsString(this);
  }

  static double millis(Duration duration) {
    return Math.round(duration.toNanos() / 1e5) / 10.0;
  }
}
