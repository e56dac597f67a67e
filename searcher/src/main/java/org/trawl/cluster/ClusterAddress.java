package org.trawl.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Where an archive lies on a cluster: `opensearch://HOST:PORT/NAME`, or with several nodes, any of
/// which is asked: `opensearch://HOST:PORT,HOST:PORT/NAME`.
///
/// @param nodes `HOST:PORT` each, one or more
/// @param name of the alias that leads to the generation in service
record ClusterAddress(List<String> nodes, String name) {
  static final String SCHEME = "opensearch://";

  private static final int PORT = 9200;

  /// What OpenSearch takes for the name of an index, less dots, so that no name is taken for a
  /// hidden index.
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,99}");

  /// A name ends like this where it is that of a generation, not of an archive.
  private static final Pattern GENERATION = Pattern.compile(".*-g\\d+(-meta)?");

  private static final Pattern NODE =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

  ClusterAddress {
    nodes = List.copyOf(nodes);
  }

  static boolean is(String address) {
    return address.startsWith(SCHEME);
  }

  /// @throws IOException if it is not written as one; the message says what is wrong
  static ClusterAddress of(String address) throws IOException {
    if (!is(address)) {
      throw new IOException(address + " is no address of a cluster: " + form());
    }
    var rest = address.substring(SCHEME.length());
    var slash = rest.indexOf('/');
    if (slash < 0) {
      throw new IOException(address + " names no archive: " + form());
    }
    var name = rest.substring(slash + 1);
    if (!NAME.matcher(name).matches() || GENERATION.matcher(name).matches()) {
      throw new IOException(
          "“"
              + name
              + "” cannot be the name of an archive on a cluster: up to 100 lower-case letters,"
              + " digits, _ and -, not ending like a generation (-g1)");
    }
    var nodes = new ArrayList<String>();
    for (var node : rest.substring(0, slash).split(",", -1)) {
      var match = NODE.matcher(node);
      if (!match.matches()) {
        throw new IOException("“" + node + "” is no HOST:PORT in " + address + ": " + form());
      }
      nodes.add(match.group(2) == null ? node + ":" + PORT : node);
    }
    return new ClusterAddress(nodes, name);
  }

  private static String form() {
    return "write " + SCHEME + "HOST:PORT/NAME";
  }

  /// The index of a generation.
  String generation(long number) {
    return name + "-g" + number;
  }

  /// The number of a generation of this archive by the name of its index; 0 for any other index.
  long number(String index) {
    var prefix = name + "-g";
    var number = index.startsWith(prefix) ? index.substring(prefix.length()) : "";
    return number.matches("[1-9]\\d{0,17}") ? Long.parseLong(number) : 0;
  }

  /// The index that holds what a generation has beside its tweets.
  static String meta(String generation) {
    return generation + "-meta";
  }

  @Override
  public String toString() {
    return SCHEME + String.join(",", nodes) + "/" + name;
  }
}
