package org.trawl.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;

/// The machine's processors, shared among the searches under way: one that is alone uses all of
/// them, and under load each keeps to its own thread, as the threads of one would only take from
/// the others.
///
/// Thread-safe.
public final class Processors {
  /// Threads for parts of what a forked thread does, as the common pool has one processor less than
  /// there are.
  private static final Executor HELPERS =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("search-helper").factory());

  private final int count = Runtime.getRuntime().availableProcessors();
  private final AtomicInteger searches = new AtomicInteger();

  /// A search under way, until closed.
  interface Search extends AutoCloseable {
    @Override
    void close();
  }

  /// A part of a search.
  interface Work<T> {
    T run() throws IOException;
  }

  Search begin() {
    searches.incrementAndGet();
    return searches::decrementAndGet;
  }

  /// How many threads a search may use now, its own among them; at least 1.
  int share() {
    return Math.max(1, count + 1 - Math.max(1, searches.get()));
  }

  /// Begins some work on another thread.
  static <T> Future<T> fork(Work<T> work) {
    return ForkJoinPool.commonPool().submit(work::run);
  }

  /// The result of work that was forked.
  ///
  /// @throws IOException if the work threw it
  static <T> T join(Future<T> work) throws IOException {
    try {
      return work.get();
    } catch (InterruptedException e) {
      // Who stops a search interrupts its thread. The search's deadline is then over in all of its
      // threads, so that they end soon; their results must not be left to run on behind it.
      Thread.currentThread().interrupt();
      while (!work.isDone()) {
        Thread.onSpinWait();
      }
      return result(work);
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  private static <T> T result(Future<T> work) throws IOException {
    if (work.state() == Future.State.SUCCESS) {
      return work.resultNow();
    }
    throw failure(work.exceptionNow());
  }

  private static IOException failure(Throwable thrown) {
    // The pool wraps what it cannot throw itself.
    for (var reason = thrown; reason != null; reason = reason.getCause()) {
      if (reason instanceof IOException e) {
        return e;
      }
    }
    throw new IllegalStateException("a part of a search failed", thrown);
  }

  /// Searches on several threads, the calling one among them; each takes some of the segments.
  ///
  /// @param threads how many, at least 1
  static IndexSearcher searcher(IndexReader reader, int threads) {
    var searcher =
        new IndexSearcher(reader, threads > 1 ? HELPERS : null) {
          @Override
          protected LeafSlice[] slices(List<LeafReaderContext> leaves) {
            // A segment in two would be looked up twice for each term.
            var documents = Math.ceilDiv(reader.maxDoc(), threads);
            return slices(leaves, documents, Integer.MAX_VALUE, false);
          }
        };
    // Results are bit sets of our own; Lucene's cache would copy postings a second time.
    searcher.setQueryCache(null);
    return searcher;
  }

  /// Runs the same work on several threads, which take their parts of it in turn.
  ///
  /// @param threads how many, this one among them
  /// @return each thread's result
  static <T> List<T> together(int threads, Work<T> work) throws IOException {
    var others = new ArrayList<Future<T>>(threads);
    for (var i = 1; i < threads; i++) {
      others.add(fork(work));
    }
    var results = new ArrayList<T>(threads);
    results.add(work.run());
    for (var other : others) {
      results.add(join(other));
    }
    return results;
  }
}
