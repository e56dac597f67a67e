package org.trawl.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trawl.api.Json;

class AccessLogTest {
  private static final String FORGED = "\r\n{\"client\":\"forged\"}\u2028\u001B[2J\u0000";

  private static List<String> logged(boolean queries) {
    var lines = new ArrayList<String>();
    var log = new AccessLog(lines::add, queries);
    log.write(
        new AccessLog.Line(
            "10.0.0.1" + FORGED,
            "GET" + FORGED,
            "/api/search",
            "/api/search?q=private" + FORGED,
            200,
            Duration.ofMillis(3),
            7));
    return lines;
  }

  @Test
  void noRequestWritesLinesOfItsOwn() {
    for (var queries : List.of(true, false)) {
      var lines = logged(queries);
      assertEquals(1, lines.size());
      assertTrue(lines.getFirst().chars().noneMatch(Character::isISOControl), lines.getFirst());
      assertEquals(
          "10.0.0.1" + FORGED, Json.MAPPER.readTree(lines.getFirst()).get("client").asString());
    }
  }

  @Test
  void whatWasSearchedIsLoggedOnlyIfAsked() {
    assertTrue(logged(true).getFirst().contains("private"));
    assertFalse(logged(false).getFirst().contains("private"));
  }
}
