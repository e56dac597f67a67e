package org.trawl.tweet;

import java.util.Locale;
import java.util.Set;

/// The words that programs write into a cell for nothing: R `NA`, pandas `nan` and `NaT`, Python
/// `None`, databases `NULL` and `\N`, spreadsheets `#N/A`. In a cell that holds words they may be
/// one; elsewhere they never are.
final class Nothing {
  private static final int LONGEST = 11;
  private static final Set<String> WORDS =
      Set.of(
          "na",
          "n/a",
          "#n/a",
          "#na",
          "nan",
          "-nan",
          "nat",
          "none",
          "null",
          "nil",
          "<na>",
          "<null>",
          "(null)",
          "\\n",
          "undefined",
          "missing",
          "nd",
          "n.a.",
          "#nv",
          "#n/d",
          "-",
          "--",
          "''",
          "\"\"",
          "{}",
          "1.#qnan",
          "#value!",
          "#ref!",
          "na_character_",
          "not found");

  private Nothing() {}

  /// Whether a cell that cannot hold a word says nothing.
  static boolean is(String cell) {
    return cell.isEmpty() || (cell.length() <= LONGEST && (cell.isBlank() || inWords(cell)));
  }

  /// Whether a cell says so in words.
  static boolean inWords(String cell) {
    return !cell.isEmpty()
        && cell.length() <= LONGEST + 2
        && WORDS.contains(cell.strip().toLowerCase(Locale.ROOT));
  }
}
