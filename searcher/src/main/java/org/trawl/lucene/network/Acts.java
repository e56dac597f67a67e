package org.trawl.lucene.network;

import java.util.Arrays;
import org.trawl.columns.Columns;
import org.trawl.search.Network.SetAside;

/// Who acted on which item when: of every item that two users or more acted on, the acts in order
/// of time. An act is a tweet's on one of its items.
///
/// Takes 24 bytes an act, and 4 an item.
@SuppressWarnings("ArrayRecordComponent") // Plain arrays, walked millions of times; never compared.
record Acts(
    int[] starts, int[] items, int[] docs, int[] times, int[] users, ByUser byUser, SetAside told) {
  /// The acts of each user.
  ///
  /// @param starts where each user's begin in `acts`; one more at the end
  /// @param acts ascending, so that a user's acts on one item lie together
  @SuppressWarnings("ArrayRecordComponent") // As above.
  record ByUser(int[] starts, int[] acts) {
    int count(int user) {
      return starts[user + 1] - starts[user];
    }
  }

  /// How many there are.
  int size() {
    return docs.length;
  }

  /// The acts of hits.
  static Acts of(HitWalk hits, SharedItems shared, Columns columns, NodeSpace space) {
    var starts = new int[shared.count() + 1];
    var unknown = new long[1];
    hits.each(doc -> {
      shared.read(doc);
      unknown[0] += shared.unknown() ? 1 : 0;
      for (int i = 0; i < shared.size(); i++) {
        starts[shared.item(i) + 1]++;
      }
    });
    for (int item = 0; item + 1 < starts.length; item++) {
      starts[item + 1] = Math.addExact(starts[item + 1], starts[item]);
    }
    // By time, then by document: both in one number, to be sorted.
    var keys = new long[starts[starts.length - 1]];
    hits.each(doc -> {
      shared.read(doc);
      for (int i = 0; i < shared.size(); i++) {
        keys[starts[shared.item(i)]++] = ((long) columns.times()[doc] << 32) | doc;
      }
    });
    System.arraycopy(starts, 0, starts, 1, starts.length - 1);
    starts[0] = 0;
    return of(starts, keys, space, new SetAside(0, unknown[0]));
  }

  /// Bytes that the acts of so many hits take at most, before they are counted.
  static long bytes(HitWalk hits, SharedItems shared, NodeSpace space) {
    var acts = new long[1];
    hits.each(doc -> {
      shared.read(doc);
      acts[0] += shared.size();
    });
    return 32L * acts[0] + 4L * (shared.count() + (long) space.users());
  }

  private static Acts of(int[] starts, long[] keys, NodeSpace space, SetAside told) {
    int kept = 0;
    var items = new int[keys.length];
    var users = new int[keys.length];
    for (int item = 0; item + 1 < starts.length; item++) {
      int from = starts[item];
      int to = starts[item + 1];
      starts[item] = kept;
      if (to - from > 1 && severalUsers(keys, from, to, space)) {
        Arrays.sort(keys, from, to);
        for (int at = from; at < to; at++) {
          keys[kept] = keys[at];
          items[kept] = item;
          users[kept++] = space.user((int) keys[at]);
        }
      }
    }
    starts[starts.length - 1] = kept;
    var docs = new int[kept];
    var times = new int[kept];
    for (int at = 0; at < kept; at++) {
      docs[at] = (int) keys[at];
      times[at] = (int) (keys[at] >> 32);
    }
    users = Arrays.copyOf(users, kept);
    return new Acts(
        starts, Arrays.copyOf(items, kept), docs, times, users, byUser(users, space.users()), told);
  }

  private static boolean severalUsers(long[] keys, int from, int to, NodeSpace space) {
    int first = space.user((int) keys[from]);
    for (int at = from + 1; at < to; at++) {
      if (space.user((int) keys[at]) != first) {
        return true;
      }
    }
    return false;
  }

  private static ByUser byUser(int[] users, int count) {
    var starts = new int[count + 1];
    for (int user : users) {
      starts[user + 1]++;
    }
    for (int user = 0; user < count; user++) {
      starts[user + 1] += starts[user];
    }
    var acts = new int[users.length];
    for (int act = 0; act < users.length; act++) {
      acts[starts[users[act]]++] = act;
    }
    System.arraycopy(starts, 0, starts, 1, count);
    starts[0] = 0;
    return new ByUser(starts, acts);
  }
}
