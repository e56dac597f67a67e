package org.trawl.match;

/// What the clock and the week said at a time, UTC.
public final class Clock {
  private static final int HOUR = 3_600;
  private static final int DAY = 24 * HOUR;

  /// 1 January 1970 was a Thursday.
  private static final int FIRST_WEEKDAY = 3;

  private Clock() {}

  /// The hour of the day, 0 to 23.
  ///
  /// @param seconds since 1970
  public static int hour(int seconds) {
    return Math.floorMod(seconds, DAY) / HOUR;
  }

  /// The day of the week, 1 for Monday to 7 for Sunday.
  ///
  /// @param seconds since 1970
  public static int weekday(int seconds) {
    return Math.floorMod(Math.floorDiv(seconds, DAY) + FIRST_WEEKDAY, 7) + 1;
  }
}
