package org.trawl.index;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.trawl.index.IndexProgress.Stage;

/// Looks at all sources of a run before any is read: several at once, as a checksum of gigabytes
/// keeps one processor busy for seconds.
final class SourceComparison {
  private static final long TELL_EVERY_MILLIS = 100;

  private SourceComparison() {}

  /// The sources as they lie on disk, in their order; see [GivenSource#of].
  ///
  /// @param threads how many are looked at at once
  /// @param progress told on the calling thread
  static List<GivenSource> of(
      List<ArchiveSource> sources,
      String media,
      List<Manifest.SourceFile> known,
      int threads,
      IndexProgress progress)
      throws IOException {
    var bytesTotal = 0L;
    for (var source : sources) {
      bytesTotal += Files.size(source.path());
    }
    var done = new AtomicLong();
    var pool = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory());
    try {
      var looks = new ArrayList<Future<GivenSource>>();
      for (var source : sources) {
        looks.add(
            pool.submit(() -> {
              var before = new AtomicLong();
              return GivenSource.of(
                  source, media, known, read -> done.addAndGet(read - before.getAndSet(read)));
            }));
      }
      var given = new ArrayList<GivenSource>();
      for (var look : looks) {
        var name = String.valueOf(sources.get(given.size()).path().getFileName());
        while (!look.state().equals(Future.State.SUCCESS)) {
          progress.at(new IndexProgress.State(Stage.COMPARING, name, done.get(), bytesTotal, 0));
          wait(look);
        }
        given.add(look.resultNow());
      }
      return given;
    } finally {
      // Where one source cannot be looked at, the others need not be.
      pool.shutdownNow();
    }
  }

  private static void wait(Future<?> look) throws IOException {
    try {
      look.get(TELL_EVERY_MILLIS, TimeUnit.MILLISECONDS);
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
}
