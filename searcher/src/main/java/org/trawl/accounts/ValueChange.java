package org.trawl.accounts;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;

/// When an account turned from some values to others, and how much.
///
/// @param bits what the month tells of the value, 0 to 1: see [ValueTurn]
/// @param month the first month after the turn, UTC
/// @param before the most frequent value before it
/// @param after the most frequent value from then on
public record ValueChange(double bits, YearMonth month, String before, String after) {
  public ValueChange {
    requireNonNull(month, "month");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }
}
