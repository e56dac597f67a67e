package org.trawl.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.trawl.archive.ArchiveFile;
import org.trawl.archive.ArchiveRows;
import org.trawl.index.Manifest;
import org.trawl.tweet.Tweet;

/// A file of the archive as a source of rows.
record FileSource(ArchiveFile file) implements ArchiveSource {
  @Override
  public Path path() {
    return file.path();
  }

  @Override
  public List<Path> paths() {
    return file.paths();
  }

  @Override
  public String operation() {
    return file.operation();
  }

  @Override
  public Manifest.End read(Rows rows) throws IOException {
    var end =
        file.read(
            new ArchiveRows() {
              @Override
              public void tweet(Tweet tweet) throws IOException {
                rows.tweet(tweet);
              }

              @Override
              public void account(Tweet.Account account) throws IOException {
                rows.account(account);
              }

              @Override
              public void progressed(long bytes) {
                rows.progressed(bytes);
              }

              @Override
              public void note(String sentence) {
                rows.note(sentence);
              }

              @Override
              public void reject(String name, long line, String reason, String row)
                  throws IOException {
                rows.reject(name, line, reason, row);
              }
            });
    return switch (end) {
      case WHOLE -> Manifest.End.WHOLE;
      case CUT_OFF -> Manifest.End.CUT_OFF;
    };
  }
}
