package org.trawl.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.Directory;
import org.trawl.index.IndexRefused;
import org.trawl.index.Manifest;
import org.trawl.index.PublishedIndex;

/// What an index folder holds when a run begins.
///
/// @param published what readers see
/// @param unpublished the newest checkpoint, if it is not the published one and can be gone on from
record IndexStates(Optional<Base> published, Optional<Base> unpublished) {

  /// A checkpoint with its Lucene commit.
  ///
  /// @param newest whether no later commit is in the folder
  record Base(Checkpoint checkpoint, IndexCommit commit, boolean newest) {}

  static IndexStates of(Directory directory, Optional<Manifest> manifest) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      if (manifest.isPresent()) {
        throw new IndexRefused(
            "the index is damaged: its manifest names tweets that are not there; rebuild it from"
                + " the archive files into an empty folder");
      }
      return new IndexStates(Optional.empty(), Optional.empty());
    }
    List<IndexCommit> commits;
    try {
      commits = DirectoryReader.listCommits(directory);
    } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
      throw new IndexRefused(
          "the work in this folder was begun by another version of Trawl; begin anew in an empty"
              + " folder",
          e);
    }
    var newest = commits.getLast();
    Optional<Base> published = Optional.empty();
    if (manifest.isPresent()) {
      var commit = PublishedIndex.find(directory, manifest.get().generation().commit());
      var checkpoint =
          Checkpoint.of(commit)
              .orElseThrow(() ->
                  new IndexRefused(
                      "the index is damaged: its tweets do not say where they are from; rebuild"
                          + " it from the archive files into an empty folder"));
      published = Optional.of(new Base(checkpoint, commit, commit.equals(newest)));
      if (commit.equals(newest)) {
        return new IndexStates(published, Optional.empty());
      }
    }
    return new IndexStates(
        published, Checkpoint.of(newest).map(point -> new Base(point, newest, true)));
  }

  /// The archive files that were indexed or begun.
  List<Manifest.SourceFile> known() {
    var known = new ArrayList<Manifest.SourceFile>();
    published.ifPresent(base -> known.addAll(base.checkpoint().sources()));
    unpublished.ifPresent(base -> known.addAll(base.checkpoint().sources()));
    return known;
  }
}
