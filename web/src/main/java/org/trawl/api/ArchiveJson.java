package org.trawl.api;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.trawl.api.SearchJson.TimelineJson;
import org.trawl.api.SearchJson.ValueJson;
import org.trawl.search.ArchiveInfo;
import org.trawl.search.Facet;
import org.trawl.search.SearchResult;
import org.trawl.search.SearchResult.FacetCounts;
import org.trawl.search.SearchResult.Hit;

/// What is indexed.
///
/// @param accounts those that sent tweets
/// @param first the time of the oldest tweet; null if there is none
/// @param rejected rows of the files that could not be used
public record ArchiveJson(
    long tweets,
    long accounts,
    long rejected,
    @Nullable String first,
    @Nullable String last,
    List<OperationJson> operations,
    List<ValueJson> languages,
    @Nullable TimelineJson timeline,
    List<SourceJson> sources,
    IndexJson index) {

  /// One release.
  ///
  /// @param accounts those without tweets included
  public record OperationJson(String name, long tweets, long accounts) {}

  /// One file that was indexed; where it lay is nobody's business.
  public record SourceJson(
      String name,
      String operation,
      long bytes,
      String sha256,
      ArchiveInfo.RowCounts rows,
      String end) {
    public static SourceJson of(ArchiveInfo.SourceFile file) {
      return new SourceJson(
          file.name(),
          file.operation(),
          file.bytes(),
          file.sha256(),
          file.rows(),
          file.end().name().toLowerCase(Locale.ROOT));
    }
  }

  /// The state of the index.
  ///
  /// @param generation goes up whenever the index changes
  public record IndexJson(
      long generation, String created, String updated, int layout, int analysis, String lucene) {
    static IndexJson of(ArchiveInfo.State state) {
      var versions = state.versions();
      return new IndexJson(
          state.generation(),
          HitJson.time(state.created()),
          HitJson.time(state.updated()),
          versions.layout(),
          versions.analysis(),
          versions.lucene());
    }
  }

  /// @param oldest the oldest tweet, if any
  /// @param newest the newest tweet, with counts over all
  public static ArchiveJson of(ArchiveInfo archive, List<Hit> oldest, SearchResult newest) {
    var counts = newest.counts();
    var none = new FacetCounts(List.of(), 0);
    return new ArchiveJson(
        newest.total(),
        newest.accounts(),
        archive.rejected(),
        time(oldest),
        time(newest.hits()),
        archive.operations().entrySet().stream()
            .map(one ->
                new OperationJson(one.getKey(), one.getValue().tweets(), one.getValue().accounts()))
            .toList(),
        counts.facets().getOrDefault(Facet.LANGUAGE, none).values().stream()
            .map(ValueJson::of)
            .toList(),
        counts.timeline().map(TimelineJson::of).orElse(null),
        archive.sources().stream().map(SourceJson::of).toList(),
        IndexJson.of(archive.state()));
  }

  private static @Nullable String time(List<Hit> hits) {
    return hits.stream().findFirst().map(hit -> HitJson.time(hit.tweet().time())).orElse(null);
  }
}
