package org.trawl.api.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.trawl.search.Network;

/// The answer of `/api/network`, as it is sent.
///
/// @param query the search in words
/// @param tweets hits that were looked at
/// @param edgeCount edges that the rule lets through
/// @param left how many of them are not in `edges`, as they are lighter
/// @param loops times that an account acted on itself, which makes no edge
/// @param unknown tweets of which the archive does not tell whom or what they act on
record NetworkJson(
    String version,
    String type,
    boolean directed,
    String query,
    long tweets,
    List<NodeJson> nodes,
    List<EdgeJson> edges,
    long edgeCount,
    long left,
    long loops,
    long unknown,
    double tookMillis,
    boolean partial) {

  /// @param language of most of its tweets; null unless it is an account of the archive
  /// @param pageRank null for a network without directions
  record NodeJson(
      String id,
      String label,
      String kind,
      long tweets,
      String first,
      String last,
      List<String> operations,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String language,
      int degree,
      long weightedDegree,
      int component,
      int community,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double pageRank) {
    static NodeJson of(MeasuredNetwork network, int place) {
      var node = network.node(place);
      var measures = network.measures();
      return new NodeJson(
          node.id(),
          node.label(),
          NetworkJson.kind(node.kind()),
          node.tweets(),
          node.first().toString(),
          node.last().toString(),
          node.operations(),
          node.language().isEmpty() ? null : node.language(),
          measures.degrees()[place],
          measures.weightedDegrees()[place],
          measures.components()[place],
          measures.communities()[place],
          measures.pageRanks().map(ranks -> ranks[place]).orElse(null));
    }
  }

  /// @param source a node's id
  /// @param target another's
  record EdgeJson(
      String source,
      String target,
      long weight,
      int items,
      int sourceTweets,
      int targetTweets,
      String first,
      String last) {}

  /// The name of a kind of node.
  static String kind(Network.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  static NetworkJson of(MeasuredNetwork measured, String query) {
    var network = measured.network();
    var nodes = new ArrayList<NodeJson>(network.nodes().size());
    for (int place = 0; place < network.nodes().size(); place++) {
      nodes.add(NodeJson.of(measured, place));
    }
    var edges =
        network.edges().stream()
            .map(edge ->
                new EdgeJson(
                    measured.node(edge.source()).id(),
                    measured.node(edge.target()).id(),
                    edge.weight(),
                    edge.items(),
                    edge.sourceTweets(),
                    edge.targetTweets(),
                    edge.first().toString(),
                    edge.last().toString()))
            .toList();
    return new NetworkJson(
        measured.version(),
        network.type().key(),
        network.type().directed(),
        query,
        network.tweets(),
        nodes,
        edges,
        network.edgeCount(),
        network.left(),
        network.told().loops(),
        network.told().unknown(),
        measured.took().toNanos() / 1e6,
        network.partial());
  }
}
