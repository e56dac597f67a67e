package org.trawl.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.trawl.query.ParsedQuery;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.TweetSearcher;
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
  /// A person waits at the terminal and can press Ctrl-C; a search is never cut short.
  private static final Duration BUDGET = Duration.ofDays(1);

  private static final Set<Facet> FACETS =
      EnumSet.of(Facet.OPERATION, Facet.LANGUAGE, Facet.ACCOUNT, Facet.HASHTAG, Facet.DOMAIN);

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

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (limit < 0 || limit > Page.MAX_SIZE) {
      throw new ParameterException(
          spec.commandLine(), "--limit must be 0 to " + Page.MAX_SIZE + ", got " + limit);
    }
    var folder = index.folder();
    var parsed = TypedQuery.parse(query, spec.commandLine());
    try (var searcher = TweetSearcher.open(folder)) {
      var result = searcher.search(request(parsed));
      new HitPrinter(spec.commandLine().getOut()).print(parsed, result);
    } catch (QueryRefused e) {
      throw TypedQuery.tooBroad(parsed, e, spec.commandLine());
    }
    return 0;
  }

  private SearchRequest request(ParsedQuery parsed) {
    return new SearchRequest(
        parsed.ast(),
        Selection.NONE,
        new Page(sort, limit, Optional.empty(), false),
        new Counting(FACETS, 5, Optional.empty(), BUDGET));
  }
}
