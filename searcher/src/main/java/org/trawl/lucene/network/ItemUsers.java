package org.trawl.lucene.network;

import java.util.Arrays;

/// Of each item the users that acted on it, with how often, when first and when last.
///
/// @param starts where each item's users begin; one more at the end
@SuppressWarnings("ArrayRecordComponent") // Plain arrays, walked millions of times; never compared.
record ItemUsers(int[] starts, int[] users, int[] tweets, int[] firsts, int[] lasts) {
  static final ItemUsers NONE =
      new ItemUsers(new int[0], new int[0], new int[0], new int[0], new int[0]);

  static ItemUsers of(Acts acts) {
    int size = acts.size();
    var starts = new int[acts.starts().length];
    var users = new int[size];
    var tweets = new int[size];
    var firsts = new int[size];
    var lasts = new int[size];
    int kept = 0;
    for (int item = 0; item + 1 < starts.length; item++) {
      starts[item] = kept;
      var keys = new long[acts.starts()[item + 1] - acts.starts()[item]];
      for (int i = 0; i < keys.length; i++) {
        int act = acts.starts()[item] + i;
        keys[i] = ((long) acts.users()[act] << 32) | act;
      }
      Arrays.sort(keys);
      for (int i = 0; i < keys.length; i++) {
        int act = (int) keys[i];
        if (i == 0 || users[kept - 1] != acts.users()[act]) {
          users[kept] = acts.users()[act];
          firsts[kept++] = acts.times()[act];
        }
        tweets[kept - 1]++;
        lasts[kept - 1] = acts.times()[act];
      }
    }
    starts[starts.length - 1] = kept;
    return new ItemUsers(starts, users, tweets, firsts, lasts);
  }

  /// Bytes they take at most.
  static long bytes(Acts acts) {
    return 16L * acts.size() + 4L * acts.starts().length;
  }
}
