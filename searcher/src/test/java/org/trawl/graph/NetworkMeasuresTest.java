package org.trawl.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trawl.search.Network;
import org.trawl.search.Network.Edge;
import org.trawl.search.Network.Kind;
import org.trawl.search.Network.Node;
import org.trawl.search.Network.SetAside;
import org.trawl.search.NetworkType;

final class NetworkMeasuresTest {
  private static Network network(NetworkType type, int size, int[]... edges) {
    var nodes = new ArrayList<Node>();
    for (int i = 0; i < size; i++) {
      var id = Integer.toString(i);
      nodes.add(
          new Node(id, id, Kind.ACCOUNT, 1, Instant.EPOCH, Instant.EPOCH, List.of("ira"), "en"));
    }
    var list = new ArrayList<Edge>();
    for (var edge : edges) {
      list.add(new Edge(edge[0], edge[1], edge[2], 1, 1, 1, Instant.EPOCH, Instant.EPOCH));
    }
    return new Network(type, 1, nodes, list, list.size(), SetAside.NOTHING, false);
  }

  @Test
  void degreesCountEdgesAndAddUpWeights() {
    var measures =
        NetworkMeasures.of(
            network(
                NetworkType.RETWEET,
                3,
                new int[] {0, 1, 5},
                new int[] {1, 0, 2},
                new int[] {2, 1, 1}));
    assertArrayEquals(new int[] {2, 3, 1}, measures.degrees());
    assertArrayEquals(new long[] {7, 8, 1}, measures.weightedDegrees());
  }

  @Test
  void componentsAreNumberedFromTheLargest() {
    var measures =
        NetworkMeasures.of(
            network(
                NetworkType.SAME_TEXT,
                5,
                new int[] {3, 4, 1},
                new int[] {0, 2, 1},
                new int[] {2, 1, 1}));
    assertArrayEquals(new int[] {1, 1, 1, 2, 2}, measures.components());
    assertEquals(java.util.Optional.empty(), measures.pageRanks());
  }

  /// Two triangles with one light edge between them.
  @Test
  void communitiesAreWhereTheWeightIs() {
    var network =
        network(
            NetworkType.SAME_TEXT,
            6,
            new int[] {0, 1, 9},
            new int[] {1, 2, 9},
            new int[] {0, 2, 9},
            new int[] {3, 4, 9},
            new int[] {4, 5, 9},
            new int[] {3, 5, 9},
            new int[] {2, 3, 1});
    var communities = NetworkMeasures.of(network).communities();
    assertEquals(communities[0], communities[1]);
    assertEquals(communities[0], communities[2]);
    assertEquals(communities[3], communities[4]);
    assertEquals(communities[3], communities[5]);
    assertNotEquals(communities[0], communities[3]);
    assertArrayEquals(communities, NetworkMeasures.of(network).communities());
  }

  @Test
  void bothWaysBetweenTwoNodesAreOneTieOfACommunity() {
    var network =
        network(
            NetworkType.REPLY, 3, new int[] {0, 1, 4}, new int[] {1, 0, 4}, new int[] {2, 1, 1});
    assertEquals(3, NetworkMeasures.of(network).communities().length);
  }

  /// Of a star whose leaves all point to the middle; by hand: with d = 0.85, n = 3 and the middle's
  /// rank m and the leaves' l, l = (1 - d)/n + d m/n, and m = l + 2 d l.
  @Test
  void pageRankOfAStarIsAsByHand() {
    var ranks =
        NetworkMeasures.of(
                network(NetworkType.MENTION, 3, new int[] {1, 0, 1}, new int[] {2, 0, 7}))
            .pageRanks()
            .orElseThrow();
    double leaf = ranks[1];
    assertEquals(leaf, ranks[2], 1e-9);
    assertEquals(leaf + 2 * 0.85 * leaf, ranks[0], 1e-9);
    assertEquals(1, ranks[0] + ranks[1] + ranks[2], 1e-9);
  }

  @Test
  void nothingIsMeasuredOfNothing() {
    var measures = NetworkMeasures.of(network(NetworkType.MENTION, 0));
    assertEquals(0, measures.communities().length);
    assertEquals(0, measures.pageRanks().orElseThrow().length);
  }
}
