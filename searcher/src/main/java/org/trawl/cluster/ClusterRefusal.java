package org.trawl.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A cluster answered a call with an error.
final class ClusterRefusal extends IOException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String types;

  private ClusterRefusal(int status, String types, String reason) {
    super(reason);
    this.status = status;
    this.types = types;
  }

  /// @param body what came with the status
  static ClusterRefusal of(int status, JsonNode body) {
    var types = new ArrayList<String>();
    var reasons = new ArrayList<String>();
    collect(body.path("error"), types, reasons);
    var reason = reasons.isEmpty() ? "status " + status : reasons.getLast();
    return new ClusterRefusal(status, String.join(" ", types), reason);
  }

  /// The outermost first; the innermost say most.
  private static void collect(JsonNode error, List<String> types, List<String> reasons) {
    if (error.isString()) {
      reasons.add(error.asString());
      return;
    }
    if (error.hasNonNull("type")) {
      types.add(error.get("type").asString());
    }
    if (error.hasNonNull("reason") && error.get("reason").isString()) {
      reasons.add(error.get("reason").asString());
    }
    for (var failed : error.path("failed_shards")) {
      collect(failed.path("reason"), types, reasons);
    }
    if (error.has("caused_by")) {
      collect(error.get("caused_by"), types, reasons);
    }
  }

  int status() {
    return status;
  }

  /// Whether an error of a type is among its causes.
  boolean isOf(String type) {
    return types.contains(type);
  }

  /// Whether the same may well be answered when asked again: nodes that are busy, starting, lost or
  /// elect a manager.
  boolean isPassing() {
    return (status == 429 && !isBlocked()) || status >= 500;
  }

  /// Whether indexes were made read-only, as the cluster does when a disk is full.
  boolean isBlocked() {
    return isOf("cluster_block_exception") && status < 500;
  }

  /// Whether a query has more parts than the cluster lets one have.
  boolean isTooLarge() {
    return isOf("too_many_clauses")
        || isOf("too_many_nested_clauses")
        || isOf("too_complex_to_determinize");
  }
}
