package org.trawl.api.export;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trawl.api.ArchiveJson.SourceJson;
import org.trawl.api.HitJson;
import org.trawl.api.SearchParameters;
import org.trawl.query.QueryAst;
import org.trawl.search.ArchiveInfo;
import org.trawl.search.Facet;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;

/// What an export is of, so that whoever has the file can tell, cite and repeat it: the search, how
/// many tweets it found, the archive with its files' checksums, the program, and the file's own
/// checksum.
///
/// @param total tweets in the file
/// @param made when, ISO 8601 in UTC
/// @param program that made it, with its version
/// @param file the export; null where this stands inside of it
public record ExportManifest(
    SearchedJson search,
    long total,
    String made,
    String program,
    String format,
    List<String> columns,
    SourcesJson archive,
    @Nullable FileJson file) {

  /// What was searched.
  ///
  /// @param query as it was typed
  /// @param reading the query in plain words, the list included
  /// @param filters values that were chosen, by facet
  /// @param within whether a list was given beside the query
  public record SearchedJson(
      String query,
      String reading,
      Map<String, List<String>> filters,
      Map<String, List<String>> excludes,
      @Nullable String since,
      @Nullable String until,
      boolean within,
      String sort) {}

  /// The archive that was searched.
  ///
  /// @param version of what is indexed: see [ArchiveInfo#version]
  /// @param updated when this state of it was published
  public record SourcesJson(String version, String updated, long tweets, List<SourceJson> files) {}

  /// The export as a file.
  ///
  /// @param sha256 of its bytes, lower-case hex
  public record FileJson(String name, long bytes, String sha256) {}

  /// @param sort the order of the file
  /// @param total tweets in it
  public static ExportManifest of(
      SearchParameters search,
      Sort sort,
      ExportFormat format,
      ExportOptions options,
      ArchiveInfo archive,
      long total) {
    var selection = search.request().selection();
    return new ExportManifest(
        searched(search.query().text(), search.reading(), selection, sort),
        total,
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        programName(),
        format.key(),
        format == ExportFormat.IDS
            ? List.of(ExportColumn.ID.key())
            : options.columns().stream().map(ExportColumn::key).toList(),
        new SourcesJson(
            archive.version(),
            HitJson.time(archive.state().updated()),
            archive.tweets(),
            archive.sources().stream().map(SourceJson::of).toList()),
        null);
  }

  private static SearchedJson searched(
      String query, String reading, Selection selection, Sort sort) {
    return new SearchedJson(
        query,
        reading,
        chosen(selection.filters()),
        chosen(selection.excludes()),
        selection.since().map(Instant::toString).orElse(null),
        selection.until().map(Instant::toString).orElse(null),
        !(selection.within() instanceof QueryAst.All),
        sort.name().toLowerCase(Locale.ROOT));
  }

  private static Map<String, List<String>> chosen(Map<Facet, List<String>> values) {
    var keys = new TreeMap<String, List<String>>();
    values.forEach((facet, chosen) -> keys.put(facet.key(), List.copyOf(chosen)));
    return keys;
  }

  private static String programName() {
    var version = ExportManifest.class.getPackage().getImplementationVersion();
    return "trawl " + Objects.requireNonNullElse(version, "(not built as a jar)");
  }

  /// The same, with what the file became.
  public ExportManifest of(FileJson written) {
    return new ExportManifest(search, total, made, program, format, columns, archive, written);
  }

  /// What it says as lines of a name and a value, for a sheet of a workbook.
  List<Map.Entry<String, String>> lines() {
    var lines = new LinkedHashMap<String, String>();
    lines.put("query", search.query);
    lines.put("reading", search.reading);
    search.filters.forEach((facet, values) -> lines.put("filter " + facet, joined(values)));
    search.excludes.forEach((facet, values) -> lines.put("exclude " + facet, joined(values)));
    Optional.ofNullable(search.since).ifPresent(since -> lines.put("since", since));
    Optional.ofNullable(search.until).ifPresent(until -> lines.put("until", until));
    if (search.within) {
      lines.put("list", "a list was given beside the query; see the reading");
    }
    lines.put("order", search.sort);
    lines.put("tweets", Long.toString(total));
    lines.put("made", made);
    lines.put("program", program);
    lines.put("archive version", archive.version);
    lines.put("archive published", archive.updated);
    lines.put("tweets of the archive", Long.toString(archive.tweets));
    int number = 0;
    for (var file : archive.files) {
      number++;
      lines.put("file " + number, file.name());
      lines.put("file " + number + " sha256", file.sha256());
    }
    return List.copyOf(lines.entrySet());
  }

  private static String joined(List<String> values) {
    return String.join(" OR ", values);
  }
}
