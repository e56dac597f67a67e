package org.trawl.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// How probable it is that two tweets of a day lie within a window, if each had the time of any
/// tweet of that day: the share of the day's pairs of tweets that do. At least as if the tweets
/// were spread evenly, as a day of few tweets tells little.
final class MomentChance {
  private static final int DAY = 86_400;

  private final Map<Integer, Double> byDay;
  private final double least;

  private MomentChance(Map<Integer, Double> byDay, double least) {
    this.byDay = byDay;
    this.least = least;
  }

  /// @param window in seconds, inclusive
  static MomentChance of(DatedActs acts, int window) {
    var keys = new long[acts.size()];
    for (int act = 0; act < keys.length; act++) {
      keys[act] = ((long) acts.times()[act] << 32) | acts.tweets()[act];
    }
    Arrays.sort(keys);
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      if (i == 0 || keys[i] != keys[i - 1]) {
        keys[count++] = keys[i];
      }
    }
    var byDay = new HashMap<Integer, Double>();
    for (int from = 0; from < count; ) {
      int day = Math.floorDiv((int) (keys[from] >> 32), DAY);
      int to = from;
      long near = 0;
      int behind = from;
      while (to < count && Math.floorDiv((int) (keys[to] >> 32), DAY) == day) {
        while ((int) (keys[to] >> 32) - (int) (keys[behind] >> 32) > window) {
          behind++;
        }
        near += to - behind;
        to++;
      }
      long tweets = to - from;
      if (tweets > 1) {
        byDay.put(day, 2.0 * near / (tweets * (tweets - 1)));
      }
      from = to;
    }
    return new MomentChance(byDay, Math.min(1, (2.0 * window + 1) / DAY));
  }

  /// Of two tweets.
  double of(int day) {
    return Math.min(1, Math.max(least, byDay.getOrDefault(day, 0.0)));
  }

  /// That at least one of so many pairs of tweets lies within the window.
  double of(int day, long pairs) {
    return -Math.expm1(pairs * Math.log1p(-Math.min(of(day), 1 - 1e-12)));
  }
}
