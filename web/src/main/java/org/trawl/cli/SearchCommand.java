package org.trawl.cli;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trawl.api.SearchJson;
import org.trawl.api.SearchParameters;
import org.trawl.api.VersionedJson;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.TweetSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `trawl search`.
@Command(
    name = "search",
    description = {
      "Answers one search on the terminal.",
      "A query that begins with - is written after --, such as: trawl search --index DIR --"
          + " -is:retweet"
    })
final class SearchCommand implements Callable<Integer> {
  /// How the answer is printed.
  private enum Format {
    TEXT,
    JSON
  }

  @Parameters(paramLabel = "QUERY", description = "As in the search box; quote it for the shell.")
  private String query;

  @Mixin private IndexOption index;

  @Option(
      names = "--sort",
      paramLabel = "S",
      defaultValue = "relevance",
      description =
          "${COMPLETION-CANDIDATES}; else ${DEFAULT-VALUE}, which is newest without words.",
      completionCandidates = SortNames.class)
  private Sort sort;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "Most hits to show, 0 to 100, else ${DEFAULT-VALUE}; trawl export gives all.")
  private int limit;

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "text",
      description = "text, or json: what /api/search answers; else ${DEFAULT-VALUE}.")
  private Format format;

  @Option(
      names = "--clauses",
      description = "Count each part of the query: by itself, and the search without it.")
  private boolean clauses;

  @Option(
      names = "--copies",
      paramLabel = "C",
      description =
          "collapse: one hit of each text, by relevance from many accounts first; similar: one of"
              + " nearly the same text; or show: every hit. Else collapse by relevance and show"
              + " otherwise.")
  private Optional<String> copies = Optional.empty();

  @Option(names = "--explain", description = "Say of each hit why it stands where it stands.")
  private boolean explain;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (limit < 0 || limit > Page.MAX_SIZE) {
      throw new ParameterException(
          spec.commandLine(), "--limit must be 0 to " + Page.MAX_SIZE + ", got " + limit);
    }
    var address = index.address();
    var parsed = TypedQuery.parse(query, spec.commandLine());
    if (copies.isPresent() && !List.of("collapse", "similar", "show").contains(copies.get())) {
      throw new ParameterException(
          spec.commandLine(), "--copies must be collapse, similar or show, got " + copies.get());
    }
    var search = parameters();
    try (var searcher = TweetSearch.open(address)) {
      var result = searcher.search(search.request());
      var advice = search.advice(searcher, result);
      var standings = search.standings(searcher, result);
      var out = spec.commandLine().getOut();
      switch (format) {
        case JSON -> {
          var json = SearchJson.of(search, result, advice, standings);
          out.println(new VersionedJson(json, searcher.archive().version()).text());
        }
        case TEXT -> new HitPrinter(out).print(search, result, advice, standings);
      }
      out.flush();
    } catch (QueryRefused e) {
      throw TypedQuery.tooBroad(parsed, e, spec.commandLine());
    }
    return 0;
  }

  /// The same parameters as in the interface for programs, so that the answers are the same.
  private SearchParameters parameters() {
    var parameters = new HashMap<String, List<String>>();
    parameters.put("q", List.of(query));
    parameters.put("sort", List.of(sort.name().toLowerCase(Locale.ROOT)));
    parameters.put("size", List.of(Integer.toString(limit)));
    copies.ifPresent(wanted -> parameters.put("copies", List.of(wanted)));
    parameters.put("explain", List.of(Boolean.toString(explain)));
    parameters.put("clauses", List.of(Boolean.toString(clauses)));
    if (format == Format.TEXT) {
      parameters.put("facets", List.of("operation,language,account,hashtag,domain"));
      parameters.put("facetSize", List.of("5"));
      parameters.put("timeline", List.of("none"));
    }
    return SearchParameters.read(parameters, TypedQuery.BUDGET);
  }
}
