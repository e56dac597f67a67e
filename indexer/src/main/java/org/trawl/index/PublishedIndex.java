package org.trawl.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.trawl.columns.ColumnFile;
import org.trawl.columns.Columns;
import org.trawl.media.MediaCatalogue;
import org.trawl.schema.SharedCells;

/// One published state of an index, open for searching. Never changes while it is open, whatever
/// becomes of the folder: indexing publishes another state beside it. Thread-safe.
///
/// @param reader exactly the tweets of `manifest`; its document numbers are those of `columns`
/// @param cells what the stored rows share
/// @param media the media files that tweets and accounts have; empty without media
public record PublishedIndex(
    Manifest manifest,
    DirectoryReader reader,
    Columns columns,
    AccountTable accounts,
    SharedCells cells,
    MediaCatalogue media)
    implements Closeable {

  /// Opens what a folder has published.
  ///
  /// @throws IndexRefused if it has published nothing, or what cannot be read: the message says why
  ///   and how to mend it
  /// @throws IOException if a file cannot be read
  public static PublishedIndex open(Path path) throws IOException {
    var manifest = ManifestFile.read(path);
    var folder = new IndexFolder(path);
    var generation = manifest.generation();
    var accounts = AccountTable.load(folder.file(generation.accounts()));
    var cells = SharedCells.load(folder.file(generation.cells()));
    var columns = ColumnFile.read(folder.file(generation.columns()));
    var media =
        generation.media().isEmpty()
            ? MediaCatalogue.empty()
            : MediaCatalogue.open(folder.file(generation.media()));
    var reader = openReader(folder, generation.commit());
    if (reader.maxDoc() != manifest.tweets() || columns.size() != reader.maxDoc()) {
      reader.close();
      media.close();
      throw new IndexRefused(
          "the files of the index in "
              + path
              + " do not belong together; trawl check --index "
              + path
              + " says more");
    }
    return new PublishedIndex(manifest, reader, columns, accounts, cells, media);
  }

  /// Opens one commit, which need not be the newest.
  public static DirectoryReader openReader(IndexFolder folder, String commit) throws IOException {
    // Closing a reader closes what maps its files; the directory itself holds nothing open.
    var directory = FSDirectory.open(folder.tweets());
    try {
      return DirectoryReader.open(find(directory, commit));
    } catch (CorruptIndexException e) {
      throw new IndexRefused(
          "the index in "
              + folder.path()
              + " is damaged; rebuild it from the archive files into an empty folder",
          e);
    }
  }

  public static IndexCommit find(Directory directory, String commit) throws IOException {
    for (var each : DirectoryReader.listCommits(directory)) {
      if (each.getSegmentsFileName().equals(commit)) {
        return each;
      }
    }
    throw new IndexRefused(
        "the index is damaged: "
            + IndexFolder.tweetsFile(commit)
            + " is missing; rebuild it from the archive files into an empty folder");
  }

  @Override
  public void close() throws IOException {
    media.close();
    reader.close();
  }
}
