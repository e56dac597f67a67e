package org.trawl.accounts;

import static java.util.Objects.requireNonNull;

/// One account of a search.
public record AccountRow(AccountTotals totals, AccountLife.Told life) {
  public AccountRow {
    requireNonNull(totals, "totals");
    requireNonNull(life, "life");
  }
}
