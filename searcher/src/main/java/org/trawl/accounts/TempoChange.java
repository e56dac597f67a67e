package org.trawl.accounts;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;

/// When an account turned from one pace to another, and how much.
///
/// @param bits see [TempoTurn]
/// @param month the first month after the turn, UTC
/// @param before tweets a day before it
/// @param after tweets a day from then on
public record TempoChange(double bits, YearMonth month, double before, double after) {
  public TempoChange {
    requireNonNull(month, "month");
  }
}
