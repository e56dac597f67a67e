package org.trawl.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.store.FSDirectory;
import org.trawl.columns.ColumnFile;
import org.trawl.columns.ColumnsBuilder;
import org.trawl.index.AccountTable;
import org.trawl.index.Checksums;
import org.trawl.index.IndexFolder;
import org.trawl.index.Manifest;
import org.trawl.index.ManifestFile;

/// Makes the newest checkpoint of an index folder what readers open.
///
/// Everything is written beside what is published, and synced; swapping the manifest is the last
/// step and the only one that readers can see.
final class Publisher {
  private final IndexFolder folder;

  Publisher(IndexFolder folder) {
    this.folder = folder;
  }

  /// Publishes.
  ///
  /// @param previous what is published now
  /// @param accounts the table of the checkpoint
  /// @param media the file name of the media catalogue, or empty
  Manifest publish(
      Checkpoint checkpoint, AccountTable accounts, String media, Optional<Manifest> previous)
      throws IOException {
    try (var directory = FSDirectory.open(folder.tweets())) {
      var commit = DirectoryReader.listCommits(directory).getLast();
      writeColumns(commit, checkpoint.number());
      var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      var manifest =
          new Manifest(
              Manifest.Versions.CURRENT,
              previous.map(Manifest::created).orElse(now),
              now,
              new Manifest.Generation(
                  checkpoint.number(),
                  commit.getSegmentsFileName(),
                  IndexFolder.accounts(checkpoint.number()),
                  IndexFolder.cells(checkpoint.number()),
                  IndexFolder.columns(checkpoint.number()),
                  media,
                  files(commit, checkpoint, media)),
              checkpoint.sources(),
              accounts.operations());
      ManifestFile.write(manifest, folder);
      return manifest;
    }
  }

  private void writeColumns(IndexCommit commit, long number) throws IOException {
    try (var reader = DirectoryReader.open(commit)) {
      ColumnFile.write(ColumnsBuilder.build(reader), folder.file(IndexFolder.columns(number)));
    }
  }

  private List<Manifest.IndexFile> files(IndexCommit commit, Checkpoint checkpoint, String media)
      throws IOException {
    var files = new ArrayList<Manifest.IndexFile>();
    for (var name :
        List.of(
            IndexFolder.accounts(checkpoint.number()),
            IndexFolder.cells(checkpoint.number()),
            IndexFolder.columns(checkpoint.number()))) {
      files.add(file(name, Files.size(folder.file(name))));
    }
    if (!media.isEmpty()) {
      files.add(file(media, Files.size(folder.file(media))));
    }
    if (checkpoint.rejectedBytes() > 0) {
      files.add(file(IndexFolder.REJECTED, checkpoint.rejectedBytes()));
    }
    for (var name : commit.getFileNames().stream().sorted().toList()) {
      files.add(
          new Manifest.IndexFile(
              IndexFolder.tweetsFile(name),
              commit.getDirectory().fileLength(name),
              Checksums.ofLucene(commit.getDirectory(), name)));
    }
    return files;
  }

  private Manifest.IndexFile file(String name, long bytes) throws IOException {
    return new Manifest.IndexFile(name, bytes, Checksums.of(folder.file(name), bytes));
  }
}
