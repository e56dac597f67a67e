package org.trawl.bench;

import java.io.IOException;
import org.trawl.index.PublishedIndex;
import org.trawl.schema.StoredTweet;
import org.trawl.schema.TweetFields;
import org.trawl.schema.TweetReading;
import org.trawl.tweet.Tweet;

/// Reads tweets by their document from Trawl's index, past its search.
final class TweetReader {
  private final PublishedIndex index;
  private final TweetReading reading;

  TweetReader(PublishedIndex index) {
    this.index = index;
    this.reading = new TweetReading(index.cells());
  }

  Tweet tweet(int doc) throws IOException {
    var stored = new StoredTweet();
    index.reader().storedFields().document(doc, stored);
    var account = index.columns().account(doc);
    var term = index.columns().dictionaries().accounts().value(account);
    return reading.tweet(stored.row(), TweetFields.accountOperation(term));
  }
}
