package org.trawl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trawl.api.ParameterReader;
import org.trawl.api.Problem.Fault;
import org.trawl.api.SearchParameters;
import org.trawl.api.network.MeasuredNetwork;
import org.trawl.api.network.NetworkFormat;
import org.trawl.api.network.NetworkFormat.Table;
import org.trawl.api.network.NetworkQuestion;
import org.trawl.explain.Listing;
import org.trawl.search.NetworkTooLarge;
import org.trawl.search.NetworkType;
import org.trawl.search.QueryRefused;
import org.trawl.search.TweetSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `trawl network`.
@Command(
    name = "network",
    description = {
      "Writes who acted with whom among the tweets that a search finds.",
      "same_… joins accounts that acted on the same item, each with a tweet of its own, within"
          + " --window."
    })
final class NetworkCommand implements Callable<Integer> {
  @Parameters(paramLabel = "QUERY", description = "As in the search box; quote it for the shell.")
  private String query;

  @Mixin private IndexOption index;

  @Option(
      names = "--type",
      paramLabel = "T",
      required = true,
      completionCandidates = Types.class,
      description = "${COMPLETION-CANDIDATES}.")
  private String type;

  static final class Types implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(NetworkType.values()).map(NetworkType::key).iterator();
    }
  }

  @Option(
      names = "--window",
      paramLabel = "T",
      defaultValue = "none",
      description =
          "same_…: most time between two tweets on one item, such as 60s, 5m, 2h or 1d; else any.")
  private String window;

  @Option(
      names = "--min",
      paramLabel = "N",
      defaultValue = "1",
      description = "Least weight of an edge, else ${DEFAULT-VALUE}.")
  private String min;

  @Option(
      names = "--items",
      paramLabel = "N",
      defaultValue = "1",
      description = "same_…: on at least so many different items, else ${DEFAULT-VALUE}.")
  private String items;

  @Option(
      names = "--edges",
      paramLabel = "N",
      defaultValue = "" + NetworkQuestion.USUAL_EDGES,
      description = "Most edges, the heaviest; else ${DEFAULT-VALUE}, at most 100000.")
  private String edges;

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "csv",
      completionCandidates = Formats.class,
      description = "${COMPLETION-CANDIDATES}; else ${DEFAULT-VALUE}.")
  private NetworkFormat format;

  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(NetworkFormat.values()).map(NetworkFormat::key).iterator();
    }
  }

  @Option(
      names = "--table",
      paramLabel = "T",
      defaultValue = "edges",
      description = "Of a CSV: edges or nodes; else ${DEFAULT-VALUE}.")
  private Table table;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Else standard output. It gets its name once it is whole.")
  private Optional<Path> output;

  @ParentCommand private Trawl trawl;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var command = spec.commandLine();
    var address = index.address();
    var parsed = TypedQuery.parse(query, command);
    var parameters = parameters();
    var search = SearchParameters.read(parameters, TypedQuery.BUDGET);
    var question = NetworkQuestion.read(search, new ParameterReader(parameters));
    if (!question.faults().isEmpty()) {
      throw new ParameterException(command, told(question.faults().getFirst()));
    }
    try (var searcher = TweetSearch.open(address)) {
      var started = System.nanoTime();
      var network = searcher.network(question.request());
      var measured = MeasuredNetwork.of(network, searcher.archive().version(), started);
      try (var file = OutputFile.open(output, trawl, command)) {
        format.write(measured, search.reading(), table, file.stream());
        file.finish();
      }
      command.getErr().println(summary(measured));
      command.getErr().flush();
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
    parameters.put(NetworkQuestion.MIN, List.of(min));
    parameters.put(NetworkQuestion.ITEMS, List.of(items));
    parameters.put(NetworkQuestion.EDGES, List.of(edges));
    return parameters;
  }

  private static String told(Fault fault) {
    return fault.parameter().equals("q") ? fault.detail() : "--" + fault.detail();
  }

  private String summary(MeasuredNetwork measured) {
    var network = measured.network();
    var left = measured.leftOut();
    return Listing.count(network.nodes().size(), "node", "nodes")
        + " and "
        + Listing.count(network.edges().size(), "edge", "edges")
        + " of "
        + Listing.count(network.tweets(), "tweet", "tweets")
        + String.format(Locale.ROOT, " in %.1f s", measured.took().toMillis() / 1e3)
        + (left.isEmpty() ? "" : ": " + left)
        + output.map(path -> ", written to " + path).orElse("");
  }
}
