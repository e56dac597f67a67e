package org.trawl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.store.FSDirectory;
import org.trawl.archive.ArchiveRows;
import org.trawl.archive.TweetArchive;
import org.trawl.tweet.Tweet;

/// Indexes an archive with plain Lucene: the same files read by the same code on one thread, and as
/// many workers as processors that add documents, as in Trawl; default settings everywhere.
///
/// @param sources files or folders of an archive
/// @param index a folder; what is in it is replaced
/// @param threads workers
record BaselineIndexer(List<Path> sources, Path index, int threads) {
  /// Tweets handed over at a time.
  private static final int BATCH = 256;

  /// Lists of tweets that wait at most.
  private static final int WAITING = 8;

  BaselineIndexer {
    sources = List.copyOf(sources);
  }

  /// Indexes everything and commits.
  ///
  /// @return how many tweets were added
  long run() throws IOException, InterruptedException {
    var archive = TweetArchive.open(sources, Optional.empty());
    Files.createDirectories(index);
    var config = new IndexWriterConfig(BaselineDocuments.analyzer()).setOpenMode(OpenMode.CREATE);
    try (var directory = FSDirectory.open(index);
        var writer = new IndexWriter(directory, config);
        var workers = Executors.newFixedThreadPool(threads)) {
      var queue = new ArrayBlockingQueue<List<Tweet>>(WAITING);
      var running = start(workers, writer, queue);
      var rows = new Rows(queue, () -> running.stream().anyMatch(Future::isDone));
      try {
        for (var file : archive.files()) {
          file.read(rows);
        }
        rows.end(threads);
      } catch (WorkerFailed e) {
        throw failure(running);
      }
      for (var worker : running) {
        await(worker);
      }
      writer.commit();
      return rows.tweets;
    }
  }

  private List<Future<?>> start(
      ExecutorService workers, IndexWriter writer, BlockingQueue<List<Tweet>> queue) {
    var running = new ArrayList<Future<?>>();
    for (var i = 0; i < threads; i++) {
      running.add(
          workers.submit(() -> {
            var facets = BaselineDocuments.facets();
            for (var batch = queue.take(); !batch.isEmpty(); batch = queue.take()) {
              for (var tweet : batch) {
                writer.addDocument(BaselineDocuments.of(tweet, facets));
              }
            }
            return null;
          }));
    }
    return running;
  }

  private static IOException failure(List<Future<?>> running) throws InterruptedException {
    for (var worker : running) {
      worker.cancel(true);
    }
    for (var worker : running) {
      if (worker.state() == Future.State.FAILED) {
        return new IOException("the baseline cannot be indexed", worker.exceptionNow());
      }
    }
    return new IOException("the baseline cannot be indexed");
  }

  private static void await(Future<?> worker) throws IOException, InterruptedException {
    try {
      worker.get();
    } catch (ExecutionException e) {
      throw new IOException("the baseline cannot be indexed", e.getCause());
    }
  }

  /// Collects rows into batches; each id is taken once, as in Trawl.
  private static final class Rows implements ArchiveRows {
    private final BlockingQueue<List<Tweet>> queue;
    private final BooleanSupplier workerEnded;
    private final LongSet ids = new LongSet();
    private List<Tweet> batch = new ArrayList<>(BATCH);
    private long tweets;

    Rows(BlockingQueue<List<Tweet>> queue, BooleanSupplier workerEnded) {
      this.queue = queue;
      this.workerEnded = workerEnded;
    }

    @Override
    public void tweet(Tweet tweet) {
      if (!ids.add(tweet.id().value())) {
        return;
      }
      tweets++;
      batch.add(tweet);
      if (batch.size() == BATCH) {
        put(batch);
        batch = new ArrayList<>(BATCH);
      }
    }

    void end(int workers) {
      if (!batch.isEmpty()) {
        put(batch);
      }
      for (var i = 0; i < workers; i++) {
        put(List.of());
      }
    }

    /// Waits for room, but not for workers that have died.
    private void put(List<Tweet> tweets) {
      try {
        while (!queue.offer(tweets, 1, TimeUnit.SECONDS)) {
          if (workerEnded.getAsBoolean()) {
            throw new WorkerFailed();
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new WorkerFailed();
      }
    }

    @Override
    public void account(Tweet.Account account) {}

    @Override
    public void reject(String file, long line, String reason, String row) {}
  }

  /// Nobody takes rows any more.
  private static final class WorkerFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
