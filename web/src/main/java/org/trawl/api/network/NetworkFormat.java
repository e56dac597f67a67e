package org.trawl.api.network;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.trawl.api.Json;

/// How a network is written.
public enum NetworkFormat {
  JSON("JSON", Json.MEDIA_TYPE),
  /// A table of the edges, or of the nodes.
  CSV("CSV", "text/csv; charset=utf-8; header=present"),
  /// What Gephi opens with labels, weights, times and colours.
  GEXF("GEXF", "application/gexf+xml"),
  /// What igraph, networkx and most others open.
  GRAPHML("GraphML", "application/graphml+xml");

  private final String label;
  private final String mediaType;

  NetworkFormat(String label, String mediaType) {
    this.label = label;
    this.mediaType = mediaType;
  }

  /// The name in addresses and on the command line, and the end of a file's name.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The name for people.
  public String label() {
    return label;
  }

  /// What HTTP calls it.
  public String mediaType() {
    return mediaType;
  }

  /// The names of all.
  public static String keys() {
    return Arrays.stream(values()).map(NetworkFormat::key).collect(Collectors.joining(", "));
  }

  /// Which of the two tables a CSV has.
  public enum Table {
    EDGES,
    NODES
  }

  /// Writes a network.
  ///
  /// @param title what it is of, for the formats that say so
  /// @param table of a CSV; nothing else asks
  /// @param out stays open
  public void write(MeasuredNetwork network, String title, Table table, OutputStream out)
      throws IOException {
    switch (this) {
      case JSON -> Json.MAPPER.writeValue(out, NetworkJson.of(network, title));
      case CSV -> CsvNetwork.write(network, table, out);
      case GEXF -> GexfNetwork.write(network, title, out);
      case GRAPHML -> GraphmlNetwork.write(network, title, out);
    }
  }
}
