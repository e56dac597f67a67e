package org.trawl.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.trawl.api.Json;
import org.trawl.api.ParameterNames;

/// Whatever is added to the interface is fuzzed.
class FuzzedRequestTest {
  private static final int KINDS_OF_FIRST_BYTE = 32;

  @Test
  void everyDescribedParameterAndPathIsTried() throws IOException {
    var missing = new TreeSet<>(ParameterNames.SEARCH);
    try (var in = SearchServer.class.getResourceAsStream("openapi.json")) {
      var api = Json.MAPPER.readTree(in);
      for (var path : api.get("paths").properties()) {
        for (var parameter : path.getValue().findValues("parameters")) {
          for (var one : parameter) {
            if (one.path("in").asString("").equals("query")) {
              missing.add(one.get("name").asString());
            }
          }
        }
        var start = path.getKey().replaceAll("\\{.*", "");
        assertTrue(
            FuzzedRequest.ROUTES.stream().anyMatch(route -> route.startsWith(start))
                || start.equals("/openapi.json"),
            path::getKey);
      }
    }
    missing.removeAll(FuzzedRequest.NAMES);
    assertEquals(new TreeSet<>(), missing);
  }

  @Test
  void everyRouteHasAByteOfItsOwn() {
    assertEquals(KINDS_OF_FIRST_BYTE, FuzzedRequest.ROUTES.size());
    var request = new String(FuzzedRequest.of(new byte[] {33, 0, 'a'}), StandardCharsets.US_ASCII);
    assertTrue(request.startsWith("GET /api/search?q=a HTTP/1.1\r\n"), request);
  }
}
