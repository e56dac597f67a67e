package org.trawl.api.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trawl.api.Json;
import org.trawl.explain.HintText;
import org.trawl.explain.Reading;
import org.trawl.search.Comparison;
import org.trawl.search.Timeline.Bucket;

/// The answer of `/api/compare`, as it is sent. `trawl compare --format json` prints the same.
///
/// @param interval of all buckets; null if there is nothing to count
/// @param version the archive's
/// @param zone whose days and hours the buckets are; not there for UTC
/// @param of what shares are of
/// @param narrowing the query that all searches are narrowed by; not there for nothing
public record CompareJson(
    @Nullable String interval,
    String version,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String zone,
    String of,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String narrowing,
    List<SeriesJson> series,
    List<OverlapJson> overlaps,
    double tookMillis,
    boolean partial) {
  /// One of the searches.
  ///
  /// @param first the time of its oldest tweet; null if there is none
  /// @param peak the period with the most tweets; null if there is none
  /// @param share of the whole; null if that has no tweets
  public record SeriesJson(
      QueryJson query,
      long total,
      long accounts,
      @Nullable String first,
      @Nullable String last,
      @Nullable PeakJson peak,
      WholeJson whole,
      @Nullable Double share,
      List<BucketJson> buckets) {}

  /// A query as it was typed, and as it was read.
  public record QueryJson(String text, String reading, List<String> hints) {}

  /// The period with the most tweets.
  public record PeakJson(String start, long count) {}

  /// What a share is of.
  ///
  /// @param text a query that finds it
  public record WholeJson(String text, String reading, long total) {}

  /// The tweets from `start` up to the next bucket's.
  ///
  /// @param whole those of what the share is of
  /// @param share of the whole; null if that has no tweets then
  public record BucketJson(String start, long count, long whole, @Nullable Double share) {}

  /// What two searches have in common.
  ///
  /// @param a the place of the one in `series`, from 0
  /// @param b the place of the other
  /// @param both tweets that both find
  public record OverlapJson(int a, int b, long both) {}

  /// @param version the archive's
  public static CompareJson of(CompareParameters asked, Comparison found, String version) {
    var series = new ArrayList<SeriesJson>();
    for (int i = 0; i < found.series().size(); i++) {
      series.add(series(asked.searches().get(i), found.series().get(i)));
    }
    var zone = asked.counting().zone();
    return new CompareJson(
        found.interval().map(one -> one.name().toLowerCase(Locale.ROOT)).orElse(null),
        version,
        zone.equals(ZoneOffset.UTC) ? null : zone.getId(),
        asked.of(),
        asked.narrowing().isEmpty() ? null : asked.narrowing(),
        series,
        found.overlaps().stream()
            .map(overlap -> new OverlapJson(overlap.a(), overlap.b(), overlap.both()))
            .toList(),
        Math.round(found.took().toNanos() / 1e5) / 10.0,
        found.partial());
  }

  private static SeriesJson series(Compared search, Comparison.Series series) {
    var query = search.query();
    var buckets = new ArrayList<BucketJson>();
    for (int i = 0; i < series.buckets().size(); i++) {
      buckets.add(bucket(series.buckets().get(i), series.whole().buckets().get(i).count()));
    }
    return new SeriesJson(
        new QueryJson(
            query.text(),
            Reading.of(query.ast()),
            query.hints().stream().map(HintText::of).toList()),
        series.total(),
        series.accounts(),
        time(series.first()),
        time(series.last()),
        series.peak().map(peak -> new PeakJson(peak.start().toString(), peak.count())).orElse(null),
        new WholeJson(
            search.wholeText(), Reading.of(search.whole().query()), series.whole().total()),
        share(series.total(), series.whole().total()),
        buckets);
  }

  private static BucketJson bucket(Bucket bucket, long whole) {
    return new BucketJson(
        bucket.start().toString(), bucket.count(), whole, share(bucket.count(), whole));
  }

  /// A part of a whole, 0 to 1; null of nothing.
  static @Nullable Double share(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }

  private static @Nullable String time(Optional<Instant> time) {
    return time.map(Instant::toString).orElse(null);
  }

  /// As one line of JSON.
  public String text() {
    return Json.MAPPER.writeValueAsString(this);
  }
}
