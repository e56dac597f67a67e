package org.trawl.api.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the XML formats tell of a node besides its id and label.
enum NodeField {
  ID("id", "string"),
  KIND("kind", "string"),
  TWEETS("tweets", "long"),
  FIRST("first", "string"),
  LAST("last", "string"),
  OPERATIONS("operations", "string"),
  LANGUAGE("language", "string"),
  DEGREE("degree", "integer"),
  WEIGHTED_DEGREE("weighted_degree", "long"),
  COMPONENT("component", "integer"),
  COMMUNITY("community", "integer"),
  PAGE_RANK("page_rank", "double");

  private final String title;
  private final String type;

  NodeField(String title, String type) {
    this.title = title;
    this.type = type;
  }

  String title() {
    return title;
  }

  /// `string`, `integer`, `long` or `double`.
  String type() {
    return type;
  }

  /// The fields of a network's nodes.
  static List<NodeField> of(MeasuredNetwork network) {
    return Arrays.stream(values())
        .filter(field -> field != PAGE_RANK || network.measures().pageRanks().isPresent())
        .toList();
  }

  /// What it is of a node; empty if there is nothing to tell.
  Optional<String> of(MeasuredNetwork network, int place) {
    var node = network.node(place);
    var measures = network.measures();
    var value =
        switch (this) {
          case ID -> node.id();
          case KIND -> NetworkJson.kind(node.kind());
          case TWEETS -> Long.toString(node.tweets());
          case FIRST -> node.first().toString();
          case LAST -> node.last().toString();
          case OPERATIONS -> String.join(" ", node.operations());
          case LANGUAGE -> node.language();
          case DEGREE -> Integer.toString(measures.degrees()[place]);
          case WEIGHTED_DEGREE -> Long.toString(measures.weightedDegrees()[place]);
          case COMPONENT -> Integer.toString(measures.components()[place]);
          case COMMUNITY -> Integer.toString(measures.communities()[place]);
          case PAGE_RANK ->
              measures.pageRanks().map(ranks -> Double.toString(ranks[place])).orElse("");
        };
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }
}
