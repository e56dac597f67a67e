package org.trawl.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.trawl.columns.Columns;
import org.trawl.index.PublishedIndex;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.schema.StoredTweet;
import org.trawl.schema.TweetReading;

/// The texts of tweets as they are stored. Thread-safe.
final class StoredTexts {
  private final IndexReader reader;
  private final Columns columns;
  private final AccountDirectory accounts;
  private final TweetReading reading;

  StoredTexts(PublishedIndex index, AccountDirectory accounts) {
    this.reader = index.reader();
    this.columns = index.columns();
    this.accounts = accounts;
    this.reading = new TweetReading(index.cells());
  }

  /// The text of a document, some ten microseconds' work.
  String text(int doc) throws IOException {
    var stored = new StoredTweet();
    reader.storedFields().document(doc, stored);
    var operation = accounts.operation(columns.account(doc));
    return reading.tweet(stored.row(), operation).content().text();
  }
}
