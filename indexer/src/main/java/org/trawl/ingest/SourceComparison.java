package org.trawl.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.trawl.index.Checksums;
import org.trawl.index.Manifest;
import org.trawl.ingest.IndexProgress.Stage;

/// Looks at all sources of a run, and works out their checksums.
///
/// Where sources may be ones that were indexed before, or the same as one another, their checksums
/// are waited for before any is read. Files that cannot be anything but new are read meanwhile, as
/// a disk may take longer over gigabytes than their checksum.
final class SourceComparison implements AutoCloseable {
  private static final long TELL_EVERY_MILLIS = 100;

  private final List<GivenSource> given = new ArrayList<>();
  private final boolean toldByContent;
  private final ExecutorService pool;
  private final AtomicLong bytesDone = new AtomicLong();

  /// @param media the listing that sources are joined with, or empty
  /// @param known what was indexed before
  /// @param threads how many checksums are worked out at once while they are waited for
  SourceComparison(
      List<ArchiveSource> sources, String media, List<Manifest.SourceFile> known, int threads)
      throws IOException {
    var sizes = new HashSet<Long>();
    var anyOfOneSize = false;
    for (var source : sources) {
      anyOfOneSize |= !sizes.add(GivenSource.bytes(source.paths()));
    }
    toldByContent = anyOfOneSize || !known.isEmpty();
    pool =
        Executors.newFixedThreadPool(
            toldByContent ? threads : 1, Thread.ofPlatform().daemon().name("checksum").factory());
    for (var source : sources) {
      given.add(GivenSource.of(source, media, known, this::checksum));
    }
  }

  private Future<String> checksum(List<Path> paths) {
    return pool.submit(() -> {
      var before = new AtomicLong();
      return Checksums.sha256(paths, read -> bytesDone.addAndGet(read - before.getAndSet(read)));
    });
  }

  /// The sources as they lie on disk, in their order; with their checksums where they may be needed
  /// to tell what is to be read.
  ///
  /// @param progress told on the calling thread
  List<GivenSource> given(IndexProgress progress) throws IOException {
    if (toldByContent) {
      var bytesTotal = given.stream().mapToLong(source -> source.seen().bytes()).sum();
      for (var source : given) {
        while (!source.sha256().state().equals(Future.State.SUCCESS)) {
          progress.at(
              new IndexProgress.State(
                  Stage.COMPARING, source.seen().name(), bytesDone.get(), bytesTotal, 0));
          wait(source.sha256());
        }
      }
    }
    return List.copyOf(given);
  }

  private static void wait(Future<?> checksum) throws IOException {
    try {
      checksum.get(TELL_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // Not done yet, which the caller sees.
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException reason) {
        throw reason;
      }
      throw new IllegalStateException("a source could not be looked at", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("indexing was interrupted", e);
    }
  }

  /// Ends what is still at work; nobody asks for it any more.
  @Override
  public void close() {
    pool.shutdownNow();
  }
}
