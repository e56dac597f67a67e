package org.trawl.graph;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Who acted on which item when, to be looked at for what chance would give.
///
/// @param starts where each item's acts begin; one more at the end
/// @param items the item of each act
/// @param tweets a number of each act's tweet; a tweet can act on several items
/// @param times in seconds since 1970, ascending within an item
/// @param users who acted, from 0
/// @param userCount one more than the highest of them
@SuppressWarnings("ArrayRecordComponent") // Plain arrays, walked millions of times; never compared.
public record DatedActs(
    int[] starts, int[] items, int[] tweets, int[] times, int[] users, int userCount) {
  private static final int DAY = 86_400;

  int size() {
    return times.length;
  }

  /// The day of an act, UTC, since 1970.
  int day(int act) {
    return Math.floorDiv(times[act], DAY);
  }

  /// The same acts, but each tweet has the time of another of its day, or its own: chosen at
  /// random, the same each time.
  DatedActs shuffled(long seed) {
    var order = byTweet();
    var own = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      own[i] = times[order[i]];
    }
    var other = shuffledWithinDays(order, seed);
    var shuffled = new int[size()];
    for (int i = 0; i < order.length; i++) {
      shuffled[order[i]] = other[i];
    }
    // The acts of one tweet move together: the first has the time, the others take it.
    for (int i = 1; i < order.length; i++) {
      if (tweets[order[i]] == tweets[order[i - 1]]) {
        shuffled[order[i]] = shuffled[order[i - 1]];
      }
    }
    return sorted(shuffled);
  }

  /// Acts in the order of their tweets.
  private int[] byTweet() {
    var keys = new long[size()];
    for (int act = 0; act < keys.length; act++) {
      keys[act] = ((long) tweets[act] << 32) | act;
    }
    Arrays.sort(keys);
    var order = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  /// For the first act of each tweet, in the order given, a time of its day.
  private int[] shuffledWithinDays(int[] order, long seed) {
    var random = new SplittableRandom(seed);
    var firsts = new long[order.length];
    int count = 0;
    for (int i = 0; i < order.length; i++) {
      if (i == 0 || tweets[order[i]] != tweets[order[i - 1]]) {
        firsts[count++] = ((long) day(order[i]) << 32) | i;
      }
    }
    firsts = Arrays.copyOf(firsts, count);
    Arrays.sort(firsts);
    var result = new int[order.length];
    for (int from = 0; from < count; ) {
      int to = from;
      while (to < count && firsts[to] >> 32 == firsts[from] >> 32) {
        to++;
      }
      var pool = new int[to - from];
      for (int i = from; i < to; i++) {
        pool[i - from] = times[order[(int) firsts[i]]];
      }
      for (int i = pool.length - 1; i > 0; i--) {
        int at = random.nextInt(i + 1);
        int kept = pool[i];
        pool[i] = pool[at];
        pool[at] = kept;
      }
      for (int i = from; i < to; i++) {
        result[(int) firsts[i]] = pool[i - from];
      }
      from = to;
    }
    return result;
  }

  /// These acts with other times of the same days.
  private DatedActs sorted(int[] other) {
    var newTimes = new int[size()];
    var newTweets = new int[size()];
    var newUsers = new int[size()];
    for (int item = 0; item + 1 < starts.length; item++) {
      int from = starts[item];
      int count = starts[item + 1] - from;
      var keys = new long[count];
      for (int i = 0; i < count; i++) {
        keys[i] = ((long) other[from + i] << 32) | i;
      }
      Arrays.sort(keys);
      for (int i = 0; i < count; i++) {
        int act = from + (int) keys[i];
        newTimes[from + i] = other[act];
        newTweets[from + i] = tweets[act];
        newUsers[from + i] = users[act];
      }
    }
    return new DatedActs(starts, items, newTweets, newTimes, newUsers, userCount);
  }
}
