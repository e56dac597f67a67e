package org.trawl.advice;

/// What a name in a query names.
public enum NameKind {
  /// An account of the archive, by its handle.
  ACCOUNT,
  REPLIED_TO,
  MENTIONED,
  RETWEETED,
  HASHTAG,
  HOST,
  OPERATION
}
