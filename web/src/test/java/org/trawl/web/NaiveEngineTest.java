package org.trawl.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// Another engine, without an index, behind the same interface: the server, its HTTP interface and
/// its pages need no more of an engine than [org.trawl.search.TweetSearch] says.
class NaiveEngineTest extends ApiTest {
  @Override
  LiveServer server() throws IOException {
    return LiveServer.naive();
  }

  /// Which patterns cost too much is an engine's own affair; this one tries them on every word.
  @Test
  @Override
  void patternThatCannotRunSaysWhichAndWhere() throws Exception {
    var answer = live.json("/api/search", "q", "red \"the (fox|/.*a.{18}/) runs\"");
    assertEquals(0, answer.get("total").asLong());
  }

  @Test
  void pagesAreServed() throws Exception {
    long total = live.json("/api/search", "q", "red", "size", "0").get("total").asLong();
    var results = live.get("/", "q", "red");
    assertEquals(200, results.statusCode());
    assertTrue(results.body().contains("<mark>red</mark>"), results.body());
    assertTrue(results.body().contains(Long.toString(total)), results.body());
    for (var path :
        new String[] {
          "/",
          "/archive",
          "/tweets/" + SampleArchive.HOSTILE_ID,
          "/accounts/ann",
          "/facets/hashtag",
          "/compare?q=red&q=blue",
          "/accounts?q=red&sort=topic_change"
        }) {
      assertEquals(200, live.get(path).statusCode(), path);
    }
  }
}
