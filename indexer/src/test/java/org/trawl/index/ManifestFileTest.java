package org.trawl.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestFileTest {
  @TempDir private Path folder;

  private static Manifest manifest(Manifest.Versions versions) {
    return new Manifest(
        versions,
        Instant.parse("2026-01-02T03:04:05Z"),
        Instant.parse("2026-01-02T03:04:06.789Z"),
        new Manifest.Generation(
            7,
            "segments_4",
            "accounts-7.bin",
            "cells-7.bin",
            "columns-7.bin",
            "media-2.bin",
            List.of(new Manifest.IndexFile("columns-7.bin", 1234, "00ff00ff"))),
        List.of(
            new Manifest.SourceFile(
                "/archive/выборы \"1\".csv",
                99,
                Instant.parse("2020-01-02T03:04:05Z"),
                "ab",
                "ira",
                "",
                new Manifest.RowCounts(10, 0, 2, 3),
                new Manifest.FileFindings(4, List.of("it is odd")),
                Manifest.End.WHOLE)),
        Map.of("ira", new Manifest.OperationCounts(10, 4)));
  }

  @Test
  void comesBackAsItWas() throws IOException {
    var manifest = manifest(Manifest.Versions.CURRENT);
    ManifestFile.write(manifest, new IndexFolder(folder));
    assertEquals(manifest, ManifestFile.read(folder));
    assertEquals(10, manifest.tweets());
    assertEquals(4, manifest.accounts());
    assertEquals(3, manifest.rejected());
    assertEquals("выборы \"1\".csv", manifest.sources().getFirst().name());
  }

  @Test
  void isPlainJson() throws IOException {
    ManifestFile.write(manifest(Manifest.Versions.CURRENT), new IndexFolder(folder));
    var tree = ManifestFile.JSON.readTree(Files.readAllBytes(folder.resolve("manifest.json")));
    assertEquals("2026-01-02T03:04:05Z", tree.path("created").asString());
    assertEquals(8, tree.path("checksum").asString().length());
  }

  @Test
  void aFlippedBitInAnyByteIsFound() throws IOException {
    var good = ManifestFile.bytes(manifest(Manifest.Versions.CURRENT));
    for (var at = 0; at < good.length; at++) {
      var bad = good.clone();
      bad[at] ^= (byte) (1 << at % 8);
      Files.write(folder.resolve("manifest.json"), bad);
      assertThrows(IndexRefused.class, () -> ManifestFile.read(folder), "byte " + at);
    }
  }

  @Test
  void anotherVersionSaysWhichAndHowToRebuild() throws IOException {
    for (var other :
        List.of(
            new Manifest.Versions(Manifest.LAYOUT + 1, "10.5.0", 1),
            new Manifest.Versions(
                Manifest.LAYOUT, Manifest.Versions.CURRENT.lucene(), Integer.MAX_VALUE),
            new Manifest.Versions(
                Manifest.LAYOUT, "9.12.0", Manifest.Versions.CURRENT.analysis()))) {
      ManifestFile.write(manifest(other), new IndexFolder(folder));
      var refused = assertThrows(IndexRefused.class, () -> ManifestFile.read(folder));
      assertTrue(refused.getMessage().contains("another version"), refused.getMessage());
      assertTrue(refused.getMessage().contains(other.toString()), refused.getMessage());
      assertTrue(refused.getMessage().contains("Rebuild"), refused.getMessage());
    }
  }

  @Test
  void aLaterLuceneOfTheSameMajorIsReadable() {
    var current = Manifest.Versions.CURRENT;
    assertTrue(new Manifest.Versions(current.layout(), "10.99.0", current.analysis()).readable());
    assertFalse(new Manifest.Versions(current.layout(), "1.0.0", current.analysis()).readable());
  }

  @Test
  void aFolderWithoutIndexSaysHowToMakeOne() throws IOException {
    var empty = assertThrows(IndexRefused.class, () -> ManifestFile.read(folder));
    assertTrue(empty.getMessage().contains("holds no index"), empty.getMessage());
    var none = assertThrows(IndexRefused.class, () -> ManifestFile.read(folder.resolve("nowhere")));
    assertTrue(none.getMessage().contains("there is no folder"), none.getMessage());
    Files.createDirectory(folder.resolve("tweets"));
    var unfinished = assertThrows(IndexRefused.class, () -> ManifestFile.read(folder));
    assertTrue(unfinished.getMessage().contains("never finished"), unfinished.getMessage());
  }

  @Test
  void anythingElseIsDamageAndNotAStackTrace() throws IOException {
    for (var content : List.of("", "{", "null", "[]", "{}", "\0", "{\"versions\": 3}")) {
      Files.writeString(folder.resolve("manifest.json"), content, StandardCharsets.UTF_8);
      var refused = assertThrows(IndexRefused.class, () -> ManifestFile.read(folder), content);
      assertTrue(refused.getMessage().contains("manifest.json"), refused.getMessage());
    }
  }
}
