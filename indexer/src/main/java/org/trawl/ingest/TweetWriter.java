package org.trawl.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.InfoStream;
import org.trawl.detect.LanguageDetector;
import org.trawl.index.AccountTable;
import org.trawl.index.IndexFolder;
import org.trawl.index.IndexRefused;
import org.trawl.index.Manifest;
import org.trawl.ingest.IndexStates.Base;
import org.trawl.schema.MediaFile;
import org.trawl.schema.SharedCells;
import org.trawl.schema.TweetFields;
import org.trawl.tweet.Tweet;

/// The writing side of an index folder from one checkpoint on: takes tweets, accounts and rejected
/// rows in, in the order of the files, and makes checkpoints. One thread's own; its workers are
/// inside.
///
/// A checkpoint is made in an order in which a power cut at any moment leaves the one before or
/// this one: first the account table, the shared cells and `rejected.csv`, then the Lucene commit
/// that names them, then what only older checkpoints need is removed.
final class TweetWriter implements Closeable {
  /// The index's own order: Lucene sorts each segment when it writes it, and long runs that are in
  /// order already cost it less.
  private static final Comparator<DocumentWorkers.Work> INDEX_ORDER =
      Comparator.comparingLong((DocumentWorkers.Work work) -> work.tweet().time().getEpochSecond())
          .thenComparingLong(work -> work.tweet().id().value())
          .reversed();

  private static final int BATCH_TWEETS = 1024;

  /// A batch with cells of so many characters goes off before it is full.
  private static final int BATCH_CHARS = 1 << 21;

  /// Of the heap; the rest is for the ids, the accounts and, at the end, the columns.
  private static final double RAM_BUFFER_OF_HEAP = 0.15;

  private static final double MIN_RAM_BUFFER_MIB = 16;
  private static final double MAX_RAM_BUFFER_MIB = 512;

  /// What may wait to be merged before indexing waits for it; Lucene's own number.
  private static final int WAITING_MERGES = 5;

  private final IndexFolder folder;
  private final int threads;
  private final CommitKeeper keeper;
  private final ConcurrentMergeScheduler merging = new ConcurrentMergeScheduler();
  private final Set<Long> keptNumbers = new HashSet<>();
  private final IndexWriter writer;
  private final DocumentWorkers workers;
  private final AccountTable accounts;
  private final SharedCells cells;
  private final TweetIdSet ids;
  private final RejectedFile rejected;
  private final OpenTweets waiting;
  private List<DocumentWorkers.Work> batch = new ArrayList<>(BATCH_TWEETS);
  private int batchChars;
  private Checkpoint newest;

  /// Opens the writing side.
  ///
  /// @param directory Lucene's folder
  /// @param base where to go on from; empty to begin anew
  /// @param published what stays readable whatever this writer does
  TweetWriter(
      IndexFolder folder,
      Directory directory,
      Optional<Base> base,
      Optional<Manifest> published,
      int threads)
      throws IOException {
    this.folder = folder;
    this.threads = threads;
    keeper = new CommitKeeper();
    if (published.isPresent()) {
      keep(published.get().generation());
    }
    newest = base.map(Base::checkpoint).orElse(Checkpoint.NOTHING);
    if (base.isPresent()) {
      accounts = AccountTable.load(folder.file(IndexFolder.accounts(newest.number())));
      cells = SharedCells.load(folder.file(IndexFolder.cells(newest.number())));
      ids = ids(base.get().commit());
    } else {
      accounts = new AccountTable();
      cells = new SharedCells();
      ids = new TweetIdSet();
    }
    writer = new IndexWriter(directory, config(base));
    try {
      if (base.isEmpty() || !base.get().newest()) {
        // Dropped work must be gone for good before rejected.csv loses its rows.
        commit(newest.sources(), newest.rejectedBytes(), newest.openBytes());
      }
      rejected = RejectedFile.open(folder.rejected(), newest.rejectedBytes());
      waiting = OpenTweets.open(folder.openTweets(), newest.openBytes());
      waiting.each(open -> ids.add(open.id()));
      workers = new DocumentWorkers(writer, cells, waiting, LanguageDetector.load(), threads);
    } catch (IOException | RuntimeException | Error e) {
      rollBack(e);
      throw e;
    }
  }

  private IndexWriterConfig config(Optional<Base> base) {
    var merges = new TieredMergePolicy();
    merges.setNoCFSRatio(0);
    merges.setForceMergeDeletesPctAllowed(0);
    var config = new IndexWriterConfig();
    config.setIndexSort(TweetFields.indexSort());
    config.setMergePolicy(merges);
    config.setMergeScheduler(merging);
    config.setUseCompoundFile(false);
    config.setIndexDeletionPolicy(keeper);
    config.setInfoStream(InfoStream.NO_OUTPUT);
    config.setRAMBufferSizeMB(
        Math.clamp(
            Runtime.getRuntime().maxMemory() / (double) (1 << 20) * RAM_BUFFER_OF_HEAP,
            MIN_RAM_BUFFER_MIB,
            MAX_RAM_BUFFER_MIB));
    if (base.isPresent()) {
      config.setOpenMode(IndexWriterConfig.OpenMode.APPEND);
      config.setIndexCommit(base.get().commit());
    } else {
      config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    }
    return config;
  }

