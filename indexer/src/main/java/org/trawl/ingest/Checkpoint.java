package org.trawl.ingest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexCommit;
import org.trawl.index.Manifest;
import org.trawl.index.ManifestFile;
import tools.jackson.core.JacksonException;

/// How far the work on an index is, kept in the user data of the Lucene commit that holds the
/// tweets of just these rows. Every published state is a checkpoint too.
///
/// @param number that of the account table and shared cells that go with it
/// @param rejectedBytes how much of `rejected.csv` belongs to it
/// @param openBytes how much of [OpenTweets] does: tweets of these rows that are not in the commit
/// @param sources files taken in; at most one, the last, is unfinished
record Checkpoint(
    Manifest.Versions versions,
    long number,
    long rejectedBytes,
    long openBytes,
    List<Manifest.SourceFile> sources) {
  static final Checkpoint NOTHING = new Checkpoint(Manifest.Versions.CURRENT, 0, 0, 0, List.of());

  private static final String KEY = "trawl";

  Checkpoint {
    requireNonNull(versions, "versions");
    sources = List.copyOf(sources);
  }

  Map<String, String> userData() {
    return Map.of(KEY, ManifestFile.JSON.writeValueAsString(this));
  }

  /// The checkpoint of a commit; empty if it has none, or one that this program cannot go on from.
  static Optional<Checkpoint> of(IndexCommit commit) throws IOException {
    var text = commit.getUserData().get(KEY);
    if (text == null) {
      return Optional.empty();
    }
    try {
      var tree = ManifestFile.JSON.readTree(text);
      var versions = ManifestFile.JSON.treeToValue(tree.path("versions"), Manifest.Versions.class);
      return versions.readable()
          ? Optional.of(ManifestFile.JSON.treeToValue(tree, Checkpoint.class))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /// The file whose reading was cut short.
  Optional<Manifest.SourceFile> unfinished() {
    return sources.stream().filter(s -> s.end() == Manifest.End.UNFINISHED).findFirst();
  }

  /// The source with this content.
  Optional<Manifest.SourceFile> withContent(String sha256) {
    return sources.stream().filter(s -> s.sha256().equals(sha256)).findFirst();
  }
}
