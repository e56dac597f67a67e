package org.trawl.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.trawl.search.Deadline;

/// How the indexes of a generation are.
final class ClusterHealth {
  private static final Duration CALL = Duration.ofSeconds(3);

  private ClusterHealth() {}

  /// What is wrong with them, as far as the node knows that is asked, as searches go on while nodes
  /// elect a manager: a sentence without an end each. A copy that is missing while another answers
  /// is nothing wrong.
  static List<String> problems(ClusterClient client, String index) {
    try {
      var health = client.get("/_cluster/health/" + index + "?local=true", Deadline.in(CALL));
      return health.path("status").asString().equals("red")
          ? List.of(
              "the index "
                  + index
                  + " on the cluster is red: "
                  + health.path("unassigned_shards").asInt()
                  + " of its shards are on no node, and searches are not answered")
          : List.of();
    } catch (IOException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }
}
