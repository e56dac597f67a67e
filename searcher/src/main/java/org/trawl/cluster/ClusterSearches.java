package org.trawl.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.trawl.search.Deadline;
import org.trawl.search.EngineUnavailable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Searches one generation. An answer is of all its shards, or there is none: what is missing is
/// asked for again, of the nodes that are left, until the time is over.
///
/// Thread-safe.
final class ClusterSearches {
  private static final Duration PAUSE = Duration.ofMillis(150);

  /// Searches sent in one call.
  private static final int AT_ONCE = 50;

  private final ClusterClient client;
  private final String index;

  /// @param index of a generation, not an alias: what it leads to may change between two pages
  ClusterSearches(ClusterClient client, String index) {
    this.client = client;
    this.index = index;
  }

  /// The answer to one search.
  ///
  /// @throws EngineUnavailable if not all shards answered in time
  JsonNode search(ObjectNode body, Deadline deadline) throws IOException {
    return search(List.of(body), deadline).getFirst();
  }

  /// The answers to several searches, in their order.
  List<JsonNode> search(List<ObjectNode> bodies, Deadline deadline) throws IOException {
    var answers = new ArrayList<JsonNode>();
    for (int from = 0; from < bodies.size(); from += AT_ONCE) {
      answers.addAll(some(bodies.subList(from, Math.min(bodies.size(), from + AT_ONCE)), deadline));
    }
    return answers;
  }

  private List<JsonNode> some(List<ObjectNode> bodies, Deadline deadline) throws IOException {
    var answers = new ArrayList<JsonNode>(bodies);
    var left = new ArrayList<Integer>();
    for (int i = 0; i < bodies.size(); i++) {
      left.add(i);
    }
    while (true) {
      var responses = post(left.stream().map(bodies::get).toList(), deadline);
      var missing = new ArrayList<Integer>();
      EngineUnavailable failure = null;
      for (int i = 0; i < left.size(); i++) {
        var response = responses.path(i);
        if (response.has("error")) {
          var refusal = ClusterRefusal.of(response.path("status").asInt(), response);
          if (!refusal.isPassing()) {
            throw refusal;
          }
          failure = client.unavailable(refusal);
          missing.add(left.get(i));
        } else if (Shards.areAll(response)) {
          answers.set(left.get(i), response);
        } else {
          failure = Shards.missing(response);
          missing.add(left.get(i));
        }
      }
      if (failure == null) {
        return answers;
      }
      if (deadline.left().compareTo(PAUSE) <= 0) {
        throw failure;
      }
      ClusterClient.sleep(PAUSE);
      left = missing;
    }
  }

  private JsonNode post(List<ObjectNode> bodies, Deadline deadline) throws IOException {
    var header =
        Dsl.object()
            .put("index", index)
            .put("allow_partial_search_results", false)
            .toString()
            .getBytes(UTF_8);
    var lines = new ByteArrayOutputStream();
    for (var body : bodies) {
      lines.writeBytes(header);
      lines.write('\n');
      lines.writeBytes(body.toString().getBytes(UTF_8));
      lines.write('\n');
    }
    return client.post("/_msearch", lines.toByteArray(), deadline).path("responses");
  }

  /// How many tweets a query finds.
  long count(ObjectNode query, Deadline deadline) throws IOException {
    return count(List.of(query), deadline).getFirst();
  }

  /// How many tweets each of some queries finds.
  List<Long> count(List<ObjectNode> queries, Deadline deadline) throws IOException {
    return search(queries.stream().map(ClusterSearches::counting).toList(), deadline).stream()
        .map(ClusterSearches::total)
        .toList();
  }

  /// A search that shows no tweet and counts all.
  static ObjectNode counting(ObjectNode query) {
    return Dsl.object().put("size", 0).put("track_total_hits", true).set("query", query);
  }

  static long total(JsonNode answer) {
    return answer.path("hits").path("total").path("value").asLong();
  }
}
