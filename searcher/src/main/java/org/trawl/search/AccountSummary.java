package org.trawl.search;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.trawl.tweet.Tweet;

/// One account of the archive.
///
/// @param operations the releases it is in
/// @param tweets how many of its tweets the archive has; 0 for one that only the users file lists
/// @param handles those its tweets were sent under, the first used first; a hash where it is hashed
public record AccountSummary(
    Tweet.Account account,
    List<String> operations,
    long tweets,
    Optional<Instant> first,
    Optional<Instant> last,
    List<SentAs> handles) {
  public AccountSummary {
    requireNonNull(account, "account");
    operations = List.copyOf(operations);
    requireNonNull(first, "first");
    requireNonNull(last, "last");
    handles = List.copyOf(handles);
  }

  /// A handle under which an account sent tweets.
  ///
  /// @param tweets how many of them the archive has, 1 or more
  public record SentAs(String handle, long tweets, Instant first, Instant last) {
    public SentAs {
      requireNonNull(handle, "handle");
      requireNonNull(first, "first");
      requireNonNull(last, "last");
    }

    /// The tweets of two releases under one handle.
    public SentAs and(SentAs other) {
      return new SentAs(
          handle,
          tweets + other.tweets,
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }
}
