package org.trawl.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trawl.search.Network;
import org.trawl.search.Network.Edge;

/// Measures of the nodes of a network, of the edges that it has: those that were left out count for
/// nothing here.
///
/// @param degrees edges of each node, both directions
/// @param weightedDegrees the sum of their weights
/// @param components the connected component, whichever way edges lead: 1 is the largest
/// @param communities the community by the Leiden algorithm: 1 is the largest
/// @param pageRanks PageRank, which sums up to 1; empty for a network without directions
@SuppressWarnings("ArrayRecordComponent") // Plain arrays beside the nodes; never compared.
public record NetworkMeasures(
    int[] degrees,
    long[] weightedDegrees,
    int[] components,
    int[] communities,
    Optional<double[]> pageRanks) {

  public static NetworkMeasures of(Network network) {
    int nodes = network.nodes().size();
    var degrees = new int[nodes];
    var weighted = new long[nodes];
    for (var edge : network.edges()) {
      degrees[edge.source()]++;
      degrees[edge.target()]++;
      weighted[edge.source()] += edge.weight();
      weighted[edge.target()] += edge.weight();
    }
    return new NetworkMeasures(
        degrees,
        weighted,
        components(nodes, network.edges()),
        Communities.of(nodes, network.edges()),
        network.type().directed()
            ? Optional.of(PageRank.of(nodes, network.edges()))
            : Optional.empty());
  }

  private static int[] components(int nodes, List<Edge> edges) {
    var parents = new int[nodes];
    Arrays.setAll(parents, node -> node);
    for (var edge : edges) {
      int one = root(parents, edge.source());
      int other = root(parents, edge.target());
      // The lower number leads, so that the same network has the same numbers.
      parents[Math.max(one, other)] = Math.min(one, other);
    }
    var groups = new int[nodes];
    Arrays.setAll(groups, node -> root(parents, node));
    return largestFirst(groups);
  }

  private static int root(int[] parents, int node) {
    int at = node;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /// Numbers groups from 1 by falling size; of the same size, that of the first node comes first.
  ///
  /// @param groups below the number of nodes each
  static int[] largestFirst(int[] groups) {
    var sizes = new int[groups.length];
    var firsts = new int[groups.length];
    Arrays.fill(firsts, Integer.MAX_VALUE);
    for (int node = 0; node < groups.length; node++) {
      sizes[groups[node]]++;
      firsts[groups[node]] = Math.min(firsts[groups[node]], node);
    }
    var order = new Integer[groups.length];
    Arrays.setAll(order, group -> group);
    Arrays.sort(
        order,
        (a, b) ->
            sizes[a] != sizes[b]
                ? Integer.compare(sizes[b], sizes[a])
                : Integer.compare(firsts[a], firsts[b]));
    var numbers = new int[groups.length];
    for (int place = 0; place < order.length; place++) {
      numbers[order[place]] = place + 1;
    }
    var numbered = new int[groups.length];
    Arrays.setAll(numbered, node -> numbers[groups[node]]);
    return numbered;
  }
}
