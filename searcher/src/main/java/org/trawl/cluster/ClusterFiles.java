package org.trawl.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.trawl.search.Deadline;
import tools.jackson.databind.JsonNode;

/// What a generation has beside its tweets, kept in an index of its own as files in parts: the
/// folder's manifest, its accounts, what the rows share, its words.
final class ClusterFiles {
  static final String MANIFEST = "manifest.json";
  static final String ACCOUNTS = "accounts.bin";
  static final String SENDERS = "senders.txt";
  static final String CELLS = "cells.bin";
  static final String WORDS = "words.gz";

  private static final int PART = 2 << 20;
  private static final Duration CALL = Duration.ofMinutes(2);

  private final ClusterClient client;
  private final String index;

  /// @param index that holds the files
  ClusterFiles(ClusterClient client, String index) {
    this.client = client;
    this.index = index;
  }

  /// Writes a file, over another of its name if there is one.
  void write(String name, byte[] content) throws IOException {
    int parts = Math.max(1, Math.ceilDiv(content.length, PART));
    for (int part = 0; part < parts; part++) {
      var from = part * PART;
      var data = Arrays.copyOfRange(content, from, Math.min(content.length, from + PART));
      var document =
          Dsl.object()
              .put("file", name)
              .put("part", part)
              .put("parts", parts)
              .put("data", Base64.getEncoder().encodeToString(data));
      client.post("/" + index + "/_doc/" + name + "-" + part, document, Deadline.in(CALL));
    }
  }

  /// Reads a file.
  ///
  /// @throws IOException if it or a part of it is not there
  byte[] read(String name, Deadline deadline) throws IOException {
    var content = new ByteArrayOutputStream();
    int parts = 1;
    for (int part = 0; part < parts; part++) {
      JsonNode found;
      try {
        found = client.get("/" + index + "/_doc/" + name + "-" + part, deadline);
      } catch (ClusterRefusal e) {
        throw new IOException(
            "the index " + index + " lacks " + name + ": publish the archive again", e);
      }
      var document = found.path("_source");
      parts = document.path("parts").asInt();
      content.writeBytes(Base64.getDecoder().decode(document.path("data").asString()));
    }
    return content.toByteArray();
  }

  /// Reads a file into a folder, for what reads it from there.
  Path copy(String name, Path folder, Deadline deadline) throws IOException {
    return Files.write(folder.resolve(name), read(name, deadline));
  }
}
