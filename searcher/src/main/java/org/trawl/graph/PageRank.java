package org.trawl.graph;

import java.util.Arrays;
import java.util.List;
import org.trawl.search.Network.Edge;

/// PageRank (Brin and Page 1998) over weighted, directed edges, by power iteration: with a chance
/// of 0.85 on along an edge as heavy as it is, else, and from a node without edges that lead on, to
/// any node.
final class PageRank {
  private static final double DAMPING = 0.85;

  /// It ends when all ranks together change by less than this.
  private static final double ENOUGH = 1e-10;

  private static final int MOST_ROUNDS = 200;

  private PageRank() {}

  static double[] of(int nodes, List<Edge> edges) {
    var out = new double[nodes];
    for (var edge : edges) {
      out[edge.source()] += edge.weight();
    }
    var ranks = new double[nodes];
    Arrays.fill(ranks, 1.0 / Math.max(1, nodes));
    for (int round = 0; round < MOST_ROUNDS; round++) {
      var next = next(ranks, out, edges);
      double change = 0;
      for (int node = 0; node < nodes; node++) {
        change += Math.abs(next[node] - ranks[node]);
      }
      ranks = next;
      if (change < ENOUGH) {
        break;
      }
    }
    return ranks;
  }

  private static double[] next(double[] ranks, double[] out, List<Edge> edges) {
    double lost = 0;
    for (int node = 0; node < ranks.length; node++) {
      lost += out[node] == 0 ? ranks[node] : 0;
    }
    var next = new double[ranks.length];
    Arrays.fill(next, (1 - DAMPING + DAMPING * lost) / ranks.length);
    for (var edge : edges) {
      next[edge.target()] += DAMPING * ranks[edge.source()] * edge.weight() / out[edge.source()];
    }
    return next;
  }
}
