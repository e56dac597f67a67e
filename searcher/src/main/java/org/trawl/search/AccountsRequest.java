package org.trawl.search;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.trawl.accounts.AccountSort;

/// Which accounts of which search, and how many of them.
///
/// @param descending whether the highest come first; accounts without a value always come last
/// @param from rows to leave out at the start, 0 or more
/// @param size most rows to return, 1 to [#MAX_SIZE]
/// @param least fewest tweets of an account among those of the search, 1 or more
/// @param name a part of the handle, the display name or the user id, any case; empty for all
/// @param budget how long it may take before it answers with what it has
public record AccountsRequest(
    SearchScope scope,
    AccountSort sort,
    boolean descending,
    int from,
    int size,
    long least,
    String name,
    Duration budget) {
  public static final int MAX_SIZE = 10_000;

  public AccountsRequest {
    requireNonNull(scope, "scope");
    requireNonNull(sort, "sort");
    requireNonNull(name, "name");
    requireNonNull(budget, "budget");
    if (from < 0 || size < 1 || size > MAX_SIZE || least < 1) {
      throw new IllegalArgumentException(
          "from 0 or more, size 1 to %d, least 1 or more; got %d, %d, %d"
              .formatted(MAX_SIZE, from, size, least));
    }
  }
}
