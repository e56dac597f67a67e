package org.trawl.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;
import org.trawl.search.Network.Edge;

/// Communities by the Leiden algorithm (Traag, Waltman and van Eck 2019), in the implementation of
/// its authors: groups of nodes with more weight among them than chance would have, by modularity
/// at resolution 1. Directions are left out. The random numbers it takes are the same each time, so
/// that a network has the same communities each time.
final class Communities {
  private static final int ROUNDS = 10;
  private static final long SEED = 0;

  private Communities() {}

  /// The community of each node, the largest is 1.
  static int[] of(int nodes, List<Edge> edges) {
    if (edges.isEmpty()) {
      return NetworkMeasures.largestFirst(new int[nodes]);
    }
    return of(
        nodes,
        edges.stream()
            .map(edge ->
                new Ends(
                    Math.min(edge.source(), edge.target()),
                    Math.max(edge.source(), edge.target()),
                    edge.weight())));
  }

  /// The same of edges without directions.
  ///
  /// @param ends one or more
  static int[] of(int nodes, Stream<Ends> ends) {
    var network = network(nodes, ends.sorted(Ends.BY_NODES).toArray(Ends[]::new));
    double resolution =
        1 / (2 * network.getTotalEdgeWeight() + network.getTotalEdgeWeightSelfLinks());
    var leiden =
        new LeidenAlgorithm(
            resolution, ROUNDS, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(SEED));
    return NetworkMeasures.largestFirst(leiden.findClustering(network).getClusters());
  }

  /// Two nodes, the lower number first.
  record Ends(int low, int high, double weight) {
    static final Comparator<Ends> BY_NODES =
        Comparator.comparingInt(Ends::low).thenComparingInt(Ends::high);
  }

  /// The network without directions: both ways between two nodes are one edge.
  private static nl.cwts.networkanalysis.Network network(int nodes, Ends[] ends) {
    var lows = new int[ends.length];
    var highs = new int[ends.length];
    var weights = new double[ends.length];
    int size = 0;
    for (var each : ends) {
      if (size > 0 && lows[size - 1] == each.low && highs[size - 1] == each.high) {
        weights[size - 1] += each.weight;
        continue;
      }
      lows[size] = each.low;
      highs[size] = each.high;
      weights[size++] = each.weight;
    }
    var both =
        new LargeIntArray[] {
          new LargeIntArray(Arrays.copyOf(lows, size)),
          new LargeIntArray(Arrays.copyOf(highs, size))
        };
    var heavy = new LargeDoubleArray(Arrays.copyOf(weights, size));
    return new nl.cwts.networkanalysis.Network(nodes, true, both, heavy, false, false);
  }
}
