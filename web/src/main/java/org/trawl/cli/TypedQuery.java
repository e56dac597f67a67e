package org.trawl.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trawl.explain.HintText;
import org.trawl.explain.ProblemText;
import org.trawl.query.ParsedQuery;
import org.trawl.query.QueryParser;
import org.trawl.query.QueryProblem;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.TweetSearch;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// A query from the command line.
final class TypedQuery {
  /// A person waits at the terminal and can press Ctrl-C; a search is never cut short.
  static final Duration BUDGET = Duration.ofDays(1);

  private TypedQuery() {}

  /// How many tweets a query finds.
  static long count(TweetSearch searcher, ParsedQuery query) throws IOException, QueryRefused {
    var page = new Page(Sort.NEWEST, 0, Optional.empty(), false);
    var counting = new Counting(Set.of(), 1, Optional.empty(), BUDGET);
    return searcher.search(new SearchRequest(query.ast(), Selection.NONE, page, counting)).total();
  }

  /// Reads a query; hints on it go to standard error.
  ///
  /// @throws ParameterException if it has problems, with each of them marked
  static ParsedQuery parse(String typed, CommandLine command) {
    var parsed = QueryParser.parse(typed);
    if (!parsed.problems().isEmpty()) {
      throw refused(parsed, parsed.problems(), command);
    }
    for (var hint : parsed.hints()) {
      command.getErr().println("hint: " + HintText.of(hint));
    }
    return parsed;
  }

  /// What to throw when a query that could be read is too broad to run.
  static ParameterException tooBroad(
      ParsedQuery parsed, QueryRefused refused, CommandLine command) {
    return refused(parsed, List.of(refused.problem(parsed)), command);
  }

  private static ParameterException refused(
      ParsedQuery parsed, List<QueryProblem> problems, CommandLine command) {
    var lines = new ArrayList<String>();
    lines.add("The query cannot be run as it stands:");
    for (var problem : problems) {
      for (var line : QueryCarets.mark(parsed.text(), problem.span())) {
        lines.add("  " + line);
      }
      var text = ProblemText.of(problem);
      lines.add("  " + text.message() + text.suggestion().map(s -> " (" + s + ")").orElse(""));
    }
    return new ParameterException(command, String.join(System.lineSeparator(), lines));
  }
}
