package org.trawl.page.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trawl.api.ParameterNames;
import org.trawl.api.ParameterReader;
import org.trawl.api.Problem.Fault;
import org.trawl.api.SearchParameters;
import org.trawl.api.network.MeasuredNetwork;
import org.trawl.api.network.NetworkFormat;
import org.trawl.api.network.NetworkQuestion;
import org.trawl.explain.Listing;
import org.trawl.page.network.NetworkView.EdgeRow;
import org.trawl.page.network.NetworkView.Field;
import org.trawl.page.network.NetworkView.Found;
import org.trawl.page.network.NetworkView.Link;
import org.trawl.page.network.NetworkView.NodeRow;
import org.trawl.search.Evidence;
import org.trawl.search.Network;
import org.trawl.search.Network.Kind;
import org.trawl.search.Network.Node;
import org.trawl.search.NetworkTooLarge;
import org.trawl.search.NetworkType;
import org.trawl.search.QueryRefused;
import org.trawl.search.TweetSearch;
import org.trawl.tweet.Tweet;

/// Makes the pages of networks: the network of a search, and the tweets behind an edge.
public final class NetworkPages {
  /// Rows of each table; files have all.
  private static final int ROWS = 100;

  private static final int PAIRS = 50;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final TweetSearch searcher;
  private final Duration budget;
  private final UnaryOperator<String> shown;

  /// @param budget how long counting may take
  /// @param shown how a handle is shown: a hash by a name that can be read
  public NetworkPages(TweetSearch searcher, Duration budget, UnaryOperator<String> shown) {
    this.searcher = searcher;
    this.budget = budget;
    this.shown = shown;
  }

  /// What was asked, with what is wrong with it.
  private record Asked(
      Map<String, List<String>> parameters,
      SearchParameters search,
      NetworkQuestion question,
      List<String> faults) {}

  private Asked asked(Map<String, List<String>> parameters) {
    var search = SearchParameters.read(parameters, budget);
    var question = NetworkQuestion.read(search, new ParameterReader(parameters));
    var faults = new ArrayList<String>();
    search
        .problem()
        .ifPresent(problem -> problem.faults().forEach(fault -> faults.add(told(fault))));
    if (parameters.containsKey(NetworkQuestion.TYPE)) {
      question.faults().forEach(fault -> faults.add(told(fault)));
    }
    return new Asked(parameters, search, question, faults.stream().distinct().toList());
  }

  private static String told(Fault fault) {
    return fault.detail() + fault.suggestion().map(text -> " (" + text + ")").orElse("");
  }

  /// The page of a network; with the form alone if no type is asked for.
  ///
  /// @param parameters of the request
  public NetworkView network(Map<String, List<String>> parameters)
      throws IOException, QueryRefused {
    var asked = asked(parameters);
    if (!parameters.containsKey(NetworkQuestion.TYPE) || !asked.faults.isEmpty()) {
      return new NetworkView(form(asked, asked.faults), Optional.empty());
    }
    var started = System.nanoTime();
    try {
      var network = searcher.network(asked.question.request());
      var measured = MeasuredNetwork.of(network, searcher.archive().version(), started);
      return new NetworkView(form(asked, List.of()), Optional.of(found(asked, measured)));
    } catch (NetworkTooLarge e) {
      return new NetworkView(
          form(asked, List.of(NetworkQuestion.problem(e).detail())), Optional.empty());
    }
  }

  private NetworkView.Form form(Asked asked, List<String> faults) {
    var type = one(asked, NetworkQuestion.TYPE, NetworkType.SAME_TEXT.key());
    var hidden = new ArrayList<Field>();
    for (var name : ParameterNames.SELECTION) {
      asked.parameters.getOrDefault(name, List.of()).stream()
          .filter(value -> !value.isBlank())
          .forEach(value -> hidden.add(new Field(name, value)));
    }
    boolean first = !asked.parameters.containsKey(NetworkQuestion.TYPE);
    return new NetworkView.Form(
        one(asked, ParameterNames.QUERY, ""),
        TypeNames.groups(type),
        one(asked, NetworkQuestion.WINDOW, first ? "60s" : ""),
        one(asked, NetworkQuestion.MIN, first ? "2" : "1"),
        one(asked, NetworkQuestion.ITEMS, "1"),
        hidden,
        address("/", asked, Map.of(), false),
        faults);
  }

  private static String one(Asked asked, String name, String otherwise) {
    return asked.parameters.getOrDefault(name, List.of(otherwise)).getFirst().strip();
  }

