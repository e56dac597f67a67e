package org.trawl.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trawl.web.access.FramedBy;
import org.w3c.dom.Element;

/// Charts to take away, and charts in the frames of other sites.
@Timeout(60)
class ChartTest {
  private static final String SITE = "https://news.example";
  private static LiveServer live;
  private static LiveServer framed;

  @BeforeAll
  static void start() throws IOException {
    live = LiveServer.withPages();
    framed = LiveServer.framedBy(FramedBy.of(List.of(SITE + "/")));
  }

  @AfterAll
  static void stop() throws IOException {
    live.close();
    framed.close();
  }

  private static Element svg(HttpResponse<String> answer) throws Exception {
    assertEquals(200, answer.statusCode(), answer::body);
    assertEquals("image/svg+xml", answer.headers().firstValue("Content-Type").orElse(""));
    var parser = DocumentBuilderFactory.newNSInstance().newDocumentBuilder();
    return parser
        .parse(new ByteArrayInputStream(answer.body().getBytes(UTF_8)))
        .getDocumentElement();
  }

  private static long bars(Element svg, String colour) {
    var rects = svg.getElementsByTagName("rect");
    long bars = 0;
    for (int i = 0; i < rects.getLength(); i++) {
      bars += ((Element) rects.item(i)).getAttribute("fill").equals(colour) ? 1 : 0;
    }
    return bars;
  }

  @Test
  void aTimelineHasABarForEachPeriodAndSaysWhatItIsOf() throws Exception {
    var found = live.json("/api/search", "q", "red", "timeline", "month", "size", "0");
    long periods = 0;
    for (var bucket : found.at("/timeline/buckets")) {
      periods += bucket.get("count").asLong() > 0 ? 1 : 0;
    }
    var svg = svg(live.get("/charts/timeline.svg", "q", "red", "timeline", "month"));
    assertEquals(periods, bars(svg, "#3d8698"));
    var says = svg.getTextContent();
    assertTrue(says.contains("red"), says);
    assertTrue(says.contains(found.get("version").asString()), says);
    assertTrue(says.contains("by month; UTC"), says);
    var dark =
        svg(live.get("/charts/timeline.svg", "q", "red", "timeline", "month", "theme", "dark"));
    assertEquals(periods, bars(dark, "#4d9db1"));
  }

  @Test
  void itsNumbersAreThoseOfTheSearch() throws Exception {
    var answer = live.get("/charts/timeline.csv", "q", "red", "filter", "language:en");
    var rows = answer.body().lines().skip(1).toList();
    long sum = rows.stream().mapToLong(row -> Long.parseLong(row.split(",")[2])).sum();
    var found = live.json("/api/search", "q", "red", "filter", "language:en", "size", "0");
    assertEquals(found.get("total").asLong(), sum);
    assertEquals("start,end,tweets", answer.body().lines().findFirst().orElse(""));
  }

  @Test
  void filtersStandInTheDrawing() throws Exception {
    var svg = svg(live.get("/charts/timeline.svg", "q", "red", "filter", "language:en"));
    assertTrue(svg.getTextContent().contains("English"), svg.getTextContent());
  }

  @Test
  void whateverIsTypedStaysText() throws Exception {
    var query = "red OR \"</title><script>alert(1)</script>\"";
    var svg = svg(live.get("/charts/timeline.svg", "q", query));
    assertEquals(0, svg.getElementsByTagName("script").getLength());
    assertTrue(svg.getTextContent().contains("<script>"), svg.getTextContent());
  }

  @Test
  void searchesOnOneChartAreLinesWithTheirNames() throws Exception {
    var svg = svg(live.get("/charts/compare.svg", "q", "red", "q", "blue"));
    assertEquals(2, svg.getElementsByTagName("path").getLength());
    assertTrue(svg.getTextContent().contains("blue ·"), svg.getTextContent());
    var bars = svg(live.get("/charts/compare.svg", "q", "red", "q", "blue", "draw", "bars"));
    assertEquals(0, bars.getElementsByTagName("path").getLength());
  }

  @Test
  void anAccountsDaysAreDrawn() throws Exception {
    var account = live.json("/api/search", "q", "red").at("/hits/0/account/id").asString();
    var svg = svg(live.get("/charts/account.svg", "account", account));
    assertTrue(svg.getTextContent().contains("Mon"), svg.getTextContent());
    assertEquals(404, live.get("/charts/account.svg", "account", "no-such-account").statusCode());
  }

  @Test
  void whatCannotBeDrawnIsSaid() throws Exception {
    assertEquals(404, live.get("/charts/timeline.svg", "q", "nosuchwordanywhere").statusCode());
    assertEquals(400, live.get("/charts/timeline.svg", "q", "\"open").statusCode());
    var theme = live.get("/charts/timeline.svg", "q", "red", "theme", "pink");
    assertEquals(400, theme.statusCode());
    assertTrue(theme.body().contains("light, dark"), theme::body);
    assertEquals(404, live.get("/charts/compare.svg", "q", "nosuchwordanywhere").statusCode());
  }

  private static void assertFramedByNobody(HttpResponse<String> answer) {
    var policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    assertEquals("DENY", answer.headers().firstValue("X-Frame-Options").orElse(""));
  }

  @Test
  void onlyChartsAreFramedAndOnlyWhereTheOwnerAllowed() throws Exception {
    var account = live.json("/api/search", "q", "red").at("/hits/0/account/id").asString();
    for (var page : List.of("/?q=red&embed=1", "/compare?q=red&q=blue&embed=1")) {
      var answer = framed.get(page);
      assertEquals(200, answer.statusCode());
      assertTrue(answer.body().contains("/charts/"), answer::body);
      assertFalse(answer.body().contains("<form"), "no navigation");
      var policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
      assertTrue(policy.contains("frame-ancestors " + SITE), policy);
      assertTrue(answer.headers().firstValue("X-Frame-Options").isEmpty());
      assertFramedByNobody(live.get(page));
    }
    assertEquals(
        200,
        framed
            .get("/accounts/" + URLEncoder.encode(account, UTF_8).replace("+", "%20") + "?embed=1")
            .statusCode());
    for (var page : List.of("/?q=red", "/saved?embed=1", "/?embed=1", "/?q=%22open&embed=1")) {
      assertFramedByNobody(framed.get(page));
    }
  }

  @Test
  void aSiteToFrameChartsIsAHostAlone() {
    assertEquals(
        Set.of("https://a.example", "http://b.example:8080"),
        FramedBy.of(List.of("https://A.example/", "http://b.example:8080")).sites());
    for (var wrong :
        List.of(
            "news.example",
            "*",
            "https://a.example/path",
            "https://a.example; script-src *",
            "javascript:alert(1)",
            "https://u@a.example")) {
      var fault =
          assertThrows(IllegalArgumentException.class, () -> FramedBy.of(List.of(wrong)), wrong);
      assertTrue(String.valueOf(fault.getMessage()).contains("https://news.example"), wrong);
    }
  }
}
