package org.trawl.accounts;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/// The accounts of a search, in order.
///
/// @param rows those asked for
/// @param accounts how many there are in all, with the tweets and the name that were asked for
/// @param tweets of the search
/// @param partial whether time ran out, so that counts are lower bounds and the order is not sure
public record AccountRows(
    List<AccountRow> rows, long accounts, long tweets, Duration took, boolean partial) {
  public AccountRows {
    rows = List.copyOf(rows);
    requireNonNull(took, "took");
  }
}
