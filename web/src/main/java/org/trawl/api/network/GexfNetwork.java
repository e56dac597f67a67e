package org.trawl.api.network;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import org.trawl.api.XmlOut;
import org.trawl.search.Network.Edge;

/// A network as GEXF 1.2 (gexf.net): what Gephi opens with labels, weights, times, sizes and the
/// communities' colours. Later versions are read by fewer programs, as are times of day: networkx
/// knows dates alone.
///
/// An edge and a node last from the day of their first tweet to that of their last, so that Gephi's
/// timeline works; the seconds stand beside them.
final class GexfNetwork {
  private static final String NAMESPACE = "http://www.gexf.net/1.2draft";

  /// Node size at the square root of a weighted degree, within these.
  private static final double SMALL = 4;

  private static final double LARGE = 60;

  private final MeasuredNetwork network;
  private final XmlOut xml;

  private GexfNetwork(MeasuredNetwork network, XmlOut xml) {
    this.network = network;
    this.xml = xml;
  }

  static void write(MeasuredNetwork network, String title, OutputStream out) throws IOException {
    var xml = new XmlOut(out);
    new GexfNetwork(network, xml).write(title);
    xml.finish();
  }

  private void write(String title) throws IOException {
    xml.element(
        "gexf",
        () -> {
          meta(title);
          xml.element(
              "graph",
              this::graph,
              "mode",
              "dynamic",
              "defaultedgetype",
              network.network().type().directed() ? "directed" : "undirected",
              "timeformat",
              "date");
        },
        "xmlns",
        NAMESPACE,
        "xmlns:viz",
        NAMESPACE + "/viz",
        "version",
        "1.2");
  }

  private void meta(String title) throws IOException {
    xml.element(
        "meta",
        () -> {
          xml.text("creator", "Trawl");
          var left = network.leftOut();
          xml.text(
              "description",
              network.network().type().key()
                  + " of "
                  + title
                  + (left.isEmpty() ? "" : "; " + left));
        });
  }

  private void graph() throws IOException {
    xml.element(
        "attributes",
        () -> {
          for (var field : NodeField.of(network)) {
            attribute(field.title(), field.type());
          }
        },
        "class",
        "node",
        "mode",
        "static");
    xml.element(
        "attributes",
        () -> {
          attribute("items", "integer");
          attribute("source_tweets", "integer");
          attribute("target_tweets", "integer");
          attribute("first", "string");
          attribute("last", "string");
        },
        "class",
        "edge",
        "mode",
        "static");
    xml.element("nodes", this::nodes);
    xml.element("edges", this::edges);
  }

  private void attribute(String title, String type) throws IOException {
    xml.empty("attribute", "id", title, "title", title, "type", type);
  }

  private void nodes() throws IOException {
    for (int place = 0; place < network.network().nodes().size(); place++) {
      int at = place;
      var node = network.node(place);
      xml.element(
          "node",
          () -> node(at),
          "id",
          node.id(),
          "label",
          node.label(),
          "start",
          day(node.first()),
          "end",
          day(node.last()));
    }
  }

  private void node(int place) throws IOException {
    xml.element(
        "attvalues",
        () -> {
          for (var field : NodeField.of(network)) {
            var value = field.of(network, place);
            if (value.isPresent()) {
              value(field.title(), value.get());
            }
          }
        });
    var colour = CommunityColour.of(network.measures().communities()[place]);
    xml.empty(
        "viz:color",
        "r",
        Integer.toString(colour.red()),
        "g",
        Integer.toString(colour.green()),
        "b",
        Integer.toString(colour.blue()));
    double size =
        Math.clamp(Math.sqrt((double) network.measures().weightedDegrees()[place]), SMALL, LARGE);
    xml.empty("viz:size", "value", Double.toString(size));
  }

  private void value(String field, String value) throws IOException {
    xml.empty("attvalue", "for", field, "value", value);
  }

  private void edges() throws IOException {
    int id = 0;
    for (var edge : network.network().edges()) {
      xml.element(
          "edge",
          () -> edge(edge),
          "id",
          Integer.toString(id++),
          "source",
          network.node(edge.source()).id(),
          "target",
          network.node(edge.target()).id(),
          "weight",
          Long.toString(edge.weight()),
          "start",
          day(edge.first()),
          "end",
          day(edge.last()));
    }
  }

  private void edge(Edge edge) throws IOException {
    xml.element(
        "attvalues",
        () -> {
          value("items", Integer.toString(edge.items()));
          value("source_tweets", Integer.toString(edge.sourceTweets()));
          value("target_tweets", Integer.toString(edge.targetTweets()));
          value("first", edge.first().toString());
          value("last", edge.last().toString());
        });
  }

  private static String day(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
