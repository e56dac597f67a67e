package org.trawl.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.trawl.index.Manifest;
import org.trawl.tweet.Tweet;

/// One archive file that can be indexed.
interface ArchiveSource {
  Path path();

  /// Every file on disk that it is made of, in reading order; more than one where it was split.
  default List<Path> paths() {
    return List.of(path());
  }

  /// The release its rows belong to.
  String operation();

  /// Gives all rows, the same ones in the same order each time.
  Manifest.End read(Rows rows) throws IOException;

  /// Takes rows in.
  interface Rows {
    void tweet(Tweet tweet) throws IOException;

    void account(Tweet.Account account) throws IOException;

    /// Hears that so many more bytes on disk were read.
    default void progressed(long bytes) {}

    /// Hears what is to be known of the file as a whole, a sentence that begins with its name.
    default void note(String sentence) {}

    void reject(String file, long line, String reason, String row) throws IOException;
  }
}
