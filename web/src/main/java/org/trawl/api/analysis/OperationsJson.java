package org.trawl.api.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trawl.api.SearchJson.FacetJson;
import org.trawl.api.SearchJson.TimelineJson;

/// The answer of `/api/operations`, as it is sent: each release with its figures, those with the
/// most tweets first.
///
/// @param version the archive's
/// @param partial whether time ran out, so that counts are lower bounds
public record OperationsJson(String version, List<OperationJson> operations, boolean partial) {
  /// One release. Every figure is one of the search with `filter=operation:NAME`.
  ///
  /// @param accountsListed its accounts, those without tweets included
  /// @param accounts those that sent its tweets
  /// @param texts how many different texts its tweets have
  /// @param first the time of its oldest tweet; null if it has none
  /// @param shares of its tweets, by name
  /// @param facets the most frequent values, by facet
  /// @param timeline null if it has no tweets
  public record OperationJson(
      String name,
      long tweets,
      long texts,
      long accountsListed,
      long accounts,
      @Nullable String first,
      @Nullable String last,
      Map<String, ShareJson> shares,
      Map<String, FacetJson> facets,
      @Nullable TimelineJson timeline) {}

  /// Some of a release's tweets.
  ///
  /// @param share of all of them; null if there are none
  /// @param search the parameter that narrows the release to these, such as `filter=kind:retweet`
  public record ShareJson(long count, @Nullable Double share, String search) {}

  public static OperationsJson of(OperationFigures.Figures figures, String version) {
    var operations = new ArrayList<OperationJson>();
    for (var one : figures.operations()) {
      var shares = new LinkedHashMap<String, ShareJson>();
      for (var part : one.parts()) {
        shares.put(
            part.name(),
            new ShareJson(
                part.count(),
                CompareJson.share(part.count(), one.found().total()),
                (part.isExcluded() ? "exclude=" : "filter=") + part.choice()));
      }
      var facets = new LinkedHashMap<String, FacetJson>();
      one.found()
          .counts()
          .facets()
          .forEach((facet, counts) -> facets.put(facet.key(), FacetJson.of(counts)));
      operations.add(
          new OperationJson(
              one.name(),
              one.found().total(),
              one.found().texts(),
              one.listed(),
              one.found().accounts(),
              one.first().map(Object::toString).orElse(null),
              one.last().map(Object::toString).orElse(null),
              shares,
              facets,
              one.found().counts().timeline().map(found -> TimelineJson.of(found)).orElse(null)));
    }
    return new OperationsJson(version, operations, figures.partial());
  }
}
