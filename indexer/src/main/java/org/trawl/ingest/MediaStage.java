package org.trawl.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.trawl.index.IndexFolder;
import org.trawl.index.Manifest;
import org.trawl.ingest.IndexProgress.Stage;
import org.trawl.media.MediaCatalogue;
import org.trawl.media.MediaCataloguer;

/// The part of a run that looks at media files, before tweets are read: which media a tweet has is
/// known by their content then. Without media it costs nothing.
final class MediaStage {
  private final IndexFolder folder;
  private final IndexOptions options;
  private final IndexProgress progress;
  private final BooleanSupplier stopping;

  MediaStage(
      IndexFolder folder, IndexOptions options, IndexProgress progress, BooleanSupplier stopping) {
    this.folder = folder;
    this.options = options;
    this.progress = progress;
    this.stopping = stopping;
  }

  /// What a run knows of media.
  ///
  /// @param file the name of the catalogue in the folder, or empty
  /// @param notes what a person should know of the files, a sentence each
  record Found(String file, List<String> notes) {
    MediaCatalogue open(IndexFolder folder) throws IOException {
      return file.isEmpty() ? MediaCatalogue.empty() : MediaCatalogue.open(folder.file(file));
    }
  }

  /// Looks at all files that no run has looked at.
  ///
  /// @return the catalogue of all, or the published one where it was stopped before its end
  Found run(Optional<Manifest> published) throws IOException {
    var before = new Found(published.map(m -> m.generation().media()).orElse(""), List.of());
    if (options.media().isEmpty()) {
      return before;
    }
    folder.removeMediaBut(before.file);
    var root = options.media().get();
    var target = folder.freeMedia();
    var told = new Progress(bytes(root));
    var cataloguer = new MediaCataloguer(folder.mediaWork(), options.threads(), told, stopping);
    try (var known = before.open(folder)) {
      return cataloguer
          .run(root, known, folder.file(target))
          .map(notes -> new Found(target, notes))
          .orElse(before);
    }
  }

  /// Forgets what was found, as it is published.
  void finish() throws IOException {
    Files.deleteIfExists(folder.mediaWork());
  }

  private static long bytes(Path root) throws IOException {
    var files = new ArrayList<Path>();
    try (var all = Files.walk(root.toRealPath())) {
      all.filter(Files::isRegularFile).forEach(files::add);
    }
    var bytes = 0L;
    for (var file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private final class Progress implements MediaCataloguer.Progress {
    private static final long TELL_EVERY_NANOS = 100_000_000;

    private final long total;
    private long told = System.nanoTime();

    Progress(long total) {
      this.total = total;
    }

    @Override
    public void at(String what, long files, long bytes) {
      if (System.nanoTime() - told > TELL_EVERY_NANOS) {
        told = System.nanoTime();
        progress.at(
            new IndexProgress.State(Stage.CATALOGUING, what, Math.min(bytes, total), total, files));
      }
    }
  }
}
