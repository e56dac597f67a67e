package org.trawl.accounts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.trawl.tweet.Tweet;

/// What an account's tweets of a search add up to.
///
/// @param operations the releases it is in
/// @param tweets of the search, 1 or more
/// @param first the first of them
/// @param retweets how many of them are retweets
/// @param replies how many are replies
/// @param quotes how many are quotes
/// @param copies how many have a text that other tweets of the archive have, too
/// @param firstEver the account's first tweet in the archive, whatever the search
public record AccountTotals(
    Tweet.Account account,
    List<String> operations,
    long tweets,
    Instant first,
    Instant last,
    long retweets,
    long replies,
    long quotes,
    long copies,
    Instant firstEver,
    Together together) {
  public AccountTotals {
    requireNonNull(account, "account");
    operations = List.copyOf(operations);
    requireNonNull(first, "first");
    requireNonNull(last, "last");
    requireNonNull(firstEver, "firstEver");
    requireNonNull(together, "together");
  }

  /// The accounts of the archive that were made on the same day as this one and sent their first
  /// tweet of it on the same day, too.
  ///
  /// @param accounts this one included, 1 or more
  /// @param sameText those whose first tweet has the same text as this one's, itself included
  public record Together(long accounts, long sameText) {}

  /// A part of the tweets, 0 to 1.
  public double share(long of) {
    return (double) of / tweets;
  }

  /// Days from the account's creation to its first tweet in the archive, 0 or more; empty where the
  /// archive does not say when it was made. It may have sent tweets that the archive lacks.
  public Optional<Long> waited() {
    return account
        .profile()
        .created()
        .map(day -> Math.max(0, ChronoUnit.DAYS.between(day, day(firstEver))));
  }

  /// The day of a time, UTC.
  public static LocalDate day(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
