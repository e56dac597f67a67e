package org.trawl.cluster;

import java.io.IOException;
import org.trawl.search.EngineUnavailable;
import tools.jackson.databind.JsonNode;

/// Looks whether all shards answered. A cluster of which a shard is on no node says 200, and counts
/// what is left.
final class Shards {
  private Shards() {}

  /// Whether an answer is of all shards.
  static boolean areAll(JsonNode answer) {
    var shards = answer.path("_shards");
    return shards.path("total").asInt(-1) == shards.path("successful").asInt(-2)
        && shards.path("failed").asInt() == 0
        && !answer.path("timed_out").asBoolean();
  }

  /// @throws EngineUnavailable if an answer is not of all shards
  static void requireAll(JsonNode answer) throws IOException {
    if (!areAll(answer)) {
      throw missing(answer);
    }
  }

  static EngineUnavailable missing(JsonNode answer) {
    var shards = answer.path("_shards");
    int total = shards.path("total").asInt();
    int lost = total - shards.path("successful").asInt();
    return new EngineUnavailable(
        lost > 0
            ? lost + " of " + total + " shards of the archive did not answer"
            : "the cluster stopped a search before it was done",
        ClusterClient.RETRY_AFTER,
        null);
  }
}
