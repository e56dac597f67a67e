package org.trawl.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.trawl.index.AccountTable;
import org.trawl.ingest.OpenTweets.Open;
import org.trawl.schema.StoredTweet;
import org.trawl.schema.TweetFields;

/// Brings the tweets whose language is open into the index, once all files are read: by what their
/// accounts write in, as far as is known by then.
///
/// Where the index was published before and new files tell otherwise what an account writes in, its
/// earlier open tweets are taken out of the index and read again, so that an index that was
/// extended says the same as one of all files at once. The segments that held them are written
/// anew.
final class LanguageSettler {
  private static final int BATCH = 1024;

  /// One round is enough, two where a merge was under way.
  private static final int MAX_ROUNDS = 10;

  private static final List<BytesRef> OPEN =
      List.of(new BytesRef(TweetFields.BY_ACCOUNT), new BytesRef(TweetFields.BY_LABEL));

  private final IndexWriter writer;
  private final ConcurrentMergeScheduler merging;
  private final DocumentWorkers workers;
  private final AccountTable accounts;
  private final OpenTweets waiting;

  /// @param merging the writer's
  LanguageSettler(
      IndexWriter writer,
      ConcurrentMergeScheduler merging,
      DocumentWorkers workers,
      AccountTable accounts,
      OpenTweets waiting) {
    this.writer = writer;
    this.merging = merging;
    this.workers = workers;
    this.accounts = accounts;
    this.waiting = waiting;
  }

  /// Settles all. Before it, everything read must be with the workers, and done.
  void settle() throws IOException {
    var moved = accounts.settleLanguages();
    var again = !moved.isEmpty() && takeOut(moved);
    var batch = new ArrayList<Open>(BATCH);
    waiting.each(tweet -> {
      batch.add(tweet);
      if (batch.size() == BATCH) {
        workers.settle(List.copyOf(batch), accounts);
        batch.clear();
      }
    });
    workers.settle(List.copyOf(batch), accounts);
    workers.drain();
    if (again) {
      mergeAway();
    }
  }

  /// Moves the open tweets of some accounts from the index to those that wait.
  ///
  /// @return whether there were any
  private boolean takeOut(List<String> moved) throws IOException {
    boolean any = false;
    try (var reader = DirectoryReader.open(writer)) {
      for (var leaf : reader.leaves()) {
        var open = open(leaf.reader());
        for (var account : open.cardinality() == 0 ? List.<String>of() : moved) {
          any |= copy(leaf.reader(), account, open);
        }
      }
    }
    if (any) {
      var accountTerms = moved.stream().map(BytesRef::new).toList();
      writer.deleteDocuments(
          new BooleanQuery.Builder()
              .add(new TermInSetQuery(TweetFields.ACCOUNT, accountTerms), Occur.FILTER)
              .add(new TermInSetQuery(TweetFields.READ_BY, OPEN), Occur.FILTER)
              .build());
    }
    return any;
  }

  private static FixedBitSet open(LeafReader segment) throws IOException {
    var open = new FixedBitSet(segment.maxDoc());
    for (var term : OPEN) {
      var found = segment.postings(new Term(TweetFields.READ_BY, term), PostingsEnum.NONE);
      if (found != null) {
        open.or(found);
      }
    }
    return open;
  }

  private boolean copy(LeafReader segment, String account, FixedBitSet open) throws IOException {
    var own = segment.postings(new Term(TweetFields.ACCOUNT, account), PostingsEnum.NONE);
    if (own == null) {
      return false;
    }
    var ids = segment.getNumericDocValues(TweetFields.ID);
    var fields = segment.storedFields();
    var operation = TweetFields.accountOperation(account);
    boolean any = false;
    for (int doc = own.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = own.nextDoc()) {
      if (open.get(doc) && ids.advanceExact(doc)) {
        var stored = new StoredTweet();
        fields.document(doc, stored);
        waiting.add(new Open(ids.longValue(), operation, stored.row(), stored.media()));
        any = true;
      }
    }
    return any;
  }

  /// Readers count documents and know no removed ones, so that none may be left in a segment.
  private void mergeAway() throws IOException {
    for (int round = 0; round < MAX_ROUNDS; round++) {
      // What was removed meanwhile from segments that are being merged is removed from the result.
      merging.sync();
      writer.forceMergeDeletes(true);
      if (!writer.hasDeletions()) {
        return;
      }
    }
    throw new IOException("tweets that were read again are still in the index as they were before");
  }
}
