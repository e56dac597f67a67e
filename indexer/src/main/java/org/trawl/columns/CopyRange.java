package org.trawl.columns;

import java.util.Optional;

/// How many tweets of the archive have one text, in ranges that a facet can count.
public enum CopyRange {
  ONCE("1", 1, 1),
  FEW("2-9", 2, 9),
  TENS("10-99", 10, 99),
  HUNDREDS("100+", 100, Integer.MAX_VALUE);

  private final String key;
  private final int least;
  private final int most;

  CopyRange(String key, int least, int most) {
    this.key = key;
    this.least = least;
    this.most = most;
  }

  /// The range as it stands in addresses and JSON, such as `10-99`.
  public String key() {
    return key;
  }

  /// The range's number in a column, from 0.
  @SuppressWarnings("EnumOrdinal") // The columns are made anew with each index.
  byte number() {
    return (byte) ordinal();
  }

  /// The range with this [#number].
  @SuppressWarnings("EnumOrdinal")
  public static CopyRange numbered(int number) {
    return values()[number];
  }

  /// The range of a number of tweets, 1 or more.
  static CopyRange of(int copies) {
    for (var range : values()) {
      if (copies >= range.least && copies <= range.most) {
        return range;
      }
    }
    throw new IllegalArgumentException("copies must be 1 or more, got " + copies);
  }

  /// The range with this key.
  public static Optional<CopyRange> of(String key) {
    for (var range : values()) {
      if (range.key.equals(key)) {
        return Optional.of(range);
      }
    }
    return Optional.empty();
  }
}
