package org.trawl.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trawl.api.AdviceJson.ClauseJson;
import org.trawl.api.AdviceJson.EmptiedJson;
import org.trawl.api.AdviceJson.RepairJson;
import org.trawl.explain.HintText;
import org.trawl.search.Advice;
import org.trawl.search.SearchResult;
import org.trawl.search.SearchResult.FacetCounts;
import org.trawl.search.SearchResult.FacetValue;
import org.trawl.search.SearchResult.FacetValues;
import org.trawl.search.SearchResult.Standing;
import org.trawl.search.Timeline;

/// The answer of `/api/search`, as it is sent. `trawl search --format json` prints the same.
///
/// @param texts different texts among the hits
/// @param sort the order that the hits have
/// @param copies `collapse` if hits of the same text are one, `similar` if those of nearly the same
///   text are, else `show`
/// @param facets by name, in the order of [org.trawl.search.Facet]
/// @param timeline null if none was asked for or no tweet was found
/// @param next the cursor of the next page; null after the last hit
public record SearchJson(
    QueryJson query,
    long total,
    long texts,
    long accounts,
    double tookMillis,
    boolean partial,
    String sort,
    String copies,
    List<HitJson> hits,
    Map<String, FacetJson> facets,
    @Nullable TimelineJson timeline,
    @Nullable String next) {

  /// What was asked.
  ///
  /// @param clauses the query's parts, if their numbers were asked for
  /// @param emptied the part that leaves nothing over, if nothing was found
  /// @param repairs searches that find something, if nothing was found
  /// @param cut true if time ran out before all parts were counted and all repairs tried
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record QueryJson(
      String text,
      String reading,
      List<String> hints,
      @Nullable List<ClauseJson> clauses,
      @Nullable EmptiedJson emptied,
      @Nullable List<RepairJson> repairs,
      @Nullable Boolean cut) {
    static QueryJson of(SearchParameters search, SearchResult result, Advice advice) {
      var query = search.query();
      var empty = SearchParameters.isEmpty(result);
      return new QueryJson(
          query.text(),
          search.reading(),
          query.hints().stream().map(HintText::of).toList(),
          search.clauses()
              ? advice.clauses().stream().map(count -> ClauseJson.of(count, query)).toList()
              : null,
          advice.emptied().map(count -> EmptiedJson.of(count, query)).orElse(null),
          empty
              ? advice.repairs().stream().map(repair -> RepairJson.of(repair, query)).toList()
              : null,
          advice.cut() ? true : null);
    }
  }

  /// The values of a facet, most frequent first.
  public record FacetJson(List<ValueJson> values, long distinct) {
    /// What was counted of a facet.
    public static FacetJson of(FacetCounts counts) {
      return new FacetJson(counts.values().stream().map(ValueJson::of).toList(), counts.distinct());
    }
  }

  /// Values of one facet, asked for alone.
  ///
  /// @param partial whether time ran out, so that counts are lower bounds
  public record FacetValuesJson(List<ValueJson> values, long distinct, boolean partial) {
    public static FacetValuesJson of(FacetValues found) {
      var facet = FacetJson.of(found.counts());
      return new FacetValuesJson(facet.values(), facet.distinct(), found.partial());
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
  ///
  /// @param zone whose days and hours these are; null for UTC
  public record TimelineJson(
      String interval,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String zone,
      List<BucketJson> buckets) {
    /// A timeline by UTC.
    public static TimelineJson of(Timeline timeline) {
      return of(timeline, ZoneOffset.UTC);
    }

    static TimelineJson of(Timeline timeline, ZoneId zone) {
      return new TimelineJson(
          timeline.interval().name().toLowerCase(Locale.ROOT),
          zone.equals(ZoneOffset.UTC) ? null : zone.getId(),
          timeline.buckets().stream()
              .map(bucket -> new BucketJson(HitJson.time(bucket.start()), bucket.count()))
              .toList());
    }
  }

  /// The tweets from `start` up to the next bucket's.
  public record BucketJson(String start, long count) {}

  /// The answer to a search.
  ///
  /// @param advice what to say of the query's parts
  /// @param standings why each hit stands where it stands, or nothing
  public static SearchJson of(
      SearchParameters search, SearchResult result, Advice advice, List<Standing> standings) {
    return new SearchJson(
        QueryJson.of(search, result, advice),
        result.total(),
        result.texts(),
        result.accounts(),
        millis(result.took()),
        result.partial(),
        search.request().sort().name().toLowerCase(Locale.ROOT),
        ParameterReader.key(search.request().page().collapse()),
        hits(result, standings),
        facets(result.counts()),
        result
            .counts()
            .timeline()
            .map(found -> TimelineJson.of(found, search.request().counting().zone()))
            .orElse(null),
        result.next().orElse(null));
  }

  private static List<HitJson> hits(SearchResult result, List<Standing> standings) {
    var hits = new ArrayList<HitJson>();
    for (var i = 0; i < result.hits().size(); i++) {
      var hit = result.hits().get(i);
      var held = result.page().held().get(hit.tweet().account().id());
      hits.add(HitJson.of(hit, held, standings.isEmpty() ? null : standings.get(i)));
    }
    return hits;
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
