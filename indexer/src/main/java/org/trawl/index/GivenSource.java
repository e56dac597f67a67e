package org.trawl.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.LongConsumer;

/// A source as it lies on disk when a run begins.
///
/// @param file how the manifest would describe it before any of it is read
record GivenSource(ArchiveSource source, Manifest.SourceFile file) {

  /// Looks at a source. Reads all of it for its checksum, unless it is known by path, size and time
  /// of change.
  ///
  /// @param media the listing it is joined with, or empty
  /// @param progress told how many bytes were read
  static GivenSource of(
      ArchiveSource source, String media, List<Manifest.SourceFile> known, LongConsumer progress)
      throws IOException {
    var path = source.path().toAbsolutePath().normalize();
    var bytes = Files.size(path);
    var modified = modified(path);
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
            sha256.isPresent() ? sha256.get() : Checksums.sha256(path, progress),
            source.operation(),
            media,
            Manifest.RowCounts.NONE,
            Manifest.End.UNFINISHED));
  }

  private static Instant modified(Path path) throws IOException {
    return Files.getLastModifiedTime(path).toInstant().truncatedTo(ChronoUnit.MILLIS);
  }

  /// @throws IndexRefused if the file on disk is no longer the one that was looked at
  void refuseIfChanged() throws IOException {
    var path = source.path();
    if (!Files.exists(path)) {
      throw new IndexRefused(path + " vanished while it was read");
    }
    if (Files.size(path) != file.bytes() || !modified(path).equals(file.modified())) {
      throw new IndexRefused(path + " was changed while it was read");
    }
  }
}
