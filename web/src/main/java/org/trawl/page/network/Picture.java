package org.trawl.page.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.trawl.api.Json;
import org.trawl.api.network.CommunityColour;
import org.trawl.api.network.MeasuredNetwork;
import org.trawl.explain.Listing;
import org.trawl.search.Network.Edge;
import org.trawl.search.Network.Node;

/// What is drawn of a network: its heaviest edges, as far as a picture can be read and a browser
/// moves it, and their nodes.
final class Picture {
  private static final int MOST_NODES = 1_500;
  private static final int MOST_EDGES = 4_000;

  private final MeasuredNetwork network;
  private final Function<Node, String> label;
  private final Function<Node, String> href;
  private final Map<Integer, Integer> places = new LinkedHashMap<>();
  private final List<Edge> edges = new ArrayList<>();

  Picture(MeasuredNetwork network, Function<Node, String> label, Function<Node, String> href) {
    this.network = network;
    this.label = label;
    this.href = href;
    for (var edge : network.network().edges()) {
      int more =
          (places.containsKey(edge.source()) ? 0 : 1) + (places.containsKey(edge.target()) ? 0 : 1);
      if (edges.size() == MOST_EDGES || places.size() + more > MOST_NODES) {
        break;
      }
      places.computeIfAbsent(edge.source(), _ -> places.size());
      places.computeIfAbsent(edge.target(), _ -> places.size());
      edges.add(edge);
    }
  }

  /// What is drawn, for people.
  String says() {
    long all = network.network().edgeCount();
    var drawn =
        Listing.count(places.size(), "node", "nodes")
            + " and "
            + Listing.count(edges.size(), "edge", "edges");
    return edges.size() == all
        ? "All of it is drawn: " + drawn + "."
        : "The heaviest part is drawn: "
            + drawn
            + ". "
            + Listing.count(all - edges.size(), "lighter edge is", "lighter edges are")
            + " not; the files have more.";
  }

  /// What the script draws; empty if there is nothing.
  ///
  /// @param evidence the address of an edge's tweets but for its ends
  String json(String evidence) {
    if (edges.isEmpty()) {
      return "";
    }
    var colours = new ArrayList<List<Integer>>();
    for (int community = 1; community <= CommunityColour.count() + 1; community++) {
      var colour = CommunityColour.of(community);
      colours.add(List.of(colour.red(), colour.green(), colour.blue()));
    }
    var json = new LinkedHashMap<String, Object>();
    json.put("directed", network.network().type().directed());
    json.put("evidence", evidence);
    json.put("colours", colours);
    json.put("nodes", places.keySet().stream().map(this::node).toList());
    json.put(
        "edges",
        edges.stream()
            .map(edge ->
                List.of(places.get(edge.source()), places.get(edge.target()), edge.weight()))
            .toList());
    return Json.MAPPER.writeValueAsString(json);
  }

  private List<Object> node(int place) {
    var node = network.node(place);
    return List.of(
        node.id(),
        label.apply(node),
        href.apply(node),
        network.measures().communities()[place],
        network.measures().weightedDegrees()[place],
        node.tweets());
  }
}
