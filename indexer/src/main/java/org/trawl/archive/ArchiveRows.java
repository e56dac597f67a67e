package org.trawl.archive;

import java.io.IOException;
import org.trawl.tweet.Tweet;

/// Takes the rows of a file, in their order.
public interface ArchiveRows {
  void tweet(Tweet tweet) throws IOException;

  void account(Tweet.Account account) throws IOException;

  /// Hears that so many more bytes of the file on disk were read.
  default void progressed(long bytes) {}

  /// Hears what is to be known of the file as a whole, a sentence that begins with its name.
  default void note(String sentence) {}

  /// Sets a row aside.
  ///
  /// @param file the file's name, with the archive it lies in
  /// @param line where the row begins, from 1
  /// @param reason why it cannot be used
  /// @param row as it stands in the file
  void reject(String file, long line, String reason, String row) throws IOException;
}
