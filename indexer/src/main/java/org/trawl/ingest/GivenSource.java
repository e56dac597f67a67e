package org.trawl.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.trawl.index.IndexRefused;
import org.trawl.index.Manifest;

/// A source as it lies on disk when a run begins.
///
/// @param seen how the manifest would describe it before any of it is read, but for its checksum,
///   which is empty
/// @param sha256 its checksum, which may still be at work
record GivenSource(ArchiveSource source, Manifest.SourceFile seen, Future<String> sha256) {

  /// Looks at a source. Its checksum is asked for, unless it is known by path, size and time of
  /// change.
  ///
  /// @param media the listing it is joined with, or empty
  /// @param checksum begins to read a file for its checksum
  static GivenSource of(
      ArchiveSource source,
      String media,
      List<Manifest.SourceFile> known,
      Function<List<Path>, Future<String>> checksum)
      throws IOException {
    var path = source.path().toAbsolutePath().normalize();
    var bytes = bytes(source.paths());
    var modified = modified(source.paths());
    var sha256 =
        known.stream()
            .filter(file ->
                file.path().equals(path.toString())
                    && file.bytes() == bytes
                    && file.modified().equals(modified))
            .map(Manifest.SourceFile::sha256)
            .findFirst();
    return new GivenSource(
        source,
        new Manifest.SourceFile(
            path.toString(),
            bytes,
            modified,
            "",
            source.operation(),
            media,
            Manifest.RowCounts.NONE,
            Manifest.FileFindings.NONE,
            Manifest.End.UNFINISHED),
        sha256.isPresent()
            ? CompletableFuture.completedFuture(sha256.get())
            : checksum.apply(source.paths()));
  }

  static long bytes(List<Path> paths) throws IOException {
    var bytes = 0L;
    for (var path : paths) {
      bytes += Files.size(path);
    }
    return bytes;
  }

  /// When any of them was changed last.
  private static Instant modified(List<Path> paths) throws IOException {
    var latest = Instant.MIN;
    for (var path : paths) {
      var modified = Files.getLastModifiedTime(path).toInstant().truncatedTo(ChronoUnit.MILLIS);
      latest = modified.isAfter(latest) ? modified : latest;
    }
    return latest;
  }

  /// How the manifest describes it before any of it is read. Waits for its checksum.
  ///
  /// @throws UncheckedIOException if it cannot be read
  Manifest.SourceFile file() {
    try {
      return seen.withChecksum(sha256.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException reason) {
        throw new UncheckedIOException(reason);
      }
      throw new IllegalStateException("no checksum of " + seen.path(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("indexing was interrupted", e));
    }
  }

  /// @throws IndexRefused if the file on disk is no longer the one that was looked at
  void refuseIfChanged() throws IOException {
    for (var path : source.paths()) {
      if (!Files.exists(path)) {
        throw new IndexRefused(path + " vanished while it was read");
      }
    }
    if (bytes(source.paths()) != seen.bytes()
        || !modified(source.paths()).equals(seen.modified())) {
      throw new IndexRefused(source.path() + " was changed while it was read");
    }
  }
}
