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
    UNKNOWN;

    private char letter() {
      return switch (this) {
        case DAY_FIRST -> 'd';
        case MONTH_FIRST -> 'm';
        case UNKNOWN -> 'u';
      };
    }

    private static DateOrder of(char letter) {
      return switch (letter) {
        case 'd' -> DAY_FIRST;
        case 'm' -> MONTH_FIRST;
        case 'u' -> UNKNOWN;
        default -> throw new IllegalArgumentException("not an order of day and month: " + letter);
      };
    }
  }

  /// This dialect as a short text that [#of] reads.
  public String code() {
    return "" + times.letter() + dates.letter() + (soundIds ? '+' : '-') + nothing;
  }

  /// The dialect of a [#code].
  ///
  /// @throws IllegalArgumentException if it is none
  public static Dialect of(String code) {
    if (!code.matches("[dmu][dmu][+-].*")) {
      throw new IllegalArgumentException("not a dialect: " + code);
    }
    return new Dialect(
        DateOrder.of(code.charAt(0)),
        DateOrder.of(code.charAt(1)),
        code.charAt(2) == '+',
        code.substring(3));
  }
}
