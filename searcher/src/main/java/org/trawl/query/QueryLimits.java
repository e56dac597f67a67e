package org.trawl.query;

/// How much a query may hold: more than a person types, little enough to be read and run.
public final class QueryLimits {
  /// The most characters of a query, lists of values not counted.
  public static final int MAX_LENGTH = 65_536;

  /// The most words and operators of a query.
  public static final int MAX_TERMS = 4_000;

  /// The most values of one list.
  public static final int MAX_VALUES = 10_000;

  /// How deep brackets and negations may lie in each other.
  public static final int MAX_DEPTH = 100;

  /// No text past this is looked at, lists or not.
  static final int MAX_TYPED = 1 << 20;

  private QueryLimits() {}
}