  /// An address with the parameters of the search, and of the network if wanted.
  private static String address(
      String path, Asked asked, Map<String, String> more, boolean ofNetwork) {
    var parts = new ArrayList<String>();
    var names = new ArrayList<>(List.of(ParameterNames.QUERY));
    names.addAll(ParameterNames.SELECTION);
    if (ofNetwork) {
      names.addAll(NetworkQuestion.PARAMETERS);
    }
    for (var name : names) {
      for (var value : asked.parameters.getOrDefault(name, List.of())) {
        if (name.equals(ParameterNames.QUERY) || !value.isBlank()) {
          parts.add(name + "=" + URLEncoder.encode(value, UTF_8));
        }
      }
    }
    more.forEach((name, value) -> parts.add(name + "=" + URLEncoder.encode(value, UTF_8)));
    return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
  }

  private Found found(Asked asked, MeasuredNetwork measured) {
    var network = measured.network();
    var picture = new Picture(measured, this::label, NetworkPages::href);
    int nodes = network.nodes().size();
    return new Found(
        TypeNames.of(network.type()) + ": " + asked.search.reading(),
        Listing.count(nodes, "node", "nodes")
            + " and "
            + Listing.count(network.edgeCount(), "edge", "edges")
            + " among "
            + Listing.count(network.tweets(), "tweet", "tweets"),
        notes(measured),
        files(asked),
        picture.json(address("/network/edge", asked, Map.of(), true)),
        picture.says(),
        nodeRows(measured),
        nodes > ROWS ? "The " + ROWS + " heaviest of " + Listing.number(nodes) + "." : "",
        edgeRows(asked, measured),
        network.edges().size() > ROWS
            ? "The " + ROWS + " heaviest of " + Listing.number(network.edgeCount()) + "."
            : "",
        measured.measures().pageRanks().isPresent(),
        network.type().shares());
  }

  private static List<String> notes(MeasuredNetwork measured) {
    var network = measured.network();
    var notes = new ArrayList<String>();
    if (network.partial()) {
      notes.add(
          "Time ran out before all was counted: edges may be missing. Narrow the dates or the"
              + " query.");
    }
    if (network.left() > 0) {
      notes.add(
          Listing.count(network.left(), "lighter edge is", "lighter edges are")
              + " left out here; nodes are those of the rest.");
    }
    if (network.told().unknown() > 0) {
      notes.add(
          "Of "
              + Listing.count(network.told().unknown(), "tweet", "tweets")
              + " the archive does not tell whom or what they act on.");
    }
    if (network.told().loops() > 0) {
      notes.add(
          "Accounts acted on themselves "
              + Listing.count(network.told().loops(), "time", "times")
              + ", which makes no edge.");
    }
    return notes;
  }

  private static List<Link> files(Asked asked) {
    var files = new ArrayList<Link>();
    for (var format : NetworkFormat.values()) {
      var label =
          switch (format) {
            case JSON -> "JSON";
            case CSV -> "Edges as CSV";
            case GEXF -> "GEXF for Gephi";
            case GRAPHML -> "GraphML";
          };
      files.add(
          new Link(label, address("/api/network", asked, Map.of("format", format.key()), true)));
    }
    var nodes = new LinkedHashMap<String, String>();
    nodes.put("format", NetworkFormat.CSV.key());
    nodes.put("table", "nodes");
    files.add(2, new Link("Nodes as CSV", address("/api/network", asked, nodes, true)));
    return files;
  }

  private List<NodeRow> nodeRows(MeasuredNetwork measured) {
    var measures = measured.measures();
    return IntStream.range(0, measured.network().nodes().size())
        .boxed()
        .sorted(
            (a, b) -> Long.compare(measures.weightedDegrees()[b], measures.weightedDegrees()[a]))
        .limit(ROWS)
        .map(place -> nodeRow(measured, place))
        .toList();
  }

  private NodeRow nodeRow(MeasuredNetwork measured, int place) {
    var node = measured.node(place);
    var measures = measured.measures();
    return new NodeRow(
        link(node),
        node.kind() == Kind.OUTSIDE ? "not in the archive" : "",
        Listing.number(node.tweets()),
        Listing.number(measures.degrees()[place]),
        Listing.number(measures.weightedDegrees()[place]),
        Integer.toString(measures.communities()[place]),
        measures
            .pageRanks()
            .map(ranks -> String.format(Locale.ROOT, "%.2f", 100 * ranks[place]))
            .orElse(""),
        node.language(),
        String.join(", ", node.operations()),
        span(node.first(), node.last()));
  }

  private List<EdgeRow> edgeRows(Asked asked, MeasuredNetwork measured) {
    return measured.network().edges().stream()
        .limit(ROWS)
        .map(edge -> edgeRow(asked, measured, edge))
        .toList();
  }

  private EdgeRow edgeRow(Asked asked, MeasuredNetwork measured, Network.Edge edge) {
    var source = measured.node(edge.source());
    var target = measured.node(edge.target());
    return new EdgeRow(
        link(source),
        link(target),
        new Link(
            Listing.number(edge.weight()),
            address("/network/edge", asked, ends(source.id(), target.id()), true)),
        Listing.number(edge.items()),
        span(edge.first(), edge.last()));
  }

