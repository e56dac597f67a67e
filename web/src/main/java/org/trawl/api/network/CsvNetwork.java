package org.trawl.api.network;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.trawl.api.SafeCell;

/// A network's edges or nodes as a table, with the names that Gephi reads (`Source`, `Target`,
/// `Weight`, `Id`, `Label`). What others wrote stands as a [SafeCell].
final class CsvNetwork {
  private CsvNetwork() {}

  static void write(MeasuredNetwork network, NetworkFormat.Table table, OutputStream out)
      throws IOException {
    var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    switch (table) {
      case EDGES -> edges(network, csv);
      case NODES -> nodes(network, csv);
    }
    csv.flush();
  }

  private static void edges(MeasuredNetwork network, CsvWriter csv) {
    csv.writeRecord(
        "Source",
        "Target",
        "Type",
        "Weight",
        "source_label",
        "target_label",
        "items",
        "source_tweets",
        "target_tweets",
        "first",
        "last");
    var type = network.network().type().directed() ? "Directed" : "Undirected";
    for (var edge : network.network().edges()) {
      var source = network.node(edge.source());
      var target = network.node(edge.target());
      csv.writeRecord(
          SafeCell.of(source.id()),
          SafeCell.of(target.id()),
          type,
          Long.toString(edge.weight()),
          SafeCell.of(source.label()),
          SafeCell.of(target.label()),
          Integer.toString(edge.items()),
          Integer.toString(edge.sourceTweets()),
          Integer.toString(edge.targetTweets()),
          edge.first().toString(),
          edge.last().toString());
    }
  }

  private static void nodes(MeasuredNetwork network, CsvWriter csv) {
    csv.writeRecord(
        List.of(
            "Id",
            "Label",
            "kind",
            "tweets",
            "first",
            "last",
            "operations",
            "language",
            "degree",
            "weighted_degree",
            "component",
            "community",
            "page_rank"));
    var measures = network.measures();
    for (int place = 0; place < network.network().nodes().size(); place++) {
      var node = network.node(place);
      int at = place;
      csv.writeRecord(
          List.of(
              SafeCell.of(node.id()),
              SafeCell.of(node.label()),
              NetworkJson.kind(node.kind()),
              Long.toString(node.tweets()),
              node.first().toString(),
              node.last().toString(),
              SafeCell.of(String.join(" ", node.operations())),
              node.language(),
              Integer.toString(measures.degrees()[place]),
              Long.toString(measures.weightedDegrees()[place]),
              Integer.toString(measures.components()[place]),
              Integer.toString(measures.communities()[place]),
              measures.pageRanks().map(ranks -> Double.toString(ranks[at])).orElse("")));
    }
  }
}
