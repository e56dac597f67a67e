package org.trawl.archive;

import java.io.IOException;

/// A source that cannot be indexed; the message names it, says why and how to mend it.
public final class NotAnArchive extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean mayHoldTweets;

  /// Something that holds no tweets.
  public NotAnArchive(String message) {
    this(message, false);
  }

  private NotAnArchive(String message, boolean mayHoldTweets) {
    super(message);
    this.mayHoldTweets = mayHoldTweets;
  }

  /// Something that may well hold tweets and cannot be read as it is: damaged, encrypted, of
  /// another format. In a folder too it is not passed over.
  static NotAnArchive unusable(String message) {
    return new NotAnArchive(message, true);
  }

  boolean mayHoldTweets() {
    return mayHoldTweets;
  }
}
