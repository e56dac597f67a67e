package org.trawl.api.network;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.trawl.graph.NetworkMeasures;
import org.trawl.search.Network;

/// A network with what is told of its nodes.
///
/// @param version of the archive: see [org.trawl.search.ArchiveInfo#version]
/// @param took to count and measure it
public record MeasuredNetwork(
    Network network, NetworkMeasures measures, String version, Duration took) {
  public MeasuredNetwork {
    requireNonNull(version, "version");
    requireNonNull(network, "network");
    requireNonNull(measures, "measures");
    requireNonNull(took, "took");
  }

  /// @param started when counting began, on the clock of [System#nanoTime]
  public static MeasuredNetwork of(Network network, String version, long started) {
    var measures = NetworkMeasures.of(network);
    return new MeasuredNetwork(
        network, measures, version, Duration.ofNanos(System.nanoTime() - started));
  }

  /// The node that stands at a place.
  public Network.Node node(int place) {
    return network.nodes().get(place);
  }

  /// What is left out, for people; empty if nothing is.
  public String leftOut() {
    return network.left() == 0
        ? ""
        : "the "
            + network.edges().size()
            + " heaviest of "
            + network.edgeCount()
            + " edges; measures are of these";
  }
}
