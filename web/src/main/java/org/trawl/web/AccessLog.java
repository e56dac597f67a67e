package org.trawl.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import org.trawl.api.Json;

/// One line of JSON for each request answered. What was searched stands in it only if asked, as
/// people's searches are private. JSON escapes every control character, so that no request can
/// write lines of its own.
final class AccessLog {
  private final Consumer<String> lines;
  private final boolean queries;

  /// @param queries whether the whole address stands in the log
  AccessLog(Consumer<String> lines, boolean queries) {
    this.lines = lines;
    this.queries = queries;
  }

  /// A request that was answered.
  ///
  /// @param route the route's pattern, such as `/api/tweets/{id}`
  /// @param target path and query as they came
  record Line(
      String client,
      String method,
      String route,
      String target,
      int status,
      Duration took,
      long bytes) {}

  void write(Line line) {
    var json = new LinkedHashMap<String, Object>();
    json.put("client", line.client);
    json.put("method", line.method);
    json.put("route", line.route);
    if (queries) {
      json.put("target", line.target);
    }
    json.put("status", line.status);
    json.put("millis", Math.round(line.took.toNanos() / 1e4) / 100.0);
    json.put("bytes", line.bytes);
    lines.accept(Json.MAPPER.writeValueAsString(json));
  }
}
