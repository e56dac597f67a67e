package org.trawl.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.trawl.detect.LanguageDetector;
import org.trawl.detect.LanguageReading;
import org.trawl.grammar.WordForms;
import org.trawl.index.AccountLanguages;
import org.trawl.index.AccountTable;
import org.trawl.ingest.OpenTweets.Open;
import org.trawl.language.LanguageCode;
import org.trawl.schema.MediaFile;
import org.trawl.schema.SharedCells;
import org.trawl.schema.TweetDocuments;
import org.trawl.schema.TweetReading;
import org.trawl.tweet.Tweet;

/// Analyses tweets and adds them to a Lucene index, on several threads. One thread hands tweets in,
/// in batches, and waits when the workers fall behind: what is in memory is bounded.
///
/// A failure of any worker is thrown to the thread that hands in, as its cause.
final class DocumentWorkers implements Closeable {
  private static final int QUEUED_BATCHES_A_WORKER = 2;

  /// How often a waiting thread looks whether it waits in vain.
  private static final long LOOK_MILLIS = 100;

  private final IndexWriter writer;
  private final SharedCells cells;
  private final OpenTweets waiting;
  private final TweetReading reading;
  private final LanguageDetector detector;
  private final WordForms wordForms = WordForms.load();
  private final ArrayBlockingQueue<Job> queue;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;
  private int pending;
  private @Nullable Throwable failure;

  /// A tweet with its media files.
  ///
  /// @param languages where to count its language
  record Work(Tweet tweet, List<MediaFile> media, AccountLanguages languages) {}

  /// Something for a worker to do.
  private interface Job {
    void run(TweetDocuments documents) throws IOException;
  }

  /// @param waiting takes the tweets whose language is open
  DocumentWorkers(
      IndexWriter writer,
      SharedCells cells,
      OpenTweets waiting,
      LanguageDetector detector,
      int count) {
    this.writer = writer;
    this.cells = cells;
    this.waiting = waiting;
    this.reading = new TweetReading(cells);
    this.detector = detector;
    queue = new ArrayBlockingQueue<>(count * QUEUED_BATCHES_A_WORKER);
    for (var i = 0; i < count; i++) {
      threads.add(Thread.ofPlatform().daemon().name("indexing-" + i).start(this::work));
    }
  }

  // Whatever a worker dies of, running out of memory included, must reach the thread that waits.
  @SuppressWarnings("CatchThrowable")
  private void work() {
    try {
      var documents = new TweetDocuments(cells, detector, wordForms);
      while (!closed) {
        var job = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (job != null) {
          job.run(documents);
          finished(null);
        }
      }
    } catch (Throwable e) {
      finished(e);
    }
  }

  /// Why a worker failed. A writer that fails in one thread closes itself, and the others, which
  /// may be heard first, know only that it is closed.
  static Throwable reason(Throwable thrown, IndexWriter writer) {
    var tragic = writer.getTragicException();
    return thrown instanceof AlreadyClosedException && tragic != null ? tragic : thrown;
  }

  private synchronized void finished(@Nullable Throwable thrown) {
    pending--;
    if (failure == null && thrown != null) {
      failure = reason(thrown, writer);
    }
    notifyAll();
  }

  private synchronized void started() {
    pending++;
  }

  private synchronized void check() throws IOException {
    if (failure != null) {
      throw new IOException("a worker failed", failure);
    }
  }

  /// Hands a batch in; waits while all workers have enough to do.
  void add(List<Work> batch) throws IOException {
    give(documents -> {
      for (var work : batch) {
        take(work, documents);
      }
    });
  }

  /// Adds a tweet to the index; or, where its language is open, to those that wait.
  private void take(Work work, TweetDocuments documents) throws IOException {
    var tweet = work.tweet;
    var language = documents.language(tweet, LanguageCode.UNDETERMINED);
    if (language.by() == LanguageReading.By.TEXT) {
      work.languages.add(language.language());
    }
    if (language.isOpen()) {
      waiting.add(
          new Open(
              tweet.id().value(), tweet.source().operation(), documents.row(tweet), work.media));
    } else {
      writer.addDocument(documents.document(tweet, work.media, language));
    }
  }

  /// Hands in tweets that waited, to be read by what their accounts write in.
  void settle(List<Open> batch, AccountTable accounts) throws IOException {
    give(documents -> {
      for (var open : batch) {
        var tweet = reading.tweet(open.row(), open.operation());
        var usual =
            accounts
                .languages(open.operation(), tweet.account().id())
                .map(AccountLanguages::settled)
                .orElse(LanguageCode.UNDETERMINED);
        var language = documents.language(tweet, usual);
        writer.addDocument(documents.document(tweet, open.media(), language));
      }
    });
  }

  private void give(Job job) throws IOException {
    started();
    try {
      do {
        check();
      } while (!queue.offer(job, LOOK_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /// Waits until everything handed in is in the index and its buffers are written as segments: by
  /// all workers at once, as a commit would do it in one thread.
  void drain() throws IOException {
    await();
    for (var i = 0; i < threads.size(); i++) {
      give(_ -> writer.flushNextBuffer());
    }
    await();
  }

  /// Waits until everything handed in is done.
  synchronized void await() throws IOException {
    try {
      while (pending > 0 && failure == null) {
        wait();
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    check();
  }

  private static IOException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IOException("indexing was interrupted", e);
  }

  /// Lets workers finish their batch, and ends them; batches not begun are dropped. Interrupts
  /// none: that would close Lucene's files under it.
  @Override
  public void close() throws IOException {
    closed = true;
    try {
      for (var thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }
}