  private static TweetIdSet ids(IndexCommit commit) throws IOException {
    var ids = new TweetIdSet();
    try (var reader = DirectoryReader.open(commit)) {
      for (var leaf : reader.leaves()) {
        NumericDocValues values = leaf.reader().getNumericDocValues(TweetFields.ID);
        while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          ids.add(values.longValue());
        }
      }
      if (ids.size() != reader.maxDoc()) {
        throw new IndexRefused(
            "the index is damaged: it holds "
                + reader.maxDoc()
                + " tweets with "
                + ids.size()
                + " different ids; rebuild it from the archive files into an empty folder");
      }
    }
    return ids;
  }

  /// Keeps a published state until this writer closes.
  private void keep(Manifest.Generation generation) {
    keeper.keep(generation.commit());
    keptNumbers.add(generation.number());
  }

  /// Takes a tweet in.
  ///
  /// @return false if the index has a tweet of this id
  boolean tweet(Tweet tweet, List<MediaFile> media) throws IOException {
    if (!ids.add(tweet.id().value())) {
      return false;
    }
    batch.add(new DocumentWorkers.Work(tweet, media, accounts.sent(tweet)));
    for (var cell : tweet.source().row().cells()) {
      batchChars += cell.length();
    }
    if (batch.size() == BATCH_TWEETS || batchChars > BATCH_CHARS) {
      handIn();
    }
    return true;
  }

  private void handIn() throws IOException {
    if (!batch.isEmpty()) {
      batch.sort(INDEX_ORDER);
      workers.add(batch);
      batch = new ArrayList<>(BATCH_TWEETS);
      batchChars = 0;
    }
  }

  /// Takes in a row of a users file.
  void account(String operation, Tweet.Account account) {
    accounts.listed(operation, account);
  }

  /// Sets a row aside.
  ///
  /// @param line where the row begins, from 1
  void reject(String file, long line, String reason, String row) throws IOException {
    rejected.add(file, line, reason, row);
  }

  AccountTable accounts() {
    return accounts;
  }

  /// The newest checkpoint.
  Checkpoint newest() {
    return newest;
  }

  /// Makes all taken in so far survive a kill and a power cut.
  ///
  /// @param sources the files it came from
  void checkpoint(List<Manifest.SourceFile> sources) throws IOException {
    handIn();
    workers.drain();
    commit(sources, rejected.sync(), waiting.sync());
  }

  /// Makes a checkpoint with every tweet in the index, those too whose language was open.
  void settledCheckpoint(List<Manifest.SourceFile> sources) throws IOException {
    handIn();
    // Not written as segments yet: those that waited are few, and go into the same.
    workers.await();
    new LanguageSettler(writer, merging, workers, accounts, waiting).settle();
    commit(sources, rejected.sync(), 0);
    waiting.clear();
  }

  private void commit(List<Manifest.SourceFile> sources, long rejectedBytes, long openBytes)
      throws IOException {
    var next =
        new Checkpoint(
            Manifest.Versions.CURRENT, folder.freeNumber(), rejectedBytes, openBytes, sources);
    accounts.save(folder.file(IndexFolder.accounts(next.number())));
    cells.save(folder.file(IndexFolder.cells(next.number())));
    IndexFolder.sync(folder.path());
    writer.setLiveCommitData(next.userData().entrySet());
    writer.commit();
    newest = next;
    removeOldNumbers();
  }

  private void removeOldNumbers() throws IOException {
    var kept = new HashSet<>(keptNumbers);
    kept.add(newest.number());
    folder.removeNumbersBut(kept);
  }

  /// Makes the last checkpoint, with all merges done, and ends writing; only [#newest] and
  /// [#accounts] may be asked after this.
  void finish(List<Manifest.SourceFile> sources) throws IOException {
    settledCheckpoint(sources);
    workers.close();
    // The processors that indexed are free now.
    merging.setMaxMergesAndThreads(threads + WAITING_MERGES, threads);
    // Waits for merges, and commits their result with the same user data.
    writer.close();
    rejected.close();
  }

  /// Ends writing; what came after the newest checkpoint goes away.
  @Override
  public void close() throws IOException {
    try (rejected;
        waiting) {
      workers.close();
      writer.rollback();
    }
  }

  private void rollBack(Throwable reason) {
    try {
      writer.rollback();
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }
}
