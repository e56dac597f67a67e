package org.trawl.lucene.network;

import java.util.Arrays;

/// What one account has in common with each other one: counters by user, of which those that were
/// touched are known. Not thread-safe.
final class UserTallies {
  private final long[] weights;
  private final int[] items;
  private final int[] lastItems;
  private final int[] tweets;
  private final int[] lastTweets;
  private final int[] firsts;
  private final int[] lasts;
  private final int[] touched;
  private int count;

  UserTallies(int users) {
    weights = new long[users];
    items = new int[users];
    lastItems = new int[users];
    tweets = new int[users];
    lastTweets = new int[users];
    firsts = new int[users];
    lasts = new int[users];
    touched = new int[users];
  }

  /// Bytes it takes.
  static long bytes(int users) {
    return 36L * users;
  }

  /// Counts pairs of tweets with another user.
  ///
  /// @param pairs 1 or more
  /// @param item the same as in the call before, or one that was not yet counted
  /// @param first the earliest tweet of them
  /// @param last the latest
  void pairs(int user, long pairs, int item, int first, int last) {
    if (weights[user] == 0) {
      touched[count++] = user;
      firsts[user] = first;
      lasts[user] = last;
      lastItems[user] = -1;
    }
    weights[user] += pairs;
    firsts[user] = Math.min(firsts[user], first);
    lasts[user] = Math.max(lasts[user], last);
    if (lastItems[user] != item) {
      lastItems[user] = item;
      items[user]++;
    }
  }

  /// Counts a tweet that makes a pair with one of another user, once.
  ///
  /// @param doc the same as in the call before, or one that was not yet counted
  void tweet(int user, int doc) {
    if (tweets[user] == 0) {
      touched[count++] = user;
      lastTweets[user] = -1;
    }
    if (lastTweets[user] != doc) {
      lastTweets[user] = doc;
      tweets[user]++;
    }
  }

  int tweets(int user) {
    return tweets[user];
  }

  /// Hands on the edges with users of a higher number.
  void edges(int own, long min, int leastItems, HeaviestTies ties) {
    for (int i = 0; i < count; i++) {
      int user = touched[i];
      if (user > own && weights[user] >= min && items[user] >= leastItems) {
        ties.add(new Tie(own, user, weights[user], items[user], 0, 0, firsts[user], lasts[user]));
      }
    }
  }

  void clear() {
    for (int i = 0; i < count; i++) {
      int user = touched[i];
      weights[user] = 0;
      items[user] = 0;
      tweets[user] = 0;
    }
    count = 0;
  }

  /// The users that were touched, in no order.
  int[] touched() {
    return Arrays.copyOf(touched, count);
  }
}