  private static Map<String, String> ends(String source, String target) {
    var ends = new LinkedHashMap<String, String>();
    ends.put("source", source);
    ends.put("target", target);
    return ends;
  }

  private static String span(Instant first, Instant last) {
    var from = DAY.format(first);
    var to = DAY.format(last);
    return from.equals(to) ? from : from + " to " + to;
  }

  private Link link(Node node) {
    return new Link(label(node), href(node));
  }

  private String label(Node node) {
    return switch (node.kind()) {
      case ACCOUNT, OUTSIDE -> shown.apply(node.label());
      case HASHTAG, DOMAIN -> node.label();
    };
  }

  private static String href(Node node) {
    return switch (node.kind()) {
      case ACCOUNT -> "/accounts/" + URLEncoder.encode(node.id(), UTF_8).replace("+", "%20");
      case OUTSIDE -> "/?q=" + URLEncoder.encode("@" + node.label(), UTF_8);
      case HASHTAG -> "/?q=" + URLEncoder.encode(node.label(), UTF_8);
      case DOMAIN -> "/?q=" + URLEncoder.encode("domain:" + node.label(), UTF_8);
    };
  }

  /// The tweets behind an edge; empty if there is no such edge to be asked for.
  ///
  /// @param parameters of the request
  public Optional<EdgeView> edge(Map<String, List<String>> parameters)
      throws IOException, QueryRefused {
    var asked = asked(parameters);
    var source = one(asked, "source", "");
    var target = one(asked, "target", "");
    if (!asked.faults.isEmpty() || !parameters.containsKey(NetworkQuestion.TYPE)) {
      return Optional.empty();
    }
    var from = one(asked, "from", "0");
    int passed = from.matches("[0-9]{1,6}") ? Integer.parseInt(from) : 0;
    try {
      return searcher
          .evidence(asked.question.request(), new Evidence.Asked(source, target, passed, PAIRS))
          .map(evidence -> edge(asked, evidence, passed));
    } catch (NetworkTooLarge e) {
      return Optional.empty();
    }
  }

  private EdgeView edge(Asked asked, Evidence evidence, int passed) {
    var type = asked.question.request().type();
    int next = passed + evidence.pairs().size();
    var ends = ends(evidence.source().id(), evidence.target().id());
    return new EdgeView(
        label(evidence.source()) + (type.directed() ? " → " : " – ") + label(evidence.target()),
        said(asked, evidence),
        new Link("Back to the network", address("/network", asked, Map.of(), true)),
        link(evidence.source()),
        link(evidence.target()),
        type.shares() && type != NetworkType.SAME_TEXT && type != NetworkType.SIMILAR_TEXT,
        evidence.pairs().stream().map(NetworkPages::row).toList(),
        passed == 0
            ? Optional.empty()
            : Optional.of(page(asked, ends, Math.max(0, passed - PAIRS))),
        next < evidence.total() && !evidence.pairs().isEmpty()
            ? Optional.of(page(asked, ends, next))
            : Optional.empty());
  }

  private static String page(Asked asked, Map<String, String> ends, int from) {
    var more = new LinkedHashMap<>(ends);
    more.put("from", Integer.toString(from));
    return address("/network/edge", asked, more, true);
  }

  private static String said(Asked asked, Evidence evidence) {
    var request = asked.question.request();
    var type = request.type();
    var window =
        request.rule().window().map(w -> ", at most " + apart(w.toSeconds()) + " apart").orElse("");
    return (evidence.partial() ? "At least " : "")
        + (type.shares()
            ? Listing.count(evidence.total(), "pair", "pairs")
                + " of tweets with "
                + type.words()
                + window
            : Listing.count(evidence.total(), "tweet", "tweets"))
        + ", in order of time";
  }

  private static EdgeView.PairRow row(Evidence.Pair pair) {
    return new EdgeView.PairRow(
        pair.item(),
        pair.second().isEmpty()
            ? ""
            : pair.seconds() == 0
                ? "in the same second"
                : apart(Math.abs(pair.seconds())) + (pair.seconds() < 0 ? " earlier" : " later"),
        cell(pair.first().tweet()),
        pair.second().map(hit -> cell(hit.tweet())));
  }

  private static EdgeView.TweetCell cell(Tweet tweet) {
    return new EdgeView.TweetCell(
        SECOND.format(tweet.time()),
        "/tweets/" + tweet.id(),
        tweet.content().text(),
        tweet.content().language().equals("und") ? "" : tweet.content().language());
  }

  /// A length of time in its two largest units, such as `2 h 5 min`.
  private static String apart(long seconds) {
    var units = List.of("d", "h", "min", "s");
    long[] counts = {seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60};
    return IntStream.range(0, counts.length)
        .filter(i -> counts[i] > 0)
        .limit(2)
        .mapToObj(i -> counts[i] + " " + units.get(i))
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(" "), text -> text.isEmpty() ? "0 s" : text));
  }
}
