package org.trawl.ingest;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What to index, and where to.
///
/// @param sources archive files, zips or folders, in the order in which duplicate tweets are
///   decided: the first wins
/// @param folder the index folder; made if it is missing
/// @param operation the release's name for all sources; empty: from each file's name
/// @param media a folder or zip of media files to join by tweet id
/// @param threads workers that analyse tweets, 1 to [#MAX_THREADS], beside the one that reads files
/// @param checkpointEvery how long a kill can throw back the work, above 0
public record IndexOptions(
    List<Path> sources,
    Path folder,
    Optional<String> operation,
    Optional<Path> media,
    int threads,
    Duration checkpointEvery) {
  public static final int MAX_THREADS = 256;

  /// Letters of any script, with the marks on them.
  private static final Pattern OPERATION = Pattern.compile("[\\p{L}\\p{M}\\p{N}._-]+");

  private static final Duration CHECKPOINT_EVERY = Duration.ofMinutes(2);

  public IndexOptions {
    sources = List.copyOf(sources);
    requireNonNull(folder, "folder");
    requireNonNull(operation, "operation");
    requireNonNull(media, "media");
    requireNonNull(checkpointEvery, "checkpointEvery");
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("sources must name at least one file or folder");
    }
    if (operation.isPresent() && !fitsOperation(operation.get())) {
      throw new IllegalArgumentException(
          "an operation's name must be letters, digits, dots, dashes and underscores, got "
              + operation.get());
    }
    if (threads < 1 || threads > MAX_THREADS) {
      throw new IllegalArgumentException(
          "threads must be 1 to " + MAX_THREADS + ", got " + threads);
    }
    if (checkpointEvery.isNegative() || checkpointEvery.isZero()) {
      throw new IllegalArgumentException("checkpointEvery must be above 0, got " + checkpointEvery);
    }
  }

  /// The usual: names from the files, no media, a worker a core, a checkpoint every two minutes.
  public static IndexOptions of(List<Path> sources, Path folder) {
    return new IndexOptions(
        sources,
        folder,
        Optional.empty(),
        Optional.empty(),
        Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MAX_THREADS),
        CHECKPOINT_EVERY);
  }

  public IndexOptions withOperation(String name) {
    return new IndexOptions(sources, folder, Optional.of(name), media, threads, checkpointEvery);
  }

  public IndexOptions withMedia(Path listing) {
    return new IndexOptions(
        sources, folder, operation, Optional.of(listing), threads, checkpointEvery);
  }

  public IndexOptions withThreads(int count) {
    return new IndexOptions(sources, folder, operation, media, count, checkpointEvery);
  }

  public IndexOptions withCheckpointEvery(Duration time) {
    return new IndexOptions(sources, folder, operation, media, threads, time);
  }

  private static boolean fitsOperation(String name) {
    return OPERATION.matcher(name).matches();
  }
}
