package org.trawl.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.trawl.search.Deadline;
import tools.jackson.databind.JsonNode;

/// What a cluster is, as far as it matters before something is sent there.
///
/// @param version of OpenSearch
/// @param dataNodes nodes that hold shards
/// @param freeBytes on the disks of all of these
/// @param mostClauses parts that one query may have
record ClusterState(String version, int dataNodes, long freeBytes, long mostClauses) {
  /// As many as a query of Trawl's can have, with what its words stand for.
  static final long CLAUSES = 100_000;

  private static final String CLAUSE_SETTING = "indices.query.bool.max_clause_count";
  private static final int MAJOR = 3;

  /// Asks a cluster.
  ///
  /// @throws IOException if it is none that an archive can be published to; the message says why
  static ClusterState of(ClusterClient client, Deadline deadline) throws IOException {
    var version = version(client, deadline);
    var health = client.get("/_cluster/health", deadline);
    if (health.path("status").asString().equals("red")) {
      throw new IOException(
          "the cluster is red: "
              + health.path("unassigned_shards").asInt()
              + " of its shards are on no node. Mend that first: GET _cluster/allocation/explain"
              + " tells why");
    }
    long free = 0;
    var disks =
        client.get("/_nodes/stats/fs?filter_path=nodes.*.fs.total.available_in_bytes", deadline);
    for (var node : disks.path("nodes")) {
      free += node.path("fs").path("total").path("available_in_bytes").asLong();
    }
    var settings =
        client.get("/_cluster/settings?include_defaults=true&flat_settings=true", deadline);
    if (setting(settings, "cluster.blocks.read_only").equals("true")) {
      throw new IOException("the cluster is set read-only (cluster.blocks.read_only)");
    }
    var scripts = setting(settings, "script.allowed_types");
    if (!scripts.isEmpty() && !scripts.contains("inline") && !scripts.contains("both")) {
      throw new IOException(
          "the cluster runs no inline scripts (script.allowed_types): Trawl counts different"
              + " accounts and texts by one");
    }
    var clauses = setting(settings, CLAUSE_SETTING);
    return new ClusterState(
        version,
        health.path("number_of_data_nodes").asInt(),
        free,
        clauses.isEmpty() ? 1_024 : Long.parseLong(clauses));
  }

  private static String version(ClusterClient client, Deadline deadline) throws IOException {
    JsonNode root;
    try {
      root = client.get("/", deadline);
    } catch (ClusterRefusal e) {
      if (e.status() == 401 || e.status() == 403) {
        throw refused(e);
      }
      throw e;
    }
    var told = root.path("version");
    var number = told.path("number").asString("");
    var major = number.split("\\.", 2)[0];
    if (!told.path("distribution").asString("").equals("opensearch")
        || !major.matches("\\d{1,4}")
        || Integer.parseInt(major) < MAJOR) {
      throw new IOException(
          "at "
              + client.address().nodes().getFirst()
              + " answers no OpenSearch of version "
              + MAJOR
              + " or later"
              + (number.isEmpty() ? "" : ", but " + number));
    }
    return number;
  }

  /// A cluster that lets its user not do what is needed.
  static IOException refused(ClusterRefusal refusal) {
    return new IOException(
        "the cluster does not let this user in: "
            + refusal.getMessage()
            + "; "
            + ClusterAccess.USER
            + " and "
            + ClusterAccess.PASSWORD_FILE
            + " say who asks",
        refusal);
  }

  private static String setting(JsonNode settings, String name) {
    for (var of : List.of("transient", "persistent", "defaults")) {
      var value = settings.path(of).path(name);
      if (!value.isMissingNode()) {
        // No list is every kind there is.
        return value.isArray() ? (value.isEmpty() ? "" : value.toString()) : value.asString();
      }
    }
    return "";
  }

  /// What would be better otherwise, though it works as it is: a sentence each.
  List<String> advice() {
    var advice = new ArrayList<String>();
    if (mostClauses < CLAUSES) {
      advice.add(
          "the cluster lets a query have %,d parts; longer ones will be refused. PUT"
                  .formatted(mostClauses)
              + " _cluster/settings {\"persistent\": {\""
              + CLAUSE_SETTING
              + "\": "
              + CLAUSES
              + "}} allows all that Trawl reads");
    }
    if (dataNodes == 1) {
      advice.add("the cluster has one data node: when it fails, nothing is answered");
    }
    return advice;
  }
}
