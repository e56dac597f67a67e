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
public record AccountSummary(
    Tweet.Account account,
    List<String> operations,
    long tweets,
    Optional<Instant> first,
    Optional<Instant> last) {
  public AccountSummary {
    requireNonNull(account, "account");
    operations = List.copyOf(operations);
    requireNonNull(first, "first");
    requireNonNull(last, "last");
  }
}
