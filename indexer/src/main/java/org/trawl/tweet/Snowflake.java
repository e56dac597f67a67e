package org.trawl.tweet;

import java.time.Instant;

/// A tweet's id. Since November 2010 an id carries its own creation time: the bits above the lowest
/// 22 are milliseconds since [#EPOCH_MILLIS]. Ids before that are a plain sequence.
///
/// @param value above 0; from [#MADE] up where Trawl made the id because the archive has none
public record Snowflake(long value) implements Comparable<Snowflake> {
  /// 2010-11-04T01:42:54.657Z, from Twitter's snowflake source.
  static final long EPOCH_MILLIS = 1_288_834_974_657L;

  /// The lowest id that carries a time; the sequence before it ended near 2.97e10.
  static final long FIRST_TIMED = 29_700_000_000L;

  /// Twitter's ids reach this bit in the year 2045; ids that Trawl makes have it set.
  public static final long MADE = 1L << 62;

  public Snowflake {
    if (value <= 0) {
      throw new IllegalArgumentException("a tweet id must be above 0, got " + value);
    }
  }

  /// The id that a tweet of this moment gets.
  ///
  /// @param millis since 1970, later than [#EPOCH_MILLIS]
  /// @param low machine and sequence, 0 to 4,194,303
  public static Snowflake at(long millis, int low) {
    if (low < 0 || low >> 22 != 0) {
      throw new IllegalArgumentException("low must be 0 to 4194303, got " + low);
    }
    return new Snowflake((millis - EPOCH_MILLIS) << 22 | low);
  }

  /// Whether Trawl made this id.
  public boolean made() {
    return value >= MADE;
  }

  /// Whether [#createdAt] can be asked.
  public boolean timed() {
    return value > FIRST_TIMED && !made();
  }

  /// When the tweet was made, to the millisecond.
  ///
  /// @throws IllegalStateException if the id holds no time
  public Instant createdAt() {
    if (!timed()) {
      throw new IllegalStateException("the id " + value + " holds no time");
    }
    return Instant.ofEpochMilli((value >> 22) + EPOCH_MILLIS);
  }

  @Override
  public int compareTo(Snowflake other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
