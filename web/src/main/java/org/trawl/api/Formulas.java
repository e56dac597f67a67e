package org.trawl.api;

/// What becomes of a text in a CSV that a spreadsheet would run as a formula.
public enum Formulas {
  /// It stands as a [SafeCell].
  QUOTE,
  /// It stands as it is.
  KEEP
}
