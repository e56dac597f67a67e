package org.trawl.cluster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trawl.columns.Dictionary;
import org.trawl.index.AccountTable;
import org.trawl.index.Manifest;
import org.trawl.index.ManifestFile;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.schema.SharedCells;
import org.trawl.schema.TweetReading;
import org.trawl.search.Deadline;
import tools.jackson.databind.JsonNode;

/// One published state of an archive on a cluster, with all of it that Trawl itself keeps.
///
/// @param index the index of its tweets
/// @param numbers how many numbers each numbered field can have
record Generation(
    String index,
    Manifest manifest,
    AccountDirectory accounts,
    TweetReading reading,
    WordList words,
    Map<String, Integer> numbers,
    long heldBytes) {
  /// What an account takes in memory, about.
  private static final long ACCOUNT_BYTES = 1_500;

  Generation {
    numbers = Map.copyOf(numbers);
  }

  /// The index that an archive's name leads to.
  ///
  /// @throws IOException if nothing is published there
  static String inService(ClusterClient client, Deadline deadline) throws IOException {
    var address = client.address();
    JsonNode aliases;
    try {
      aliases = client.get("/_alias/" + address.name() + "?local=true", deadline);
    } catch (ClusterRefusal e) {
      if (e.status() == 404) {
        throw new IOException(
            "there is no archive "
                + address.name()
                + " on the cluster; trawl publish --index DIR --to "
                + address
                + " brings one there",
            e);
      }
      throw e;
    }
    var names = List.copyOf(aliases.propertyNames());
    if (names.size() != 1 || address.number(names.getFirst()) == 0) {
      throw new IOException(
          address.name() + " on the cluster is nothing that trawl publish made: " + names);
    }
    return names.getFirst();
  }

  /// What was told of a generation when it was made.
  static JsonNode about(ClusterClient client, String index, Deadline deadline) throws IOException {
    var mapping = client.get("/" + index + "/_mapping", deadline);
    return mapping.path(index).path("mappings").path("_meta").path("trawl");
  }

  /// Reads a generation.
  static Generation open(ClusterClient client, String index, Deadline deadline) throws IOException {
    var about = about(client, index, deadline);
    int version = about.path("version").asInt();
    if (version != ClusterSchema.VERSION) {
      throw new IOException(
          "the archive on the cluster was published by another version of Trawl ("
              + version
              + ", this one reads "
              + ClusterSchema.VERSION
              + "): publish it again");
    }
    var files = new ClusterFiles(client, ClusterAddress.meta(index));
    var folder = Files.createTempDirectory("trawl-cluster");
    try {
      files.copy(ClusterFiles.MANIFEST, folder, deadline);
      var manifest = ManifestFile.read(folder);
      var table = AccountTable.load(files.copy(ClusterFiles.ACCOUNTS, folder, deadline));
      var cells = files.copy(ClusterFiles.CELLS, folder, deadline);
      var reading = new TweetReading(SharedCells.load(cells));
      var words = WordList.read(new ByteArrayInputStream(files.read(ClusterFiles.WORDS, deadline)));
      var senders = new String(files.read(ClusterFiles.SENDERS, deadline), StandardCharsets.UTF_8);
      var accounts = new AccountDirectory(dictionary(senders), table);
      var numbers = new HashMap<String, Integer>();
      about
          .path("numbers")
          .properties()
          .forEach(number -> numbers.put(number.getKey(), number.getValue().asInt()));
      long held =
          words.bytes() + 4 * Files.size(cells) + ACCOUNT_BYTES * (table.size() + accounts.size());
      return new Generation(index, manifest, accounts, reading, words, numbers, held);
    } finally {
      delete(folder);
    }
  }

  /// The senders as [#dictionary] reads them.
  static byte[] senders(List<String> terms) {
    return String.join("\n", terms).getBytes(StandardCharsets.UTF_8);
  }

  /// The terms of the accounts, in their order.
  private static Dictionary dictionary(String senders) {
    var terms = senders.isEmpty() ? new String[0] : senders.split("\n", -1);
    var starts = new int[terms.length + 1];
    var texts = new ByteArrayOutputStream();
    for (int i = 0; i < terms.length; i++) {
      texts.writeBytes(terms[i].getBytes(StandardCharsets.UTF_8));
      starts[i + 1] = texts.size();
    }
    var order = new Integer[terms.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) ->
            Arrays.compareUnsigned(
                terms[a].getBytes(StandardCharsets.UTF_8),
                terms[b].getBytes(StandardCharsets.UTF_8)));
    var sorted = Arrays.stream(order).mapToInt(i -> i).toArray();
    return new Dictionary(starts, texts.toByteArray(), sorted, new int[terms.length]);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /// The number of tweets; an index never has more than this.
  int tweets() {
    return Math.toIntExact(Math.min(Integer.MAX_VALUE - 128L, manifest.tweets()));
  }
}
