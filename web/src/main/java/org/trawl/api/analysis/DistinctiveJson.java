package org.trawl.api.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trawl.distinct.Distinctive;
import org.trawl.distinct.DistinctiveFinder;
import org.trawl.distinct.ValueKind;
import org.trawl.explain.Reading;
import org.trawl.query.ParsedQuery;
import org.trawl.query.QueryPrinter;

/// The answer of `/api/distinctive`, as it is sent.
///
/// @param version the archive's
/// @param background tweets of what the search is held against
/// @param sampled whether words were looked for in some of the tweets only; counts are exact
/// @param sample how many of them
/// @param measure what scores are
/// @param partial whether time ran out
public record DistinctiveJson(
    String version,
    long total,
    long background,
    AgainstJson against,
    String kind,
    boolean sampled,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long sample,
    String measure,
    boolean partial,
    List<ValueJson> values) {
  /// What scores are, with its source.
  public static final String MEASURE =
      "log-likelihood ratio G² (Dunning 1993) against the background without the search";

  /// What the tweets are held against, as a query.
  public record AgainstJson(String text, String reading) {}

  /// One value.
  ///
  /// @param count the total of the search with this value
  /// @param backgroundCount the total of the background with it
  /// @param times how many times as frequent it is as in the rest of the background; null where the
  ///   rest lacks it
  /// @param query what narrows a search to it; not there for a value of a facet
  /// @param filter the same for a value of a facet
  public record ValueJson(
      String value,
      String label,
      long count,
      long backgroundCount,
      double score,
      @Nullable Double times,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String query,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String filter) {}

  public static DistinctiveJson of(
      ValueKind kind, Distinctive found, ParsedQuery background, String version) {
    return new DistinctiveJson(
        version,
        found.total(),
        found.background(),
        new AgainstJson(background.text(), Reading.of(background.ast())),
        kind.key(),
        found.sampled() > 0,
        found.sampled() > 0 ? found.sampled() : null,
        MEASURE,
        found.partial(),
        found.values().stream().map(value -> value(kind, value)).toList());
  }

  private static ValueJson value(ValueKind kind, Distinctive.Value value) {
    return new ValueJson(
        value.value(),
        value.label(),
        value.count(),
        value.backgroundCount(),
        Math.round(value.score() * 1000) / 1000.0,
        Double.isInfinite(value.times()) ? null : value.times(),
        kind.facet().isPresent() ? null : query(kind, value.value()),
        kind.facet().map(facet -> facet.key() + ":" + value.value()).orElse(null));
  }

  /// A query that finds a value of a text.
  public static String query(ValueKind kind, String value) {
    return QueryPrinter.print(DistinctiveFinder.query(value, kind));
  }
}
