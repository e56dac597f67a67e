package org.trawl.api.network;

import java.io.IOException;
import java.io.OutputStream;
import org.trawl.api.XmlOut;
import org.trawl.search.Network.Edge;

/// A network as GraphML (graphml.graphdrawing.org). Its ids must be names, which handles and
/// hashtags need not be: nodes are numbered, and their ids are data.
final class GraphmlNetwork {
  private final MeasuredNetwork network;
  private final XmlOut xml;

  private GraphmlNetwork(MeasuredNetwork network, XmlOut xml) {
    this.network = network;
    this.xml = xml;
  }

  static void write(MeasuredNetwork network, String title, OutputStream out) throws IOException {
    var xml = new XmlOut(out);
    new GraphmlNetwork(network, xml).write(title);
    xml.finish();
  }

  private void write(String title) throws IOException {
    xml.element(
        "graphml",
        () -> {
          keys();
          xml.element(
              "graph",
              () -> {
                var left = network.leftOut();
                data(
                    "about",
                    network.network().type().key()
                        + " of "
                        + title
                        + (left.isEmpty() ? "" : "; " + left));
                nodes();
                edges();
              },
              "id",
              "G",
              "edgedefault",
              network.network().type().directed() ? "directed" : "undirected");
        },
        "xmlns",
        "http://graphml.graphdrawing.org/xmlns");
  }

  private void keys() throws IOException {
    key("about", "graph", "about", "string");
    key("label", "node", "label", "string");
    for (var field : NodeField.of(network)) {
      // A name of `id` would be taken for the node's own.
      key(id(field), "node", id(field), field.type().equals("integer") ? "int" : field.type());
    }
    key("weight", "edge", "weight", "double");
    key("items", "edge", "items", "int");
    key("source_tweets", "edge", "source_tweets", "int");
    key("target_tweets", "edge", "target_tweets", "int");
    key("edge_first", "edge", "first", "string");
    key("edge_last", "edge", "last", "string");
  }

  private static String id(NodeField field) {
    return field == NodeField.ID ? "trawl_id" : field.title();
  }

  private void key(String id, String of, String name, String type) throws IOException {
    xml.empty("key", "id", id, "for", of, "attr.name", name, "attr.type", type);
  }

  private void data(String key, String value) throws IOException {
    xml.text("data", value, "key", key);
  }

  private void nodes() throws IOException {
    for (int place = 0; place < network.network().nodes().size(); place++) {
      int at = place;
      xml.element(
          "node",
          () -> {
            data("label", network.node(at).label());
            for (var field : NodeField.of(network)) {
              var value = field.of(network, at);
              if (value.isPresent()) {
                data(id(field), value.get());
              }
            }
          },
          "id",
          "n" + place);
    }
  }

  private void edges() throws IOException {
    int id = 0;
    for (var edge : network.network().edges()) {
      xml.element(
          "edge",
          () -> edge(edge),
          "id",
          "e" + id++,
          "source",
          "n" + edge.source(),
          "target",
          "n" + edge.target());
    }
  }

  private void edge(Edge edge) throws IOException {
    data("weight", Double.toString((double) edge.weight()));
    data("items", Integer.toString(edge.items()));
    data("source_tweets", Integer.toString(edge.sourceTweets()));
    data("target_tweets", Integer.toString(edge.targetTweets()));
    data("edge_first", edge.first().toString());
    data("edge_last", edge.last().toString());
  }
}
