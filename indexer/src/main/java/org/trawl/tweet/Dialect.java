package org.trawl.tweet;

import static java.util.Objects.requireNonNull;

/// How the program that saved a table last wrote its cells, as far as one row alone does not tell:
/// found from all rows by [DialectEvidence], and kept with each row, so that a row is read the same
/// whenever it is.
///
/// @param times whether day or month stands first in the times of tweets
/// @param dates the same for the dates on which accounts were created
/// @param soundIds whether the times in the tweets' ids can be believed; where they cannot, the ids
///   were made up
/// @param nothing the word that stands in cells without content, such as `NA`; empty if none does
public record Dialect(DateOrder times, DateOrder dates, boolean soundIds, String nothing) {
  /// Nothing is out of the ordinary.
  public static final Dialect PLAIN = new Dialect(DateOrder.UNKNOWN, DateOrder.UNKNOWN, true, "");

  public Dialect {
    requireNonNull(times, "times");
    requireNonNull(dates, "dates");
    requireNonNull(nothing, "nothing");
  }

  /// Which of two numbers is the day.
  public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST,
    /// It cannot be told, or differs from row to row.
    UNKNOWN
  }

  /// This dialect as a short text that [#of] reads.
  public String code() {
    return "%d%d%s%s".formatted(times.ordinal(), dates.ordinal(), soundIds ? "+" : "-", nothing);
  }

  /// The dialect of a [#code].
  ///
  /// @throws IllegalArgumentException if it is none
  public static Dialect of(String code) {
    if (!code.matches("[0-2][0-2][+-].*")) {
      throw new IllegalArgumentException("not a dialect: " + code);
    }
    var orders = DateOrder.values();
    return new Dialect(
        orders[code.charAt(0) - '0'],
        orders[code.charAt(1) - '0'],
        code.charAt(2) == '+',
        code.substring(3));
  }
}
