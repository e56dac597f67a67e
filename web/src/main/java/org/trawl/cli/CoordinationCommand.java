package org.trawl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.trawl.api.Json;
import org.trawl.api.ParameterReader;
import org.trawl.api.SearchParameters;
import org.trawl.api.network.CoordinationCsv;
import org.trawl.api.network.CoordinationJson;
import org.trawl.api.network.CoordinationQuestion;
import org.trawl.api.network.NetworkQuestion;
import org.trawl.explain.Listing;
import org.trawl.search.NetworkTooLarge;
import org.trawl.search.QueryRefused;
import org.trawl.search.TweetSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `trawl coordination`.
@Command(
    name = "coordination",
    description = {
      "Groups of accounts that acted on the same items within moments, more often than chance has"
          + " it, the most improbable first.",
      "Chance is what the same tweets would give if each had the time of any other of its day."
    })
final class CoordinationCommand implements Callable<Integer> {
  /// Members that the text names of each group.
  private static final int NAMED = 12;

  @Parameters(paramLabel = "QUERY", description = "As in the search box; quote it for the shell.")
  private String query;

  @Mixin private IndexOption index;

  @Option(
      names = "--type",
      paramLabel = "T",
      defaultValue = "same_text",
      description =
          "What accounts share: same_text, similar_text, same_link, same_domain, same_hashtag,"
              + " same_retweet or same_reply; else ${DEFAULT-VALUE}.")
  private String type;

  @Option(
      names = "--window",
      paramLabel = "T",
      defaultValue = "60s",
      description = "Most time between two tweets, such as 10s, 5m or 1h; else ${DEFAULT-VALUE}.")
  private String window;

  @Option(
      names = "--items",
      paramLabel = "N",
      defaultValue = "" + CoordinationQuestion.USUAL_ITEMS,
      description = "On at least so many different items, else ${DEFAULT-VALUE}.")
  private String items;

  @Option(
      names = "--groups",
      paramLabel = "N",
      defaultValue = "" + CoordinationQuestion.USUAL_GROUPS,
      description = "Most groups, else ${DEFAULT-VALUE}, at most 1000.")
  private String groups;

  /// How the answer is printed.
  private enum Format {
    TEXT,
    JSON,
    CSV
  }

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "text",
      description =
          "text; json, what /api/coordination answers; or csv, a row for each pair; else"
              + " ${DEFAULT-VALUE}.")
  private Format format;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var command = spec.commandLine();
    var address = index.address();
    var parsed = TypedQuery.parse(query, command);
    var parameters = parameters();
    var search = SearchParameters.read(parameters, TypedQuery.BUDGET);
    var question = CoordinationQuestion.read(search, new ParameterReader(parameters));
    if (!question.faults().isEmpty()) {
      throw new ParameterException(command, "--" + question.faults().getFirst().detail());
    }
    try (var searcher = TweetSearch.open(address)) {
      var found = searcher.coordination(question.request());
      print(CoordinationJson.of(question.request(), found, searcher.archive().version()));
    } catch (QueryRefused e) {
      throw TypedQuery.tooBroad(parsed, e, command);
    } catch (NetworkTooLarge e) {
      throw new IOException(NetworkQuestion.problem(e).detail(), e);
    }
    return 0;
  }

  /// The same parameters as in the interface for programs, so that the answers are the same.
  private Map<String, List<String>> parameters() {
    var parameters = new HashMap<String, List<String>>();
    parameters.put("q", List.of(query));
    parameters.put(NetworkQuestion.TYPE, List.of(type));
    parameters.put(NetworkQuestion.WINDOW, List.of(window));
    parameters.put(NetworkQuestion.ITEMS, List.of(items));
    parameters.put(CoordinationQuestion.GROUPS, List.of(groups));
    return parameters;
  }

  private void print(CoordinationJson found) {
    var out = spec.commandLine().getOut();
    switch (format) {
      case JSON -> out.println(Json.MAPPER.writeValueAsString(found));
      case CSV -> out.print(CoordinationCsv.of(found));
      case TEXT -> text(out, found);
    }
    out.flush();
  }

  private static void text(PrintWriter out, CoordinationJson found) {
    out.println(
        Listing.count(found.groups().size() + found.left(), "group", "groups")
            + ", "
            + Listing.count(found.pairs(), "pair", "pairs")
            + " of "
            + Listing.count(found.accounts(), "account", "accounts")
            + "; with times shuffled within each day: "
            + Listing.count(found.chance().groups(), "group", "groups")
            + (found.partial() ? ". Time ran out before all was counted" : ""));
    for (var group : found.groups()) {
      out.println();
      out.printf(
          Locale.ROOT,
          "%d. %s, on %s of %s, %s to %s; surprise %.1f%n",
          group.group(),
          Listing.count(group.members().size(), "account", "accounts"),
          Listing.count(group.items(), "item", "items"),
          Listing.count(group.days(), "day", "days"),
          group.first().substring(0, 10),
          group.last().substring(0, 10),
          group.surprise());
      out.println(
          "   "
              + group.members().stream()
                  .limit(NAMED)
                  .map(CoordinationJson.MemberJson::label)
                  .map(TerminalText::line)
                  .collect(Collectors.joining(", "))
              + (group.members().size() > NAMED
                  ? " and " + (group.members().size() - NAMED) + " more"
                  : ""));
      var pair = group.pairs().getFirst();
      out.printf(
          Locale.ROOT,
          "   most improbable pair: together %d times, %.3f by chance%n",
          pair.together(),
          pair.expected());
      for (var example : group.examples().subList(0, Math.min(2, group.examples().size()))) {
        out.println("   " + example.members() + " × " + TerminalText.line(example.tweet().text()));
      }
    }
  }
}
