package org.trawl.ingest;

import java.io.IOException;
import java.nio.file.Path;
import org.trawl.index.Manifest;
import org.trawl.tweet.Tweet;

/// A source during whose reading something happens.
///
/// @param after how many rows before it does
record StoppingSource(ArchiveSource source, long after, Action action) implements ArchiveSource {
  interface Action {
    void run() throws IOException;
  }

  /// The same of what [SmallArchive] writes.
  StoppingSource(Path path, long after, Action action) {
    this(new CrudeSource(path, "ira"), after, action);
  }

  @Override
  public Path path() {
    return source.path();
  }

  @Override
  public String operation() {
    return source.operation();
  }

  @Override
  public Manifest.End read(Rows rows) throws IOException {
    var counting = new Counting(rows);
    return source.read(counting);
  }

  private final class Counting implements Rows {
    private final Rows rows;
    private long count;

    Counting(Rows rows) {
      this.rows = rows;
    }

    private void count() throws IOException {
      if (++count == after) {
        action.run();
      }
    }

    @Override
    public void tweet(Tweet tweet) throws IOException {
      count();
      rows.tweet(tweet);
    }

    @Override
    public void account(Tweet.Account account) throws IOException {
      count();
      rows.account(account);
    }

    @Override
    public void reject(String file, long line, String reason, String row) throws IOException {
      count();
      rows.reject(file, line, reason, row);
    }
  }
}
