package org.trawl.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trawl.index.IndexRefused;
import org.trawl.index.Manifest.End;
import org.trawl.index.Manifest.FileFindings;
import org.trawl.index.Manifest.RowCounts;
import org.trawl.index.Manifest.SourceFile;
import org.trawl.tweet.Tweet;

/// The rows of one source on their way into the index: those that an earlier run took in are passed
/// over, all others are taken in and counted.
final class SourceRows implements ArchiveSource.Rows {
  private final GivenSource given;
  private final TweetWriter writer;
  private final TweetMedia media;
  private final AfterRow afterRow;
  private long indexed;
  private long accounts;
  private long duplicates;
  private long rejected;
  private long toSkip;
  private long bytesRead;
  private final Set<String> authors = new HashSet<>();
  private final List<String> notes = new ArrayList<>();

  /// Called when a row was taken in.
  interface AfterRow {
    void row(SourceRows rows) throws IOException;
  }

  /// @param before what earlier runs took in
  SourceRows(
      GivenSource given,
      TweetWriter writer,
      TweetMedia media,
      RowCounts before,
      AfterRow afterRow) {
    this.given = given;
    this.writer = writer;
    this.media = media;
    this.afterRow = afterRow;
    indexed = before.indexed();
    accounts = before.accounts();
    duplicates = before.duplicates();
    rejected = before.rejected();
    toSkip = before.rows();
  }

  private boolean skip() {
    if (toSkip == 0) {
      return false;
    }
    toSkip--;
    return true;
  }

  @Override
  public void tweet(Tweet tweet) throws IOException {
    // Of rows that are passed over, too: they are this file's.
    authors.add(tweet.account().id());
    if (skip()) {
      return;
    }
    if (writer.tweet(tweet, media.of(tweet.id().value()))) {
      indexed++;
    } else {
      duplicates++;
    }
    afterRow.row(this);
  }

  @Override
  public void account(Tweet.Account account) throws IOException {
    if (skip()) {
      return;
    }
    writer.account(given.seen().operation(), account);
    accounts++;
    afterRow.row(this);
  }

  @Override
  public void reject(String name, long line, String reason, String row) throws IOException {
    if (skip()) {
      return;
    }
    writer.reject(name, line, reason, row);
    rejected++;
    afterRow.row(this);
  }

  @Override
  public void note(String sentence) {
    notes.add(sentence);
  }

  @Override
  public void progressed(long bytes) {
    bytesRead += bytes;
  }

  /// How many of the file's bytes on disk were read.
  long bytesRead() {
    return Math.min(bytesRead, given.seen().bytes());
  }

  String name() {
    return given.seen().name();
  }

  /// The file with what was taken in of it so far. Waits for its checksum.
  SourceFile file(End end) {
    return given
        .file()
        .with(
            new RowCounts(indexed, accounts, duplicates, rejected),
            new FileFindings(authors.size(), notes),
            end);
  }

  /// @throws IndexRefused if an earlier run took in more rows than the file now gave
  void refuseIfShort() throws IndexRefused {
    if (toSkip > 0) {
      throw new IndexRefused(
          given.seen().path()
              + " gave "
              + toSkip
              + (toSkip == 1 ? " row" : " rows")
              + " fewer than when its indexing began; build the index anew into an empty"
              + " folder");
    }
  }
}
