package org.trawl.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.api.Json;

/// An export comes with what it is of, if asked.
class ExportManifestTest {
  @TempDir static Path folder;
  private static LiveServer live;

  @BeforeAll
  static void start() throws IOException {
    live = LiveServer.start(ServerOptions.DEFAULT);
  }

  @AfterAll
  static void stop() throws IOException {
    live.close();
  }

  private static byte[] bytes(String address) throws Exception {
    return live.bytes(live.request(address)).body();
  }

  /// By its directory, as the programs do that open workbooks.
  private static Map<String, byte[]> unpacked(byte[] bytes) throws IOException {
    var entries = new HashMap<String, byte[]>();
    try (var zip = new ZipFile(Files.write(folder.resolve("export.zip"), bytes).toFile())) {
      for (var entry : Collections.list(zip.entries())) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return entries;
  }

  @Test
  void theManifestTellsTheSearchTheArchiveAndTheFile() throws Exception {
    for (var format : new String[] {"csv", "jsonl", "ids"}) {
      var search = "q=red&filter=language:en&filter=language:ru&since=2010-01-01&format=" + format;
      var plain = bytes("/api/export?" + search);
      var entries = unpacked(bytes("/api/export?" + search + "&manifest=1"));
      assertEquals(2, entries.size(), entries.keySet()::toString);
      var manifest = Json.MAPPER.readTree(entries.remove("manifest.json"));
      var file = entries.entrySet().iterator().next();
      assertArrayEquals(plain, file.getValue());
      assertEquals(file.getKey(), manifest.at("/file/name").asString());
      assertEquals(plain.length, manifest.at("/file/bytes").asInt());
      var sha256 = MessageDigest.getInstance("SHA-256").digest(plain);
      assertEquals(HexFormat.of().formatHex(sha256), manifest.at("/file/sha256").asString());
      var found = live.json("/api/search?q=red&filter=language:en&filter=language:ru");
      assertEquals(found.get("total"), manifest.get("total"));
      assertEquals(found.at("/query/reading"), manifest.at("/search/reading"));
      assertEquals("[\"en\",\"ru\"]", manifest.at("/search/filters/language").toString());
      assertEquals("2010-01-01T00:00:00Z", manifest.at("/search/since").asString());
      assertEquals("newest", manifest.at("/search/sort").asString());
      var archive = live.json("/api/archive");
      assertEquals(archive.get("version"), manifest.at("/archive/version"));
      assertEquals(archive.get("tweets"), manifest.at("/archive/tweets"));
      assertEquals(archive.get("sources"), manifest.at("/archive/files"));
      assertTrue(manifest.get("program").asString().startsWith("trawl "), manifest::toString);
    }
  }

  @Test
  void aWorkbookHasASheetMore() throws Exception {
    var with = unpacked(bytes("/api/export?q=red&format=xlsx&manifest=true"));
    var about = text(with, "xl/worksheets/sheet2.xml");
    var version = live.json("/api/archive").get("version").asString();
    assertTrue(about.contains(version) && about.contains("reading"), about);
    assertTrue(text(with, "xl/workbook.xml").contains("name=\"about\""));
    var without = unpacked(bytes("/api/export?q=red&format=xlsx"));
    assertTrue(!without.containsKey("xl/worksheets/sheet2.xml"), without.keySet()::toString);
  }

  private static String text(Map<String, byte[]> entries, String name) {
    return new String(entries.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  @Test
  void mistakesAreNamed() throws Exception {
    var refused = live.json("/api/export?format=csv&manifest=perhaps");
    assertEquals(400, refused.path("status").asInt(), refused::toString);
    assertTrue(refused.toString().contains("manifest must be one of"), refused::toString);
  }
}
