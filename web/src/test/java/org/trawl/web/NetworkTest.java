package org.trawl.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trawl.search.NetworkType;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/// Networks over HTTP: every format holds the same one, and each edge opens its tweets.
class NetworkTest {
  private static LiveServer live;

  @BeforeAll
  static void start() throws IOException {
    live = LiveServer.start(ServerOptions.DEFAULT);
  }

  @AfterAll
  static void stop() throws IOException {
    live.close();
  }

  @Test
  void everyEdgeOpensAsManyTweetsAsItWeighs() throws Exception {
    int opened = 0;
    for (var type : NetworkType.values()) {
      var network = live.json("/api/network", "type", type.key());
      assertEquals(0, network.get("left").asLong(), type.key());
      var edges = network.get("edges");
      if (edges.isEmpty()) {
        continue;
      }
      opened++;
      var edge = edges.get(edges.size() / 2);
      var evidence =
          live.json(
              "/api/network/edge",
              "type",
              type.key(),
              "size",
              "1",
              "source",
              edge.get("source").asString(),
              "target",
              edge.get("target").asString());
      assertEquals(edge.get("weight").asLong(), evidence.get("total").asLong(), type.key());
      var pair = evidence.get("pairs").get(0);
      assertEquals(type.shares(), pair.has("target"), type.key());
      assertEquals(edge.get("weight").asLong() > 1, !evidence.get("next").isNull(), type.key());
    }
    assertTrue(opened > 8, "only " + opened + " types have edges in the sample");
  }

  @Test
  void everyFormatHoldsTheSameNetwork() throws Exception {
    for (var type : List.of("mention", "same_hashtag")) {
      var json = live.json("/api/network", "type", type);
      int nodes = json.get("nodes").size();
      int edges = json.get("edges").size();
      assertTrue(edges > 3, type);
      assertEquals(edges + 1, lines(type, "csv", "edges"));
      assertEquals(nodes + 1, lines(type, "csv", "nodes"));
      for (var format : List.of("gexf", "graphml")) {
        var xml = xml(live.get("/api/network", "type", type, "format", format).body());
        assertEquals(format, xml.getDocumentElement().getTagName());
        assertEquals(nodes, elements(xml, "node").size());
        assertEquals(edges, elements(xml, "edge").size());
        assertTrue(refersToWhatIsThere(xml), format);
      }
    }
  }

  private static long lines(String type, String format, String table) throws Exception {
    var body = live.get("/api/network", "type", type, "format", format, "table", table).body();
    return body.lines().count();
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }

  private static List<Element> elements(Document xml, String name) {
    var found = new ArrayList<Element>();
    var list = xml.getElementsByTagName(name);
    for (int i = 0; i < list.getLength(); i++) {
      found.add((Element) list.item(i));
    }
    return found;
  }

  /// Whether ids are unique, edges lead from node to node, and values are of fields that were
  /// declared before them.
  private static boolean refersToWhatIsThere(Document xml) {
    var ids = new HashSet<String>();
    for (var node : elements(xml, "node")) {
      assertTrue(ids.add(node.getAttribute("id")), "an id twice");
    }
    var fields = new HashSet<String>();
    elements(xml, "attribute").forEach(field -> fields.add(field.getAttribute("id")));
    elements(xml, "key").forEach(field -> fields.add(field.getAttribute("id")));
    return elements(xml, "edge").stream()
            .allMatch(e ->
                ids.contains(e.getAttribute("source")) && ids.contains(e.getAttribute("target")))
        && elements(xml, "attvalue").stream().allMatch(v -> fields.contains(v.getAttribute("for")))
        && elements(xml, "data").stream().allMatch(v -> fields.contains(v.getAttribute("key")));
  }

  @Test
  void gexfHasItsPartsInTheOrderOfItsSchema() throws Exception {
    var xml = xml(live.get("/api/network", "type", "mention", "format", "gexf").body());
    var root = xml.getDocumentElement();
    assertEquals("http://www.gexf.net/1.2draft", root.getAttribute("xmlns"));
    assertEquals(List.of("meta", "graph"), children(root));
    assertEquals(
        List.of("attributes", "attributes", "nodes", "edges"),
        children(elements(xml, "graph").getFirst()));
    assertEquals(
        List.of("attvalues", "viz:color", "viz:size"), children(elements(xml, "node").getFirst()));
    assertEquals("directed", elements(xml, "graph").getFirst().getAttribute("defaultedgetype"));
  }

  private static List<String> children(Element element) {
    var names = new ArrayList<String>();
    for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element one) {
        names.add(one.getTagName());
      }
    }
    return names;
  }

  @Test
  void heaviestEdgesComeFirstAndTheRestIsTold() throws Exception {
    var all = live.json("/api/network", "type", "hashtag_account");
    var few = live.json("/api/network", "type", "hashtag_account", "edges", "2");
    assertEquals(2, few.get("edges").size());
    assertEquals(all.get("edgeCount").asLong() - 2, few.get("left").asLong());
    assertEquals(all.get("edges").get(0), few.get("edges").get(0));
  }

  @Test
  void filesHaveNamesAndTypes() throws Exception {
    var file = live.get("/api/network", "type", "same_text", "format", "gexf");
    assertEquals("application/gexf+xml", file.headers().firstValue("content-type").orElseThrow());
    assertEquals(
        "attachment; filename=\"trawl-same-text.gexf\"",
        file.headers().firstValue("content-disposition").orElseThrow());
  }

  @Test
  void badParametersAreNamed() throws Exception {
    refused("type must be given", "q", "red");
    refused("there is no type friends", "type", "friends");
    refused("there is no type nearly_text", "type", "nearly_text");
    refused("window must be a length of time", "type", "same_text", "window", "1 week");
    refused("at most 366d", "type", "same_text", "window", "400d");
    refused("window is for the types same_", "type", "mention", "window", "60s");
    refused("items is for the types same_", "type", "mention", "items", "2");
    refused("min must be a whole number", "type", "mention", "min", "0");
    refused("edges must be a whole number", "type", "mention", "edges", "1000000");
    refused("there is no parameter colour", "type", "mention", "colour", "red");
    var edge = live.get("/api/network/edge", "type", "mention", "source", "1");
    assertEquals(400, edge.statusCode());
    assertTrue(edge.body().contains("target must be given"), edge.body());
    var nobody =
        live.get("/api/network/edge", "type", "mention", "source", "@no", "target", "@body");
    assertEquals(404, nobody.statusCode());
  }

  private static void refused(String why, String... parameters) throws Exception {
    var answer = live.get("/api/network", parameters);
    assertEquals(400, answer.statusCode(), why);
    assertTrue(answer.body().contains(why), answer.body());
  }

  @Test
  void answersCanBeKept() throws Exception {
    var first = live.get("/api/network", "type", "mention");
    var tag = first.headers().firstValue("etag").orElseThrow();
    var again =
        live.send(live.request("/api/network", "type", "mention").header("If-None-Match", tag));
    assertEquals(304, again.statusCode());
    assertFalse(first.body().contains("\"partial\":true"));
  }
}
